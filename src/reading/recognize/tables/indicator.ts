import { readAccumulation, readMeasured } from '#domain/indicator/read-accumulation.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Cost, Indicator, PrintedRate } from '#domain/plan/draft.ts'
import type { Figure, PeriodKind } from '#domain/quantity/figure.ts'
import { splitDepartments } from '../../assemble/departments.ts'
import type { Cell } from '../../document.ts'
import type { Header } from '../headers.ts'
import { commentsIn, gradesIn } from './beside-values.ts'
import { type Binding, cellAt, textAt } from './binding.ts'
import type { Entry, EntryLine } from './entries.ts'
import { aroundYear, type FigureCell, figureIn, yearAt } from './figure-in.ts'
import type { Column } from './header-columns.ts'
import { combined, type EntrySeries, seriesOf } from './series.ts'
import { unitWritten } from './units.ts'
import { unlabelledReadings } from './unlabelled.ts'

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
  const actuals = yearly(series, binding, unit).map(dated)
  const baseline = columnFigures(binding.baseline, entry, series, binding, unit)[0] ?? null
  const targets = targetsOf(binding, entry, series, unit).map(dated)
  return {
    indicator: {
      class: firstText(binding.classes, entry) ?? classOf(binding.name.header),
      name: entry.name.text,
      unit: unit ?? unitOf([...targets, ...(baseline ? [baseline] : []), ...actuals]),
      accumulation: readAccumulation(entry.name.text),
      measured,
      baseline: baseline && dated(baseline),
      targets,
      actuals,
      rates: series.rates.flatMap((each) => rateIn(each, binding)),
      ...absentRates(series, binding),
      ...gradesIn(entry, series, binding),
      ...commentsIn(entry, binding),
      costs: costsOf(entry, series, binding),
      departments: binding.departments.flatMap((column) => splitDepartments(joined([column], entry) ?? '')),
      remarks,
      sheetNo: firstText(binding.sheetNo, entry),
      project: null,
      ...unlabelledReadings(series, binding, unit, targets),
      place: entry.name.place,
    },
    series,
    unplaced: unplacedIn(entry, binding, series),
  }
}

/** 指標の種類。印刷されたことばで、KPI と断ってあれば KPI。見出しに字のない列なら「指標」。 */
const classOf = ({ word, hints }: Header): string =>
  /KPI/.test(word) || hints.some((hint) => /KPI/.test(hint)) || /^重要業績(?:評価)?指標$/.test(word)
    ? 'KPI'
    : word === ''
      ? '指標'
      : word

/** 年度ごとの実績。同じ列の同じ年の値が続けば、部分として合わせる。 */
const yearly = ({ series }: EntrySeries, binding: Binding, unit: string | null): readonly Figure[] => {
  const cells = series.flatMap(({ actuals }) => actuals)
  const groups = Map.groupBy(cells, (each) => `${each.column.column} ${yearAt(each, binding) ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const figure = combined(group.map((each) => figureIn(each, binding, { unit, titleYear: true })))
    return figure ? [figure] : []
  })
}

/** 行ごとに年度の違う表か（指標 | 年度 | 目標 | 実績）。 */
const isYearPerLine = ({ lines }: Entry): boolean =>
  lines.length > 1 && lines.every(({ year }) => year !== null) && new Set(lines.map(({ year }) => year?.year)).size > 1

/** 基準値・目標値の列。値の系列が続くときは、その行の升目を部分とする。行ごとに年度が違えば、年度ごとの値。 */
const columnFigures = (
  column: Column | null,
  entry: Entry,
  { series }: EntrySeries,
  binding: Binding,
  unit: string | null,
  scope?: Figure['scope'],
): readonly Figure[] => {
  if (!column) return []
  const read = (each: FigureCell) => figureIn(each, binding, { unit, ...(scope ? { scope } : {}) })
  const inLines = (lines: readonly EntryLine[]): readonly FigureCell[] =>
    lines.flatMap((line) => {
      const cell = cellAt(line.line, column.column)
      return cell ? [{ cell, column, line }] : []
    })
  const all = inLines(entry.lines)
  const written = all.filter(({ cell }) => cell.text !== '')
  if (isYearPerLine(entry) && written.length > 1) return written.map(read)
  const cells = inLines(series.length > 1 ? series.map(({ line }) => line) : entry.lines.slice(0, 1))
  const filled = cells.some(({ cell }) => cell.text !== '') ? cells : [...written, ...all].slice(0, 1)
  const figure = combined(filled.map(read))
  return figure ? [figure] : []
}

const targetsOf = (binding: Binding, entry: Entry, series: EntrySeries, unit: string | null): readonly Figure[] => {
  const last = Math.max(...binding.targets.map(({ header }) => header.year?.year ?? 0))
  const named = binding.targets.some(({ header }) => header.scope === 'final')
  const own = binding.targets.flatMap((column) => {
    const { scope, year } = column.header
    const final = named ? scope === 'final' : (year?.year ?? 0) === last
    const each = scope === 'period' ? 'period' : final && !isYearPerLine(entry) ? 'final' : 'each-year'
    const figures = columnFigures(column, entry, series, binding, unit, each)
    return named && scope === null
      ? figures.map((figure) => ({ ...figure, year: figure.year ?? aroundYear(binding) }))
      : figures
  })
  const groups = Map.groupBy(series.targets, (each) => `${each.column.column} ${yearAt(each, binding) ?? ''}`)
  const rows = [...groups.values()].flatMap(
    (group) => combined(group.map((each) => figureIn(each, binding, { unit, scope: 'each-year' }))) ?? [],
  )
  return [...rows, ...own]
}

const rateIn = (each: FigureCell, binding: Binding): readonly PrintedRate[] =>
  /\d/.test(plainText(each.cell.text)) ? [printedRate(each, binding)] : []

/** 印刷された率。％と注の印（※1）は落とし、小数の桁は印刷のまま（「100%」と「100.0%」は別）。 */
const printedRate = (each: FigureCell, binding: Binding): PrintedRate => ({
  year: yearAt(each, binding) ?? aroundYear(binding),
  printed: each.cell.text.replace(/(?:\s*[※＊*]\d*)+$/u, '').replace(/\s*[%％]\s*$/u, ''),
  place: each.cell.place,
})

/** 率の欄の「-」やことば。率ではないが、印刷されているので残す。 */
const absentRates = ({ rates }: EntrySeries, binding: Binding): Pick<Indicator, 'rateMarks'> => {
  const marks = rates.filter(({ cell }) => cell.text !== '' && !/\d/.test(plainText(cell.text)))
  return marks.length === 0 ? {} : { rateMarks: marks.map((each) => printedRate(each, binding)) }
}

/** 事業費の列と、年度の列に並ぶ事業費の行。 */
const costsOf = (entry: Entry, series: EntrySeries, binding: Binding): readonly Cost[] => {
  const inColumns = binding.costs.flatMap((column) =>
    entry.lines.flatMap((line): readonly FigureCell[] => {
      const cell = cellAt(line.line, column.column)
      return cell ? [{ cell, column, line }] : []
    }),
  )
  return [...inColumns, ...series.costs].filter(({ cell }) => cell.text !== '').map((each) => costIn(each, binding))
}

const costIn = (each: FigureCell, binding: Binding): Cost => {
  const { cell, column, line } = each
  const around = /円$/u.test(binding.around.unit ?? '') ? binding.around.unit : null
  const unit = column.header.unit ?? unitOfLabel(line) ?? around
  const figure = figureIn({ ...each, column: { ...column, header: { ...column.header, unit } } }, binding, { unit })
  return { year: figure.year, raw: cell.text, value: figure.value, unit: figure.unit ?? unit, place: cell.place }
}

/** 「事業費（千円）」の行の単位。 */
const unitOfLabel = ({ label }: EntryLine): string | null =>
  label ? (/[(（]([^()（）]*円)[)）]/u.exec(label.text)?.[1] ?? null) : null

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
    const [first, ...others] = cells.filter(({ cell }) => cell !== null && cell.text !== '')
    const rest = others.filter(({ cell }) => cell?.text !== first?.cell?.text)
    if (isYearPerLine(entry) && binding.targets.includes(column)) return []
    const valued = column === binding.baseline || binding.targets.includes(column)
    return rest.flatMap(({ line, cell }) => (cell && !(valued && partLines.has(line)) ? [cell] : []))
  })
}
