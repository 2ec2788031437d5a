import { finalTarget } from '#domain/indicator/figures.ts'
import { permits } from '#domain/people/permission.ts'
import type { Indicator, PlanContent, PlanNode, Project } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import { sameProjects } from '#domain/plan/same-project.ts'
import type { RevisableKind } from '#domain/revision/revisable.ts'
import { targetWords } from '#domain/revision/value-words.ts'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import { Own } from '../../components/own-words.tsx'
import { RevisionFrame } from '../../components/revisions/revision-frame.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: RevisionView; ordering: boolean }

export const treePage = (frame: Frame, view: RevisionView, ordering: boolean): string =>
  String(<TreePage frame={frame} view={view} ordering={ordering} />)

/** 改訂後の計画の木。直すものを選び、足し、並べ替える。改めたものに語の印。 */
const TreePage = ({ frame, view, ordering }: Props) => {
  const { t, to } = frame
  const { revision, base, draft } = view
  const code = base.municipality.code
  const edits = revision.status === 'open' && permits(frame.person, 'revision-edit')
  const at = (name: string, asked = {}) => to.planRevision(code, revision.id, name, asked)
  const tree = treeOf(draft.content)
  const branch = (
    <Branch tree={tree} frame={frame} view={view} ordering={ordering && edits} edits={edits} parent={null} />
  )
  return (
    <RevisionFrame frame={frame} view={view} here="tree" title={t('revisions.tree')}>
      <p class="lead">{t('revisions.tree-lead')}</p>
      {edits && (
        <p class="buttons">
          <a class="button small" href={at('edit', { on: 'node' })}>
            {t('revisions.new-top')}
          </a>
          <a class="button small" href={at('tree', ordering ? {} : { order: 'yes' })}>
            {t(ordering ? 'revisions.order-end' : 'revisions.order')}
          </a>
        </p>
      )}
      {draft.content.nodes.length + draft.content.indicators.length === 0 && (
        <p class="empty">{t('revisions.tree-empty')}</p>
      )}
      {ordering && edits ? (
        <form method="post" action={at('move')}>
          {branch}
        </form>
      ) : (
        branch
      )}
      <Removed frame={frame} view={view} />
    </RevisionFrame>
  )
}

type Tree = {
  readonly nodes: ReadonlyMap<string | null, readonly PlanNode[]>
  readonly indicators: ReadonlyMap<string | null, readonly Indicator[]>
  readonly projects: ReadonlyMap<string | null, readonly Project[]>
}

/** 節ごとの、下の節・指標・事業。同じ事業のいくつもの行は、初めの一行で。 */
const treeOf = ({ nodes, indicators, projects }: PlanContent): Tree => ({
  nodes: Map.groupBy(nodes, ({ parent }) => parent),
  indicators: Map.groupBy(indicators, ({ node }) => node),
  projects: Map.groupBy(
    sameProjects(projects).flatMap(({ rows }) => rows.slice(0, 1)),
    (project) => project.nodes[0] ?? null,
  ),
})

type BranchProps = Props & { tree: Tree; parent: string | null; edits: boolean }

const Branch = (props: BranchProps) => {
  const { tree, parent, frame, view, edits, ordering } = props
  const nodes = tree.nodes.get(parent) ?? []
  const indicators = tree.indicators.get(parent) ?? []
  const projects = tree.projects.get(parent) ?? []
  if (nodes.length + indicators.length + projects.length === 0) return null
  return (
    <ul class="rev-tree">
      {indicators.map((indicator, at) => (
        <li>
          <Entry {...props} on="indicator" id={indicator.id} at={at} of={indicators.length}>
            {indicator.name}
          </Entry>{' '}
          <small class="rev-tree-target">
            <Own frame={frame}>{targetOf(indicator)}</Own>
          </small>
        </li>
      ))}
      {projects.map((project, at) => (
        <li>
          <small>{frame.t('revisions.project')}</small>{' '}
          <Entry {...props} on="project" id={project.id} at={at} of={projects.length}>
            {project.name}
          </Entry>
        </li>
      ))}
      {nodes.map((node, at) => (
        <li>
          <b>
            <Entry {...props} on="node" id={node.id} at={at} of={nodes.length}>
              {nodeInWords(node)}
            </Entry>
          </b>
          {edits && !ordering && <AddLinks frame={frame} view={view} node={node} />}
          <Branch {...props} parent={node.id} />
        </li>
      ))}
    </ul>
  )
}

const targetOf = (indicator: Indicator): string => {
  const target = finalTarget(indicator)
  return target ? targetWords(target, indicator) : ''
}

type EntryProps = BranchProps & { on: RevisableKind; id: string; at: number; of: number; children: string }

const Entry = ({ frame, view, on, id, at, of, ordering, children }: EntryProps) => {
  const { t, to } = frame
  const mark = markOf(view, on, id)
  return (
    <>
      <a href={to.planRevision(view.base.municipality.code, view.revision.id, 'edit', { on, id })}>
        <Own frame={frame}>{children}</Own>
      </a>
      {mark && <span class={`rev-mark ${mark}`}>{t(`revisions.mark-${mark}`)}</span>}
      {ordering && (
        <span class="rev-moves">
          {at > 0 && (
            <button
              type="submit"
              class="plain"
              name="move"
              value={`${on} ${id} up`}
              aria-label={`${children} ${t('revisions.up')}`}
            >
              ↑ {t('revisions.up')}
            </button>
          )}
          {at < of - 1 && (
            <button
              type="submit"
              class="plain"
              name="move"
              value={`${on} ${id} down`}
              aria-label={`${children} ${t('revisions.down')}`}
            >
              ↓ {t('revisions.down')}
            </button>
          )}
        </span>
      )}
    </>
  )
}

type Mark = 'new' | 'changed' | 'moved'

const markOf = ({ changes }: RevisionView, on: RevisableKind, id: string): Mark | undefined => {
  const own = changes.filter((change) => change.on === on && change.subjectId === id)
  if (own.length === 0) return undefined
  if (own.some(({ op }) => op === 'add')) return 'new'
  const where = new Set(['node', 'nodes', 'parent', 'order'])
  return own.every(({ field }) => where.has(field)) ? 'moved' : 'changed'
}

/** この節の下に足す。 */
const AddLinks = ({ frame, view, node }: { frame: Frame; view: RevisionView; node: PlanNode }) => {
  const { t, to } = frame
  const href = (on: RevisableKind) =>
    to.planRevision(view.base.municipality.code, view.revision.id, 'edit', { on, under: node.id })
  const name = nodeInWords(node)
  return (
    <span class="rev-adds">
      {(['node', 'indicator', 'project'] as const).map((on) => (
        <a href={href(on)} aria-label={`${name}：${t(`revisions.new-${on}`)}`}>
          ＋{t(`revisions.kind-of-${on}`)}
        </a>
      ))}
    </span>
  )
}

/** 廃止するもの。取りやめは変更の頁で。 */
const Removed = ({ frame, view }: { frame: Frame; view: RevisionView }) => {
  const { t, to } = frame
  const removed = view.changes.filter(({ op }) => op === 'remove')
  if (removed.length === 0) return null
  return (
    <section aria-labelledby="removed">
      <h2 id="removed">{t('revisions.removed')}</h2>
      <ul class="rev-tree">
        {removed.map(({ before, reason }) => {
          const { name, title } = before as { readonly name?: string; readonly title?: string }
          return (
            <li>
              <del>
                <Own frame={frame}>{name ?? title}</Own>
              </del>{' '}
              <small>
                <Own frame={frame}>{reason}</Own>
              </small>
            </li>
          )
        })}
      </ul>
      <p>
        <a href={to.planRevision(view.base.municipality.code, view.revision.id, 'changes')}>{t('revisions.changes')}</a>
      </p>
    </section>
  )
}
