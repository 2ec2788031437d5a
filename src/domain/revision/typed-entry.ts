import type { Accumulation, Indicator, PlanNode, Project } from '../plan/draft.ts'
import type { Figure } from '../quantity/figure.ts'
import { fiscalYearInWords } from '../year/fiscal-year.ts'
import type { EntryOf, RevisableKind } from './revisable.ts'

/**
 * 頁の欄に打たれた字。欄の名 → 字（いくつも選ぶ欄と箇条は、行に分けて）。
 * 「targets.0.raw」のように点の前が改められる欄の名。ない欄は、直していない。
 */
export type Typed = Readonly<Record<string, string>>

/**
 * 一件を、頁の欄の字にする。読むと（`readTyped`）もとに戻る。
 *
 * @example typedOf('indicator', 創業件数)['targets.0.raw'] // → '45件'
 */
export const typedOf = <K extends RevisableKind>(kind: K, entry: EntryOf[K]): Typed => {
  if (kind === 'node') return ofNode(entry as PlanNode)
  return kind === 'indicator' ? ofIndicator(entry as Indicator) : ofProject(entry as Project)
}

/** 打たれた名の、改められる欄。「targets.0.raw」→「targets」 */
export const fieldOfInput = (name: string): string => name.split('.')[0] ?? name

/** 目標の空の行の数（年度を足して目標を増やす）。 */
export const spareTargets = 2

/** 目標の行の番号（欄の名「targets.0.raw」から）。上から順に。 */
export const targetRows = (typed: Typed): readonly number[] =>
  Object.keys(typed)
    .flatMap((name) => {
      const [field, at, part] = name.split('.')
      return field === 'targets' && part === 'raw' ? [Number(at)] : []
    })
    .toSorted((a, b) => a - b)

const ofNode = ({ number, title, text, level, parent }: PlanNode): Typed => ({
  level,
  number: number ?? '',
  title,
  text: text ?? '',
  parent: parent ?? '',
})

const ofIndicator = (indicator: Indicator): Typed => ({
  name: indicator.name,
  class: indicator.class,
  unit: indicator.unit ?? '',
  node: indicator.node ?? '',
  measured: indicator.measured ?? '',
  'accumulation.kind': indicator.accumulation.kind,
  'accumulation.since': sinceOf(indicator.accumulation),
  'baseline.year': yearOf(indicator.baseline),
  'baseline.raw': indicator.baseline?.raw.trim() ?? '',
  ...Object.fromEntries(
    [...indicator.targets, ...Array.from({ length: spareTargets }, () => null)].flatMap((target, at) => [
      [`targets.${at}.year`, yearOf(target)],
      [`targets.${at}.raw`, target?.raw.trim() ?? ''],
    ]),
  ),
  departments: indicator.departments.join('\n'),
  remarks: indicator.remarks ?? '',
})

const ofProject = (project: Project): Typed => ({
  number: project.number ?? '',
  name: project.name,
  subName: project.subName ?? '',
  content: project.content ?? '',
  nodes: project.nodes.join('\n'),
  implementers: project.implementers.join('\n'),
  'period.from': yearWords(project.period?.from ?? null),
  'period.to': yearWords(project.period?.to ?? null),
  priority: project.priority ? 'yes' : '',
  tags: tagWords(project.tags),
})

const sinceOf = (accumulation: Accumulation): string =>
  accumulation.kind === 'cumulative' ? yearWords(accumulation.since) : ''

const yearOf = (figure: Figure | null): string => yearWords(figure?.year ?? null)

/** 「SDGs：4、8」の行。 */
export const tagWords = (tags: Project['tags']): string =>
  Object.entries(tags)
    .map(([kind, values]) => `${kind}：${values.join('、')}`)
    .join('\n')

/** 年度を欄に置く字。「令和6年度」。なければ空。 */
export const yearWords = (year: number | null): string => (year === null ? '' : fiscalYearInWords({ startYear: year }))
