import { plainText } from '../language/plain-text.ts'
import type { Indicator, Note, PlanDraft, Project } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import type { Place } from '../provenance.ts'
import { groupsBy } from './figures.ts'
import { when } from './when.ts'

/** いくつもの基本目標に印刷された、同じ個票の食い違い。 */
export const reprintFindings = ({ projects, indicators }: PlanDraft): Note[] => {
  const sheets = projects.filter(({ shownIn }) => shownIn === 'sheet')
  return groupsBy(sheets, sheetKey).flatMap((group) => reprinted(indicators, group))
}

/** 同じ事業か。一覧No. があればそれで、なければ名で。 */
const sheetKey = ({ listNumber, name, subName }: Project): string => listNumber ?? comparable(`${name}${subName ?? ''}`)

/** 二枚目からを一枚目と比べる。同じところの違いは、何枚に出ても一つの気づきにする。 */
const reprinted = (indicators: readonly Indicator[], [first, ...others]: readonly Project[]): Note[] => {
  if (!first) return []
  const differences = others.flatMap((other) => differencesOf(indicators, first, other))
  return groupsBy(differences, ({ key }) => key).flatMap((same) => {
    const [shown] = same
    if (!shown) return []
    return [
      note(
        'warning',
        'sheet-reprinted',
        { name: first.name, what: shown.what, first: shown.a, second: shown.b },
        same.flatMap(({ places }) => places),
        [first.id, ...others.map(({ id }) => id)],
      ),
    ]
  })
}

/** 違い。`key` は同じところの違いをまとめる鍵。 */
type Difference = {
  readonly key: string
  readonly what: string
  readonly a: string
  readonly b: string
  readonly places: readonly Place[]
}

const differencesOf = (indicators: readonly Indicator[], first: Project, other: Project): Difference[] => {
  const places = [first.place, other.place]
  return [
    ...yearsDiffer(first, other),
    ...textDiffers('@what-content', first.content, other.content, places),
    ...textDiffers('@what-implementers', first.implementers.join('、'), other.implementers.join('、'), places),
    ...textDiffers('@what-name', first.name, other.name, places),
    ...indicatorsDiffer(indicators, first, other),
  ]
}

/** 違いを比べる字面。箇条の印と、かぎ・句読点の有無は違いとしない。 */
const comparable = (text: string): string =>
  plainText(text)
    .replace(/^[・○◆◇●①-⑳]/, '')
    .replace(/[“”"「」『』、。,・:]/g, '')

const textDiffers = (what: string, a: string | null, b: string | null, places: readonly Place[]): Difference[] => {
  if (a === null || b === null || comparable(a) === comparable(b)) return []
  const [mine, other] = aroundDifference(a, b)
  return [{ key: what, what, a: mine, b: other, places }]
}

/** 初めて違う字のまわりだけを見せる。長い説明文をそのまま並べても、どこが違うか分からない。 */
const aroundDifference = (a: string, b: string): [string, string] => {
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  const from = Math.max(0, (at === -1 ? a.length : at) - 10)
  const around = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + 30)}${text.length > from + 30 ? '…' : ''}`
  return [around(a), around(b)]
}

/** 年度の取組の違い。いくつもの年度で違っても、一つにまとめて初めの違いを見せる。 */
const yearsDiffer = (first: Project, other: Project): Difference[] => {
  const differing = first.years.flatMap((mine) => {
    const theirs = other.years.find(({ year }) => year === mine.year)
    // 一方が空の年は、升目の結合や読み取りの抜けであることが多く、読み手がすでに気づきを付けている。
    if (!theirs || mine.items.length === 0 || theirs.items.length === 0) return []
    return comparable(mine.items.join('')) === comparable(theirs.items.join('')) ? [] : [{ mine, theirs }]
  })
  const [shown] = differing
  if (!shown) return []
  const [a, b] = onlyIn(shown.mine.items, shown.theirs.items)
  return [
    {
      key: 'years',
      what: differing.map(({ mine }) => when(mine.year)).join('・'),
      a: shortened(a),
      b: shortened(b),
      places: differing.flatMap(({ mine, theirs }) => [mine.place ?? first.place, theirs.place ?? other.place]),
    },
  ]
}

/** それぞれにだけある項目。 */
const onlyIn = (a: readonly string[], b: readonly string[]): [string, string] => {
  const missingFrom = (items: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(comparable))
    return items.filter((item) => !known.has(comparable(item))).join('／') || '―'
  }
  return [missingFrom(a, b), missingFrom(b, a)]
}

const indicatorsDiffer = (indicators: readonly Indicator[], first: Project, other: Project): Difference[] => {
  const settings = ({ id }: Project) =>
    indicators.filter(({ project, class: kind }) => project === id && kind.includes('設定指標'))
  const [mine, theirs] = [settings(first), settings(other)]
  return mine.flatMap((one, index) => {
    const same = theirs.find(({ name }) => comparable(name) === comparable(one.name))
    const [a, b] = [one.targets[0], same?.targets[0]]
    if (a && b && comparableTarget(a.raw) !== comparableTarget(b.raw))
      return [{ key: one.name, what: one.name, a: a.raw, b: b.raw, places: [a.place, b.place] }]
    const there = theirs[index]
    if (same || !there || mine.length !== theirs.length) return []
    return textDiffers('@what-indicator-name', one.name, there.name, [one.place, there.place])
  })
}

/** 目標の字面。助詞の有無（「全体の90%」）は違いとしない。 */
const comparableTarget = (text: string): string => comparable(text).replaceAll('の', '')

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
