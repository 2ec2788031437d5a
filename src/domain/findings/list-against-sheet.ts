import { plainText } from '../language/plain-text.ts'
import type { Note, PlanDraft, Project } from '../plan/draft.ts'
import { note } from '../plan/note.ts'

/** 一覧と個票の食い違い（名前・説明文の年と数・事業主体の団体）。 */
export const listFindings = ({ projects, municipality }: PlanDraft): Note[] => {
  const sheets = projects.filter(({ shownIn }) => shownIn === 'sheet')
  return projects
    .filter(({ shownIn }) => shownIn === 'list')
    .flatMap((list) =>
      sheets
        .filter(({ number }) => number !== null && number === list.number)
        .flatMap((sheet) => [
          ...differingNames(list, sheet),
          ...differingNumbers(list, sheet),
          ...differingBodies(list, sheet, municipality.name),
        ]),
    )
}

/** 名の突き合わせ。かぎの種類と、「支援」のような語の抜けは別のものとして残す。 */
const bare = (text: string): string => plainText(text).replace(/[“”"「」『』()]/g, '')

const differingNames = (list: Project, sheet: Project): Note[] =>
  namesAgree(list, sheet)
    ? []
    : [
        note(
          'warning',
          'list-sheet-name',
          { number: list.number ?? '', list: list.name, sheet: sheet.name },
          [list.place, sheet.place],
          [list.id, sheet.id],
        ),
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

/**
 * 事業主体のうち、市の課でない団体の違い。課は、一覧では課名、個票では「市（課名）」と書くのが普通なので比べない。
 * どちらかが空なら比べない。
 */
const differingBodies = (list: Project, sheet: Project, city: string): Note[] => {
  const [listed, printed] = [bodiesIn(list, city), bodiesIn(sheet, city)]
  const only = (mine: readonly string[], others: readonly string[]) =>
    mine.filter((body) => !others.some((other) => other.includes(body) || body.includes(other)))
  const missing = [...only(listed, printed), ...only(printed, listed)]
  if (missing.length === 0 || list.implementers.length === 0 || sheet.implementers.length === 0) return []
  return [
    note(
      'warning',
      'list-sheet-bodies',
      {
        name: list.name,
        list: list.implementers.join('、'),
        sheet: sheet.implementers.join('、'),
        missing: missing.join('、'),
      },
      [list.place, sheet.place],
      [list.id, sheet.id],
    ),
  ]
}

const bodiesIn = ({ implementers }: Project, city: string): string[] =>
  implementers
    .map((each) => plainText(each).replace(/\((?:福|一社|公社|一財|公財|株|有|特非)\)|[㈱㈲]|ほか$|等$/g, ''))
    .map((each) => each.replace(new RegExp(`^${city}(?:\\(.*\\))?`), '').replace(/\(.*\)$/, ''))
    .filter((each) => each !== '' && !/[課室部局係]$/.test(each))
