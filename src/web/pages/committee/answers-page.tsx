import { answerKinds, longestOpinion } from '#domain/committee/opinions.ts'
import type { OpinionAnswer } from '#domain/committee/referral.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { AnswerGiven } from '#operations/committee/answer-opinion.ts'
import type { OpinionLine, OpinionsView } from '#operations/committee/opinions-view.ts'
import { CommitteeLayout } from '../../components/committee/committee-layout.tsx'
import { GradeMark } from '../../components/committee/grade-mark.tsx'
import { PlaceWords } from '../../components/committee/place-words.tsx'
import { opinionText } from '../../components/committee/referral-words.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

/** 通らなかった対応。打ったものを欄に戻し、ほかの人の書いたものを並べる。 */
export type AnswerRefused = {
  readonly given: AnswerGiven
  readonly problem: Problem
  readonly now: OpinionAnswer | null
}

type Props = { frame: Frame; view: OpinionsView; refused?: AnswerRefused | undefined; did?: boolean }

export const answersPage = (frame: Frame, view: OpinionsView, refused?: AnswerRefused, did = false): string =>
  String(<AnswersPage frame={frame} view={view} refused={refused} did={did} />)

/** 意見への対応を書く頁。まだのものから、一つずつ。 */
const AnswersPage = ({ frame, view, refused, did = false }: Props) => {
  const { t, to } = frame
  const { referral, edition, lines, left } = view
  const code = edition.municipality.code
  const title = t('committee.answers-title')
  const waiting = lines.filter(({ answer }) => answer === null)
  const answered = lines.filter(({ answer }) => answer !== null)
  return (
    <CommitteeLayout
      frame={frame}
      municipality={edition.municipality}
      title={title}
      crumbs={[{ words: referral.title, href: to.referral(code, referral.id), own: true }, { words: title }]}
    >
      {did && (
        <p class="done" role="status">
          {t('committee.did-save')}
        </p>
      )}
      {refused && (
        <p class="notice" role="alert">
          <a href={`#a-${refused.given.opinionId}`}>
            <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
          </a>
        </p>
      )}
      <p class="committee-progress">
        <strong>{summaryOf(frame, view)}</strong>
      </p>
      {referral.status === 'closed' ? (
        <>
          <ol class="committee-answers">
            {waiting.map((line) => (
              <Line frame={frame} view={view} line={line} refused={refused} />
            ))}
          </ol>
          {answered.length > 0 && (
            <section aria-labelledby="answered">
              <h2 id="answered">{t('committee.answered', { count: answered.length })}</h2>
              <ol class="committee-answers">
                {answered.map((line) => (
                  <Line frame={frame} view={view} line={line} refused={refused} />
                ))}
              </ol>
            </section>
          )}
        </>
      ) : (
        <p>{t('committee.answers-open')}</p>
      )}
      <p class="buttons screen-only">
        <a class={`button${left === 0 ? ' primary' : ''}`} href={to.referral(code, referral.id, 'opinions')}>
          {t('committee.to-table')}
        </a>
        <a class="button" href={to.referral(code, referral.id, 'paper')}>
          {t('committee.to-paper')}
        </a>
      </p>
    </CommitteeLayout>
  )
}

const summaryOf = ({ t }: Frame, { lines, left }: OpinionsView): string => {
  if (lines.length === 0) return t('committee.answers-none')
  return left === 0 ? t('committee.answers-done') : t('committee.answers-left', { count: left })
}

type LineProps = { frame: Frame; view: OpinionsView; line: OpinionLine; refused: AnswerRefused | undefined }

const Line = ({ frame, view, line, refused }: LineProps) => {
  const { t, to } = frame
  const { opinion, place, answer } = line
  const { edition, referral, graded, may } = view
  const mine = refused?.given.opinionId === opinion.id ? refused : undefined
  const { code } = edition.municipality
  return (
    <li id={`a-${opinion.id}`}>
      <p class="committee-path">
        <PlaceWords frame={frame} place={place} />
      </p>
      <p class="committee-who">
        <Own frame={frame}>{opinion.memberName}</Own>{' '}
        {opinion.grade !== null && (
          <GradeMark frame={frame} scale={graded.scales[opinion.subject?.kind ?? 'node']} code={opinion.grade} />
        )}
      </p>
      <p class="committee-words">
        <Own frame={frame}>{opinionText(frame, opinion)}</Own>
      </p>
      {answer && !mine ? (
        <>
          <p class="committee-answer">
            <strong>{t(`committee.kind-${answer.kind}`)}</strong> <Own frame={frame}>{answer.text}</Own>{' '}
            {answer.departmentId !== null && (
              <small>
                <Own frame={frame}>{view.departments.get(answer.departmentId) ?? '―'}</Own>
              </small>
            )}
          </p>
          <details class="committee-fold screen-only">
            <summary>{t('committee.paper-change')}</summary>
            <Form frame={frame} view={view} line={line} refused={mine} />
          </details>
        </>
      ) : (
        <Form frame={frame} view={view} line={line} refused={mine} />
      )}
      {may.evaluate && opinion.subject !== null && place !== undefined && graded.status === 'open' && (
        <p class="screen-only">
          <a
            href={to.evaluation(code, edition.id, opinion.subject.kind, opinion.subject.id, {
              year: referral.year,
              stage: 'committee',
            })}
          >
            {t('committee.evaluate')}
          </a>
        </p>
      )}
    </li>
  )
}

const Form = ({ frame, view, line: { opinion, answer }, refused }: LineProps) => {
  const { t, to } = frame
  const { edition, referral, units, departments } = view
  const kind = refused?.given.kind ?? answer?.kind ?? ''
  const text = refused?.given.text ?? answer?.text ?? ''
  const departmentId = refused?.given.departmentId ?? answer?.departmentId ?? ''
  // 書いたときの課が機構改革でなくなっていても、選びに残す（選び直すのは人）。
  const gone = departmentId !== '' && !units.some(({ id }) => id === departmentId)
  const choices = gone ? [...units, { id: departmentId, name: departments.get(departmentId) ?? '―' }] : units
  const revision = refused?.now?.revision ?? answer?.revision ?? 0
  const id = opinion.id
  return (
    <form method="post" action={to.referral(edition.municipality.code, referral.id, 'answers')}>
      <input type="hidden" name="opinion" value={id} />
      <input type="hidden" name="revision" value={String(revision)} />
      {refused && (
        <div class="committee-refused" id={`e-${id}`}>
          <p class="error">
            <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
          </p>
          {refused.problem.kind === 'committee.answer-meanwhile' && refused.now && (
            <>
              <p class="committee-now">{t('committee.answer-now')}</p>
              <p class="committee-answer">
                <strong>{t(`committee.kind-${refused.now.kind}`)}</strong> <Own frame={frame}>{refused.now.text}</Own>
              </p>
            </>
          )}
        </div>
      )}
      <div class="field">
        <label for={`k-${id}`}>{t('committee.answer-kind')}</label>
        <select id={`k-${id}`} name="kind" required {...(refused && { 'aria-describedby': `e-${id}` })}>
          <option value="">{t('committee.answer-choose')}</option>
          {answerKinds.map((each) => (
            <option value={each} selected={each === kind}>
              {t(`committee.kind-${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`d-${id}`}>{t('committee.answer-department')}</label>
        <select id={`d-${id}`} name="department">
          <option value="">{t('committee.answer-no-department')}</option>
          {choices.map((unit) => (
            <option value={unit.id} selected={unit.id === departmentId} lang={frame.lang === 'ja' ? undefined : 'ja'}>
              {unit.name}
            </option>
          ))}
        </select>
      </div>
      <div class="field committee-text">
        <label for={`t-${id}`}>{t('committee.answer-text')}</label>
        <textarea
          id={`t-${id}`}
          name="text"
          rows={3}
          maxlength={longestOpinion}
          required
          lang={frame.lang === 'ja' ? undefined : 'ja'}
        >
          {text}
        </textarea>
      </div>
      <p class="buttons">
        <button type="submit" class="primary">
          {t('committee.answer-save')}
        </button>
      </p>
    </form>
  )
}
