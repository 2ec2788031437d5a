import { actualFor, latestYear } from '../indicator/figures.ts'
import type { Indicator, PlanContent, Project } from '../plan/draft.ts'
import type { Edition } from '../plan/edition.ts'
import { emptyContent } from '../plan/empty-content.ts'
import { revisedPlace } from '../provenance.ts'
import type { Figure } from '../quantity/figure.ts'
import { revisedContent } from './along-repeats.ts'
import type { AppliedChanges } from './apply-changes.ts'
import { type PlainChange, removal } from './revisable.ts'
import type { Revision } from './revision.ts'

/** 次の期の基準値。実績が一つもなければ figure は null で、空のまま人が入れる。 */
export type NextBaseline = {
  readonly indicatorId: string
  readonly figure: Figure | null
  /** 速報・見込み・参考値で、のちに変わりうるか。 */
  readonly unsettled: boolean
}

/** 前の期の終わりの実績を、次の期の基準値とする。年度と身分（速報）は、その実績のまま。 */
export const nextBaseline = (indicator: Indicator): NextBaseline => {
  const year = latestYear(indicator)
  const actual = year === undefined ? undefined : actualFor(indicator, year)
  if (!actual) return { indicatorId: indicator.id, figure: null, unsettled: false }
  const { scope: _, ...figure } = actual
  const { version } = figure
  const unsettled = actual.status !== 'given' && actual.status !== 'text'
  return {
    indicatorId: indicator.id,
    // 照会で受け取った値は図書に書かれていない。所在を付ければ偽りの出典になるので、実績の版だけを残す。
    figure: version ? { ...figure, place: revisedPlace } : figure,
    unsettled: unsettled || version?.kind === 'preliminary',
  }
}

/**
 * 次の期の計画を作りはじめる中身。木・指標・事業は id のまま続き（系統）、基準値は前の期の終わりの実績、目標は空。
 * 前の期の実績・達成率・文・事業費、事業の年ごとの実績、評価・改訂概要・突合の気づきは写さない（前の期の版で読める）。
 *
 * @example nextPeriodContent(第2期).indicators[0]?.targets // → []
 */
export const nextPeriodContent = ({ nodes, indicators, projects }: PlanContent): PlanContent => ({
  ...emptyContent,
  nodes,
  indicators: indicators.map(nextIndicator),
  projects: projects.map(nextProject),
})

const nextIndicator = (indicator: Indicator): Indicator => {
  const { rateMarks: _marks, printedGrades: _grades, comments: _comments, manualRates: _rates, ...kept } = indicator
  const { certainty: _certainty, ...read } = kept
  return { ...read, baseline: nextBaseline(indicator).figure, targets: [], actuals: [], rates: [], costs: [] }
}

const nextProject = ({ costs: _, ...project }: Project): Project => ({ ...project, years: [], period: null })

/** 改訂の案が重なる中身。改訂はもとの版のまま、次の期は `nextPeriodContent`。 */
export const startingContent = ({ content }: Pick<Edition, 'content'>, kind: Revision['kind']): PlanContent =>
  kind === 'next-period' ? nextPeriodContent(content) : content

/** 次の期に載せないと選んだもの（節・指標・事業の id）。 */
export type Dropped = ReadonlySet<string>

/**
 * 選んだものを次の期に載せない変更。節を載せなければ、その下の節・指標・そこだけに属する事業も載せない。
 * ほかの節にも属する事業は残る（載せない節への結びは、案を重ねるときに外れる）。下のものから先に除く。
 */
export const dropChanges = (content: PlanContent, dropped: Dropped): readonly PlainChange[] => {
  const nodes = withDescendants(content, dropped)
  const lost = (id: string | null) => id !== null && nodes.has(id)
  const gone = {
    indicators: content.indicators.filter(({ id, node }) => dropped.has(id) || lost(node)),
    projects: content.projects.filter(
      ({ id, nodes: its }) => dropped.has(id) || (its.length > 0 && its.every((each) => nodes.has(each))),
    ),
    nodes: content.nodes.filter(({ id }) => nodes.has(id)).toReversed(),
  }
  return [
    ...gone.indicators.map((entry) => removal('indicator', entry)),
    ...gone.projects.map((entry) => removal('project', entry)),
    ...gone.nodes.map((entry) => removal('node', entry)),
  ]
}

const withDescendants = ({ nodes }: PlanContent, dropped: Dropped): ReadonlySet<string> => {
  const found = new Set(nodes.filter(({ id }) => dropped.has(id)).map(({ id }) => id))
  const under = Map.groupBy(nodes, ({ parent }) => parent)
  for (const id of found) for (const child of under.get(id) ?? []) found.add(child.id)
  return found
}

/**
 * 次の期の変更の「前の値」を、いまの中身に合わせる。基準値は前の期の終わりの実績についてくるので、案を作ったあとに
 * 実績が入っても（速報が確定になっても）、食い違いとはみない。
 */
export const followingBaselines = <C extends PlainChange>(
  content: PlanContent,
  changes: readonly C[],
): readonly C[] => {
  const byId = new Map(content.indicators.map((indicator) => [indicator.id, indicator]))
  return changes.map((change) => {
    const now = change.on === 'indicator' ? byId.get(change.subjectId) : undefined
    if (!now) return change
    if (change.op === 'set' && change.field === 'baseline') return { ...change, before: now.baseline }
    if (change.op !== 'remove' || change.before === null) return change
    return { ...change, before: { ...(change.before as Indicator), baseline: now.baseline } }
  })
}

/** 案に手を入れるときの、もとの版。次の期なら、基準値を前の期の実績にし、目標を空にした姿。 */
export const startingEdition = (base: Edition, kind: Revision['kind']): Edition => ({
  ...base,
  content: startingContent(base, kind),
})

/** 案の中身と食い違い。改訂も次の期も、これで重ねる。 */
export const revisedFrom = <C extends PlainChange>(
  base: Pick<Edition, 'content'>,
  kind: Revision['kind'],
  changes: readonly C[],
): AppliedChanges<C> => {
  const content = startingContent(base, kind)
  return revisedContent(content, kind === 'next-period' ? followingBaselines(content, changes) : changes)
}
