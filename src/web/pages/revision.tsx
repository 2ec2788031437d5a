import { nodeInWords } from '#domain/plan/outline.ts'
import type { RevisionView } from '#operations/view-revision.ts'
import { Choice } from '../components/choice.tsx'
import { Own } from '../components/own-words.tsx'
import { PlanFrame } from '../components/plan-frame.tsx'
import { Changes, GoalShares, GradeTable, Rules } from '../components/revision.tsx'
import { type Frame, periodInWords } from '../frame.ts'

type Props = { frame: Frame; view: RevisionView }

/** 改訂。評価の集計、評価ごとの見直し、何が変わるか。 */
export const RevisionPage = ({ frame, view }: Props) => {
  const { edition, tables, rules, changes, whole, choices } = view
  const title = frame.t('tabs.revision')
  const { revisionItems, revisionRules } = edition.content
  return (
    <PlanFrame frame={frame} edition={edition} here="revision" title={title}>
      <p class="summary">
        {frame.t('revision.counts', {
          graded: whole.total ?? 0,
          rules: revisionRules.length,
          items: revisionItems.length,
        })}
      </p>
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
      {choices.goals.length + choices.grades.length > 2 && <Filter frame={frame} view={view} />}
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
      <Others frame={frame} view={view} />
    </PlanFrame>
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

/** 見直しの基準は評価で、主な変更は基本目標で絞る。 */
const Filter = ({ frame, view: { edition, choices, filter } }: Props) => {
  const action = frame.to.revision(edition.municipality.code, edition.id)
  return (
    <form class="filter" method="get" action={action}>
      {choices.grades.length > 1 && (
        <Choice
          label={frame.t('revision.filter-grade')}
          name="grade"
          chosen={filter.grade}
          all={frame.t('filter.all')}
          options={choices.grades.map((grade) => [grade, frame.t('revision.grade', { grade })])}
        />
      )}
      {choices.goals.length > 1 && (
        <Choice
          label={frame.t('revision.filter-goal')}
          name="goal"
          chosen={filter.goal}
          all={frame.t('filter.all')}
          options={choices.goals.map(({ key, words }) => [key, words])}
        />
      )}
      <button type="submit">{frame.t('filter.apply')}</button>
      {(filter.goal ?? filter.grade) !== undefined && (
        <a class="clear" href={action}>
          {frame.t('filter.clear')}
        </a>
      )}
    </form>
  )
}

/** 同じ計画のほかの版。変更の文に出てくる指標は、その版での値へ。 */
const Others = ({ frame, view: { others } }: Props) =>
  others.length === 0 ? null : (
    <section aria-labelledby="others">
      <h2 id="others">{frame.t('revision.others')}</h2>
      <ul>
        {others.map(({ edition, named }) => (
          <li>
            <a href={frame.to.plan(edition.municipality.code, edition.id)}>
              <Own frame={frame}>{edition.title}</Own>
            </a>{' '}
            <small>{periodInWords(frame, edition.firstYear, edition.lastYear)}</small>
            {named.length > 0 && (
              <p class="sub">
                {frame.t('revision.named')}{' '}
                {named.map(({ id, name }) => (
                  <>
                    <a href={frame.to.indicator(edition.municipality.code, edition.id, id)}>
                      <Own frame={frame}>{name}</Own>
                    </a>{' '}
                  </>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
