import { finalTarget } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { entryIn } from '#domain/revision/apply-changes.ts'
import type { Proposal } from '#domain/revision/proposals.ts'
import type { ProposalDecision } from '#domain/revision/revision.ts'
import { typedOf } from '#domain/revision/typed-entry.ts'
import { targetWords } from '#domain/revision/value-words.ts'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import type { Frame } from '../../frame.ts'
import { GradeWord } from '../grades/grade-word.tsx'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { type Refusal, Refused } from './refused.tsx'
import { Said } from './words.tsx'

/** 通らなかった決めと、打たれていたもの。 */
export type DecisionTyped = {
  readonly indicatorId: string
  readonly target: string
  readonly reason: string
  readonly refusal: Refusal | undefined
  /** ほかの人が先に付けた決め。 */
  readonly theirs?: ProposalDecision | undefined
}

type Props = {
  frame: Frame
  view: RevisionView
  proposal: Proposal
  decision: ProposalDecision | undefined
  typed: DecisionTyped | undefined
  /** 開いたときに、目標の欄へ焦点を置くか。 */
  focused: boolean
  edits: boolean
}

/** 見直しの案一つ：評価と根拠、決まりのことば、受け入れる・変えて受け入れる・退ける。 */
export const ProposalCard = ({ frame, view, proposal, decision, typed, focused, edits }: Props) => {
  const { t, to } = frame
  const { indicator, grade, policy, ground, candidate } = proposal
  const { code } = view.base.municipality
  const now = entryIn(view.draft.content, 'indicator', indicator.id)
  const id = `p-${indicator.id}`
  // 決めの付いた案は、閉じて置く。通らなかった送信なら、打ったものを見せる。
  const settled = decision !== undefined && typed === undefined
  const form = (
    <DecideForm
      frame={frame}
      view={view}
      proposal={proposal}
      decision={decision}
      typed={typed}
      focused={focused && !settled}
      now={now}
    />
  )
  return (
    <article class="rev-proposal" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        <a href={to.planRevision(code, view.revision.id, 'edit', { on: 'indicator', id: indicator.id })}>
          <Own frame={frame}>{indicator.name}</Own>
        </a>{' '}
        <small>
          <Own frame={frame}>{indicator.class}</Own>
        </small>
      </h3>
      <p class="rev-ground">
        <GradeWord frame={frame} scale={view.grading.graded?.scales.indicator ?? null} code={grade.code} />{' '}
        <Said frame={frame} message={ground} />
      </p>
      <p class="rev-rule">
        {t('revisions.rule')}：<Own frame={frame}>{policy.words}</Own>
        {candidate && (
          <>
            {' '}
            <Said frame={frame} message={candidate} />
          </>
        )}
      </p>
      <Refused frame={frame} refusal={typed?.refusal} />
      {typed?.theirs && (
        <p class="notice" role="alert">
          <Spoken frame={frame} words={t('revisions.decided-meanwhile', { by: typed.theirs.by })} />
        </p>
      )}
      {decision && <Decided frame={frame} decision={decision} now={now} before={indicator} />}
      {edits &&
        (settled ? (
          <details>
            <summary>{t('revisions.decide-again')}</summary>
            {form}
          </details>
        ) : (
          form
        ))}
    </article>
  )
}

type DecidedProps = { frame: Frame; decision: ProposalDecision; now: Indicator | undefined; before: Indicator }

/** 付いている決めと、目標の新旧。 */
const Decided = ({ frame, decision, now, before }: DecidedProps) => {
  const { t } = frame
  const [old, next] = [finalTarget(before), now && finalTarget(now)]
  return (
    <p class={`rev-decided ${decision.decision}`}>
      <b>{t(`revisions.decision-${decision.decision}`)}</b>{' '}
      {old && next && next !== old && (
        <Own frame={frame}>
          {targetWords(old, before)} → {targetWords(next, now ?? before)}
        </Own>
      )}{' '}
      <Own frame={frame}>{decision.reason}</Own> <small>{decision.by}</small>
    </p>
  )
}

type FormProps = Omit<Props, 'edits'> & { now: Indicator | undefined }

/**
 * 目標の欄・理由と、三つの答え。目標の欄で改行キーを押せば「受け入れる」。
 * まだ改めていない目標の欄は空けておく（いまの値を入れておくと、打った字がその前に付いて「50」が「50100」になる）。
 */
const DecideForm = ({ frame, view, proposal, decision, typed, focused, now }: FormProps) => {
  const { t, to } = frame
  const { indicator, policy } = proposal
  const target = now && finalTarget(now)
  const at = now && target ? now.targets.indexOf(target) : -1
  const asking = typed?.refusal?.kind === 'asks'
  const id = indicator.id
  const replaces = policy.action === 'replace-indicator'
  return (
    <form method="post" action={`${to.planRevision(view.base.municipality.code, view.revision.id, 'decide')}#p-${id}`}>
      <input type="hidden" name="indicatorId" value={id} />
      <input type="hidden" name="seen" value={String(decision?.revision ?? 0)} />
      <input type="hidden" name="at" value={String(at)} />
      <input type="hidden" name="shown" value={now ? JSON.stringify(typedOf('indicator', now)) : '{}'} />
      <div class="rev-decide">
        {target && !replaces && (
          <label>
            <span>
              {t('revisions.new-target')}{' '}
              <small>
                <Own frame={frame}>
                  {t('revisions.now')} {targetWords(finalTarget(indicator) ?? target, indicator)}
                </Own>
              </small>
            </span>
            <input
              name="target"
              value={typed?.target ?? (target.raw === finalTarget(indicator)?.raw ? '' : target.raw.trim())}
              maxlength={200}
              autocomplete="off"
              autofocus={focused}
              lang={frame.lang === 'ja' ? undefined : 'ja'}
            />
          </label>
        )}
        <label class="rev-why">
          <span>{t('revisions.reason')}</span>
          <input
            name="reason"
            value={typed?.reason ?? decision?.reason ?? ''}
            placeholder={t('revisions.reason-default')}
            maxlength={2000}
            autocomplete="off"
            autofocus={focused && replaces}
            lang={frame.lang === 'ja' ? undefined : 'ja'}
          />
        </label>
      </div>
      {asking && (
        <label class="rev-confirm">
          <input type="checkbox" name="confirmed" value="yes" /> {t('revisions.confirm')}
        </label>
      )}
      <p class="buttons">
        <button type="submit" name="decision" value="accepted" class="small primary">
          {t(replaces ? 'revisions.accept-replace' : 'revisions.accept')}
        </button>
        <button type="submit" name="decision" value="changed" class="small">
          {t('revisions.accept-changed')}
        </button>
        <button type="submit" name="decision" value="refused" class="small danger">
          {t('revisions.refuse')}
        </button>
      </p>
    </form>
  )
}
