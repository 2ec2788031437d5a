import type { Edition } from '#domain/plan/edition.ts'
import type { ReportChoices } from '../../choices.ts'
import { yearWords } from '../years.ts'

/** 計画の期間。「令和3年度～令和7年度」、一年だけの計画では「平成29年度」。分からなければ undefined。 */
export const periodInWords = (
  { firstYear, lastYear }: Pick<Edition, 'firstYear' | 'lastYear'>,
  { yearStyle }: Pick<ReportChoices, 'yearStyle'>,
): string | undefined => {
  if (firstYear === null || lastYear === null) return undefined
  const first = yearWords(firstYear, yearStyle)
  return firstYear === lastYear ? first : `${first}～${yearWords(lastYear, yearStyle)}`
}
