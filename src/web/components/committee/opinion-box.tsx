import { longestOpinion } from '#domain/committee/opinions.ts'
import { subjectIn, subjectKey } from '#domain/committee/subject-key.ts'
import type { Subject } from '#domain/evaluation/evaluation.ts'
import { gradesIn } from '#domain/evaluation/standing-grade.ts'
import { problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { OpinionLeft } from '#operations/committee/give-opinions.ts'
import { isOwn } from '#operations/committee/referral-at.ts'
import type { Opinion, ReferralView } from '#operations/committee/referral-view.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { GradeMark, markInWords } from './grade-mark.tsx'
import { opinionText } from './referral-words.tsx'

/** 頁で見せるもの。`left` は残らなかった欄、`blank` は手で書く紙（意見シート）。 */
export type Shown = {
  readonly frame: Frame
  readonly view: ReferralView
  readonly left: readonly OpinionLeft[]
  readonly blank?: boolean
}

/** `quiet` は、すぐ上の見出しが同じことを言っているとき（名は読み上げにだけ）。 */
type Props = { shown: Shown; subject: Subject | null; label: string; quiet?: boolean }

/** そこへの自分の意見の欄（なければ空の欄一つ）と、見てよいほかの人の意見。 */
export const OpinionsAt = ({ shown, subject, label, quiet = false }: Props) => {
  const { frame, view, left } = shown
  const key = subjectKey(subject)
  const here = view.opinions.filter((each) => subjectKey(each.subject) === key)
  const own = here.filter((each) => isOwn(each, frame.person))
  const typed = left.filter(({ given }) => given.key === key && given.opinionId === null)
  const writes = view.may.give || view.referral.status === 'draft' || shown.blank === true
  if (!writes) return <Read shown={shown} opinions={here} />
  return (
    <>
      {own.map((opinion) => (
        <Box shown={shown} subject={subject} label={label} quiet={quiet} opinion={opinion} />
      ))}
      {(own.length === 0 || typed.length > 0) && <Box shown={shown} subject={subject} label={label} quiet={quiet} />}
      <Read shown={shown} opinions={here.filter((each) => !own.includes(each))} />
    </>
  )
}

/** そこに、自分の意見か、残らなかったものがあるか（たたまずに開いておく）。 */
export const hasOwn = ({ frame, view, left }: Shown, subject: Subject): boolean => {
  const key = subjectKey(subject)
  return (
    left.some(({ given }) => given.key === key) ||
    view.opinions.some(({ subject: at, memberId }) => subjectKey(at) === key && memberId === frame.person.id)
  )
}

const Box = ({ shown, subject, label, quiet, opinion }: Props & { opinion?: Opinion }) => {
  const { frame, view, left } = shown
  const { t } = frame
  const key = subjectKey(subject)
  const kept = left.find(({ given }) => given.key === key && given.opinionId === (opinion?.id ?? null))
  // 取り下げられた意見を書き直していたときは、新しい意見として打ったものを戻す。
  const orphan = opinion ? undefined : left.find(({ given, now }) => given.key === key && given.opinionId && !now)
  const refused = kept ?? orphan
  const text = refused?.given.text ?? opinion?.text ?? ''
  const grade = refused?.given.grade ?? opinion?.grade ?? ''
  const id = `o-${opinion?.id ?? key.replace(':', '-')}`
  const grades = gradesIn(subject === null ? null : view.graded.scales[subjectIn(key)?.kind ?? 'node'])
  return (
    <div class="committee-box" data-opinion>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="opinion" value={opinion?.id ?? ''} />
      <input type="hidden" name="revision" value={String(opinion?.revision ?? 0)} />
      <input type="hidden" name="was" value={JSON.stringify([opinion?.text ?? '', opinion?.grade ?? ''])} />
      <label for={id} class={quiet ? 'unseen' : undefined}>
        <Spoken frame={frame} words={label} />
      </label>
      {refused && <Refused frame={frame} view={view} left={refused} id={id} />}
      <textarea
        id={id}
        name="text"
        rows={3}
        maxlength={longestOpinion}
        disabled={!view.may.give}
        lang={frame.lang === 'ja' ? undefined : 'ja'}
        {...(refused && { 'aria-invalid': 'true' as const, 'aria-describedby': `e-${id}` })}
      >
        {text}
      </textarea>
      {grades.length > 0 ? (
        <p class="committee-grade">
          <label for={`g-${id}`}>{t('committee.own-grade')}</label>
          <select id={`g-${id}`} name="grade" disabled={!view.may.give}>
            <option value="">{t('committee.no-grade')}</option>
            {grades.map((each) => (
              <option value={each.code} selected={each.code === grade} lang={frame.lang === 'ja' ? undefined : 'ja'}>
                {markInWords(each)}
              </option>
            ))}
          </select>
        </p>
      ) : (
        <input type="hidden" name="grade" value={grade} />
      )}
      <p class="committee-state" data-state role="status" />
    </div>
  )
}

const Refused = ({ frame, view, left, id }: { frame: Frame; view: ReferralView; left: OpinionLeft; id: string }) => (
  <div class="committee-refused" id={`e-${id}`} role="alert">
    <p class="error">
      <Spoken frame={frame} words={problemInWords(left.problem, frame.lang)} />
    </p>
    {left.now && left.problem.kind === 'committee.opinion-meanwhile' && (
      <>
        <p class="committee-now">{frame.t('committee.now')}</p>
        <Words frame={frame} view={view} opinion={left.now} />
      </>
    )}
  </div>
)

/** 読むだけの意見。だれの意見か、区分、文。 */
const Read = ({ shown: { frame, view }, opinions }: { shown: Shown; opinions: readonly Opinion[] }) => (
  <>
    {opinions.map((opinion) => (
      <div class="committee-read">
        <p class="committee-who">
          <Spoken frame={frame} words={frame.t('committee.opinion-by', { name: opinion.memberName })} />{' '}
          <small>{momentInWords(opinion.at)}</small>
        </p>
        <Words frame={frame} view={view} opinion={opinion} />
        <Answer frame={frame} view={view} opinion={opinion} />
      </div>
    ))}
  </>
)

type WordsProps = { frame: Frame; view: ReferralView; opinion: Opinion }

const Words = ({ frame, view, opinion }: WordsProps) => (
  <p class="committee-words">
    {opinion.grade !== null && (
      <>
        <GradeMark
          frame={frame}
          scale={view.graded.scales[opinion.subject?.kind ?? 'node']}
          code={opinion.grade}
        />{' '}
      </>
    )}
    <Own frame={frame}>{opinionText(frame, opinion)}</Own>
  </p>
)

const Answer = ({ frame, view, opinion }: WordsProps) => {
  const answer = view.answers.find(({ opinionId }) => opinionId === opinion.id)
  return answer ? (
    <p class="committee-answer">
      <strong>{frame.t(`committee.kind-${answer.kind}`)}</strong> <Own frame={frame}>{answer.text}</Own>
    </p>
  ) : null
}
