import { plainText } from '../language/plain-text.ts'
import type { Indicator, Note, PlanDraft, Project } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import type { Place } from '../provenance.ts'
import { groupsBy, pairs } from './figures.ts'
import { when } from './when.ts'

/** 一覧と個票、二度印刷された個票の食い違い（名前・年・数）。 */
export const sheetFindings = (draft: PlanDraft): Note[] => {
  const sheets = draft.projects.filter(({ shownIn }) => shownIn === 'sheet')
  const lists = draft.projects.filter(({ shownIn }) => shownIn === 'list')
  return [
    ...lists.flatMap((list) =>
      sheets
        .filter(({ number }) => number !== null && number === list.number)
        .flatMap((sheet) => listAgainstSheet(list, sheet)),
    ),
    ...groupsBy(sheets, (sheet) => sheetKey(sheet)).flatMap((group) =>
      pairs(group)
        .slice(0, group.length - 1)
        .flatMap(([first, second]) => reprinted(draft.indicators, first, second)),
    ),
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

const reprinted = (indicators: readonly Indicator[], first: Project, second: Project): Note[] => {
  const differences = [
    ...yearsDiffer(first, second),
    ...textDiffers('@what-content', first.content, second.content),
    ...textDiffers('@what-implementers', first.implementers.join('、'), second.implementers.join('、')),
    ...textDiffers('@what-name', first.name, second.name),
    ...indicatorsDiffer(indicators, first, second),
  ]
  return differences.map(({ what, a, b, places }) =>
    note(
      'warning',
      'sheet-reprinted',
      { name: first.name, what, first: shortened(a), second: shortened(b) },
      places ?? [first.place, second.place],
      [first.id, second.id],
    ),
  )
}

type Difference = { readonly what: string; readonly a: string; readonly b: string; readonly places?: readonly Place[] }

/** 違いを比べる字面。箇条の印と、かぎ・句読点の有無は違いとしない。 */
const comparable = (text: string): string =>
  plainText(text)
    .replace(/^[・○◆◇●①-⑳]/, '')
    .replace(/[“”"「」『』、。,・:]/g, '')

const textDiffers = (what: string, a: string | null, b: string | null): Difference[] =>
  a === null || b === null || comparable(a) === comparable(b) ? [] : [{ what, a, b }]

const yearsDiffer = (first: Project, second: Project): Difference[] =>
  first.years.flatMap(({ year, items, place }) => {
    const other = second.years.find((each) => each.year === year)
    if (!other || comparable(items.join('')) === comparable(other.items.join(''))) return []
    const [a, b] = onlyIn(items, other.items)
    const places = place && other.place ? [place, other.place] : undefined
    return [{ what: when(year), a, b, ...(places ? { places } : {}) }]
  })

/** それぞれにだけある項目。 */
const onlyIn = (a: readonly string[], b: readonly string[]): [string, string] => {
  const missingFrom = (items: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(comparable))
    return items.filter((item) => !known.has(comparable(item))).join('／') || '（なし）'
  }
  return [missingFrom(a, b), missingFrom(b, a)]
}

const indicatorsDiffer = (indicators: readonly Indicator[], first: Project, second: Project): Difference[] => {
  const of = ({ id }: Project) =>
    indicators.filter(({ project, class: kind }) => project === id && kind.includes('設定指標'))
  const others = of(second)
  return of(first).flatMap((mine) => {
    const other = others.find(({ name }) => comparable(name) === comparable(mine.name))
    const [a, b] = [mine.targets[0], other?.targets[0]]
    if (!a || !b || comparable(a.raw) === comparable(b.raw)) return []
    return [{ what: mine.name, a: a.raw, b: b.raw, places: [a.place, b.place] }]
  })
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
