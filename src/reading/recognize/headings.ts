import type { Place } from '#domain/provenance.ts'
import { placeInText } from '../assemble/places.ts'
import type { Cell, Line } from '../document.ts'

/** 見出し。`rank` は段の深さ（0 が最も上）。`repeated` は（再掲）と書かれた節。 */
export type Heading = {
  readonly level: string
  readonly rank: number
  readonly number: string | null
  readonly title: string
  readonly repeated: boolean
  readonly place: Place
}

/** 見出しに立つ段の名と深さ。長い名から合わせる。 */
const levels: readonly (readonly [level: string, rank: number])[] = [
  ['基本目標', 1],
  ['基本構想', 1],
  ['まちづくりの目標', 1],
  ['政策目標', 1],
  ['基本的方向', 2],
  ['基本方向', 2],
  ['基本施策', 2],
  ['施策分野', 2],
  ['政策分野', 2],
  ['戦略パッケージ', 2],
  ['政策', 2],
  ['分野', 2],
  ['具体的施策', 3],
  ['主要施策', 3],
  ['重点施策', 3],
  ['個別施策', 3],
  ['施策', 3],
  ['基本事業', 4],
]

const spaced = (word: string): string => [...word].join('[\\s　]*')

const numberWords =
  '[①-⑳]|[0-9０-９]{1,2}(?:[-－‐–.．][0-9０-９]{1,2})*|[一二三四五六七八九十]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,4}|[(（][0-9０-９]{1,2}[)）]'
const labelled = levels.map(([level, rank]) => ({
  level,
  rank,
  pattern: new RegExp(
    `^${spaced(level)}(?:[\\s　]*(?<number>${numberWords})[\\s　]*[:：.．、]?|[\\s　]*[:：])[\\s　]*(?<title>\\S.*)$`,
    'u',
  ),
}))

const symbol = /^[■◆●▼□◇★☆][\s　]*/u
const part = /^[■◆●▼□◇★☆][\s　]*(?<title>\S.*)$/u
const roman = /^(?<number>[ivxⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ]{1,4}|[IVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,4})[\s　.．、:：]+(?<title>\S.*)$/u
const bracketed = /^[(（](?<number>[0-9０-９]{1,2})[)）][\s　]*(?<title>\S.*)$/u

const longestTitle = 120
const marked = /[(（]\s*再\s*掲\s*[)）]/u

/** その行の、ただ一つの空でない升目。二つ以上あれば（表の行なので）null。 */
export const onlyCell = (line: Line): Cell | null => {
  const cells = line.cells.filter(({ text }) => text !== '')
  return cells.length === 1 ? (cells[0] ?? null) : null
}

/**
 * 見出しの行を読む。「基本目標①…」「施 策：…」「i …」「■全体目標」。見出しでなければ null。
 * 番号だけの見出し（i、(1)）は施策分野とみる。文（句点で終わるもの）は見出しでない。
 *
 * @example readHeading(line) // → { level: '施策', rank: 3, number: null, title: 'U・Iターンの推進', … }
 */
export const readHeading = (line: Line): Heading | null => {
  const cell = onlyCell(line)
  if (!cell || cell.text.length > longestTitle || /[。]$/u.test(cell.text)) return null
  const lead = symbol.exec(cell.text)?.[0].length ?? 0
  const inner = cell.text.slice(lead)
  for (const { level, rank, pattern } of labelled) {
    const groups = pattern.exec(inner)?.groups
    if (groups) return heading(cell, level, rank, groups)
  }
  const area = roman.exec(inner)?.groups ?? bracketed.exec(inner)?.groups
  if (area) return heading(cell, '施策分野', 2, area)
  const whole = part.exec(cell.text)?.groups
  return whole ? heading(cell, '区分', 0, whole) : null
}

const heading = (cell: Cell, level: string, rank: number, groups: Record<string, string | undefined>): Heading => {
  const title = groups.title ?? ''
  const start = Math.max(0, cell.text.lastIndexOf(title))
  return {
    level,
    rank,
    number: groups.number === undefined ? null : plainNumber(groups.number),
    title,
    repeated: marked.test(title),
    place: placeInText(cell.text, cell.place, start, title.length),
  }
}

/** 「①」「１」「(1)」→「1」。ローマ数字は小文字にしない（i と Ⅰ は印刷のとおり分ける）。 */
const plainNumber = (number: string): string => number.normalize('NFKC').replace(/[()]/g, '')

/** 節に付く文の頭書き。 */
const policy = new RegExp(
  `^[〈《【<≪\\[［〔]?[\\s　]*${spaced('基本方針')}[\\s　]*(?:[〉》】>≫\\]］〕]|[:：])[\\s　]*`,
  'u',
)
const works = new RegExp(
  `^(?:${[...['事業等', '主な事業', '具体的な事業', '主な取組', '取組']].map(spaced).join('|')})[\\s　]*[:：]`,
  'u',
)

/** 節の文。policy 基本方針（頭書きを落とす）、works 事業等（頭書きごと残す）、plain 続きの文。 */
export type Passage = { readonly kind: 'policy' | 'works' | 'plain'; readonly text: string; readonly place: Place }

export const readPassage = (line: Line): Passage | null => {
  const cell = onlyCell(line)
  if (!cell) return null
  const lead = policy.exec(cell.text)?.[0].length ?? 0
  const kind = lead > 0 ? 'policy' : works.test(cell.text) ? 'works' : 'plain'
  const text = cell.text.slice(lead)
  return { kind, text, place: placeInText(cell.text, cell.place, lead, text.length) }
}
