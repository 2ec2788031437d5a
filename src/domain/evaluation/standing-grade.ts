import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Evaluation, StandingGrade } from './evaluation.ts'
import type { GradeAnswer, Scale } from './scale.ts'

/** 区分の符号・呼び名・印（順位の中も外も）。 */
export type GradeName = { readonly code: string; readonly label: string; readonly symbol: string }

/** 区分の並び。よい方から、順位の外はその後に。 */
export const gradesIn = (scale: Scale | null): readonly GradeName[] =>
  scale ? [...scale.grades, ...scale.outside].map(({ code, label, symbol }) => ({ code, label, symbol })) : []

/** 区分の呼び名。その区分にない符号（区分を替える前のもの）は、符号のまま。 */
export const gradeName = (scale: Scale | null, code: string): GradeName =>
  gradesIn(scale).find((grade) => grade.code === code) ?? { code, label: code, symbol: code }

/** 印とことばを一続きに。「A 達成」 */
export const gradeInWords = (scale: Scale | null, code: string): string => {
  const { symbol, label } = gradeName(scale, code)
  return symbol === label ? symbol : `${symbol} ${label}`
}

/** 機械の判定の符号。人が決める（ask）か、判定がなければ null。 */
export const mechanicalCode = (mechanical: GradeAnswer | null): string | null =>
  mechanical === null || mechanical.kind === 'ask' ? null : mechanical.grade.code

type Grounds = {
  readonly scale: Scale | null
  /** 段の順。 */
  readonly evaluations: readonly Evaluation[]
  readonly mechanical: GradeAnswer | null
  readonly printed: StandingGrade | null
}

/**
 * 立っている区分。区分の書かれているいちばんあとの段、なければ機械の判定、それもなければ図書に印刷された判定。
 * 文だけの評価（`grade` が null）は、前の段の区分を動かさない。
 */
export const standingGrade = ({ scale, evaluations, mechanical, printed }: Grounds): StandingGrade | null => {
  const last = evaluations.findLast(({ grade }) => grade !== null)
  if (last?.grade) return { code: last.grade, label: gradeName(scale, last.grade).label, from: last.stage }
  const code = mechanicalCode(mechanical)
  return code === null ? printed : { code, label: gradeName(scale, code).label, from: 'mechanical' }
}

/** 図書に印刷された判定。欄がいくつもあれば、あとのもの（一次評価より二次評価）。区分のどれかと同じ字なら、その区分とする。 */
export const printedGrade = (
  { printedGrades = [] }: Pick<Indicator, 'printedGrades'>,
  year: number,
  scale: Scale | null,
): StandingGrade | null => {
  const printed = printedGrades.findLast((grade) => grade.year === year && grade.printed.trim() !== '')?.printed.trim()
  if (printed === undefined) return null
  const written = plainText(printed)
  const known = gradesIn(scale).find(({ code, label, symbol }) =>
    [code, label, symbol].some((word) => plainText(word) === written),
  )
  return { code: known?.code ?? printed, label: known?.label ?? printed, from: 'printed' }
}
