import { type PlacedCell, placedCells } from '../../grid.ts'
import type { Cell, Table } from '../../report.ts'
import { type Lettering, weightOfCell } from './lettering.ts'

/** 字の大きさ（ポイント）。一番小さくても読める大きさまでで、それより小さくはしない。 */
const largest = 10
const smallest = 6
/** 折り返しの多い列があるとき、そこへ幅を回すために小さくしてよい限り。 */
const comfortable = 9
/** 紙の幅に入らず、列を次の頁へ送るときの大きさ。頁が分かれるので、小さくしすぎない。 */
const whenSliced = 7

/** 升目の左右・上下の余白。字の大きさに対して。 */
export const insets = { across: 0.34, down: 0.3 } as const

/** 表の紙への収まりかた。 */
export type Fit = {
  /** 字の大きさ（ポイント）。 */
  readonly size: number
  /** 一つずつの頁の並び。紙の幅に入れば一つ、入らなければ、見出しの列を繰り返して次の頁に続く。 */
  readonly slices: readonly Slice[]
}

/** 並べる列の番号と、その幅（ポイント）。 */
export type Slice = { readonly columns: readonly number[]; readonly widths: readonly number[] }

/**
 * 表を紙の幅（ポイント）に収める。字を小さくして入るならそうし、入らなければ列を分ける。
 *
 * @example fitTable(table, 1122, lettering('noto-sans')).size // → 8.4
 */
export const fitTable = (table: Table, paper: number, letters: Lettering): Fit => {
  const needs = columnNeeds(table, letters)
  if (sizeFor(needs.wished, paper) >= whenSliced) return whole(table, needs.wished, paper, letters)
  if (sizeFor(needs.least, paper) >= smallest) return whole(table, needs.least, paper, letters)
  const slices = sliceColumns(table, needs.least, paper / whenSliced)
  return { size: whenSliced, slices: alike(slices, needs.least, whenSliced, paper) }
}

/** その幅の列が紙に入る、いちばん大きな字。 */
const sizeFor = (needs: readonly number[], paper: number): number =>
  Math.min(largest, paper / (sum(needs) + 2 * insets.across * needs.length))

/** 分けた列。どの頁でも同じ列が同じ幅になるように、同じ割合で広げる。 */
const alike = (
  slices: readonly (readonly number[])[],
  needs: readonly number[],
  size: number,
  paper: number,
): readonly Slice[] => {
  const natural = (columns: readonly number[]) =>
    columns.map((column) => ((needs[column] ?? 0) + 2 * insets.across) * size)
  const widest = Math.max(...slices.map((columns) => sum(natural(columns))))
  return slices.map((columns) => ({ columns, widths: natural(columns).map((width) => (width * paper) / widest) }))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const every = ({ columns }: Table): readonly number[] => columns.map((_, index) => index)

type Needs = {
  /** 数を折らない幅。これより狭くしない。 */
  readonly least: readonly number[]
  /** 値の字（「4校・13回」「36.7％（令和元年）」）も折らない幅。 */
  readonly wished: readonly number[]
}

/** 値の字を折らないために広げる限り。これより長いものは文とみて、折り返す。 */
const longestValue = 10
const longestNumber = 16

/** 列ごとに要る幅（全角を 1 とする、余白を除く）。 */
const columnNeeds = (table: Table, letters: Lettering): Needs => {
  const least = table.columns.map(({ width }) => width)
  const wished = [...least]
  const widen = (widths: number[], column: number, width: number) => {
    widths[column] = Math.max(widths[column] ?? 0, Math.min(width, longestNumber))
  }
  for (const { cell, column, columns } of [...placedCells(table.header), ...entriesOf(table)]) {
    if (columns !== 1 || cell.vertical || (!cell.number && table.columns[column]?.align !== 'end')) continue
    const width = cellWidth(cell, letters)
    const unbroken = cell.number ? numberWidth(cell, letters) : 0
    widen(least, column, unbroken)
    widen(wished, column, width <= longestValue ? width : unbroken)
  }
  return { least, wished }
}

/** 値に添えた括弧を次の行に送る。数そのものは折らない。「1,638千人（令和7年）」→「1,638千人\n（令和7年）」 */
export const bracketOnNextLine = (text: string): string => text.replace(/(?<=.)(?=[（(])/, '\n')

/** かっこに書かれた年度（「（令和元年度）」）までは折らない。それより長い説明は折ってよい。 */
const longestBracket = 7.2

/** 数を折らない幅。添えた括弧は次の行に送って数える。 */
const numberWidth = (cell: Cell, letters: Lettering): number => {
  const [number = '', ...bracket] = bracketOnNextLine(cell.text).split('\n')
  const rest = bracket.length === 0 ? 0 : cellWidth({ ...cell, text: bracket.join('\n') }, letters)
  return Math.max(cellWidth({ ...cell, text: number }, letters), Math.min(rest, longestBracket))
}

const entriesOf = (table: Table): readonly PlacedCell[] => table.groups.flatMap(({ rows }) => placedCells(rows))

/** 升目のいちばん長い行の幅。注の印は小さな字。 */
const cellWidth = (cell: Cell, letters: Lettering): number =>
  Math.max(...cell.text.split('\n').map((line) => letters.width(line, weightOfCell(cell)))) +
  0.6 * letters.width((cell.marks ?? []).join('')) +
  0.05

/** 列を、頁に入る分ずつに分ける。どの頁にも、行の見出しの列が先に立つ。`paper` は全角で数えた紙の幅。 */
const sliceColumns = (table: Table, needs: readonly number[], paper: number): readonly (readonly number[])[] => {
  const spaceOf = (column: number) => (needs[column] ?? 0) + 2 * insets.across
  const labels = labelColumns(table, paper, spaceOf)
  const room = paper - sum(labels.map(spaceOf))
  const slices: number[][] = []
  let left = 0
  for (const column of every(table).slice(labels.length)) {
    const last = slices.at(-1)
    if (last && spaceOf(column) <= left) last.push(column)
    else {
      slices.push([...labels, column])
      left = room
    }
    left -= spaceOf(column)
  }
  return slices
}

/** 行の見出しの列。表の左から、見出しの升目のある列まで。紙の半分より広くはとらない。 */
const labelColumns = (table: Table, paper: number, spaceOf: (column: number) => number): readonly number[] => {
  const headings = entriesOf(table).filter(({ cell, columns }) => cell.heading && columns < table.columns.length)
  const until = Math.min(
    Math.max(1, ...headings.map(({ column, columns }) => column + columns)),
    table.columns.length - 1,
  )
  const found: number[] = []
  for (const column of every(table).slice(0, until)) {
    if (sum([...found, column].map(spaceOf)) > paper / 2) break
    found.push(column)
  }
  return found
}

/**
 * 全部の列を、紙の幅いっぱいに広げる。余った幅は、まず短い名の列（課名・種類）に、次に折り返しの多い列（備考・所見）に、
 * それでも余れば、字の列に多く配る。
 */
const whole = (table: Table, needs: readonly number[], paper: number, letters: Lettering): Fit => {
  const { names, texts } = wantedWidths(table, needs, letters)
  const roomy = sizeFor(
    needs.map((need, column) => need + (names[column] ?? 0) + (texts[column] ?? 0)),
    paper,
  )
  const size = Math.max(Math.min(comfortable, sizeFor(needs, paper)), roomy)
  const room = paper / size - sum(needs) - 2 * insets.across * needs.length
  const named = Math.min(1, room / (sum(names) || 1))
  const forTexts = room - named * sum(names)
  const filled = Math.min(1, forTexts / (sum(texts) || 1))
  const shares = needs.map((need, column) => need * (table.columns[column]?.align === 'start' ? 2 : 1))
  const rest = (forTexts - filled * sum(texts)) / sum(shares)
  const widths = needs.map((need, column) => {
    const extra = named * (names[column] ?? 0) + filled * (texts[column] ?? 0) + rest * (shares[column] ?? 0)
    return (need + extra + 2 * insets.across) * size
  })
  return { size, slices: [{ columns: every(table), widths }] }
}

/** 折り返しの多い列を広げる限り。これより長い一行は、かえって読みにくい。 */
const longestLine = 40
/** 課名や種類のような、短い名。一字だけ次の行に送られると読みにくいので、どれも一行に入れる。 */
const longestName = 13

/** 列ごとに、一行に入るためにあとどれだけ要るか。短い名の列ではいちばん長い名が、ほかはふつうの長さの文が。 */
const wantedWidths = (
  table: Table,
  needs: readonly number[],
  letters: Lettering,
): { readonly names: readonly number[]; readonly texts: readonly number[] } => {
  const lengths: number[][] = needs.map(() => [])
  for (const { cell, column, columns } of entriesOf(table))
    if (columns === 1 && cell.text !== '') lengths[column]?.push(Math.min(longestLine, cellWidth(cell, letters)))
  const longest = lengths.map((found) => found.reduce((most, length) => Math.max(most, length), 0))
  const isName = (column: number) => (longest[column] ?? 0) <= longestName
  const usual = lengths.map((found) => (1.2 * sum(found)) / (found.length || 1))
  return {
    names: needs.map((need, column) => (isName(column) ? Math.max(0, (longest[column] ?? 0) - need) : 0)),
    texts: needs.map((need, column) =>
      isName(column) ? 0 : Math.max(0, Math.min(longestLine, usual[column] ?? 0) - need),
    ),
  }
}
