import { plainText } from '../language/plain-text.ts'
import { yearIn, yearsIn } from '../year/read-year.ts'
import type { ColumnChoice, ReadingChoices } from './correction.ts'
import type { ColumnOutline, LearnedColumn, LearnedMapping, MappingOffer, TableOutline } from './table-outline.ts'

/** 人が列の役を決めた表ごとに、その読み方を覚える。列は番号でなく見出しの字で指す。 */
export const learnMapping = (tables: readonly TableOutline[], choices: ReadingChoices): readonly LearnedMapping[] =>
  tables.flatMap((table) => {
    const columns = namedColumns(table).flatMap(({ column, nth }): LearnedColumn[] => {
      const chosen = choices.columns.find((choice) => choice.table === table.key && choice.column === column.column)
      if (!chosen) return []
      const { role, unit, year } = chosen
      return [{ header: column.header, nth, role, unit, year: saysYear(column.header) ? null : year }]
    })
    return columns.length === 0 ? [] : [{ fingerprint: table.fingerprint, columns }]
  })

/**
 * 覚えた読み方を、いまの表に当てる。見出しの年が変わっただけの列は同じ列とみて、年は見出しに従う。
 * 見出しの並びが変わっていれば `same` は false。
 */
export const offerMapping = (learned: LearnedMapping, table: TableOutline): MappingOffer => {
  const here = namedColumns(table)
  const found = learned.columns.map((column) => ({
    learned: column,
    here: here.find(
      ({ column: { header }, nth }) => nth === column.nth && unyeared(header) === unyeared(column.header),
    ),
  }))
  return {
    same: learned.fingerprint === table.fingerprint,
    columns: found.flatMap((pair): ColumnChoice[] => {
      if (!pair.here) return []
      const { column, header } = pair.here.column
      const year = saysYear(header) ? (yearIn(header)?.year ?? null) : pair.learned.year
      return [{ table: table.key, column, role: pair.learned.role, year, unit: pair.learned.unit }]
    }),
    missing: found.flatMap((pair) => (pair.here ? [] : [pair.learned.header])),
    unknown: here
      .filter(({ column }) => column.by === 'unknown' && !found.some((pair) => pair.here?.column === column))
      .map(({ column }) => column.header),
  }
}

/** 列と、同じ見出し（年を除いて）の何番目か。 */
const namedColumns = ({
  columns,
}: TableOutline): readonly { readonly column: ColumnOutline; readonly nth: number }[] => {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const name = unyeared(column.header)
    const nth = seen.get(name) ?? 0
    seen.set(name, nth + 1)
    return { column, nth }
  })
}

const saysYear = (header: string): boolean => yearsIn(header).length > 0

/** 見出しから年の字を除いたもの。「令和5年度末の到達点」も「令和6年度末の到達点」も同じ列。 */
const unyeared = (header: string): string =>
  plainText(header).replace(/(?:令和|平成|昭和|[RHSrhs])?\.?(?:元|\d{1,4})(?:年度末|年度|年|FY)?/g, '〇')
