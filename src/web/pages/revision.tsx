import { nodeInWords } from '#domain/plan/outline.ts'
import type { RevisionView } from '#operations/view-revision.ts'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { PlanTabs } from '../components/plan-tabs.tsx'
import { Changes, GoalShares, GradeTable, Rules } from '../components/revision.tsx'
import { planCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: RevisionView }

/** 改訂。評価の集計、評価ごとの見直し、何が変わるか。 */
export const RevisionPage = ({ frame, view }: Props) => {
  const { edition, tables, rules, changes, whole } = view
  const title = frame.t('tabs.revision')
  const items = changes.flatMap(({ packages }) => packages.flatMap((each) => each.items)).length
  return (
    <Layout
      frame={frame}
      title={`${title} ${edition.title}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={planCrumbs(frame, edition, title)}
      wide
    >
      <h1>{title}</h1>
      <PlanTabs frame={frame} edition={edition} here="revision" />
      <p class="summary">{frame.t('revision.counts', { graded: whole.total ?? 0, rules: rules.length, items })}</p>
      {tables.length > 0 && (
        <section aria-labelledby="grades">
          <h2 id="grades">{frame.t('revision.grades')}</h2>
          <GradeTable frame={frame} view={view} />
        </section>
      )}
      {tables.length > 0 && (
        <section aria-labelledby="shares">
          <h2 id="shares">{frame.t('revision.shares')}</h2>
          <GoalShares frame={frame} view={view} />
        </section>
      )}
      {rules.length > 0 && (
        <section aria-labelledby="rules">
          <h2 id="rules">{frame.t('revision.rules')}</h2>
          <Rules frame={frame} view={view} />
        </section>
      )}
      {changes.length > 0 && (
        <section aria-labelledby="changes">
          <h2 id="changes">{frame.t('revision.items')}</h2>
          <Jumps frame={frame} view={view} />
          <Changes frame={frame} view={view} />
        </section>
      )}
    </Layout>
  )
}

/** 基本目標が二つ以上あれば、目標へ跳ぶ。 */
const Jumps = ({ frame, view: { changes } }: Props) =>
  changes.length < 2 ? null : (
    <ul class="jump">
      {changes.map(({ node }, index) =>
        node ? (
          <li>
            <a href={`#changes-${index + 1}`}>
              <Own frame={frame}>{nodeInWords(node)}</Own>
            </a>
          </li>
        ) : null,
      )}
    </ul>
  )
