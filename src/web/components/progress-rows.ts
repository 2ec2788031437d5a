import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { YearReckoning } from '#domain/plan/reckoning.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { ProgressRow, ProgressView } from '#operations/view-progress.ts'
import type { Frame } from '../frame.ts'
import { escapeHtml as esc } from './escape.ts'
import { isDash, shownFigure } from './figure-words.ts'
import { percentAsPrinted } from './rate-words.ts'
import { shape } from './shapes.ts'

/**
 * 進捗状況一覧表の本体。84 行 × 6 年を毎回組むので、ここだけは部品でなく文字で作る。
 * 書かれた字はすべて esc を通る。
 */
export const progressRows = (frame: Frame, view: ProgressView): string => {
  const row = rowMaker(frame, view)
  return view.rows.map(row).join('')
}

type IndicatorRow = Extract<ProgressRow, { kind: 'indicator' }>

const rowMaker = (frame: Frame, view: ProgressView) => {
  const width = columnCount(view)
  const lines = linesOf(frame, view)
  const goals = new Set(view.goals.flatMap(({ nodes }) => nodes))
  return (row: ProgressRow): string =>
    row.kind === 'band' ? band(row, width, goals) : indicatorRow(frame, view, lines, row)
}

/** 帯のまたぐ列の数。 */
const columnCount = ({ has, columns }: ProgressView): number =>
  2 +
  columns.length +
  [has.baseline, has.finalTarget, has.totals, has.costs, has.departments, has.remarks, has.sheetNo].filter(Boolean)
    .length

const band = (
  { node, depth }: Extract<ProgressRow, { kind: 'band' }>,
  width: number,
  goals: ReadonlySet<PlanNode>,
): string => {
  // 番号のない節は段の名を添える（「施策 キャリア教育の推進」）。
  const level =
    node.number === null && depth > 1 && node.level !== node.title ? `<small>${esc(node.level)}</small> ` : ''
  return `<tbody class="band d${Math.min(depth, 3)}${goals.has(node) ? ' goal' : ''}"><tr><th colspan="${width}" scope="rowgroup"><span>${level}${esc(nodeInWords(node))}</span></th></tr></tbody>`
}

type RowLine = { readonly label: string; readonly cell: (row: IndicatorRow, year: YearReckoning) => string }

/** 一つの指標の段。年ごとの目標があれば 目標・実績・達成率、なければ 実績・達成率（印刷された表のとおり）。 */
const linesOf = (frame: Frame, view: ProgressView): readonly RowLine[] => [
  ...(view.has.yearlyTargets
    ? [{ label: frame.t('table.target'), cell: (_: IndicatorRow, { target }: YearReckoning) => absence(frame, target) }]
    : []),
  { label: frame.t('table.actual'), cell: (row, year) => actualCell(frame, view, row.indicator, year) },
  { label: frame.t('table.rate'), cell: (_, year) => rateCell(frame, year) },
]

const absence = (frame: Frame, figure: Figure | null | undefined): string => {
  const { words, why } = shownFigure(frame, figure)
  return why === null ? esc(words) : `<abbr class="none" title="${esc(why)}">${esc(words)}</abbr>`
}

const actualCell = (frame: Frame, { edition }: ProgressView, indicator: Indicator, year: YearReckoning): string => {
  if (!year.actual || year.actual.raw === '') return absence(frame, year.actual)
  const href = frame.to.indicator(edition.municipality.code, edition.id, indicator.id, year.year)
  return `<a href="${esc(href)}">${absence(frame, year.actual)}</a>`
}

/** 率は市が印刷したとおり。計算と違えば、形と語で示して計算した率を添える。 */
const rateCell = (frame: Frame, { achievement, printed, agreement }: YearReckoning): string => {
  const computed = achievement.kind === 'rate' || achievement.kind === 'manual' ? `${achievement.shown}%` : undefined
  if (agreement === 'same' && printed) return esc(percentAsPrinted(printed.printed))
  if (agreement === 'not-printed') {
    if (computed) return `<span class="computed">${esc(computed)}</span>`
    return achievement.kind === 'judged'
      ? esc(frame.t(achievement.met ? 'rate.met' : 'rate.not-met'))
      : '<span class="none">―</span>'
  }
  const mark = frame.t(agreement === 'differs' ? 'rate.differs' : 'rate.not-computed', { computed: computed ?? '' })
  return `${esc(percentAsPrinted(printed?.printed ?? ''))}<span class="differs">${shape('differs')}${esc(mark)}</span>`
}

const indicatorRow = (frame: Frame, view: ProgressView, lines: readonly RowLine[], row: IndicatorRow): string => {
  const { indicator, reckoning } = row
  const kind = indicator.repeatOf !== null ? ' repeat' : indicator.breakdownOf !== null ? ' breakdown' : ''
  const years = view.columns.flatMap((year) => reckoning.years.get(year) ?? [])
  const cells = (line: RowLine) => years.map((year) => `<td class="n">${line.cell(row, year)}</td>`).join('')
  const span = ` rowspan="${lines.length}"`
  const rest = lines
    .slice(1)
    .map(
      (line, index) =>
        `<tr class="${index === lines.length - 2 ? 'rate' : 'actual'}${kind}"><th scope="row" class="line">${esc(line.label)}</th>${cells(line)}</tr>`,
    )
    .join('')
  const [first] = lines
  if (!first) return ''
  return `<tbody class="one${kind}"><tr>${nameCell(frame, view, row, span)}${before(frame, view, row, span)}<th scope="row" class="line">${esc(first.label)}</th>${cells(first)}${after(frame, view, row, span)}</tr>${rest}</tbody>`
}

const nameCell = (frame: Frame, view: ProgressView, { indicator, first }: IndicatorRow, span: string): string => {
  const { edition } = view
  const href = frame.to.indicator(edition.municipality.code, edition.id, indicator.id)
  // 名そのものに「(内訳)」「(再掲)」と印刷されていれば、札を重ねない。
  const says = (word: string) => indicator.name.includes(word)
  const repeat = first
    ? `<a class="tag" href="${esc(firstHref(frame, view, first))}">${esc(frame.t(says('再掲') ? 'table.first' : 'table.repeat'))}</a>`
    : ''
  const breakdown =
    indicator.breakdownOf === null || says('内訳') ? '' : `<span class="tag">${esc(frame.t('table.breakdown'))}</span>`
  const doubt =
    !indicator.certainty || indicator.certainty.level === 'certain'
      ? ''
      : `<span class="tag doubt">${shape('doubt')}${esc(frame.t('table.doubtful'))}</span>`
  return `<th scope="rowgroup" class="name" id="${esc(rowId(indicator))}"${span}>${breakdown}<a href="${esc(href)}">${esc(indicator.name)}</a>${repeat}${doubt}</th>`
}

/** 元の行。同じ頁ならその行へ、ほかの頁ならその頁の行へ、絞り込みで落ちていれば指標の頁へ。 */
const firstHref = (
  frame: Frame,
  { edition, filter }: ProgressView,
  { indicator, page }: NonNullable<IndicatorRow['first']>,
): string => {
  const code = edition.municipality.code
  if (page === 'here') return `#${rowId(indicator)}`
  return page === undefined
    ? frame.to.indicator(code, edition.id, indicator.id)
    : `${frame.to.progress(code, edition.id, { ...filter, page })}#${rowId(indicator)}`
}

/** 表の中の行の名。id に使えない空白を除く。 */
export const rowId = ({ id }: Indicator): string => `i-${id.replace(/\s+/g, '-')}`

const before = (frame: Frame, { has }: ProgressView, { indicator, target }: IndicatorRow, span: string): string =>
  (has.baseline ? `<td class="n"${span}>${absence(frame, indicator.baseline)}</td>` : '') +
  (has.finalTarget ? `<td class="n target"${span}>${absence(frame, target)}</td>` : '')

const after = (frame: Frame, { has }: ProgressView, { indicator, total }: IndicatorRow, span: string): string => {
  const text = (words: string, name: string) => `<td class="${name}"${span}>${esc(words)}</td>`
  const money = indicator.costs.map(({ raw, value }) => (value === null && isDash(raw) ? '―' : raw)).join(' ')
  return [
    has.totals ? `<td class="n"${span}>${absence(frame, total)}</td>` : '',
    has.costs ? text(money, 'n') : '',
    has.departments ? text(indicator.departments.join(' '), 'dept') : '',
    has.remarks ? text(indicator.remarks ?? '', 'remarks') : '',
    has.sheetNo ? text(indicator.sheetNo ?? '', 'sheet') : '',
  ].join('')
}
