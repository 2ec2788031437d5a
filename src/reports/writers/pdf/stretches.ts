import type { RowGroup } from '../../report.ts'
import type { Lettering } from './lettering.ts'
import { heightOf } from './row-heights.ts'
import { weightOf } from './set-cell.ts'
import type { SlicedRow } from './sliced-rows.ts'
import type { CellArguments } from './typst-data.ts'

/** 表の中の、一続きに置く行。見出し・帯・一件・小計・合計。 */
export type Stretch = {
  readonly rows: readonly SlicedRow[]
  readonly fill: CellArguments['fill']
  /** 見出し（table.header）として置くなら、その段。1 が表の見出し。 */
  readonly header?: { readonly level: number; readonly repeat: boolean } | undefined
  /** 紙より高いかもしれないので、行の途中で切ってよい。 */
  readonly breakable: boolean
  /** この行から何行を、頁の替わり目で離さないか。0 なら、前の行といっしょ。見出しでは、一行ずつ。 */
  readonly tied: number
}

/** 頁の広さと字組み。`height` は本文の高さ（字の大きさに対して）。 */
type Page = { readonly height: number; readonly letters: Lettering; readonly repeatsBands: boolean }

type Role = 'band' | 'preface' | 'total' | 'rows'

type Piece = Stretch & { readonly role: Role; readonly depth: number }

/** 頁の頭に繰り返す帯のために空けておく高さ。 */
const keptForBands = 12

/**
 * 表の行を、頁の替わり目で離さないまとまりに分け、見出しの段を決める。`isSheet` は、見出しの行のない表（個票など）。
 */
export const stretchesOf = (
  header: readonly SlicedRow[],
  groups: readonly { readonly group: RowGroup; readonly rows: readonly SlicedRow[] }[],
  isSheet: boolean,
  page: Page,
): readonly Stretch[] => {
  const head = headerOf(header, page)
  const room = { ...page, height: page.height - head.height - keptForBands }
  const pieces = withinKept(
    groups.map(({ group, rows }) => pieceOf(group, rows, isSheet, room)),
    page.letters,
  )
  return [...head.stretches, ...levelled(endingsTied(pieces, room))]
}

/** 表の見出し。紙の半分より高ければ、ただの行として置く（繰り返すと中身が入らない）。 */
const headerOf = (rows: readonly SlicedRow[], { height, letters }: Page) => {
  const own = heightOf(rows, letters, 'regular')
  const repeats = own < height / 2
  const stretch: Stretch = repeats
    ? { rows, fill: 'header', header: { level: 1, repeat: true }, breakable: false, tied: 1 }
    : { rows, fill: 'header', breakable: true, tied: rows.length }
  return { height: repeats ? own : 0, stretches: rows.length > 0 ? [stretch] : [] }
}

const pieceOf = (
  group: RowGroup,
  rows: readonly SlicedRow[],
  isSheet: boolean,
  { height, letters, repeatsBands }: Page,
): Piece => {
  const fill = fillOf(group, isSheet)
  const breakable = heightOf(rows, letters, weightOf(fill)) >= height
  const role = breakable || !repeatsBands || spansRows(rows) ? 'rows' : roleOf(group, rows, isSheet)
  const depth = group.kind === 'band' ? group.level : role === 'total' ? 1 : 0
  return { rows, fill, breakable, role, depth, tied: rows.length }
}

/**
 * 頁の頭に繰り返す帯と前置きの高さの和が、空けておく高さを超えるなら、超える帯はただの行として置く。
 * 繰り返すと、その下の切らない一件が紙の外へはみ出して消える。
 */
const withinKept = (pieces: readonly Piece[], letters: Lettering): readonly Piece[] => {
  let above: readonly { readonly depth: number; readonly height: number }[] = []
  return pieces.map((piece) => {
    const depth = piece.role === 'preface' ? Number.POSITIVE_INFINITY : piece.depth
    if (piece.role === 'rows') {
      above = above.filter((one) => one.depth !== Number.POSITIVE_INFINITY)
      return piece
    }
    const over = piece.role === 'preface' ? above : above.filter((one) => one.depth < depth)
    const height = heightOf(piece.rows, letters, weightOf(piece.fill))
    const fits = over.reduce((sum, one) => sum + one.height, height) <= keptForBands
    above = fits ? [...over, { depth, height }] : over
    return fits ? piece : { ...piece, role: 'rows', depth: 0 }
  })
}

/** 行にまたがる升目があるか。Typst 0.14 は、またがる升目のある帯が頁の終わりから送られると落ちる。 */
const spansRows = (rows: readonly SlicedRow[]): boolean => rows.some((row) => row.some((cell) => cell.rows > 1))

/** 表の幅いっぱいの一行（「事業等：…」）は、下の行の前置きなので、次の行から離さない。 */
const roleOf = (group: RowGroup, rows: readonly SlicedRow[], isSheet: boolean): Role => {
  if (group.kind === 'band' || group.kind === 'total') return group.kind
  return !isSheet && group.kind === 'entry' && rows.length === 1 && rows[0]?.length === 1 ? 'preface' : 'rows'
}

const fillOf = (group: RowGroup, isSheet: boolean): CellArguments['fill'] => {
  switch (group.kind) {
    case 'band':
      return group.level === 1 ? 'band-1' : group.level === 2 ? 'band-2' : 'band-3'
    case 'entry':
      return isSheet ? 'label' : undefined
    default:
      return group.kind
  }
}

/** 小計・合計は、その上の一件と同じ頁に置く。小計だけの頁は、何の小計か分からない。 */
const endingsTied = (pieces: readonly Piece[], page: Page): readonly Piece[] => {
  const tied = [...pieces]
  let first: number | undefined
  for (const [index, piece] of pieces.entries()) {
    const before = first === undefined ? undefined : tied[first]
    const isEnding = piece.fill === 'subtotal' || piece.fill === 'total'
    if (isEnding && first !== undefined && before && fitsWith(pieces.slice(first, index + 1), page)) {
      tied[first] = { ...before, tied: before.tied + piece.rows.length }
      tied[index] = { ...piece, role: 'rows', depth: 0, tied: 0 }
    } else first = piece.role === 'rows' && !piece.breakable && piece.rows.length > 0 ? index : undefined
  }
  return tied
}

const fitsWith = (pieces: readonly Piece[], { height, letters }: Page): boolean =>
  pieces.reduce((sum, { rows, fill }) => sum + heightOf(rows, letters, weightOf(fill)), 0) < height / 2

type Opened = { readonly at: number; readonly depth: number; readonly level: number }

/**
 * 見出しの段を決める。帯はその下の行が続く頁の頭に繰り返し、前置きは一度だけ置く。
 * 段は、続けて並ぶ見出しの中で必ず下がっていくようにする（段の戻る見出しが続くと、Typst 0.14 は落ちる）ので、
 * 前置きをはさんだ帯は、はさまない帯より深い段になる。下に行のない帯は、ただの行として置く。
 */
const levelled = (pieces: readonly Piece[]): readonly Stretch[] => {
  const headers = new Map<number, NonNullable<Stretch['header']>>()
  let open: readonly Opened[] = []
  let run: readonly Opened[] = []
  const close = (from: number) => {
    for (const { at } of run.slice(from)) headers.delete(at)
    const gone = new Set(run.slice(from).map(({ at }) => at))
    open = open.filter(({ at }) => !gone.has(at))
    run = []
  }
  for (const [at, { role, depth }] of pieces.entries()) {
    if (role === 'rows') {
      run = []
      continue
    }
    if (role !== 'preface') {
      const empty = run.findIndex((one) => one.depth >= depth)
      if (empty !== -1) close(empty)
      open = open.filter((one) => one.depth < depth)
    }
    const level = 1 + Math.max(1, ...open.map((one) => one.level), ...run.map((one) => one.level))
    headers.set(at, { level, repeat: role === 'band' })
    run = [...run, { at, depth, level }]
    if (role === 'band') open = [...open, { at, depth, level }]
  }
  // 表の終わりの見出しは、下に行がない。
  close(0)
  return pieces.map(({ role: _, depth: __, ...stretch }, at) => {
    const header = headers.get(at)
    return header ? { ...stretch, header, tied: 1 } : stretch
  })
}
