import type { Cost, Indicator, PlanContent, PrintedRate } from '#domain/plan/draft.ts'
import { pathTo } from '#domain/plan/outline.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/**
 * 指標の値を、升目一つずつ「鍵 → 値」に並べたもの。二つの計画が同じ値を同じ順に持つかを、升目ごとに比べるため。
 * 鍵は「12 新規創業件数 実績 2023」（12 件目の指標）。
 *
 * 値は、数・単位・限り・身分・年で比べる。書かれた字面と所在は比べない（紙が変わるので違って当然）。
 * 値のない升目は、空欄でも線でも「なし」とする：紙では空欄にも「―」を書く（手引き §4）。わけの書かれたもの
 * （「事業終了」）は、そのわけで比べる。
 */
export const figuresIn = (content: PlanContent): ReadonlyMap<string, string> =>
  new Map(content.indicators.flatMap((indicator, at) => cellsOf(content, indicator, `${at + 1} ${indicator.name}`)))

/** 違う升目。`12 新規創業件数 実績 2023: 47件 → 48件`。升目のないことは、値のないことと同じ。 */
export const differences = (before: PlanContent, after: PlanContent): readonly string[] => {
  const [a, b] = [figuresIn(before), figuresIn(after)]
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => (a.get(key) ?? none) !== (b.get(key) ?? none))
    .map((key) => `${key}: ${a.get(key) ?? none} → ${b.get(key) ?? none}`)
}

const none = 'なし'

type Entry = readonly [key: string, value: string]

const cellsOf = (content: PlanContent, indicator: Indicator, row: string): readonly Entry[] => {
  const nodes = new Map(content.nodes.map((node) => [node.id, node]))
  const path = pathTo(nodes, indicator.node).map(({ level, number, title }) => `${level}${number ?? ''}${title}`)
  const project = content.projects.find(({ id }) => id === indicator.project)
  const texts = {
    節: path.join(' > '),
    種類: indicator.class,
    単位: indicator.unit ?? '',
    事業: project?.name ?? '',
    担当課: indicator.departments.join('・'),
    備考: indicator.remarks ?? '',
    シート: dashed(indicator.sheetNo ?? ''),
    数える: indicator.counted === false ? '数えない' : '',
    内訳: nameOf(content, indicator.breakdownOf),
    再掲: nameOf(content, indicator.repeatOf),
    累計: JSON.stringify(indicator.accumulation),
  }
  return [
    ...Object.entries(texts).map(([key, value]): Entry => [`${row} ${key}`, value]),
    ...(indicator.baseline ? figureEntries(`${row} 基準値`, [indicator.baseline]) : []),
    ...figureEntries(`${row} 目標`, indicator.targets),
    ...figureEntries(`${row} 実績`, indicator.actuals),
    ...rateEntries(`${row} 達成率`, [...indicator.rates, ...(indicator.rateMarks ?? [])]),
    ...indicator.costs.map((cost): Entry => [`${row} 事業費 ${cost.year ?? ''}`, costWords(cost)]),
  ]
}

const nameOf = ({ indicators }: PlanContent, id: string | null): string => {
  const at = indicators.findIndex((each) => each.id === id)
  return at === -1 ? '' : `${at + 1}`
}

/** 同じ年度・同じ役の値が二つあれば、順の番号で分ける。 */
const figureEntries = (row: string, figures: readonly Figure[]): readonly Entry[] => {
  const seen = new Map<string, number>()
  return figures.map((figure): Entry => {
    const place = `${row} ${figure.scope ?? ''} ${figure.year ?? ''}`
    const nth = (seen.get(place) ?? 0) + 1
    seen.set(place, nth)
    return [nth === 1 ? place : `${place} ${nth}`, figureWords(figure)]
  })
}

const figureWords = (figure: Figure): string => {
  if (figure.status === 'blank' || figure.status === 'dash') return none
  const { value, unit, qualifier, status, text, parts, secondary, upTo, outOf, label, periodKind } = figure
  // いくつもの値を持つ升目の、全体の値の欄は、図書の行の分け方による（「1か所」の下の段に「4.17ha」）。
  if (parts) return `${label ?? ''}${parts.map(figureWords).join('＋')}`
  return [
    label ?? '',
    value ?? '',
    upTo === undefined ? '' : `～${upTo}`,
    outOf === undefined ? '' : `/${outOf}`,
    unit ?? '',
    qualifier ?? '',
    status === 'given' ? '' : status,
    text ?? '',
    secondary ? `[${figureWords(secondary)}]` : '',
    periodKind ? `（${periodKind}）` : '',
  ].join('')
}

const rateEntries = (row: string, rates: readonly PrintedRate[]): readonly Entry[] =>
  rates
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
    .map(({ year, printed }): Entry => [`${row} ${year ?? ''}`, dashed(printed)])

const costWords = ({ value, unit, raw }: Cost): string => (value === null ? dashed(raw) : `${value}${unit ?? ''}`)

const dashed = (text: string): string => (/^[\s\-－―ー–—…‐‑‒−]*$/u.test(text) ? none : text.trim())
