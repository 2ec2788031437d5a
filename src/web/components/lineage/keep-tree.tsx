import type { Indicator, PlanContent, PlanNode, Project } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { NextBaseline } from '#domain/revision/next-period.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { shownFigure } from '../figure-words.ts'
import { Own } from '../own-words.tsx'

type Props = {
  frame: Frame
  content: PlanContent
  baselines: ReadonlyMap<string, NextBaseline>
  dropped: ReadonlySet<string>
}

/** 続けるものを選ぶ木。はじめはすべて続ける。節の印を外せば、その下も続けない。 */
export const KeepTree = ({ frame, content, baselines, dropped }: Props) => {
  const children = Map.groupBy(content.nodes, ({ parent }) => parent)
  const indicators = Map.groupBy(
    content.indicators.filter(({ repeatOf }) => repeatOf === null),
    ({ node }) => node,
  )
  // いくつもの節に属する事業は、初めの節に一度だけ並べる。
  const projects = Map.groupBy(content.projects, ({ nodes }) => nodes[0] ?? null)
  const keep = (entry: { readonly id: string }) => ({ name: 'keep', value: entry.id, checked: !dropped.has(entry.id) })
  const row = (indicator: Indicator) => (
    <li>
      <label>
        <input type="checkbox" {...keep(indicator)} />
        <span>
          <Own frame={frame}>{indicator.name}</Own> <Baseline frame={frame} next={baselines.get(indicator.id)} />
        </span>
      </label>
    </li>
  )
  const work = (project: Project) => (
    <li>
      <label>
        <input type="checkbox" {...keep(project)} />
        <span>
          <span class="tag">{frame.t('lineage.project')}</span>
          <Own frame={frame}>{project.name}</Own>
        </span>
      </label>
    </li>
  )
  const held = (id: string | null) => (
    <>
      {(indicators.get(id) ?? []).map(row)}
      {(projects.get(id) ?? []).map(work)}
    </>
  )
  const branch = (node: PlanNode) => (
    <li>
      <label class="lineage-node">
        <input type="checkbox" {...keep(node)} />
        <Own frame={frame}>{nodeInWords(node)}</Own>
      </label>
      <ul>
        {held(node.id)}
        {(children.get(node.id) ?? []).map(branch)}
      </ul>
    </li>
  )
  return (
    <ul class="lineage-keep">
      {held(null)}
      {(children.get(null) ?? []).map(branch)}
    </ul>
  )
}

/** 「基準値 47件（令和5年度）」。速報のものと、実績のないものは、そう言う。 */
const Baseline = ({ frame, next }: { frame: Frame; next: NextBaseline | undefined }) => {
  if (!next?.figure) return <small class="lineage-none">{frame.t('lineage.baseline-none')}</small>
  const { figure, unsettled } = next
  return (
    <small>
      {frame.t('lineage.baseline')} <Own frame={frame}>{shownFigure(frame, figure).words}</Own>{' '}
      {figure.year !== null && yearInSentence(frame, figure.year)}
      {unsettled && <span class="tag doubt">{frame.t('lineage.baseline-unsettled')}</span>}
    </small>
  )
}
