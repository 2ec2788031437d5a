import { nodeInWords } from '#domain/plan/outline.ts'
import type { GradeGlance } from '#operations/evaluation/grade-glance.ts'
import type { Branch, IndicatorLine, PlanView } from '#operations/view-plan.ts'
import { FoldedTree } from '../components/folded-tree.tsx'
import { GoalCounts } from '../components/goal-counts.tsx'
import { GradeGlanceLine } from '../components/grades/grade-line.tsx'
import { IndicatorLines } from '../components/indicator-lines.tsx'
import { Layout } from '../components/layout.tsx'
import { NodeText } from '../components/node-text.tsx'
import { Own } from '../components/own-words.tsx'
import { PlanGlances } from '../components/plan-glances.tsx'
import { PlanTabs } from '../components/plan-tabs.tsx'
import { YearNav } from '../components/year-nav.tsx'
import { nodeId, planCrumbs } from '../crumb-trail.ts'
import { type Frame, periodInWords } from '../frame.ts'

type Props = { frame: Frame; view: PlanView }
type PageProps = Props & { grades?: GradeGlance | undefined }

/** 計画の木。まず基本目標ごとの数、つぎに木と指標。 */
export const PlanPage = ({ frame, view, grades }: PageProps) => {
  const { edition } = view
  const { content } = edition
  const hasTree = view.branches.length > 0 || view.loose.length > 0
  return (
    <Layout
      frame={frame}
      title={edition.title}
      municipality={edition.municipality}
      edition={edition}
      crumbs={planCrumbs(frame, edition)}
    >
      <h1>
        <Own frame={frame}>{edition.title}</Own>
      </h1>
      <p class="sub">
        <Own frame={frame}>{edition.kind}</Own> <span>{periodInWords(frame, edition.firstYear, edition.lastYear)}</span>{' '}
        <a class="screen-only" href={frame.to.editions(edition.municipality.code, edition.id)}>
          {edition.history && edition.history.number > 1
            ? frame.t('lineage.nth', { number: edition.history.number })
            : frame.t('lineage.editions-link')}
        </a>
      </p>
      <PlanTabs frame={frame} edition={edition} here="plan" />
      {content.indicators.length > 0 && (
        <section aria-labelledby="glance">
          <h2 id="glance">{frame.t('plan.glance')}</h2>
          <YearNav
            frame={frame}
            years={view.years}
            year={view.year}
            hrefOf={(year) => frame.to.plan(edition.municipality.code, edition.id, year)}
          />
          <GoalCounts frame={frame} view={view} />
          <GradeGlanceLine frame={frame} code={edition.municipality.code} glance={grades} />
        </section>
      )}
      <PlanGlances frame={frame} edition={edition} />
      {hasTree && content.indicators.length > 0 && (
        <section aria-labelledby="tree">
          <h2 id="tree">{frame.t('plan.tree')}</h2>
          <IndicatorLines frame={frame} edition={edition} lines={view.loose} />
          {view.folded ? (
            <FoldedTree frame={frame} view={view} />
          ) : (
            view.branches.map((branch) => <Node frame={frame} view={view} branch={branch} depth={0} />)
          )}
        </section>
      )}
      {!hasTree && content.priorityGoals.length === 0 && content.projects.length === 0 && (
        <p class="empty">{frame.t('plan.empty')}</p>
      )}
    </Layout>
  )
}

const headings = ['h3', 'h4', 'h5', 'h6'] as const

const Node = ({ frame, view, branch, depth }: Props & { branch: Branch; depth: number }) => {
  const { node, lines, branches, projects } = branch
  const Heading = headings[Math.min(depth, 3)] ?? 'h6'
  const { edition } = view
  return (
    <section class={`node d${Math.min(depth, 3)}`} id={nodeId(node)}>
      <Heading>
        {node.number === null && depth > 1 && node.level !== node.title && <small lang="ja">{node.level} </small>}
        <Own frame={frame}>{nodeInWords(node)}</Own>
      </Heading>
      <NodeText frame={frame} text={node.text} />
      <ProjectLines frame={frame} view={view} branch={branch} />
      <IndicatorLines frame={frame} edition={edition} lines={lines.filter(loose(branch))} />
      {branches.map((each) => (
        <Node frame={frame} view={view} branch={each} depth={depth + 1} />
      ))}
      {lines.length === 0 && branches.length === 0 && projects.length === 0 && (
        <p class="empty small">{frame.t('plan.node-empty')}</p>
      )}
    </section>
  )
}

/** 事業の下に置かない指標か（事業の指標は、その事業の名の下に並べる）。 */
const loose =
  ({ projects }: Branch) =>
  ({ indicator }: IndicatorLine): boolean =>
    !projects.some(({ id }) => id === indicator.project)

/** 指標を持つ事業（砂川市・伊万里市）。指標のない事業は事業の頁に任せる。 */
const ProjectLines = ({ frame, view, branch }: Props & { branch: Branch }) => (
  <>
    {branch.projects.map((project) => {
      const lines = branch.lines.filter(({ indicator }) => indicator.project === project.id)
      return lines.length === 0 ? null : (
        <div class="project">
          <p class="name">
            <a href={frame.to.project(view.edition.municipality.code, view.edition.id, project.id)}>
              <Own frame={frame}>{project.name}</Own>
            </a>
          </p>
          <IndicatorLines frame={frame} edition={view.edition} lines={lines} />
        </div>
      )
    })}
  </>
)
