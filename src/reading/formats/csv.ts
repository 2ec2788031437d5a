import { done, type Result, refused } from '#domain/problem.ts'
import type { LinePlace } from '#domain/provenance.ts'
import type { Cell, Line, Page } from '../document.ts'
import type { Delimiter } from './csv-delimiter.ts'

/**
 * CSV・TSV を一つの頁にする。引用符・升目の中の改行・列の数の揃わない行を読む。
 * 升目の所在は元のファイルでの始まりの行と位置（引用符を含む）で、改行を含む升目は始まりの行だけを指す。
 * 行の `number` もその記録の始まりの行。
 */
export const csvPage = async (file: string, text: string, delimiter: Delimiter): Promise<Result<Page>> => {
  const { parse, CsvError } = await import('csv-parse/sync')
  const walk = walker(text)
  const records: Cell[][] = []
  const collect = (value: string, column: number, end: number): string => {
    if (column === 0) records.push([])
    records.at(-1)?.push({ column, text: value.trim(), place: walk(end, column === 0) })
    return value
  }
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      cast: (value, context) => collect(value, context.index, endOf(context)),
    })
    return done({ name: null, lines: records.flatMap(lineOf) })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    return refused('csv-quote-open', { file, line: Number(cause.lines ?? 1) })
  }
}

/** 読み手の道具が知らせる、升目の終わりの位置（UTF-8 のバイト）。型の宣言にないので確かめて使う。 */
const endOf = (context: object): number => {
  if ('bytes' in context && typeof context.bytes === 'number') return context.bytes
  throw new Error('csv-parse no longer reports the byte position of a field')
}

type Walk = (end: number, first: boolean) => LinePlace

/** 終わりの位置の列から、升目の始まりの行と位置をたどる。 */
const walker = (text: string): Walk => {
  const source = Buffer.from(text, 'utf8')
  let byte = 0
  let line = 1
  let column = 1
  const advance = (to: number): string => {
    const passed = source.toString('utf8', byte, to)
    const rows = passed.split(/\r\n|\n|\r/)
    line += rows.length - 1
    column = (rows.length === 1 ? column : 1) + (rows.at(-1) ?? '').length
    byte = to
    return passed
  }
  const separator = (first: boolean): number => {
    if (byte === 0 && first) return 0
    return source[byte] === 0x0d && source[byte + 1] === 0x0a ? 2 : 1
  }
  let begun = false
  return (end, first) => {
    advance(Math.min(end, byte + (begun ? separator(first) : 0)))
    begun = true
    const start = { line, column }
    const written = (advance(end).split(/\r\n|\n|\r/)[0] ?? '').trimEnd()
    const lead = written.length - written.trimStart().length
    return { line: start.line, column: start.column + lead, length: written.length - lead }
  }
}

const lineOf = (cells: readonly Cell[]): Line[] => {
  const [first] = cells
  if (!first || !('line' in first.place)) return []
  const text = cells.map((each) => each.text.replace(/[\t\r\n]+/g, ' ')).join('\t')
  return [{ number: first.place.line, text, cells, place: { line: first.place.line } }]
}
