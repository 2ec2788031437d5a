import type { Achievement } from '#domain/indicator/achievement.ts'
import { numberInWords } from '#domain/indicator/amounts.ts'
import { finalTarget, saysSomething, targetInColumn } from '#domain/indicator/figures.ts'
import type { TotalCell } from '#domain/indicator/period-totals.ts'
import { say } from '#domain/language/say.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import { type SubtotalLine, subtotalDiffers } from '#domain/plan/subtotal-lines.ts'
import { isRevised, placeInWords } from '#domain/provenance.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { SummaryIndicator, SummaryRow, SummaryView } from '#operations/view-summary.ts'
import type { Frame } from '../frame.ts'
import { escapeHtml as esc } from './escape.ts'
import { shownFigure, withUnit } from './figure-words.ts'
import { rowId } from './progress-rows.ts'
import { rateWords } from './rate-words.ts'
import { shape } from './shapes.ts'

/**
 * 集計表の本体。年度の欄が多く行も多いので、一覧表と同じく部品でなく文字で作る。書かれた字はすべて esc を通る。
 */
export const summaryRows = (frame: Frame, view: SummaryView): string => {
  const goals = new Set(view.goals.flatMap(({ nodes }) => nodes))
  const width = columnCount(view)
  return view.rows
    .map((row: SummaryRow): string => {
      if (row.kind === 'band') return band(row.node, row.depth, width, goals)
      return row.kind === 'subtotal' ? subtotal(frame, view, row, width) : indicatorRow(frame, view, row)
    })
    .join('')
}

const columnCount = ({ has, columns }: SummaryView): number =>
  3 + columns.length + [has.totals, has.departments, has.remarks].filter(Boolean).length

const band = (node: PlanNode, depth: number, width: number, goals: ReadonlySet<PlanNode>): string =>
  `<tbody class="band d${Math.min(depth, 3)}${goals.has(node) ? ' goal' : ''}"><tr><th colspan="${width}" scope="rowgroup"><span>${esc(nodeInWords(node))}</span></th></tr></tbody>`

/** 小計の一行。数えた数のとなりに、印刷された小計と合うかどうか。 */
const subtotal = (frame: Frame, view: SummaryView, line: SubtotalLine, width: number): string => {
  const { node, counted } = line
  const name =
    node === null ? esc(frame.t('summary.whole')) : `${esc(frame.t('summary.subtotal'))} ${esc(nodeInWords(node))}`
  return `<tbody class="subtotal"><tr><th scope="row" class="name">${name}</th><td colspan="${width - 1}"><span lang="${frame.lang}">${esc(frame.t(view.has.projects ? 'summary.count' : 'summary.count-indicators', { ...counted }))} ${printedHtml(frame, view, line)}</span></td></tr></tbody>`
}

/** 印刷された小計。違えば形と語で言い、どちらでも図書のその場所へつながる。 */
export const printedHtml = (frame: Frame, { edition }: Pick<SummaryView, 'edition'>, line: SubtotalLine): string => {
  const { printed } = line
  if (!printed) return `<small>${esc(frame.t('summary.printed-none'))}</small>`
  const words = !subtotalDiffers(line)
    ? `<span class="same">${esc(frame.t('summary.printed-same'))}</span>`
    : `<span class="differs">${shape('differs')}${esc(frame.t('summary.printed-differs', { projects: printed.projects ?? '―', indicators: printed.indicators ?? '―' }))}</span>`
  const [source] = edition.sources
  if (!source) return words
  const href = frame.to.source(edition.municipality.code, source.sha256, printed.place)
  return `${words} <a class="cite" href="${esc(href)}">${esc(placeInWords(printed.place, frame.lang))}</a>`
}

const indicatorRow = (frame: Frame, view: SummaryView, row: SummaryIndicator): string => {
  const { indicator, reckoning, totals } = row
  const kind = indicator.repeatOf !== null ? ' repeat' : indicator.breakdownOf !== null ? ' breakdown' : ''
  const years = view.columns.flatMap((year) => reckoning.years.get(year) ?? [])
  const now = (year: number) => (year === view.year ? ' now' : '')
  const target = years
    .map(
      ({ year }) =>
        `<td class="n${now(year)}">${figureHtml(frame, targetInColumn(indicator, year, view.edition))}</td>`,
    )
    .join('')
  const actual = years
    .map(({ year, actual }) => `<td class="n${now(year)}">${actualHtml(frame, view, indicator, year, actual)}</td>`)
    .join('')
  const total = (cell: TotalCell, more = '') =>
    view.has.totals ? `<td class="n total">${totalHtml(frame, indicator, cell)}${more}</td>` : ''
  return `<tbody class="one${kind}${row.continued ? ' continued' : ''}"><tr class="aim">${nameCell(frame, view, row)}${lineHead(frame, view, 'target', indicator.targets)}${target}${total(totals.target)}${stateCell(frame, row)}${lastCells(frame, view, row)}</tr><tr class="result">${lineHead(frame, view, 'actual', indicator.actuals)}${actual}${total(totals.actual, totalRate(frame, row))}</tr></tbody>`
}

const figureHtml = (frame: Frame, figure: Figure | null | undefined): string => {
  const { words, why } = shownFigure(frame, figure)
  return why === null ? esc(words) : `<abbr class="none" title="${esc(why)}">${esc(words)}</abbr>`
}

const actualHtml = (
  frame: Frame,
  { edition }: SummaryView,
  { id }: Indicator,
  year: number,
  figure: Figure | undefined,
): string => {
  const text = figureHtml(frame, figure)
  if (!figure || !saysSomething(figure)) return text
  return `<a href="${esc(frame.to.indicator(edition.municipality.code, edition.id, id, year))}">${text}</a>`
}

/** 期間の合計。印刷があればそのまま、なければ足した数を薄く。印刷が足した数と違えば、形と語で言う。 */
const totalHtml = (frame: Frame, indicator: Indicator, { printed, added, differs }: TotalCell): string => {
  const unit = indicator.unit ?? ''
  if (added !== undefined)
    return `<abbr class="computed" title="${esc(frame.t('summary.added'))}">${esc(numberInWords(added))}${esc(unit)}</abbr>`
  if (!printed) return '<span class="none">―</span>'
  if (differs === undefined) return figureHtml(frame, printed)
  const words = frame.t('summary.differs', { sum: `${numberInWords(differs)}${unit}` })
  return `${figureHtml(frame, printed)}<span class="differs">${shape('differs')}${esc(words)}</span>`
}

const totalRate = (frame: Frame, { totals: { achievement } }: SummaryIndicator): string =>
  achievement
    ? `<small lang="${frame.lang}"><abbr title="${esc(totalTitle(frame, achievement))}">${esc(rateWords(frame, achievement))}</abbr></small>`
    : ''

const totalTitle = (frame: Frame, achievement: Achievement): string =>
  `${frame.t('summary.total-rate', { rate: rateWords(frame, achievement) })} ${say(achievement.working, frame.lang)}`

/** 段の名。選ぶと、その段の値が図書のどこにあるかが開く。 */
const lineHead = (
  frame: Frame,
  { edition }: SummaryView,
  line: 'target' | 'actual',
  figures: readonly Figure[],
): string => {
  const words = frame.t(`summary.${line}`)
  const [source] = edition.sources
  const place = (figures.find(({ year, raw }) => year !== null && raw !== '') ?? figures[0])?.place
  // 改訂で決めた値は図書にないので、図書へは送らない。
  if (!source || !place || isRevised(place))
    return `<th scope="row" class="line" lang="${frame.lang}">${esc(words)}</th>`
  const href = frame.to.source(edition.municipality.code, source.sha256, place)
  const title = frame.t('summary.source-of', { line: words, place: placeInWords(place, frame.lang) })
  return `<th scope="row" class="line" lang="${frame.lang}"><a href="${esc(href)}" title="${esc(title)}">${esc(words)}</a></th>`
}

const nameCell = (frame: Frame, view: SummaryView, row: SummaryIndicator): string => {
  const { indicator } = row
  const { code } = view.edition.municipality
  const href = frame.to.indicator(code, view.edition.id, indicator.id)
  return `<th scope="rowgroup" class="name" id="${esc(rowId(indicator))}" rowspan="2">${projectHtml(frame, view, row)}<a href="${esc(href)}">${esc(indicator.name)}</a>${tagsOf(frame, row)}<small class="way">${esc(wayOf(frame, indicator))}</small></th>`
}

/** 事業の名。事業のない行は種類（数値目標）。続く行では、目には前の行で足りるので、読み上げにだけ添える。 */
const projectHtml = (frame: Frame, { edition }: SummaryView, { project, continued, indicator }: SummaryIndicator) => {
  if (!project) return indicator.class === 'KPI' ? '' : `<span class="project">${esc(indicator.class)}</span>`
  if (continued) return `<span class="unseen">${esc(project.name)}</span>`
  const href = frame.to.project(edition.municipality.code, edition.id, project.id)
  return `<span class="project"><a href="${esc(href)}">${esc(project.name)}</a></span>`
}

const tagsOf = (frame: Frame, { indicator, first }: SummaryIndicator): string => {
  const says = (word: string) => indicator.name.includes(word)
  const tag = (words: string, more = '') => `<span class="tag${more}" lang="${frame.lang}">${words}</span>`
  return [
    first
      ? `<a class="tag" lang="${frame.lang}" href="#${esc(rowId(first))}">${esc(frame.t(says('再掲') ? 'table.first' : 'table.repeat'))}</a>`
      : '',
    indicator.breakdownOf !== null && !says('内訳') ? tag(esc(frame.t('table.breakdown'))) : '',
    indicator.certainty && indicator.certainty.level !== 'certain'
      ? tag(`${shape('doubt')}${esc(frame.t('table.doubtful'))}`, ' doubt')
      : '',
  ].join('')
}

/** 「36.7％（令和元年）→ 40.0％（5年間）」。図書の KPI の欄に書かれた、始まりと目指すところ。 */
const wayOf = (frame: Frame, indicator: Indicator): string => {
  const { baseline, targets } = indicator
  const aim =
    targets.findLast((target) => target.scope !== undefined && saysSomething(target)) ?? finalTarget(indicator)
  const from = baseline && saysSomething(baseline) ? withUnit(baseline) : undefined
  const to = aim && saysSomething(aim) ? withUnit(aim) : undefined
  if (from !== undefined && to !== undefined) return frame.t('summary.from-to', { from, to })
  if (to !== undefined) return frame.t('indicator.target', { target: to })
  return from === undefined ? '' : `${frame.t('table.baseline')} ${from}`
}

const stateCell = (frame: Frame, { now }: SummaryIndicator): string => {
  const standing = now?.standing ?? 'not-judged'
  // 率のない「達成」は、状態の語が言う。
  const rate = now && now.achievement.kind !== 'judged' ? rateWords(frame, now.achievement) : '―'
  return `<td class="state-cell" rowspan="2" lang="${frame.lang}">${rate === '―' ? '' : `<strong>${esc(rate)}</strong> `}<span class="state ${standing}">${shape(standing)}${esc(frame.t(`standing.${standing}`))}</span></td>`
}

const lastCells = (frame: Frame, { edition, has }: SummaryView, { indicator }: SummaryIndicator): string => {
  const departments = indicator.departments
    .map((name) => `<a href="${esc(frame.to.departments(edition.municipality.code, name))}">${esc(name)}</a>`)
    .join(' ')
  return (
    (has.departments ? `<td class="dept" rowspan="2">${departments}</td>` : '') +
    (has.remarks ? `<td class="remarks" rowspan="2">${remarksHtml(frame, indicator.remarks)}</td>` : '')
  )
}

/** 所見。長いものは初めの一文までを見せて畳む。見せた字と畳んだ字を合わせると、元の字になる。 */
const remarksHtml = (frame: Frame, remarks: string | null): string => {
  if (remarks === null) return ''
  const [head, rest] = folded(remarks)
  if (rest === '') return esc(head)
  return `<details><summary>${esc(head)}<span class="more" lang="${frame.lang}">${esc(frame.t('summary.more'))}</span></summary>${esc(rest)}</details>`
}

const foldedOver = 90

/** 90 字を超える所見を、初めの一文（長ければ 60 字）と残りに分ける。字は一つも落とさない。 */
export const folded = (text: string): readonly [head: string, rest: string] => {
  const letters = [...text]
  if (letters.length <= foldedOver) return [text, '']
  const stop = letters.indexOf('。')
  const at = stop >= 20 && stop < foldedOver ? stop + 1 : 60
  return [letters.slice(0, at).join(''), letters.slice(at).join('')]
}
