import type { Indicator, Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { Line } from '../../document.ts'
import { type Binding, textAt } from './binding.ts'
import type { Entries, Entry } from './entries.ts'
import type { ReadEntry } from './indicator.ts'
import type { Linked } from './repeats.ts'
import { seriesOf } from './series.ts'
import type { TableHeader } from './table-header.ts'

/** 読んだ表一つ。 */
export type ReadTable = Entries & { readonly header: TableHeader; readonly binding: Binding }

const figuresOf = ({ baseline, targets, actuals }: Indicator): readonly Figure[] =>
  [...(baseline ? [baseline] : []), ...targets, ...actuals].flatMap((figure) => figure.parts ?? [figure])

/** 一つの指標の行を読んで気づいたこと。 */
export const entryNotes = (indicator: Indicator, entry: Entry, { series, unplaced }: ReadEntry): readonly Note[] => {
  const { id, name } = indicator
  const figures = figuresOf(indicator)
  const about = (
    level: Note['level'],
    code: string,
    params: Record<string, string | number>,
    places: readonly Place[],
  ) => note(level, code, { name, ...params }, places, [id])
  return [
    ...figures
      .filter(({ status }) => status === 'unreadable')
      .map(({ raw, place }) => about('warning', 'value-unreadable', { raw }, [place])),
    ...withoutUnit(indicator, figures).map(({ raw, place }) =>
      about('warning', 'unit-not-printed', { raw, unit: indicator.unit ?? '' }, [place]),
    ),
    ...(figures.length > 0 && indicator.unit === null && figures.some(({ value }) => value !== null)
      ? [about('info', 'unit-unknown', {}, [indicator.place])]
      : []),
    ...series.mislabelled.map(({ line, label }) =>
      about('info', 'second-line-under-rate', { label: label?.text ?? '' }, [label?.place ?? line.place]),
    ),
    ...indicator.rates
      .filter(({ printed }) => !/^[△▲−-]?\d[\d,]*(?:\.\d+)?$/.test(printed.normalize('NFKC')))
      .map(({ printed, place }) => about('warning', 'rate-unreadable', { printed }, [place])),
    ...series.unread.map(({ line, label }) =>
      about('info', 'row-unread', { label: label?.text ?? '' }, [label?.place ?? line.place]),
    ),
    ...unplaced.map((cell) => about('warning', 'cell-unplaced', { raw: cell.text }, [cell.place])),
  ].concat(
    entry.lines.length > 0 && figures.every(({ status }) => status === 'blank')
      ? [about('info', 'row-without-values', {}, [indicator.place])]
      : [],
  )
}

/** 同じ行のほかの値には単位があるのに、単位のない数。ゼロに単位を付けないのは普通なので除く。 */
const withoutUnit = (indicator: Indicator, figures: readonly Figure[]): readonly Figure[] => {
  const numbers = figures.filter(({ value }) => value !== null && Number(value) !== 0)
  const missing = numbers.filter(({ unit }) => unit === null)
  return indicator.unit === null || missing.length * 2 >= numbers.length ? [] : missing
}

/**
 * 読まなかった列。何の列か分からないものと、分かっても取り込む欄のないもの（全国平均など）を言い分ける。
 * 同じ見出しの表が続いても、見出しごとに一度だけ知らせる。
 */
export const unreadColumnNotes = (tables: readonly ReadTable[]): readonly Note[] => {
  const columns = new Map(tables.flatMap(({ binding }) => binding.unread.map((column) => [column.cell, column])))
  const byHeading = Map.groupBy(columns.values(), ({ title }) => title)
  return [...byHeading].map(([heading, found]) => {
    const unknown = found.some(({ header }) => header.roles.length === 0)
    return note(
      unknown ? 'warning' : 'info',
      unknown ? 'column-unknown' : 'column-unread',
      { heading },
      found.map(({ cell }) => cell.place),
    )
  })
}

/** 表の見出しと、指標にならなかった行について気づいたこと。 */
export const tableNotes = ({ header, binding, entries, orphans, totals }: ReadTable): readonly Note[] => [
  ...header.columns
    .filter(({ header: { roles } }) => roles.includes('baseline') && roles.includes('actual'))
    .map(({ cell }) => note('warning', 'header-ambiguous', { heading: cell.text }, [cell.place])),
  ...(binding.targets.length === 0 && binding.values.length === 0
    ? [
        note(
          'warning',
          'table-without-values',
          {},
          header.lines.map(({ place }) => place),
        ),
      ]
    : []),
  ...orphans.map((line) => note('warning', 'row-without-name', {}, [line.place])),
  ...totals.map((line) => note('info', 'total-row-unread', { name: totalName(line, binding) }, [line.place])),
  ...cutShort(entries, binding),
  ...assumedActual(entries, binding),
]

/** 集計の行の名。名の列が空なら、行の初めの字。 */
const totalName = (line: Line, { name }: Binding): string =>
  textAt(line, name.column) || (line.cells.find(({ text }) => text !== '')?.text ?? '')

/** ほかの行には値のある年度の列まで、届かずに切れている行（文章の表）。 */
const cutShort = (entries: readonly Entry[], binding: Binding): readonly Note[] => {
  const last = lastNeeded(entries, binding)
  return entries.flatMap(({ name, lines }) =>
    lines
      .filter(({ line }) => 'line' in line.place && line.cells.every(({ column }) => column < last))
      .map(({ line }) => note('warning', 'row-cut-short', { name: name.text }, [line.place])),
  )
}

/** 半分より多くの指標に値のある、最後の年度の列。 */
const lastNeeded = (entries: readonly Entry[], { values }: Binding): number => {
  const filled = ({ column }: { readonly column: number }) =>
    entries.filter(({ lines }) => lines.some(({ line }) => textAt(line, column) !== '')).length
  return Math.max(-1, ...values.filter((value) => filled(value) * 2 >= entries.length).map(({ column }) => column))
}

/** 年度の列の役が、行の見出しにも列の見出しにも書かれていない表。 */
const assumedActual = (entries: readonly Entry[], binding: Binding): readonly Note[] => {
  const lines = entries.flatMap((entry) => seriesOf(entry, binding).assumed)
  const [first] = lines
  return first
    ? [
        note(
          'warning',
          'series-assumed-actual',
          {},
          lines.map(({ line }) => line.place),
        ),
      ]
    : []
}

/** 内訳・再掲について気づいたこと。 */
export const linkNotes = ({ breakdownsAlone, repeatsAlone, unmarkedTwins }: Linked): readonly Note[] => [
  ...breakdownsAlone.map(({ id, name, place }) => note('warning', 'breakdown-alone', { name }, [place], [id])),
  ...repeatsAlone.map(({ id, name, place }) => note('warning', 'repeat-alone', { name }, [place], [id])),
  ...unmarkedTwins.map(([first, again]) =>
    note('info', 'same-row-unmarked', { name: again.name }, [again.place, first.place], [again.id, first.id]),
  ),
]
