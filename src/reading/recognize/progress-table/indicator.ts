import { readAccumulation, readMeasured } from '#domain/indicator/read-accumulation.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Cost, Indicator, PrintedRate } from '#domain/plan/draft.ts'
import type { Figure, PeriodKind } from '#domain/quantity/figure.ts'
import { splitDepartments } from '../../assemble/departments.ts'
import type { Cell } from '../../document.ts'
import type { Header } from '../headers.ts'
import { type Binding, cellAt, textAt } from './binding.ts'
import type { Entry } from './entries.ts'
import { combined, type EntrySeries, figureIn, seriesOf, type ValueCell } from './series.ts'
import type { Column } from './table-header.ts'

/** 読んだ一つの指標。節・id・内訳・再掲は、表の外を見て決める。 */
export type ReadEntry = {
  readonly indicator: Omit<Indicator, 'id' | 'node' | 'breakdownOf' | 'repeatOf'>
  readonly series: EntrySeries
  /** 担当課などの升目が、続きの行にもう一つあって取り込まなかったもの。 */
  readonly unplaced: readonly Cell[]
}

/** 指標の行の集まりを一つの指標に読む。 */
export const readEntry = (entry: Entry, binding: Binding): ReadEntry => {
  const series = seriesOf(entry, binding)
  const unit = unitWritten(entry, binding)
  const remarks = joined(binding.remarks, entry)
  const measured = readMeasured(entry.name.text)
  const periodKind = periodKindIn(`${entry.name.text} ${remarks ?? ''}`)
  const dated = (figure: Figure): Figure => (periodKind && !figure.periodKind ? { ...figure, periodKind } : figure)
  const actuals = yearly(series, unit).map(dated)
  const baseline = columnFigures(binding.baseline, entry, series, unit)
  const targets = targetsOf(binding, entry, series, unit)
  return {
    indicator: {
      class: classOf(binding.name.header),
      name: entry.name.text,
      unit: unit ?? unitOf([...targets, ...(baseline ? [baseline] : []), ...actuals]),
      accumulation: readAccumulation(entry.name.text),
      measured,
      baseline: baseline && dated(baseline),
      targets: targets.map(dated),
      actuals,
      rates: series.rates.flatMap(rateIn),
      ...absentRates(series),
      costs: binding.costs.flatMap((column) => costsIn(column, entry)),
      departments: binding.departments.flatMap((column) => splitDepartments(joined([column], entry) ?? '')),
      remarks,
      sheetNo: firstText(binding.sheetNo, entry),
      project: null,
      place: entry.name.place,
    },
    series,
    unplaced: unplacedIn(entry, binding, series),
  }
}

/** 指標の種類。印刷されたことばで、KPI と断ってあれば KPI。 */
const classOf = ({ word, hints }: Header): string =>
  /KPI/.test(word) || hints.some((hint) => /KPI/.test(hint)) || /^重要業績(?:評価)?指標$/.test(word) ? 'KPI' : word

/** 単位の列か、名の見出しが「指標名（単位）」のときの名のかっこ。 */
const unitWritten = (entry: Entry, { unit, name }: Binding): string | null => {
  const written = unit === null ? null : firstText(unit, entry)
  if (written !== null) return written
  if (!name.header.roles.includes('unit')) return null
  return /[(（]([^()（）]{1,8})[)）]\s*$/u.exec(entry.name.text)?.[1] ?? null
}

const yearly = ({ series }: EntrySeries, unit: string | null): readonly Figure[] => {
  const cells = series.flatMap(({ actuals }) => actuals)
  const byColumn = Map.groupBy(cells, ({ column }) => column.column)
  return [...byColumn.values()].flatMap((group) => {
    const figure = combined(group.map((each) => figureIn(each, each.column.year?.year ?? null, unit)))
    return figure ? [figure] : []
  })
}

/** 基準値・目標値の列。値の系列が続くときは、その行の升目を部分とする。 */
const columnFigures = (
  column: Column | null,
  entry: Entry,
  { series }: EntrySeries,
  unit: string | null,
  scope?: Figure['scope'],
): Figure | null => {
  if (!column) return null
  const lines = series.length > 1 ? series.map(({ line }) => line) : entry.lines.slice(0, 1)
  const cells = lines.flatMap(({ line }) => cellAt(line, column.column) ?? [])
  const filled = cells.some(({ text }) => text !== '') ? cells : laterCells(column, entry)
  const year = column.header.year?.year ?? null
  return combined(filled.map((cell) => figureIn({ cell, column }, year, unit, scope)))
}

/** 初めの行が空で、続きの行にある値（結合の仕方の違う表）。どこにもなければ初めの行の空欄。 */
const laterCells = (column: Column, entry: Entry): readonly Cell[] => {
  const cells = entry.lines.flatMap(({ line }) => cellAt(line, column.column) ?? [])
  return cells
    .filter(({ text }) => text !== '')
    .slice(0, 1)
    .concat(cells)
    .slice(0, 1)
}

const targetsOf = (binding: Binding, entry: Entry, series: EntrySeries, unit: string | null): readonly Figure[] => {
  const last = Math.max(...binding.targets.map(({ header }) => header.year?.year ?? 0))
  const named = binding.targets.some(({ header }) => header.scope === 'final')
  const own = binding.targets.flatMap((column) => {
    const { scope, year } = column.header
    const final = named ? scope === 'final' : (year?.year ?? 0) === last
    return (
      columnFigures(column, entry, series, unit, scope === 'period' ? 'period' : final ? 'final' : 'each-year') ?? []
    )
  })
  const rows = series.targets.map((each) => figureIn(each, each.column.year?.year ?? null, unit, 'each-year'))
  return [...rows, ...own]
}

const rateIn = ({ cell, column }: ValueCell): readonly PrintedRate[] =>
  /\d/.test(plainText(cell.text)) ? [printedRate(cell, column.year?.year ?? null)] : []

/** 印刷された率。％は落とし、小数の桁は印刷のまま（「100%」と「100.0%」は別）。 */
const printedRate = (cell: Cell, year: number | null): PrintedRate => ({
  year,
  printed: cell.text.replace(/\s*[%％]\s*$/u, ''),
  place: cell.place,
})

/** 率の欄の「-」やことば。率ではないが、印刷されているので残す。 */
const absentRates = ({ rates }: EntrySeries): Pick<Indicator, 'rateMarks'> => {
  const marks = rates.filter(({ cell }) => cell.text !== '' && !/\d/.test(plainText(cell.text)))
  return marks.length === 0
    ? {}
    : { rateMarks: marks.map(({ cell, column }) => printedRate(cell, column.year?.year ?? null)) }
}

const costsIn = (column: Column, entry: Entry): readonly Cost[] =>
  entry.lines
    .flatMap(({ line }) => cellAt(line, column.column) ?? [])
    .filter(({ text }) => text !== '')
    .map((cell) => {
      const { value, unit } = figureIn({ cell, column }, null, null)
      return {
        year: column.header.year?.year ?? null,
        raw: cell.text,
        value,
        unit: unit ?? column.header.unit,
        place: cell.place,
      }
    })

const joined = (columns: readonly Column[], entry: Entry): string | null => {
  const texts = columns.flatMap(({ column }) => entry.lines.map(({ line }) => textAt(line, column)))
  const written = texts.filter((text, index) => text !== '' && texts.indexOf(text) === index)
  return written.length === 0 ? null : written.join('\n')
}

const firstText = (column: Column | null, entry: Entry): string | null =>
  column === null
    ? null
    : (entry.lines.map(({ line }) => textAt(line, column.column)).find((text) => text !== '') ?? null)

/** 行のなかで最も多く印刷された単位。同じ数なら目標値のほう（先に並ぶ）。 */
const unitOf = (figures: readonly Figure[]): string | null => {
  const units = figures.flatMap(({ unit, parts }) => unit ?? parts?.find((part) => part.unit !== null)?.unit ?? [])
  const counts = Map.groupBy(units, (unit) => unit)
  const [best] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return best?.[0] ?? null
}

/** 測った期間の断り。「前年10～9月」はずれた一年、「1～12月」は暦年、「4月～3月」は年度。 */
const periodKindIn = (text: string): PeriodKind | undefined => {
  const plain = plainText(text)
  const [, before, from, to] = /(前年)?(\d{1,2})月?[~-](?:翌年)?(\d{1,2})月/.exec(plain) ?? []
  if (from === undefined || to === undefined) return undefined
  if (from === '1' && to === '12') return 'calendar-year'
  if (from === '4' && to === '3') return 'fiscal-year'
  return before ? 'shifted-year' : undefined
}

/** 一つしか欄のない列（目標値・基準値・シートNo）に、続きの行の二つ目の値があったもの。 */
const unplacedIn = (entry: Entry, binding: Binding, { series }: EntrySeries): readonly Cell[] => {
  const single = [binding.baseline, ...binding.targets, binding.sheetNo, binding.unit].filter(
    (column) => column !== null,
  )
  const partLines = new Set(series.map(({ line }) => line))
  return single.flatMap((column) => {
    const cells = entry.lines.map((line) => ({ line, cell: cellAt(line.line, column.column) }))
    const [, ...rest] = cells.filter(({ cell }) => cell !== null && cell.text !== '')
    const valued = column === binding.baseline || binding.targets.includes(column)
    return rest.flatMap(({ line, cell }) => (cell && !(valued && partLines.has(line)) ? [cell] : []))
  })
}
