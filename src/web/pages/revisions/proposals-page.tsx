import { gradeInWords } from '#domain/evaluation/standing-grade.ts'
import { permits } from '#domain/people/permission.ts'
import { goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import type { Proposal } from '#domain/revision/proposals.ts'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import { Own } from '../../components/own-words.tsx'
import { type DecisionTyped, ProposalCard } from '../../components/revisions/proposal-card.tsx'
import { RevisionFrame } from '../../components/revisions/revision-frame.tsx'
import type { Frame } from '../../frame.ts'

/** 絞り込み：未決だけ・受け入れたのに変更のないもの・すべて・評価の一つ。 */
export type ProposalsGiven = {
  readonly show: string
  /** 次に見る案（焦点を置く）。 */
  readonly at?: string | undefined
  readonly typed?: DecisionTyped | undefined
}

type Props = { frame: Frame; view: RevisionView; given: ProposalsGiven }

export const proposalsPage = (frame: Frame, view: RevisionView, given: ProposalsGiven): string =>
  String(<ProposalsPage frame={frame} view={view} given={given} />)

/** 評価から出る見直しの案を、基本目標ごとに決めていく。 */
const ProposalsPage = ({ frame, view, given }: Props) => {
  const { t } = frame
  const { grading, left, decisions, revision } = view
  const shown = shownIn(view, given)
  const goals = goalsOf(view.base.content)
  const nodes = nodesById(view.base.content)
  const byGoal = [...Map.groupBy(shown, ({ indicator }) => goalOver(goals, nodes, indicator.node))]
  const decided = new Map(decisions.map((decision) => [decision.indicatorId, decision]))
  const edits = revision.status === 'open' && permits(frame.person, 'revision-edit')
  return (
    <RevisionFrame frame={frame} view={view} here="proposals" title={t('revisions.proposals')}>
      <p class="lead">
        {grading.proposals.length === 0
          ? t(revision.gradedYear === null ? 'revisions.proposals-no-year' : 'revisions.proposals-none')
          : t('revisions.proposals-lead', { left: left.undecided.length, of: asked(grading.proposals).length })}
      </p>
      <Filters frame={frame} view={view} given={given} />
      {shown.length === 0 && grading.proposals.length > 0 && (
        <p class="empty">{t(given.show === 'undecided' ? 'revisions.all-decided' : 'revisions.none-shown')}</p>
      )}
      {byGoal.map(([goal, its]) => (
        <section aria-labelledby={`g-${goal?.key ?? 'other'}`}>
          <h2 id={`g-${goal?.key ?? 'other'}`}>
            {goal ? <Own frame={frame}>{goal.words}</Own> : t('revisions.no-goal')}
          </h2>
          {its.map((proposal) => (
            <ProposalCard
              frame={frame}
              view={view}
              proposal={proposal}
              decision={decided.get(proposal.indicator.id)}
              typed={given.typed?.indicatorId === proposal.indicator.id ? given.typed : undefined}
              focused={given.at === proposal.indicator.id}
              edits={edits}
            />
          ))}
        </section>
      ))}
    </RevisionFrame>
  )
}

const asked = (proposals: readonly Proposal[]) => proposals.filter(({ asks }) => asks)

/** 見せる案。決めようとして通らなかった案は、絞り込みによらず見せる。 */
export const shownIn = ({ grading, left }: RevisionView, { show, typed }: ProposalsGiven): readonly Proposal[] => {
  const undecided = new Set(left.undecided)
  const unchanged = new Set(left.unchanged)
  return grading.proposals.filter((proposal) => {
    if (typed?.indicatorId === proposal.indicator.id) return true
    if (show === 'all') return true
    if (show === 'undecided') return undecided.has(proposal)
    return show === 'unchanged' ? unchanged.has(proposal) : proposal.grade.code === show
  })
}

const Filters = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { grading, left, revision, base } = view
  const codes = [...new Set(grading.proposals.map(({ grade }) => grade.code))]
  const choices = [
    { show: 'undecided', words: t('revisions.show-undecided'), count: left.undecided.length },
    ...(left.unchanged.length > 0
      ? [{ show: 'unchanged', words: t('revisions.show-unchanged'), count: left.unchanged.length }]
      : []),
    ...codes.toSorted().map((code) => ({
      show: code,
      words: gradeInWords(grading.graded?.scales.indicator ?? null, code),
      count: grading.proposals.filter(({ grade }) => grade.code === code).length,
    })),
    { show: 'all', words: t('revisions.show-all'), count: grading.proposals.length },
  ]
  return (
    <nav class="rev-filter" aria-label={t('revisions.filter')}>
      {choices.map(({ show, words, count }) => (
        <a
          href={to.planRevision(base.municipality.code, revision.id, 'proposals', { show })}
          aria-current={show === given.show ? 'true' : undefined}
        >
          <Own frame={frame}>{words}</Own> {count}
        </a>
      ))}
    </nav>
  )
}
