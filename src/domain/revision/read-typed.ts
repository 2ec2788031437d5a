import type { Accumulation, Indicator } from '../plan/draft.ts'
import { type Problem, refused } from '../problem.ts'
import { revisedPlace } from '../provenance.ts'
import type { Figure } from '../quantity/figure.ts'
import { readFigure } from '../quantity/read-figure.ts'
import { withUnit } from '../review/correct-figures.ts'
import { readYear } from '../year/read-year.ts'
import type { EntryOf, RevisableKind } from './revisable.ts'
import { fieldOfInput, type Typed, targetRows } from './typed-entry.ts'

/** 読めた欄（改められる欄の名 → 値）と、読めなかった欄の断り。 */
export type ReadFields = {
  readonly fields: ReadonlyMap<string, unknown>
  readonly problems: ReadonlyMap<string, Problem>
}

/**
 * 打たれた字のうち、見せた字（`shown`）と違う欄だけを読む。触れていない欄は、ほかの人が直していてもそのまま。
 * 数・年度の読み方は図書の字と同じで、新しい値の所在は「改訂で決めた」。
 *
 * @example readTyped('indicator', 創業件数, { 'targets.0.raw': '50件' }, typedOf('indicator', 創業件数)).fields.get('targets')
 */
export const readTyped = <K extends RevisableKind>(
  kind: K,
  entry: EntryOf[K],
  typed: Typed,
  shown: Typed,
): ReadFields => {
  const fields = new Map<string, unknown>()
  const problems = new Map<string, Problem>()
  const all = { ...shown, ...typed }
  for (const field of touchedFields(typed, shown)) {
    const read = readField(entry, field, all)
    if (isProblem(read)) problems.set(field, read)
    else fields.set(field, read.value)
  }
  // 単位を変えると、単位の書かれていない目標・基準値の単位も変わる。
  const unit = fields.get('unit')
  if (kind === 'indicator' && unit !== undefined) {
    const followed = withUnit({ ...(entry as Indicator), unit: null }, unit as string | null)
    for (const field of ['baseline', 'targets'] as const)
      if (!fields.has(field) && (entry as Indicator).unit !== unit) fields.set(field, followed[field])
  }
  return { fields, problems }
}

/** 触れた欄。改行の書き方と、前後の空きの違いは、触れたことにしない。 */
export const touchedFields = (typed: Typed, shown: Typed): readonly string[] => [
  ...new Set(
    Object.keys(typed)
      .filter((name) => clean(typed[name]) !== clean(shown[name]))
      .map(fieldOfInput),
  ),
]

const clean = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim()

type Read = { readonly value: unknown } | Problem
const isProblem = (read: Read): read is Problem => 'kind' in read

const problem = (code: string, params: Problem['params'] = {}): Problem => refused(code, params).problem

const readField = (entry: EntryOf[RevisableKind], field: string, typed: Typed): Read => {
  const text = clean(typed[field])
  switch (field) {
    case 'name':
    case 'title':
      return text === '' ? problem('revision-name-empty') : { value: text.replaceAll(/\s*\n\s*/g, '') }
    case 'accumulation':
      return readAccumulation(clean(typed['accumulation.kind']), clean(typed['accumulation.since']))
    case 'baseline':
      return readBaseline(entry as Indicator, typed)
    case 'targets':
      return readTargets(entry as Indicator, typed)
    case 'period':
      return readPeriod(clean(typed['period.from']), clean(typed['period.to']))
    case 'departments':
    case 'implementers':
    case 'nodes':
    case 'indicators':
      return { value: linesIn(text) }
    case 'tags':
      return { value: readTags(text) }
    case 'priority':
      return { value: text === 'yes' }
    case 'class':
    case 'level':
      return text === '' ? problem('revision-name-empty') : { value: text }
    default:
      return { value: text === '' ? null : text }
  }
}

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** 「SDGs：4、8」の行。 */
const readTags = (text: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    linesIn(text).map((line) => {
      const [kind = '', values = ''] = line.split(/[：:](.*)/s)
      const list = values.split(/[、,，]/).map((value) => value.trim())
      return [kind.trim(), list.filter((value) => value !== '')]
    }),
  )

/** 年度の欄。空なら null、読めなければ undefined。 */
export const yearIn = (text: string): number | null | undefined => (text.trim() === '' ? null : readYear(text)?.year)

const unreadableYear = (text: string) => problem('revision-year-unreadable', { text })

const readPeriod = (from: string, to: string): Read => {
  const [first, last] = [yearIn(from), yearIn(to)]
  if (first === undefined) return unreadableYear(from)
  if (last === undefined) return unreadableYear(to)
  if (first !== null && last !== null && last < first) return problem('revision-period-backwards', { from, to })
  return { value: first === null && last === null ? null : { from: first, to: last } }
}

const accumulationKinds: readonly Accumulation['kind'][] = [
  'single-year',
  'cumulative',
  'level',
  'period-total',
  'unstated',
]

const readAccumulation = (kind: string, since: string): Read => {
  const known = accumulationKinds.find((each) => each === kind)
  if (!known) return problem('revision-choice-unknown')
  if (known !== 'cumulative') return { value: { kind: known } }
  const year = yearIn(since)
  return year === undefined ? unreadableYear(since) : { value: { kind: known, since: year } }
}

const readBaseline = (indicator: Indicator, typed: Typed): Read => {
  const raw = clean(typed['baseline.raw'])
  return raw === ''
    ? { value: null }
    : readOne(indicator, indicator.baseline, raw, clean(typed['baseline.year']), typed)
}

/** 年度と値の行。値を消した行はなくなり、年度を書き足した行が増える。 */
const readTargets = (indicator: Indicator, typed: Typed): Read => {
  const figures: Figure[] = []
  for (const at of targetRows(typed)) {
    const raw = clean(typed[`targets.${at}.raw`])
    if (raw === '') continue
    const read = readOne(indicator, indicator.targets[at] ?? null, raw, clean(typed[`targets.${at}.year`]), typed)
    if (isProblem(read)) return read
    figures.push(read.value as Figure)
  }
  return { value: inYearOrder(indicator, figures) }
}

/** もとの並びが年度の順なら、足した年度もその順に入れる。 */
const inYearOrder = ({ targets }: Indicator, figures: readonly Figure[]): readonly Figure[] => {
  const order = (figure: Figure) => figure.year ?? Number.POSITIVE_INFINITY
  const sorted = targets.toSorted((a, b) => order(a) - order(b))
  return targets.every((target, at) => target === sorted[at])
    ? figures.toSorted((a, b) => order(a) - order(b))
    : figures
}

/** 触れていない値はもとのまま。読めない字（######、1,2345）は断る。 */
const readOne = (indicator: Indicator, before: Figure | null, raw: string, yearText: string, typed: Typed): Read => {
  const year = yearIn(yearText)
  if (year === undefined) return unreadableYear(yearText)
  if (before && before.raw.trim() === raw && before.year === year) return { value: before }
  const scope = before?.scope ?? (indicator.targets.length === 0 ? ('final' as const) : undefined)
  const unit = 'unit' in typed ? clean(typed.unit) || null : indicator.unit
  const read = readFigure(raw, { year, place: revisedPlace, unit, ...(scope && { scope }) })
  if (read.status === 'unreadable') return problem('revision-figure-unreadable', { raw })
  const { label, periodKind } = before ?? {}
  return {
    value: { ...(label !== undefined && { label }), ...(periodKind !== undefined && { periodKind }), ...read },
  }
}
