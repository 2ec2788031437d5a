import { plainText } from '#domain/language/plain-text.ts'
import { yearsIn } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { isFootnote } from '../footnote.ts'
import { readHeader } from '../headers.ts'

/** 重点目標一覧表の行の種類。 */
export type GoalLine =
  | { readonly kind: 'department'; readonly name: string }
  | { readonly kind: 'year'; readonly year: number; readonly title: string }
  | { readonly kind: 'goal'; readonly title: Cell; readonly number: string | null }
  /** 欄の見出し。二つ以上並べば列の役が決まる。頭に目標の番号が立つことがある。 */
  | { readonly kind: 'sections'; readonly number: string | null; readonly columns: SectionColumns | null }
  | { readonly kind: 'legend'; readonly marks: readonly string[]; readonly meanings: readonly string[] }
  /** 市長指示事項の見出し。`responses` は部局が対応を書く欄の列。 */
  | { readonly kind: 'instructions'; readonly rest: readonly Cell[]; readonly responses: readonly number[] }
  | { readonly kind: 'footnote'; readonly cell: Cell }
  | { readonly kind: 'row'; readonly cells: readonly Cell[] }
  | { readonly kind: 'nothing' }

export type Section = 'title' | 'targets' | 'progress' | 'grade'
export type SectionColumns = ReadonlyMap<number, Section>

const sectionWords: readonly (readonly [Section, RegExp])[] = [
  ['title', /^(?:具体的な)?(?:重点)?(?:取組|取り組み)(?:項目|内容)?(?:等)?$/],
  ['targets', /^(?:期限|数値目標|目標)(?:[・、及び]*(?:期限|数値目標|目標値?))*等?$/],
  [
    'progress',
    /^(?:進捗状況|進捗度|取組状況|達成状況|実施状況)(?:[・、及び]*(?:進捗状況|進捗度|達成度|成果))*等?$|^(?:中間|期末)(?:報告|実績)$/,
  ],
  ['grade', /^(?:評価|判定|自己評価|達成度)$/],
]

const sectionOf = ({ text }: Cell): Section | undefined => {
  const { word } = readHeader(text)
  return sectionWords.find(([, pattern]) => pattern.test(word))?.[0]
}

const rule = /^:?-{2,}:?$/
const departmentWord = /^(?:担当)?(?:部局|部|部署|課|所属)名?$|^(?:担当|所管)(?:部局|部署|部|課)名?$/
/** 「[◎：目標を上回る（110％以上）]」は閉じるかっこまで、かっこのないものは次の印まで。 */
const legend = /[[［]([◎○◯△▲×✕])[:：＝=]([^\]］]+)[\]］]|[【(（]?([◎○◯△▲×✕])[:：＝=]([^\]］】)）◎○◯△▲×✕]+)[】)）]?/gu

/** 行の種類を語で決める。 */
export const readGoalLine = (line: Line): GoalLine => {
  const cells = line.cells.filter(({ text }) => text !== '' && !rule.test(text))
  const [first, second] = cells
  if (!first) return { kind: 'nothing' }
  return (
    departmentLine(first, second) ??
    goalLine(first, second) ??
    sectionsLine(cells) ??
    instructionsLine(cells) ??
    legendLine(line) ??
    footnoteLine(line, first) ??
    yearLine(line, cells) ?? { kind: 'row', cells }
  )
}

const departmentLine = (first: Cell, second: Cell | undefined): GoalLine | null => {
  if (second && departmentWord.test(plainText(first.text))) return { kind: 'department', name: second.text }
  const [, label = '', name] = /^([^:：]{2,8})[:：][\s　]*(\S.*)$/u.exec(first.text) ?? []
  return name && !second && departmentWord.test(plainText(label)) ? { kind: 'department', name } : null
}

const goalLine = (first: Cell, second: Cell | undefined): GoalLine | null => {
  const number = /^重点目標(?:(?:その)?([0-9]{1,2}|[①-⑳]))?$/.exec(plainText(first.text))
  if (!number || !second) return null
  return { kind: 'goal', title: second, number: number[1]?.normalize('NFKC') ?? null }
}

const sectionsLine = (cells: readonly Cell[]): GoalLine | null => {
  const found = cells.flatMap((cell) => {
    const section = sectionOf(cell)
    return section ? [[cell.column, section] as const] : []
  })
  const [lead] = cells
  const numbered = lead && /^[0-9]{1,2}$/.test(plainText(lead.text)) ? plainText(lead.text) : null
  if (found.length === 0 || found.length + (numbered === null ? 0 : 1) < cells.length) return null
  return { kind: 'sections', number: numbered, columns: found.length > 1 ? new Map(found) : null }
}

const instructionsLine = (cells: readonly Cell[]): GoalLine | null => {
  const [first, ...rest] = cells
  const heading =
    /^[【〔[(]?(?:市長|町長|村長|区長|知事|首長|副市長)(?:等)?(?:指示事項|指示|コメント|講評)[】〕\])]?[:]?$/
  if (!first || !heading.test(plainText(first.text))) return null
  const responses = rest.filter(({ text }) => response.test(plainText(text)))
  return {
    kind: 'instructions',
    rest: rest.filter((cell) => !responses.includes(cell)),
    responses: responses.map(({ column }) => column),
  }
}

const response = /^(?:部局の?)?(?:対応|回答|措置|取組)(?:状況|方針|内容|結果)?$/

const footnoteLine = (line: Line, cell: Cell): GoalLine | null => (isFootnote(line) ? { kind: 'footnote', cell } : null)

const legendLine = (line: Line): GoalLine | null => {
  const found = [...line.text.matchAll(legend)]
  if (found.length < 2) return null
  return {
    kind: 'legend',
    marks: found.map(([, boxed, , bare]) => boxed ?? bare ?? ''),
    meanings: found.map(([, , boxed, , bare]) => (boxed ?? bare ?? '').trim()),
  }
}

/** 「【平成29年度重点目標】」。 */
const yearLine = (line: Line, cells: readonly Cell[]): GoalLine | null => {
  if (cells.length !== 1 || !/重点目標/.test(plainText(line.text))) return null
  const [year] = yearsIn(line.text)
  if (!year) return null
  const title = (cells[0]?.text ?? '').replace(/^[【〔［[]|[】〕］\]]$/gu, '')
  return { kind: 'year', year: year.year, title }
}
