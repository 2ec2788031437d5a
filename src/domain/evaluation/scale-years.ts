import type { EditionScale, SubjectKind } from './evaluation.ts'

type Placed = Pick<EditionScale, 'subject' | 'fromYear'>

/**
 * その年度に区分を置くか、取り去ると、働く区分の変わる「もう評価した年度」。古い順。空なら置いてよい。
 * 置いた区分は、次に置いてある年度の前の年まで働く。
 *
 * @example gradedYearsUnder([], 'indicator', 2022, [2021, 2022, 2023]) // → [2022, 2023]
 */
export const gradedYearsUnder = (
  scales: readonly Placed[],
  subject: SubjectKind,
  fromYear: number,
  judged: readonly number[],
): readonly number[] => {
  const next = scales
    .filter((each) => each.subject === subject && each.fromYear > fromYear)
    .map((each) => each.fromYear)
  const end = next.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...next)
  return judged.filter((year) => year >= fromYear && year < end).toSorted((a, b) => a - b)
}

/** 新しい区分を置くのに勧める年度。評価した年度があればその次、なければ計画の初めの年度。 */
export const suggestedYear = (
  { firstYear }: { readonly firstYear: number | null },
  judged: readonly number[],
  thisYear: number,
): number => (judged.length > 0 ? Math.max(...judged) + 1 : (firstYear ?? thisYear))
