import { readAccumulation } from '#domain/indicator/read-accumulation.ts'
import { plainText } from '#domain/language/plain-text.ts'
import { say } from '#domain/language/say.ts'
import type { Accumulation, Certainty } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type Doubt, doubt } from './doubt.ts'
import { compoundOf, figureOf, scopeOf } from './figure-of.ts'
import { type Piece, part, readable } from './fragments.ts'
import { type Entry, entriesOf, type Value } from './kpi-entries.ts'
import { type Pair, pairsOf } from './kpi-pairs.ts'
import { bare, likeness } from './likeness.ts'
import type { SheetYears } from './sheet-years.ts'
import { type YearPhrases, yearPhrases } from './year-items.ts'

/** 設定指標の一つ（id と事業は個票の番号が決まってから付ける）。`targets` は設定指標の目標を先頭に、年ごとの予定が続く。 */
export type SettingIndicator = {
  readonly name: string
  readonly unit: string | null
  readonly accumulation: Accumulation
  readonly baseline: Figure | null
  readonly targets: readonly Figure[]
  readonly actuals: readonly Figure[]
  readonly certainty: Certainty | undefined
  readonly place: Place
  readonly doubts: readonly Doubt[]
}

/** 実績とみる最後の年度（図書の日付の前の年度）と、事業の期間の始まり。 */
export type Timing = { readonly lastActual: number | null; readonly from: number | null }

export const settingIndicators = (
  sheet: SheetYears,
  timing: Timing,
): {
  readonly value: readonly SettingIndicator[]
  readonly doubts: readonly Doubt[]
  readonly undated: readonly Place[]
} => {
  const years = yearPhrases(sheet.years)
  const { pairs, doubts } = pairsOf(entriesOf(sheet.kpi), years.value)
  const settled = pairs.map((pair) => fromActualColumn(pair, sheet, timing))
  const moved = sheet.doubts.some(({ code }) => code === 'sheet-kpi-moved')
  return {
    value: settled.flatMap(({ pair, doubts: own }) => indicatorOf(pair, own, years.value, timing, moved)),
    doubts: [...years.doubts, ...doubts],
    undated: settled.flatMap(({ pair }) =>
      pair.actuals.flatMap(({ values }) => values.filter(({ when }) => !when).map(({ figure }) => figure.place)),
    ),
  }
}

/** 実績の欄にあるが、その年にはまだ始まっていない事業の数量は、目標である（名だけの設定指標の隣に書かれた目標値）。 */
const fromActualColumn = (
  pair: Pair,
  { years }: SheetYears,
  { lastActual, from }: Timing,
): { pair: Pair; doubts: readonly Doubt[] } => {
  const { target, actuals } = pair
  const [actual] = actuals
  const begun = from === null || lastActual === null || from <= lastActual
  const worked = years.some(({ year, cells }) => year === lastActual && cells.length > 0)
  const lone =
    target?.name &&
    target.values.length === 0 &&
    actuals.length === 1 &&
    actual?.name === null &&
    actual.values.length > 0
  if (!lone || begun || worked || actual.values.some(({ when }) => when)) return { pair, doubts: [] }
  const name = target.name?.text ?? ''
  return {
    pair: { target: { ...target, values: actual.values }, actuals: [] },
    doubts: [doubt('warning', 'kpi-target-in-actual-column', { name }, [actual.place.place])],
  }
}

const indicatorOf = (
  pair: Pair,
  doubts: readonly Doubt[],
  years: readonly YearPhrases[],
  timing: Timing,
  moved: boolean,
): readonly SettingIndicator[] => {
  const entry = pair.target ?? pair.actuals[0]
  if (!entry) return []
  const stated = statedIn(entry)
  const name = stated.name ? readable(stated.name.text) : ''
  const words = `${name} ${stated.target?.raw ?? ''}`
  const scope = scopeOf(words)
  const targets = pair.target ? targetsOf(pair, stated, scope) : { target: null, baseline: null }
  const actuals = pair.actuals.flatMap((actual) => actualsOf(actual, pair, timing))
  const yearly = yearlyOf(stated.name, targets.target, pair.target?.mark ?? null, years, timing)
  const repeated = yearly.actuals.filter(({ year }) => !actuals.some((actual) => actual.year === year))
  const differing = actuals.flatMap((actual) => differs(name, actual, yearly.actuals))
  const unread = targets.target?.value === null && !targets.target.parts ? [targets.target] : []
  const all = targets.target ? [targets.target] : []
  return [
    {
      name,
      unit: (targets.target ?? actuals[0])?.unit ?? null,
      accumulation: accumulationOf(words, scope),
      baseline: targets.baseline,
      targets: scope === 'period' ? all : [...all, ...yearly.targets],
      actuals: [...actuals, ...repeated],
      certainty: certaintyOf(moved, doubts, targets.baseline !== null, yearly),
      place: entry.place.place,
      doubts: [
        ...doubts,
        ...differing,
        ...(targets.baseline
          ? [
              doubt('warning', 'kpi-baseline-with-target', { name, baseline: targets.baseline.raw }, [
                targets.baseline.place,
              ]),
            ]
          : []),
        ...(name === ''
          ? [doubt('warning', 'kpi-name-missing', { text: entry.place.text.slice(0, 40) }, [entry.place.place])]
          : []),
        ...(pair.target === null && name !== ''
          ? [doubt('warning', 'kpi-target-missing', { name }, [entry.place.place])]
          : []),
        ...(pair.target && !targets.target ? [doubt('info', 'kpi-without-figure', { name }, [entry.place.place])] : []),
        ...unread.map(({ raw, place }) => doubt('info', 'kpi-target-in-words', { name, text: raw }, [place])),
      ],
    },
  ]
}

type Stated = { readonly name: Piece | null; readonly target: Figure | null }

/** 「（左記のとおり）」は名でなく、目標のことば。 */
const elsewhere = /\s*[(（](?:左記|上記|別記|別紙)[^()（）]*[)）]$/u

const statedIn = (entry: Entry): Stated => {
  const said = entry.name && elsewhere.exec(entry.name.text)
  if (entry.name && said && entry.values.length === 0) {
    const words = part(entry.name, said.index)
    return { name: part(entry.name, 0, said.index) ?? null, target: words ? figureOf(words, null, 'final') : null }
  }
  const [first] = entry.values
  return { name: entry.name, target: first ? figureOf(first.figure, null) : null }
}

/** 目標と基準値。数量が二つ並び、先のものが実績と同じなら、先が基準値（「60.5% → 50%未満」の矢印が落ちたもの）。 */
const targetsOf = (
  { target, actuals }: Pair,
  stated: Stated,
  scope: Figure['scope'],
): { target: Figure | null; baseline: Figure | null } => {
  const values = target?.values ?? []
  const [first, second] = values
  if (!target || !first) return { target: stated.target, baseline: null }
  if (!second) return { target: figureOf(first.figure, null, scope), baseline: null }
  const reported = actuals.flatMap((actual) => actual.values).find(({ figure }) => sameAmount(figure, first.figure))
  if (values.length === 2 && reported)
    return {
      target: figureOf(second.figure, null, scope),
      baseline: dated(first.figure, reported.when ?? second.when ?? first.when, null),
    }
  return { target: compound(target, null, scope), baseline: null }
}

const sameAmount = (a: Piece, b: Piece): boolean => {
  const [one, other] = [figureOf(a, null), figureOf(b, null)]
  return one.value !== null && one.value === other.value && one.unit === other.unit
}

const compound = ({ place, values }: Entry, year: number | null, scope?: Figure['scope']): Figure => {
  const [first, last] = [values[0]?.figure, values.at(-1)?.figure]
  const start = first ? place.text.indexOf(first.text) : 0
  const end = last ? place.text.lastIndexOf(last.text) + last.text.length : place.text.length
  const labelled = values.every(({ label }) => label !== null)
  const raw = labelled ? place : (part(place, Math.max(start, 0), end) ?? place)
  return compoundOf(
    raw,
    values.map(({ figure, label }) => ({ figure, label: label?.text ?? bracketLabel(figure) })),
    year,
    scope,
  )
}

/** 「3回以上(小学1,2年生)」のかっこの中を部分の札にする。 */
const bracketLabel = ({ text }: Piece): string | null => /[(（]([^()（）]+)[)）]$/u.exec(text)?.[1] ?? null

const dated = (figure: Piece, when: Value['when'], fallback: number | null, scope?: Figure['scope']): Figure => {
  const read = figureOf(figure, when?.year ?? fallback, scope)
  if (when?.kind === 'as-of') return { ...read, periodKind: 'as-of' }
  return when?.kind === 'survey' ? { ...read, periodKind: 'survey' } : read
}

/** 実績。年の書かれていないものは、図書の日付の前の年度とみる。数でない実績（「整備完了」）はことばで持つ。 */
const actualsOf = (actual: Entry, { target }: Pair, { lastActual }: Timing): readonly Figure[] => {
  if (actual.values.length > 1 && actual.values.every(({ when }) => when === null))
    return [compound(actual, lastActual)]
  if (actual.values.length > 0) return actual.values.map(({ figure, when }) => dated(figure, when, lastActual))
  // 目標と同じ名だけが書かれ、値の欄が空のものは、実績がまだない。
  if (!actual.name || (target?.name && target.values.length > 0 && bare(target.name.text) === bare(actual.name.text)))
    return []
  return [figureOf(actual.name, lastActual)]
}

type Yearly = { readonly targets: readonly Figure[]; readonly actuals: readonly Figure[]; readonly exact: boolean }

/** 年の項目のうち、名がこの指標と同じものの数量。図書の日付より前の年は実績、あとの年は予定。 */
const yearlyOf = (
  name: Piece | null,
  target: Figure | null,
  mark: string | null,
  years: readonly YearPhrases[],
  { lastActual }: Timing,
): Yearly => {
  if (!name || lastActual === null) return { targets: [], actuals: [], exact: true }
  const found = years.flatMap(({ year, phrases }) => {
    const scored = phrases
      .flatMap((phrase) => (phrase.figure ? [{ phrase, figure: figureOf(phrase.figure, year) }] : []))
      .map((each) => ({
        ...each,
        score: sameness(name.text, mark, each.phrase.name?.text ?? '', each.phrase.mark, sameUnit(target, each.figure)),
      }))
      .filter(({ score }) => score > 0)
    const best = Math.max(...scored.map(({ score }) => score))
    const chosen = scored.filter(({ score }) => score === best)
    return chosen.length === 1 && chosen[0] ? [{ figure: chosen[0].figure, score: best }] : []
  })
  const figures = found.map(({ figure }) => figure)
  return {
    targets: figures.filter(({ year }) => year !== null && year > lastActual),
    actuals: figures.filter(({ year }) => year !== null && year <= lastActual),
    exact: found.every(({ score }) => score === 1),
  }
}

const sameUnit = (target: Figure | null, { unit }: Figure): boolean =>
  target?.unit == null || unit === null || unitWord(target.unit) === unitWord(unit)

const unitWord = (unit: string): string => plainText(unit).replace(/\/年$/u, '')

/** 項目の名と指標の名の同じさ。名がまったく同じなら単位が違っても同じ指標、似ているだけなら単位も同じとき。 */
const sameness = (name: string, mark: string | null, item: string, itemMark: string | null, unit: boolean): number => {
  const [a, b] = [core(name), core(item)]
  if (a === '' || b === '') return 0
  if (a === b) return 1
  if (!unit) return a.replace(/数$/u, '') === b.replace(/数$/u, '') ? 0.9 : 0
  if (mark !== null && mark === itemMark && likeness(a, b) >= 0.5) return 0.9
  const ratio = a.includes(b) || b.includes(a) ? Math.min(a.length, b.length) / Math.max(a.length, b.length) : 0
  return ratio >= 0.6 ? ratio : likeness(a, b) >= 0.75 ? likeness(a, b) : 0
}

const core = (name: string): string =>
  bare(
    plainText(name)
      .replace(/[([【][^()[\]【】]*[)\]】]/gu, '')
      .replace(/\/[年延][べ]?$/u, ''),
  )

const differs = (name: string, actual: Figure, yearly: readonly Figure[]): readonly Doubt[] => {
  const other = yearly.find(({ year }) => year === actual.year)
  if (!other || other.value === null || actual.value === null || other.value === actual.value) return []
  return [
    doubt('warning', 'kpi-actual-differs', { name, actual: actual.raw, item: other.raw }, [actual.place, other.place]),
  ]
}

const accumulationOf = (words: string, scope: Figure['scope']): Accumulation => {
  if (scope === 'period') {
    const read = readAccumulation(words)
    return read.kind === 'cumulative' && read.since !== null ? read : { kind: 'period-total' }
  }
  return scope === 'each-year' ? { kind: 'single-year' } : readAccumulation(words)
}

const said = (code: string): string => say({ code, params: {} })

const certaintyOf = (
  moved: boolean,
  doubts: readonly Doubt[],
  baseline: boolean,
  yearly: Yearly,
): Certainty | undefined => {
  const evidence = [
    ...(moved ? [said('evidence-kpi-moved')] : []),
    ...(doubts.length > 0 ? [said('evidence-kpi-target-in-actual-column')] : []),
    ...(baseline ? [said('evidence-kpi-baseline')] : []),
    ...(yearly.exact ? [] : [said('evidence-kpi-yearly-alike')]),
  ]
  return evidence.length > 0
    ? { level: moved || doubts.length > 0 || baseline ? 'doubtful' : 'likely', evidence }
    : undefined
}
