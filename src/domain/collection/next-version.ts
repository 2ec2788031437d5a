import { canonicalJson } from '../canonical-json.ts'
import { isAbsent, saysSomething } from '../indicator/figures.ts'
import type { Figure } from '../quantity/figure.ts'
import type { ActualVersion } from './actual-version.ts'

/** これから立てる版。`at` と `by` は書く取引が付ける（図書から引き継ぐ版だけは、自分で持つ）。 */
export type NewVersion = Omit<ActualVersion, 'at' | 'by'> & { readonly at?: string; readonly by?: string }

type Asked = {
  readonly indicatorId: string
  readonly year: number
  readonly figure: Figure
  readonly reason: string | null
  readonly itemId: string | null
}

/** 図書に印刷されていた値と、その図書。版がまだ一つもないとき、それが版 1 になる。 */
type Printed = { readonly figure: Figure; readonly file: string; readonly at: string }

/**
 * つぎの版（図書の値を版 1 に残すときは二つ）。いまの版と同じ値なら空で、版は増えない。
 * 暫定値と未公表は速報、初めての確かな値は確定、確定のあとで改めたものは遡及修正。
 *
 * @example nextVersions([], { figure: 暫定値43, … }, undefined) // → [{ number: 1, kind: 'preliminary', … }]
 */
export const nextVersions = (
  earlier: readonly ActualVersion[],
  asked: Asked,
  printed: Printed | undefined,
): readonly NewVersion[] => {
  const { indicatorId, year } = asked
  const inherited: readonly NewVersion[] =
    earlier.length === 0 &&
    printed !== undefined &&
    saysSomething(printed.figure) &&
    !sameFigure(printed.figure, asked.figure)
      ? [
          {
            indicatorId,
            year,
            number: 1,
            kind: isPreliminary(printed.figure) ? 'preliminary' : 'final',
            figure: printed.figure,
            reason: null,
            itemId: null,
            at: printed.at,
            by: printed.file,
          },
        ]
      : []
  const before = [...earlier, ...inherited]
  const last = before.at(-1)
  if (last && sameFigure(last.figure, asked.figure)) return inherited
  const revises = before.some(({ kind }) => kind !== 'preliminary')
  const kind = revises ? 'revised' : isPreliminary(asked.figure) ? 'preliminary' : 'final'
  return [...inherited, { ...asked, number: (last?.number ?? 0) + 1, kind, reason: last ? asked.reason : null }]
}

const isPreliminary = (figure: Figure): boolean =>
  figure.status === 'provisional' ||
  figure.status === 'estimated' ||
  (isAbsent(figure) && figure.status === 'not-published')

/** 同じ値か。字のゆれ（全角・カンマ・単位の有無）は、値が同じなら同じとみる。 */
export const sameFigure = (a: Figure, b: Figure): boolean => meaning(a) === meaning(b)

const meaning = ({ value, unit, qualifier, status, text, parts, secondary, upTo, outOf, remark }: Figure): string =>
  canonicalJson({
    value,
    unit: value === null ? null : unit,
    qualifier,
    status,
    text: value === null ? text : null,
    parts: parts?.map(meaning),
    secondary: secondary && meaning(secondary),
    upTo,
    outOf,
    remark,
  })
