import { nextSteps, type ReferralStep } from '#domain/committee/referral-flow.ts'
import type { Problem } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { ReferralView } from '#operations/committee/referral-view.ts'
import { type Frame, type WebCode, yearInSentence } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { ProblemWords } from '../report/problem-words.tsx'

/** 通らなかった一歩。書いたわけを欄に戻す。 */
export type StepRefused = { readonly step: ReferralStep; readonly reason: string; readonly problem: Problem }

type Props = { frame: Frame; view: ReferralView; refused?: StepRefused | undefined }

/** 企画課の帯：いまの状態ですること、委員ごとの意見、記録。 */
export const Manage = ({ frame, view, refused }: Props) => {
  const { t, to } = frame
  const { referral, reviewers, edition, graded } = view
  const code = edition.municipality.code
  return (
    <section class="committee-manage screen-only" aria-label={t('committee.title')}>
      {referral.status === 'draft' && <p>{t('committee.preview')}</p>}
      {referral.status !== 'closed' && reviewers.length === 0 && (
        <p class="notice">
          {t('committee.no-reviewers')} <a href={to.people(code)}>{t('committee.to-people')}</a>
        </p>
      )}
      {graded.status === 'not-opened' && referral.status !== 'closed' && (
        <p class="notice">
          {t(graded.scales.indicator ? 'committee.mechanical-grades' : 'committee.no-grades', {
            year: yearInSentence(frame, referral.year),
          })}
        </p>
      )}
      {refused && (
        <p class="error" role="alert">
          <ProblemWords frame={frame} problem={refused.problem} />
        </p>
      )}
      <div class="buttons">
        {view.may.answer && (
          <a class="button primary" href={to.referral(code, referral.id, 'answers')}>
            {t('committee.to-answers')}
          </a>
        )}
        {nextSteps(referral).map((step) => (
          <StepForm frame={frame} view={view} step={step} refused={refused?.step === step ? refused : undefined} />
        ))}
        {referral.status !== 'closed' && (
          <a class="button" href={to.referral(code, referral.id, 'edit')}>
            {t('committee.edit')}
          </a>
        )}
        {referral.status !== 'draft' && (
          <a class="button" href={to.referral(code, referral.id, 'paper')}>
            {t('committee.to-paper')}
          </a>
        )}
        {referral.status === 'draft' && (
          <form method="post" action={to.referral(code, referral.id, 'remove')}>
            <button type="submit" class="danger">
              {t('committee.remove')}
            </button>
          </form>
        )}
      </div>
      {referral.status !== 'draft' && reviewers.length > 0 && <Members frame={frame} view={view} />}
      <History frame={frame} view={view} />
    </section>
  )
}

const StepForm = ({ frame, view, step, refused }: Props & { step: ReferralStep }) => {
  const { t, to } = frame
  const { referral, edition, reviewers } = view
  const fields = (
    <>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="revision" value={String(referral.revision)} />
    </>
  )
  const action = to.referral(edition.municipality.code, referral.id, 'step')
  if (step === 'reopen')
    return (
      <details class="committee-fold" open={refused !== undefined}>
        <summary>{t('committee.step-reopen')}</summary>
        <form method="post" action={action}>
          {fields}
          <div class="field">
            <label for="reason">{t('committee.reopen-reason')}</label>
            <textarea id="reason" name="reason" rows={2} maxlength={1000}>
              {refused?.reason ?? ''}
            </textarea>
          </div>
          <button type="submit">{t('committee.step-reopen')}</button>
        </form>
      </details>
    )
  return (
    <form method="post" action={action}>
      {fields}
      <button type="submit" class={step === 'release' ? 'primary' : undefined}>
        {t(`committee.step-${step}`)}
      </button>{' '}
      {step === 'release' && reviewers.length > 0 && (
        <small>{t('committee.release-about', { count: reviewers.length })}</small>
      )}
    </form>
  )
}

/** 委員ごとの意見の数。だれに電話するか。 */
const Members = ({ frame, view }: Props) => (
  <details class="committee-fold">
    <summary>{frame.t('committee.members')}</summary>
    <ul class="committee-members">
      {view.reviewers.map(({ name, opinions }) => (
        <li>
          <Own frame={frame}>{name}</Own>{' '}
          {opinions === 0 ? frame.t('committee.member-none') : frame.t('committee.count', { count: opinions })}
        </li>
      ))}
    </ul>
  </details>
)

const eventWords: Readonly<Record<string, WebCode>> = {
  'referral-released': 'committee.event-referral-released',
  'referral-closed': 'committee.event-referral-closed',
  'referral-reopened': 'committee.event-referral-reopened',
}

const History = ({ frame, view }: Props) =>
  view.history.length === 0 ? null : (
    <details class="committee-fold">
      <summary>{frame.t('committee.history')}</summary>
      <ol class="committee-members">
        {view.history.map(({ act, at, by, reason }) => {
          const words = eventWords[act]
          return (
            <li>
              <time datetime={at}>{momentInWords(at)}</time> {words && frame.t(words)} <Own frame={frame}>{by}</Own>
              {reason !== null && (
                <>
                  {' '}
                  <Own frame={frame}>{reason}</Own>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </details>
  )
