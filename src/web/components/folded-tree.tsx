import { raw } from 'hono/html'
import { standings } from '#domain/indicator/standing.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { Branch, PlanView } from '#operations/view-plan.ts'
import { nodeId } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'
import { NodeText } from './node-text.tsx'
import { Own } from './own-words.tsx'
import { shape } from './shapes.ts'
import { shareBar } from './share-bar.ts'

type Props = { frame: Frame; view: PlanView }

/**
 * 指標の多い計画の木。基本目標の下の分野を畳み、節ごとに数と、その節だけに絞った一覧表への道を置く。
 * 数千の行を一頁に並べても、探せず、印刷もできない。
 */
export const FoldedTree = ({ frame, view }: Props) => (
  <>
    <p class="summary">{frame.t('plan.folded')}</p>
    {view.branches.map((goal) => (
      <section class="node d0" id={nodeId(goal.node)}>
        <h3>
          <Own frame={frame}>{nodeInWords(goal.node)}</Own>
        </h3>
        <NodeText frame={frame} text={goal.node.text} />
        <Row frame={frame} view={view} branch={goal} />
        {goal.branches.map((field) => (
          <Field frame={frame} view={view} field={field} />
        ))}
      </section>
    ))}
  </>
)

const Field = ({ frame, view, field }: Props & { field: Branch }) =>
  field.branches.length === 0 ? (
    <div class="leaf" id={nodeId(field.node)}>
      <Name frame={frame} view={view} branch={field} />
      <Row frame={frame} view={view} branch={field} />
    </div>
  ) : (
    <details class="branch" id={nodeId(field.node)}>
      <summary>
        <Own frame={frame}>{nodeInWords(field.node)}</Own>{' '}
        <small>{frame.t('plan.indicators', { count: field.rows })}</small>
      </summary>
      <NodeText frame={frame} text={field.node.text} />
      <Row frame={frame} view={view} branch={field} />
      <Leaves frame={frame} view={view} branches={field.branches} />
    </details>
  )

const Leaves = ({ frame, view, branches }: Props & { branches: readonly Branch[] }) => (
  <ul class="leaves">
    {branches.map((branch) => (
      <li id={nodeId(branch.node)}>
        <Name frame={frame} view={view} branch={branch} />
        <NodeText frame={frame} text={branch.node.text} />
        <Row frame={frame} view={view} branch={branch} />
        {branch.branches.length > 0 && <Leaves frame={frame} view={view} branches={branch.branches} />}
      </li>
    ))}
  </ul>
)

const hrefOf = (frame: Frame, { edition, year }: PlanView, { node }: Branch, standing?: string): string =>
  frame.to.progress(edition.municipality.code, edition.id, { node: node.id, standing, year: year ?? undefined })

const Name = ({ frame, view, branch }: Props & { branch: Branch }) => (
  <a href={hrefOf(frame, view, branch)}>
    <Own frame={frame}>{nodeInWords(branch.node)}</Own>
  </a>
)

/** 節の数一行：割合、状態ごとの数、行への道。 */
const Row = ({ frame, view, branch }: Props & { branch: Branch }) =>
  branch.rows === 0 ? (
    <p class="empty small">{frame.t('plan.node-empty')}</p>
  ) : (
    <p class="row-counts">
      {raw(shareBar(branch.counts))}
      {standings.map((standing) => {
        const count = branch.counts[standing]
        const words = frame.t(`standing.${standing}`)
        return count === 0 ? null : (
          <a class={`state ${standing}`} href={hrefOf(frame, view, branch, standing)}>
            {raw(shape(standing))}
            {words} {count}
          </a>
        )
      })}
      <a href={hrefOf(frame, view, branch)}>{frame.t('plan.to-rows', { count: branch.rows })}</a>
    </p>
  )
