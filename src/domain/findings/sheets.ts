import { plainText } from '../language/plain-text.ts'
import type { Indicator, Note, PlanDraft, Project } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import type { Place } from '../provenance.ts'
import { groupsBy } from './figures.ts'
import { when } from './when.ts'

/** 一覧と個票、二度印刷された個票の食い違い（名前・年・数）。 */
export const sheetFindings = (draft: PlanDraft): Note[] => {
  const sheets = draft.projects.filter(({ shownIn }) => shownIn === 'sheet')
  const lists = draft.projects.filter(({ shownIn }) => shownIn === 'list')
  const sheetsOf = (list: Project) => sheets.filter(({ number }) => number !== null && number === list.number)
  return [
    ...lists.flatMap((list) => sheetsOf(list).flatMap((sheet) => listAgainstSheet(list, sheet))),
    ...groupsBy(sheets, sheetKey).flatMap((group) => reprinted(draft.indicators, group)),
  ]
}

/** 同じ事業か。一覧No. があればそれで、なければ名で。 */
const sheetKey = ({ listNumber, name }: Project): string => listNumber ?? bare(name)

/** 名の突き合わせ。かぎの種類と、「支援」のような語の抜けは別のものとして残す。 */
const bare = (text: string): string => plainText(text).replace(/[“”"「」『』()]/g, '')

const listAgainstSheet = (list: Project, sheet: Project): Note[] => [
  ...(namesAgree(list, sheet)
    ? []
    : [
        note(
          'warning',
          'list-sheet-name',
          { number: list.number ?? '', list: list.name, sheet: sheet.name },
          [list.place, sheet.place],
          [list.id, sheet.id],
        ),
      ]),
  ...differingNumbers(list, sheet),
]

/** 個票は上段（事務事業名）と下段（事業名）に分かれるので、どちらかが一覧の名と合えばよい。 */
const namesAgree = (list: Project, sheet: Project): boolean => {
  const listed = bare(list.name)
  const titles = [sheet.name, sheet.subName ?? '', `${sheet.name}${sheet.subName ?? ''}`]
    .map(bare)
    .filter((name) => name !== '')
  return titles.some(
    (title) => listed === title || listed.endsWith(title) || listed.startsWith(title) || title.endsWith(listed),
  )
}

/** 説明文の中の、同じ語に付いた違う数（「SAGA2023」と「SAGA2024」、「令和5年度」と「令和6年度」）。 */
const differingNumbers = (list: Project, sheet: Project): Note[] => {
  if (list.content === null || sheet.content === null) return []
  const second = numbered(sheet.content)
  return [...numbered(list.content)].flatMap(([words, first]) => {
    const other = second.get(words)
    if (other === undefined || other === first) return []
    return [
      note(
        'warning',
        'list-sheet-content-number',
        { name: list.name, what: '@what-content', first, second: other },
        [list.place, sheet.place],
        [list.id, sheet.id],
      ),
    ]
  })
}

/** 文の中の「語＋数＋語」を、数を除いた字面を鍵にして並べる。同じ鍵が二度出る語は、どれとどれを比べるか決まらないので除く。 */
const numbered = (text: string): ReadonlyMap<string, string> => {
  const found = [
    ...text
      .normalize('NFKC')
      .matchAll(/(令和|平成|第|[A-Z]{2,}|[一-龠]{2,6})([0-9][0-9,.]*)(年度|年|回|人|件|月|日|時間|[一-龠%]{0,4})/g),
  ]
  const keyOf = (match: RegExpMatchArray) => `${match[1]}＃${match[3]}`
  const once = found.filter((match) => found.filter((other) => keyOf(other) === keyOf(match)).length === 1)
  return new Map(once.map((match) => [keyOf(match), match[0]]))
}

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
    return !theirs || comparable(mine.items.join('')) === comparable(theirs.items.join('')) ? [] : [{ mine, theirs }]
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
