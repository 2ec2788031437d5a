import { say } from '#domain/language/say.ts'
import { permits } from '#domain/people/permission.ts'
import type { Problem } from '#domain/problem.ts'
import { changeKinds } from '#domain/revision/revision.ts'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import { GradeWord } from '../../components/grades/grade-word.tsx'
import { Own } from '../../components/own-words.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { RevisionFrame } from '../../components/revisions/revision-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { type Frame, periodInWords, yearInWords } from '../../frame.ts'

type Props = { frame: Frame; view: RevisionView; problem?: Problem | undefined; reason?: string }

export const overviewPage = (frame: Frame, view: RevisionView, problem?: Problem, reason = ''): string =>
  String(<OverviewPage frame={frame} view={view} problem={problem} reason={reason} />)

/** 案のはじめの頁：次にすること、残っていること、数。 */
const OverviewPage = ({ frame, view, problem, reason = '' }: Props) => {
  const { revision, base } = view
  const { t, to } = frame
  const { code } = base.municipality
  const edits = revision.status === 'open' && permits(frame.person, 'revision-edit')
  return (
    <RevisionFrame frame={frame} view={view} here="overview" title={t('revisions.overview')}>
      {problem && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      )}
      <NextStep frame={frame} view={view} />
      {view.others.length > 0 && (
        <p class="notice">
          {t('revisions.others')}{' '}
          {view.others.map((other) => (
            <a href={to.planRevision(code, other.id)}>
              <Own frame={frame}>{other.title}</Own>（{t('revisions.change-count', { count: other.changeCount })}）
            </a>
          ))}
        </p>
      )}
      <Facts frame={frame} view={view} />
      <Grades frame={frame} view={view} />
      <Counts frame={frame} view={view} />
      {edits && (
        <details class="rev-withdraw">
          <summary>{t('revisions.withdraw')}</summary>
          <form method="post" action={to.planRevision(code, revision.id, 'withdraw')}>
            <p>{t('revisions.withdraw-lead')}</p>
            <div class="field">
              <label for="withdraw-reason">{t('revisions.reason')}</label>
              <input id="withdraw-reason" name="reason" value={reason} maxlength={2000} autocomplete="off" />
            </div>
            <button type="submit" class="danger">
              {t('revisions.withdraw-do')}
            </button>
          </form>
        </details>
      )}
    </RevisionFrame>
  )
}

type PartProps = Pick<Props, 'frame' | 'view'>

/** 次にすること一つ。 */
const NextStep = ({ frame, view }: PartProps) => {
  const { revision, base, left, changes, isBehind } = view
  const { t, to } = frame
  const { code } = base.municipality
  const at = (name: string) => to.planRevision(code, revision.id, name)
  if (revision.status === 'adopted')
    return (
      <p class="rev-next">
        {t('revisions.adopted-on', { day: `@day-${revision.decidedOn}`, by: revision.decidedBy ?? '' })}{' '}
        <a href={to.plan(code, revision.adoptedEditionId ?? base.id)}>{t('revisions.open-edition')}</a>
      </p>
    )
  if (revision.status === 'withdrawn') return <p class="rev-next">{t('revisions.is-withdrawn')}</p>
  if (!permits(frame.person, 'revision-edit')) return null
  if (isBehind)
    return (
      <form class="rev-next" method="post" action={at('rebase')}>
        <p>{t('revisions.behind')}</p>
        <button type="submit" class="primary">
          {t('revisions.rebase')}
        </button>
      </form>
    )
  const steps = [
    { count: left.conflicts.length, words: 'revisions.next-conflicts', href: `${at('changes')}#conflicts` },
    { count: left.undecided.length, words: 'revisions.next-proposals', href: at('proposals') },
    { count: left.unchanged.length, words: 'revisions.next-unchanged', href: `${at('proposals')}?show=unchanged` },
    { count: left.unreasoned.length, words: 'revisions.next-reasons', href: `${at('changes')}?show=unreasoned` },
  ] as const
  const step = steps.find(({ count }) => count > 0)
  return (
    <p class="rev-next">
      {step ? (
        <a class="button primary" href={step.href}>
          {t(step.words, { count: step.count })}
        </a>
      ) : changes.length === 0 ? (
        <a class="button primary" href={at('tree')}>
          {t('revisions.next-tree')}
        </a>
      ) : (
        <a class="button primary" href={at('adopt')}>
          {t('revisions.next-adopt')}
        </a>
      )}
    </p>
  )
}

const Facts = ({ frame, view: { revision, base } }: PartProps) => {
  const { t, to } = frame
  const { code } = base.municipality
  return (
    <dl class="rev-facts">
      <dt>{t('revisions.base-edition')}</dt>
      <dd>
        <a href={to.plan(code, base.id)}>
          <Own frame={frame}>{base.title}</Own>
        </a>{' '}
        {periodInWords(frame, base.firstYear, base.lastYear)}
      </dd>
      <dt>{t('revisions.period')}</dt>
      <dd>{periodInWords(frame, revision.firstYear, revision.lastYear)}</dd>
      <dt>{t('revisions.graded-year')}</dt>
      <dd>{revision.gradedYear === null ? t('revisions.graded-year-no') : yearInWords(frame, revision.gradedYear)}</dd>
      <dt>{t('revisions.purpose')}</dt>
      <dd>{revision.purpose === '' ? '―' : <Own frame={frame}>{revision.purpose}</Own>}</dd>
      {revision.status === 'open' && permits(frame.person, 'revision-edit') && (
        <dd>
          <a href={to.planRevision(code, revision.id, 'heading')}>{t('revisions.heading-title')}</a>
        </dd>
      )}
    </dl>
  )
}

/** 評価ごとの、案と決めの数（大仙市「評価ごとの見直し」の形）。 */
const Grades = ({ frame, view: { grading, decisions } }: PartProps) => {
  const { t } = frame
  const { proposals, policies, graded } = grading
  if (!graded || proposals.length === 0) return null
  const decided = new Map(decisions.map(({ indicatorId, decision }) => [indicatorId, decision]))
  return (
    <section aria-labelledby="grades">
      <h2 id="grades">{t('revisions.by-grade')}</h2>
      <Scroll labelledby="grades">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{t('revisions.grade')}</th>
              <th scope="col">{t('revisions.rule')}</th>
              <th scope="col" class="n">
                {t('revisions.indicators')}
              </th>
              <th scope="col" class="n">
                {t('revisions.decision-accepted')}
              </th>
              <th scope="col" class="n">
                {t('revisions.decision-changed')}
              </th>
              <th scope="col" class="n">
                {t('revisions.decision-refused')}
              </th>
              <th scope="col" class="n">
                {t('revisions.undecided')}
              </th>
            </tr>
          </thead>
          <tbody>
            {policies.map((policy) => {
              const its = proposals.filter(({ grade }) => grade.code === policy.grade)
              const count = (kind: string | undefined) =>
                its.filter(({ indicator }) => decided.get(indicator.id) === kind).length
              return (
                <tr>
                  <th scope="row">
                    <GradeWord frame={frame} scale={graded.scales.indicator} code={policy.grade} />
                  </th>
                  <td>
                    <Own frame={frame}>{policy.words}</Own>
                  </td>
                  <td class="n">{its.length}</td>
                  <td class="n">{count('accepted')}</td>
                  <td class="n">{count('changed')}</td>
                  <td class="n">{count('refused')}</td>
                  <td class="n">{its.some(({ asks }) => asks) ? count(undefined) : '―'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** 変更の種類ごとの数。 */
const Counts = ({ frame, view: { counts, changes, revision, base } }: PartProps) => {
  const { t, to } = frame
  const kinds = changeKinds.filter((kind) => counts[kind] > 0)
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t('revisions.by-kind')}</h2>
      {kinds.length === 0 ? (
        <p class="empty">{t('revisions.no-changes')}</p>
      ) : (
        <>
          <table class="plain rev-counts">
            <tbody>
              {kinds.map((kind) => (
                <tr>
                  <th scope="row">{say({ code: `change-kind.${kind}`, params: {} }, frame.lang)}</th>
                  <td class="n">{counts[kind]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href={to.planRevision(base.municipality.code, revision.id, 'changes')}>
              {t('revisions.see-changes', { count: changes.length })}
            </a>{' '}
            <a href={`${to.planRevision(base.municipality.code, revision.id, 'compare')}#files`}>
              {t('revisions.to-files')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
