import type { Edition } from '#domain/plan/edition.ts'
import { actualYears, countsOnce } from '#domain/plan/outline.ts'
import { factsOf } from './grade-facts.ts'
import { gradeByFacts } from './mechanical-grade.ts'
import type { Scale } from './scale.ts'

/** この区分なら、計画の指標がどう分かれるか。`ask` は人が決める数。 */
export type ScalePreview = {
  readonly total: number
  readonly counts: readonly { readonly code: string; readonly count: number }[]
  readonly ask: number
}

type Previewed = Pick<Edition, 'content' | 'rules' | 'firstYear' | 'lastYear'>

/** 実績のある、いちばん新しい年度。まだなければ undefined。 */
export const previewYear = ({ content }: Pick<Edition, 'content'>): number | undefined => actualYears(content).at(-1)

/**
 * いくつもの区分を一度に試す。指標ごとの事実は一度だけ読む。
 *
 * @example previewScales(edition, 2023, [長野県])[0]?.counts // → 順調 18、概ね順調 21、要努力 9
 */
export const previewScales = (edition: Previewed, year: number, scales: readonly Scale[]): readonly ScalePreview[] => {
  const facts = edition.content.indicators.filter(countsOnce).map((indicator) => factsOf(indicator, year, edition))
  return scales.map((scale) => {
    const found = facts.map((each) => gradeByFacts(each, scale))
    const codes = [...scale.grades, ...scale.outside].map(({ code }) => code)
    const count = (code: string) => found.filter((answer) => answer.kind !== 'ask' && answer.grade.code === code).length
    return {
      total: found.length,
      counts: codes.map((code) => ({ code, count: count(code) })),
      ask: found.filter(({ kind }) => kind === 'ask').length,
    }
  })
}
