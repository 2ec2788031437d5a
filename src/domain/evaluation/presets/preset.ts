import type { SubjectKind } from '../evaluation.ts'
import type { Grade, GradeRule, OutsideGrade, Scale } from '../scale.ts'

/**
 * 自治体・国が実際に使っている評価区分の、そのまま置ける形。`source` は基準の出どころ。
 * `criteria` は、境が公表されているか（published）、公表されていないところをしるべが読んだか（reading）。
 * 一言の説明と、読んだところのことわりは目録（`scales.about-…`・`scales.reading-…`）にある。
 */
export type ScalePreset = {
  readonly subjects: readonly SubjectKind[]
  readonly scale: Scale
  readonly source: PresetSource
  readonly criteria: 'published' | 'reading'
}

/** 団体と、図書と、その番地。 */
export type PresetSource = { readonly body: string; readonly paper: string; readonly url: string }

type More = Omit<Partial<Grade>, 'code' | 'label' | 'meaning' | 'rule'>

/** 区分一つ。印は符号と同じ（ほかの印なら `more`）。 */
export const grade = (code: string, label: string, meaning: string, rule: GradeRule, more: More = {}): Grade => ({
  code,
  label,
  meaning,
  symbol: code.slice(0, 2),
  rule,
  ...more,
})

/** 順位の外の区分一つ。 */
export const outside = (
  code: string,
  label: string,
  meaning: string,
  when: Partial<Pick<OutsideGrade, 'for' | 'absences'>>,
  symbol = code.slice(0, 2),
): OutsideGrade => ({
  code,
  label,
  meaning,
  symbol,
  for: when.for ?? [],
  ...(when.absences && { absences: when.absences }),
})

export const human: GradeRule = { on: 'human' }

/** 達成率が n％以上。 */
export const rateFrom = (from: string): GradeRule => ({ on: 'rate', from })

/** 残りの率のすべて。 */
export const anyRate: GradeRule = { on: 'rate' }
