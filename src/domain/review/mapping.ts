import { plainText } from '../language/plain-text.ts'
import { yearIn } from '../year/read-year.ts'
import type { ColumnChoice, ReadingChoices } from './correction.ts'
import type { ColumnOutline, LearnedColumn, LearnedMapping, MappingOffer, TableOutline } from './table-outline.ts'

/**
 * 見出しを比べるための字面。年の数字は「#」にするので、翌年の「令和6年度末の到達点」は今年の「令和5年度末の到達点」と同じ。
 *
 * @example headerKey('目標値（R6）') // → '目標値(#)'
 */
export const headerKey = (header: string): string => plainText(header).replace(yearMention, '#')

const yearMention =
  /(?:(?:令和|平成|昭和|[RHS])\.?(?:元|\d{1,2})|(?:19|20)\d\d|'\d\d|元(?=年))(?:年度|年(?!間)|[./](?=\d))?(?:\d{1,2}(?:月(?:\d{1,2}日)?|[./]\d{1,2}))?|\d{1,2}年度/gu

/**
 * 人が選んだ列を覚える。列は番号でなく、見出しの字と、同じ見出しの何番目かで指す。選んだ列のない表は覚えない。
 *
 * @example learnMapping(tables, choices)[0]?.columns // → [{ header: '令和5年度末の到達点', nth: 0, role: 'actual', year: null, unit: null }]
 */
export const learnMapping = (tables: readonly TableOutline[], choices: ReadingChoices): readonly LearnedMapping[] =>
  tables.flatMap(({ key, fingerprint, columns }) => {
    const own = choices.columns.filter(({ table }) => table === key)
    const learned = headed(columns).flatMap(({ column, nth }): readonly LearnedColumn[] => {
      const choice = own.findLast((each) => each.column === column.column)
      return choice ? [learnedColumn(column, nth, choice)] : []
    })
    return learned.length > 0 ? [{ fingerprint, columns: learned }] : []
  })

/** 見出しに年があれば、来年はその見出しの年に従うので、選んだ年は覚えない。 */
const learnedColumn = ({ header }: ColumnOutline, nth: number, { role, year, unit }: ColumnChoice): LearnedColumn => ({
  header,
  nth,
  role,
  year: hasYear(header) ? null : year,
  unit,
})

const hasYear = (header: string): boolean => headerKey(header).includes('#')

/**
 * 覚えた読み方を、いまの表に当てる。決めつけずに差し出すだけで、使うかどうかは人が決める。
 * 見出しの指紋が違えば `same` は false で、見つからない見出しと、覚えのない見出しを添える。
 *
 * @example offerMapping(learned, table) // → { same: true, columns: [{ table: '指標!4', column: 5, role: 'actual', year: 2024, unit: null }], missing: [], unknown: [] }
 */
export const offerMapping = (learned: LearnedMapping, table: TableOutline): MappingOffer => {
  const present = headed(table.columns)
  const found = learned.columns.map((known) => ({
    known,
    at: present.find(({ column, nth }) => nth === known.nth && headerKey(column.header) === headerKey(known.header)),
  }))
  const matched = new Set(found.flatMap(({ at }) => at?.column.column ?? []))
  return {
    same: learned.fingerprint === table.fingerprint,
    columns: found.flatMap(({ known, at }) => (at ? [offered(known, at.column, table)] : [])),
    missing: found.filter(({ at }) => at === undefined).map(({ known }) => known.header),
    unknown: table.columns
      .filter(({ column, role, header }) => role === null && header !== '' && !matched.has(column))
      .map(({ header }) => header),
  }
}

const offered = ({ role, year, unit }: LearnedColumn, column: ColumnOutline, table: TableOutline): ColumnChoice => ({
  table: table.key,
  column: column.column,
  role,
  year: year ?? column.year ?? yearIn(column.header)?.year ?? null,
  unit,
})

/** 列と、同じ見出しの何番目か（0 から）。 */
const headed = (
  columns: readonly ColumnOutline[],
): readonly { readonly column: ColumnOutline; readonly nth: number }[] => {
  const times = new Map<string, number>()
  return columns.map((column) => {
    const key = headerKey(column.header)
    const nth = times.get(key) ?? 0
    times.set(key, nth + 1)
    return { column, nth }
  })
}
