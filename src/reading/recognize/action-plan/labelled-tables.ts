import { readAccumulation } from '#domain/indicator/read-accumulation.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { ProjectYear } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { scopeOf } from './figure-of.ts'
import { figureInCell, yearInBrackets } from './labelled-figures.ts'
import type { RelatedIndicator } from './related-indicators.ts'
import { filled, spanAt, spansOf, words } from './rows.ts'
import { accumulationOf, type SettingIndicator } from './setting-indicators.ts'
import { isDash } from './sheet-years.ts'
import { inUnitOf } from './yearly-figures.ts'

/** 項目の並びの下に続く表。 */
export type LabelledTables = {
  readonly related: readonly RelatedIndicator[]
  readonly settings: readonly SettingIndicator[]
  readonly years: readonly ProjectYear[]
}

type Kind = 'related' | 'setting' | 'years'
type Table = { readonly kind: Kind; readonly header: Line; readonly rows: Line[] }

/** 見出しの語で表を見分ける。表は、字が一つだけの行（次の表の題、注）で終わる。 */
export const labelledTables = (lines: readonly Line[]): LabelledTables => {
  const tables: Table[] = []
  let open = false
  for (const line of lines) {
    const kind = kindOf(line)
    if (kind) tables.push({ kind, header: line, rows: [] })
    if (!kind && open && filled(line).length > 1) tables.at(-1)?.rows.push(line)
    open = kind !== undefined || (open && filled(line).length > 1)
  }
  const of = (kind: Kind) => tables.filter((table) => table.kind === kind)
  return {
    related: of('related').flatMap(relatedIn),
    settings: of('setting').flatMap(settingsIn),
    years: of('years').flatMap(yearsIn),
  }
}

const kindOf = (line: Line): Kind | undefined => {
  const found = words(line)
  const [first] = found
  const has = (pattern: RegExp) => found.some((word) => pattern.test(word))
  if (first === '種別' && has(/^指標(?:名)?$/u) && has(/^目標値?$/u)) return 'related'
  if (first !== undefined && /^設定指標(?:名)?$/u.test(first) && has(/^目標値?$/u)) return 'setting'
  return first === '年度' && has(/^実績・?(?:予定|計画)?$/u) && found.length === 2 ? 'years' : undefined
}

/** その見出しの列の升目。 */
const under = ({ header }: Table, line: Line, heading: RegExp): Cell | undefined => {
  const spans = spansOf(header)
  return filled(line).find(({ column }) => heading.test(spanAt(spans, column)?.word ?? ''))
}

const nameText = (cell: Cell | undefined): string => (cell && !isDash(cell.text) ? cell.text : '')

// ---- 関連する成果目標・KPI

const relatedIn = (table: Table): readonly RelatedIndicator[] =>
  table.rows.flatMap((line) => {
    const [kind, named, target] = [/^種別$/u, /^指標/u, /^目標/u].map((heading) => under(table, line, heading))
    const name = nameText(named)
    if (!kind || !named || nameText(kind) === '') return []
    const said = `${name} ${target?.text ?? ''}`
    const figure = target ? figureInCell(target, null, scopeOf(said)) : null
    return [
      {
        class: kind.text,
        name,
        unit: figure?.unit ?? null,
        accumulation: readAccumulation(said),
        target: figure,
        place: named.place,
        doubts: [],
      },
    ]
  })

// ---- 設定指標

/** 名の升目のある行から、次の名の升目の前までが一つの指標。 */
const settingsIn = (table: Table): readonly SettingIndicator[] => {
  const groups: Line[][] = []
  for (const line of table.rows)
    if (under(table, line, /^設定指標/u)) groups.push([line])
    else groups.at(-1)?.push(line)
  return groups.flatMap((lines) => settingOf(table, lines))
}

const settingOf = (table: Table, lines: readonly Line[]): readonly SettingIndicator[] => {
  const [first] = lines
  const named = first && under(table, first, /^設定指標/u)
  if (!first || !named) return []
  const printed = [under(table, first, /^目標/u), under(table, first, /^基準/u)] as const
  const name = nameText(named)
  const said = `${name} ${printed[0]?.text ?? ''}`
  const scope = scopeOf(said)
  const target = printed[0] ? figureInCell(printed[0], null, scope) : null
  const baseline = printed[1] ? baselineOf(table, printed[1]) : null
  const of = (side: RegExp) =>
    lines
      .filter((line) => side.test(plainText(under(table, line, /^区分$/u)?.text ?? '')))
      .flatMap((line) => yearlyIn(table, line))
      .map((figure) => inUnitOf({ unit: target?.unit ?? null }, figure))
  const [planned, actuals] = [of(/^(?:予定|目標|計画)/u), of(/^実績/u)]
  if (name === '' && !target && !baseline && planned.length + actuals.length === 0) return []
  return [
    {
      name,
      unit: (target ?? actuals[0])?.unit ?? null,
      accumulation: accumulationOf(said, scope),
      baseline,
      targets: [...(target ? [target] : []), ...planned],
      actuals,
      certainty: undefined,
      place: named.place,
      doubts: [],
    },
  ]
}

/** 基準値の年度は、升目か、見出し（「基準値（平成29年度調査）」）に書かれている。 */
const baselineOf = ({ header }: Table, cell: Cell): Figure | null => {
  const read = figureInCell(cell, null)
  const stated = yearInBrackets(spanAt(spansOf(header), cell.column)?.word ?? '')
  return read && read.year === null && stated !== null ? { ...read, year: stated } : read
}

const yearlyIn = ({ header }: Table, line: Line): readonly Figure[] => {
  const spans = spansOf(header)
  return filled(line).flatMap((cell) => {
    const year = readYear(spanAt(spans, cell.column)?.word ?? '')?.year
    return year === undefined ? [] : (figureInCell(cell, year) ?? [])
  })
}

// ---- 実績・予定

const yearsIn = (table: Table): readonly ProjectYear[] =>
  table.rows.flatMap((line) => {
    const year = readYear(under(table, line, /^年度$/u)?.text ?? '')?.year
    const items = under(table, line, /^実績/u)
    if (year === undefined || !items) return []
    return [{ year, items: itemLines(items.text), place: items.place }]
  })

/** 一行が一項目。行頭の「・」は印、字下げした行は前の項目の続き。 */
export const itemLines = (text: string): readonly string[] => {
  if (isDash(text)) return []
  const items: string[] = []
  for (const line of text.split(/\r\n|\n|\r/u))
    if (line.startsWith('　') && items.length > 0) items.push(`${items.pop()}\n${line.slice(1)}`)
    else if (line.trim() !== '') items.push(line.replace(/^・/u, '').trim())
  return items
}
