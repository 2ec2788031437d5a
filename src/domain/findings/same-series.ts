import { bareName } from '../indicator/read-accumulation.ts'
import { plainText } from '../language/plain-text.ts'
import type { Indicator, Note, PlanDraft, Project } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import type { Place } from '../provenance.ts'
import { isZero, sameNumber } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { readUnit } from '../quantity/unit.ts'
import { amountOf, groupsBy, yearly } from './figures.ts'
import { when } from './when.ts'

/** 同じ指標が二度出るときの食い違い。同じ名前で違う値・備考、同じ値で違う名前・定義。 */
export const sameSeriesFindings = ({ indicators, projects }: PlanDraft): Note[] => {
  const projectOf = new Map(projects.map((project) => [project.id, project]))
  const counted = indicators.filter((each) => each.counted !== false)
  const named = groupsBy(counted, (indicator) => nameKey(indicator, projectOf)).filter((group) => !areHomonyms(group))
  const originals = indicators.filter(({ repeatOf }) => repeatOf === null)
  return [
    ...named.flatMap(differingFigures),
    ...named.flatMap(differingRemarks),
    ...groupsBy(originals, figuresKey).flatMap(differingNames),
    ...groupsBy(originals, actualsKey).flatMap(differingDefinitions),
  ]
}

/** 事業ごとに決める指標（設定指標）の「参加者数」は事業が違えば別の指標なので、事業の名も鍵に入れる。 */
const nameKey = (indicator: Indicator, projectOf: ReadonlyMap<string, Project>): string => {
  const project = indicator.project === null ? undefined : projectOf.get(indicator.project)
  const ownToProject = indicator.class.includes('設定') || indicator.class.includes('活動')
  const titles = plainText(`${project?.name ?? ''}${project?.subName ?? ''}`)
  return ownToProject ? `${titles}／${bareName(indicator.name)}` : bareName(indicator.name)
}

type Column = { readonly what: string; readonly figures: readonly (Figure | null | undefined)[] }

/** 目標は、計画期間の合計・年度ごと・そのほか（最終・各年度）に分けて比べる。 */
const slot = ({ year, scope }: Figure): string => (scope === 'period' ? 'period' : String(year))

const columnsOf = (group: readonly Indicator[]): Column[] => {
  const columns = (what: (slot: string) => string, figuresOf: (indicator: Indicator) => readonly Figure[]) =>
    [...new Set(group.flatMap(figuresOf).map(slot))].map((key) => ({
      what: what(key),
      figures: group.map((each) => figuresOf(each).find((figure) => slot(figure) === key)),
    }))
  return [
    { what: '@what-baseline', figures: group.map(({ baseline }) => baseline) },
    ...columns(
      () => '@what-target',
      ({ targets }) => targets,
    ),
    ...columns(
      (key) => when(Number.parseInt(key, 10) || null),
      ({ actuals }) => actuals,
    ),
  ]
}

/** 値の字面。助詞・句読点・かっこだけの違いは違いとしない（「全体の90%」と「全体90%」）。 */
const printed = (figure: Figure): string => plainText(figure.raw).replace(/[の、。,・:()「」]/g, '')

/** 同じ値は一つにまとめ、違う書きかたを初めの所在とともに並べる。 */
const variants = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] =>
  items.filter((item, index) => items.findIndex((other) => keyOf(other) === keyOf(item)) === index)

const differingFigures = (group: readonly Indicator[]): Note[] => {
  if (group.length < 2) return []
  return columnsOf(group).flatMap(({ what, figures }) => {
    const read = figures.filter((figure) => figure != null).filter(({ raw }) => raw !== '')
    const [first, ...others] = variants(read, printed)
    // 一方が他方を含むのは、対象の一部だけを書いたもの（小学校と中学校の個票）で、食い違いではない。
    const unlike = others.filter((other) => first && !isPart(printed(first), printed(other)))
    if (!first || unlike.length === 0) return []
    return [
      note(
        unlike.every((other) => onlyUnit(first, other)) ? 'info' : 'warning',
        unlike.every((other) => onlyUnit(first, other)) ? 'same-name-units-differ' : 'same-name-figures-differ',
        { name: nameOf(group), what, first: first.raw, second: unlike.map(({ raw }) => raw).join('」「') },
        [first, ...unlike].map(({ place }) => place),
        group.map(({ id }) => id),
      ),
    ]
  })
}

/**
 * 名が同じだけの別の指標か（事業の違う「補助金交付件数」）。
 * 事業が違い、二つ以上の欄に値があって、どの欄も一つも同じでなければ、別の指標とみる。
 */
const areHomonyms = (group: readonly Indicator[]): boolean => {
  if (new Set(group.map(({ project }) => project)).size < 2) return false
  const compared = columnsOf(group)
    .map(({ figures }) =>
      figures.filter((figure) => figure != null && figure.value !== null).map((figure) => figure?.value),
    )
    .filter((values) => values.length >= 2)
  return compared.length >= 2 && compared.every((values) => new Set(values).size === values.length)
}

/** 数をいくつも書いた字面が、少なく書いた字面を含むか。 */
const isPart = (a: string, b: string): boolean => numbersIn(a) !== numbersIn(b) && (a.includes(b) || b.includes(a))

const numbersIn = (text: string): number => text.match(/[0-9][0-9,.]*/g)?.length ?? 0

/** 数は同じで、単位の書きかただけが違う（1,616,000人/年 と 1,616,000人/人）。円と千円のように桁の変わるものは値の違い。 */
const onlyUnit = (a: Figure, b: Figure): boolean =>
  a.value !== null &&
  b.value !== null &&
  sameNumber(a.value, b.value) &&
  readUnit(a.unit ?? '').factor === readUnit(b.unit ?? '').factor

const differingRemarks = (group: readonly Indicator[]): Note[] => {
  const remarked = group.filter(({ remarks }) => remarks !== null && remarks !== '')
  const [first, ...others] = variants(remarked, ({ remarks }) => plainText(remarks ?? ''))
  if (!first || others.length === 0 || group.some(({ class: kind }) => kind === '設定指標')) return []
  return [
    note(
      'info',
      'same-name-remarks-differ',
      { name: nameOf(group), first: first.remarks ?? '', second: others.map(({ remarks }) => remarks).join('」「') },
      placesOf([first, ...others]),
      group.map(({ id }) => id),
    ),
  ]
}

const nameOf = ([first]: readonly Indicator[]): string => first?.name ?? ''
const placesOf = (group: readonly Indicator[]): Place[] => group.map(({ place }) => place)

/** 値の並び。0 ばかり、100％ばかりの並びは、たまたま同じになるので鍵にしない。 */
const telling = (actuals: readonly Figure[]): boolean => {
  const values = actuals.map(amountOf).filter((value) => value !== null && !isZero(value) && !sameNumber(value, '100'))
  return values.length >= 3 && new Set(values).size >= 2
}

const actualsKey = ({ actuals, unit }: Indicator): string | null => {
  const known = yearly(actuals).filter((figure) => amountOf(figure) !== null)
  return telling(known) ? `${unit} ${known.map(({ year, value }) => `${year}:${value}`).join(' ')}` : null
}

const figuresKey = (indicator: Indicator): string | null => {
  const { baseline, targets, actuals, sheetNo, departments } = indicator
  const values = [...(baseline ? [baseline] : []), ...targets, ...yearly(actuals)].map(printed).join('|')
  if (actualsKey(indicator) !== null) return values
  // 数でない目標（「見直し完了」）は、シート番号と担当課まで同じときだけ同じ指標とみる。
  const qualitative = targets.some(({ status }) => status === 'text')
  return qualitative && sheetNo !== null ? `${values} ${sheetNo} ${departments.join()}` : null
}

/** 基準値・目標値・実績値がそっくり同じか。 */
export const sameFigures = (a: Indicator, b: Indicator): boolean => {
  const key = figuresKey(a)
  return key !== null && key === figuresKey(b)
}

const differingNames = (group: readonly Indicator[]): Note[] => {
  const [first, ...others] = variants(group, ({ name }) => bareName(name))
  if (!first || others.length === 0) return []
  return [
    note(
      'warning',
      'same-figures-names-differ',
      { first: first.name, second: others.map(({ name }) => name).join('」「') },
      placesOf([first, ...others]),
      group.map(({ id }) => id),
    ),
  ]
}

const kindWord = { 'single-year': '@kind-single-year', cumulative: '@kind-cumulative' } as const

/** 同じ実績の並びが、単年と累計の両方の定義である。 */
const differingDefinitions = (group: readonly Indicator[]): Note[] => {
  const single = group.find(({ accumulation }) => accumulation.kind === 'single-year')
  const cumulative = group.find(({ accumulation }) => accumulation.kind === 'cumulative')
  if (!single || !cumulative) return []
  return [
    note(
      'error',
      'same-series-two-definitions',
      {
        first: single.name,
        second: cumulative.name,
        figures: yearly(single.actuals)
          .filter((figure) => amountOf(figure) !== null)
          .map(({ raw }) => raw)
          .join('、'),
        firstKind: kindWord['single-year'],
        secondKind: kindWord.cumulative,
      },
      placesOf([single, cumulative]),
      [single.id, cumulative.id],
    ),
  ]
}
