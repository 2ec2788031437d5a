import { columnName, columnNumber } from './address.ts'

/**
 * 数式の中の参照。A1 の書き方の升目と範囲だけを読み、関数・名前・文字列は字のまま通す。
 * （ECMA-376 18.17 の数式の文法のうち、様式に要るところ。）
 */
export type Reference = {
  readonly kind: 'cell' | 'range' | 'rows' | 'columns'
  /** 書かれたとおり（シートの名を含む）。 */
  readonly written: string
  /** 「'進捗 一覧'!」の字面。なければ空。 */
  readonly prefix: string
  /** シートの名。書かれていなければ null（数式のあるシート）。 */
  readonly sheet: string | null
  readonly first: Corner
  readonly last: Corner
  /** 足し合わせる関数の引数一つとして書かれている（並べて書きかえてよい）。 */
  readonly listable: boolean
}

/** 範囲の角。列だけ・行だけの範囲では、ない方が null。`fixed…` は $ の有無。 */
export type Corner = {
  readonly column: number | null
  readonly row: number | null
  readonly fixedColumn: boolean
  readonly fixedRow: boolean
}

export type Rewritten =
  | { readonly ok: true; readonly formula: string }
  | { readonly ok: false; readonly reference: string; readonly why: 'unsupported' | 'cell' | 'range' }

/** 参照一つの書きかえ。字面を返すか、書きかえられないわけを返す。 */
export type Rewrite = (reference: Reference) => string | { readonly why: 'cell' | 'range' }

const sheetName = `(?:'(?:[^']|'')*'|[^\\s'"()+\\-*/^&=<>,;:!{}]+(?::[^\\s'"()+\\-*/^&=<>,;:!{}]+)?)!`
const cell = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}'
const after = '(?![\\p{L}\\p{N}_.(!])'

const tokens = new RegExp(
  [
    '(?<text>"(?:[^"]|"")*")',
    `(?<prefix>${sheetName})`,
    '(?<structured>\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\])',
    `(?<range>${cell}:${cell}${after})`,
    `(?<cell>${cell}${after})`,
    `(?<columns>\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}${after})`,
    `(?<rows>\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6}${after})`,
    '(?<word>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*)',
    '(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)',
    '(?<other>[\\s\\S])',
  ].join('|'),
  'gu',
)

/** いくつもの範囲を並べて書いてよい関数。 */
const listFunctions = new Set(['SUM', 'AVERAGE', 'COUNT', 'COUNTA', 'MAX', 'MIN', 'PRODUCT', 'SUBTOTAL'])

/** 行が増えたときに、どの行を指すか数式からは分からない関数。 */
const untraceable = /^(?:INDIRECT|OFFSET)$/i

/** 数式の参照をすべて書きかえる。`rewritten('SUM(D5:D5)', …)` → `SUM(D5:D24)` */
export const rewritten = (formula: string, rewrite: Rewrite): Rewritten => {
  const out: string[] = []
  const calls: string[] = []
  let prefix = ''
  let word = ''
  for (const match of formula.matchAll(tokens)) {
    const [token] = match
    const groups = match.groups ?? {}
    if (groups.prefix !== undefined) {
      if (/[[\]]|:/.test(token)) return { ok: false, reference: token, why: 'unsupported' }
      prefix = token
      continue
    }
    const reference = referenceIn(
      groups,
      prefix,
      listableAt(formula, match.index - prefix.length, token, prefix, calls),
    )
    if (reference) {
      const changed = rewrite(reference)
      if (typeof changed !== 'string') return { ok: false, reference: reference.written, why: changed.why }
      out.push(changed)
    } else {
      if (groups.word !== undefined && untraceable.test(token))
        return { ok: false, reference: token, why: 'unsupported' }
      if (token === '(') calls.push(word)
      if (token === ')') calls.pop()
      out.push(prefix, token)
    }
    prefix = ''
    word = groups.word === undefined ? '' : token
  }
  return { ok: true, formula: out.join('') + prefix }
}

/** 関数の引数一つが、まるごとこの範囲か。 */
const listableAt = (formula: string, from: number, token: string, prefix: string, calls: readonly string[]): boolean =>
  listFunctions.has(calls.at(-1)?.toUpperCase() ?? '') &&
  /[(,]\s*$/.test(formula.slice(0, from)) &&
  /^\s*[,)]/.test(formula.slice(from + prefix.length + token.length))

const referenceIn = (
  groups: Readonly<Record<string, string | undefined>>,
  prefix: string,
  listable: boolean,
): Reference | null => {
  const kind = (['range', 'cell', 'columns', 'rows'] as const).find((each) => groups[each] !== undefined)
  const token = kind && groups[kind]
  if (!kind || !token) return null
  const [one = '', other = one] = token.split(':')
  return {
    kind,
    written: prefix + token,
    prefix,
    sheet: prefix === '' ? null : sheetNamed(prefix),
    first: cornerOf(one),
    last: cornerOf(other),
    listable,
  }
}

/** 「'進捗 一覧'!」→ 進捗 一覧 */
const sheetNamed = (prefix: string): string => {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}

const cornerOf = (written: string): Corner => {
  const [, fixedColumn = '', column, fixedRow = '', row] = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?$/.exec(written) ?? []
  return {
    column: column ? columnNumber(column) : null,
    row: row ? Number(row) : null,
    // 行だけの「$1」では、初めの $ が行のもの。
    fixedColumn: column !== undefined && fixedColumn !== '',
    fixedRow: (column === undefined ? fixedColumn : fixedRow) !== '',
  }
}

export const writtenCorner = ({ column, row, fixedColumn, fixedRow }: Corner): string =>
  (column === null ? '' : `${fixedColumn ? '$' : ''}${columnName(column)}`) +
  (row === null ? '' : `${fixedRow ? '$' : ''}${row}`)

/** 参照の字面。 */
export const writtenReference = ({ kind, prefix }: Reference, first: Corner, last: Corner): string =>
  `${prefix}${kind === 'cell' ? writtenCorner(first) : `${writtenCorner(first)}:${writtenCorner(last)}`}`

/** 共有された数式（ふくらませた数式）を、その升目の式に直す。相対の参照だけが動く。 */
export const translated = (formula: string, rows: number, columns: number): Rewritten => {
  const moved = (corner: Corner): Corner => ({
    ...corner,
    column: corner.column === null || corner.fixedColumn ? corner.column : corner.column + columns,
    row: corner.row === null || corner.fixedRow ? corner.row : corner.row + rows,
  })
  return rewritten(formula, (reference) => writtenReference(reference, moved(reference.first), moved(reference.last)))
}
