import { parse } from 'csv-parse/sync'
import { type GivenFile, noExtras, type OpenedCell, type OpenedTable } from './opened.ts'

type Read = { readonly table: OpenedTable } | { readonly rule: 'L1-01' | 'L1-15'; readonly message: string }

/** CSV を、書き手とは別の読み手（csv-parse）で開く。表の名はファイル名の終わり。 */
export const openCsv = ({ fileName, bytes }: GivenFile): Read => {
  const text = decoded(bytes)
  if (text === undefined) return { rule: 'L1-01', message: `${fileName}: UTF-8 の文字のファイルではない` }
  try {
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false })
    const name = /_([a-z-]+)\.csv$/.exec(fileName)?.[1] ?? fileName
    return { table: { name, file: fileName, rows: rows.map((row) => row.map(cellOf)), extras: noExtras } }
  } catch (error) {
    return { rule: 'L1-15', message: `${fileName}: ${error instanceof Error ? error.message : ''}` }
  }
}

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return /^%PDF|\0/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

const cellOf = (text: string): OpenedCell => ({
  text,
  number: /^-?\d+(?:\.\d+)?$/.test(text),
  formula: /^[=+@＝＋＠\t\r]/.test(text) || (/^[-－]/.test(text) && !/^[-－]$|^-\d[\d,]*(?:\.\d+)?[%％]?$/.test(text)),
  look: '',
})
