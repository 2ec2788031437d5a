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
  if (isAnsweredAgain(earlier, asked)) return []
  const inherited = earlier.length === 0 && printed ? fromDocument(asked, printed) : []
  const before = [...earlier, ...inherited]
  const last = before.at(-1)
  if (last && sameFigure(last.figure, asked.figure)) return []
  const revises = before.some(({ kind }) => kind !== 'preliminary')
  const kind = revises ? 'revised' : isPreliminary(asked.figure) ? 'preliminary' : 'final'
  return [...inherited, { ...asked, number: (last?.number ?? 0) + 1, kind, reason: last ? asked.reason : null }]
}

/** 図書に印刷されていた、違う値。改める前の値として残す。 */
const fromDocument = ({ indicatorId, year, figure: asked }: Asked, printed: Printed): readonly NewVersion[] => {
  const { figure, at, file: by } = printed
  if (!saysSomething(figure) || sameFigure(figure, asked)) return []
  const kind = isPreliminary(figure) ? 'preliminary' : 'final'
  return [{ indicatorId, year, number: 1, kind, figure, reason: null, itemId: null, at, by }]
}

/** 同じ項目の、前と同じ答え。そのあとで企画課が直していたら、受理し直しても直した値が立ったまま。 */
const isAnsweredAgain = (earlier: readonly ActualVersion[], { itemId, figure }: Asked): boolean => {
  const own = itemId === null ? undefined : earlier.findLast((version) => version.itemId === itemId)
  return own !== undefined && sameFigure(own.figure, figure)
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
