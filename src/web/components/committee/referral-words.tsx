import { raw } from 'hono/html'
import { dayInWords, daysBetween } from '#domain/year/calendar.ts'
import type { Opinion, Referral } from '#operations/committee/referral-view.ts'
import { type Frame, yearInWords } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { shape } from '../shapes.ts'

type Props = { frame: Frame; referral: Referral; today: string }

const shapes = { draft: 'not-judged', released: 'on-the-way', closed: 'reached' } as const

/** 付議の状態。形とことば。 */
export const ReferralStatus = ({ frame, referral: { status } }: Omit<Props, 'today'>) => (
  <span class={`committee-status is-${status}`}>
    {raw(shape(shapes[status]))}
    {frame.t(`committee.status-${status}`)}
  </span>
)

/** 会議・年度・会議の日・締切を一行に。 */
export const ReferralFacts = ({ frame, referral, today }: Props) => {
  const { t, lang } = frame
  const { body, year, meetingOn } = referral
  return (
    <p class="sub committee-facts">
      <ReferralStatus frame={frame} referral={referral} />
      <Own frame={frame}>{body}</Own>
      <span>{t('committee.of-year', { year: yearInWords(frame, year) })}</span>
      {meetingOn !== null && <span>{t('committee.meeting-on', { day: dayInWords(meetingOn, lang) })}</span>}
      <Deadline frame={frame} referral={referral} today={today} />
    </p>
  )
}

/** 意見の締切と、あと何日か。締め切ったあとは、日だけ。 */
export const Deadline = ({ frame: { t, lang }, referral: { status, closesOn }, today }: Props) => {
  if (closesOn === null) return null
  const left = daysBetween(today, closesOn)
  const near = status === 'released' && left <= 3
  return (
    <span class={near ? 'committee-near' : undefined}>
      {t('committee.closes', { day: dayInWords(closesOn, lang) })}
      {status !== 'closed' && (
        <>
          {lang === 'ja' ? '（' : ' ('}
          {left < 0
            ? t('committee.days-over', { days: -left })
            : left === 0
              ? t('committee.today')
              : t('committee.days-left', { days: left })}
          {lang === 'ja' ? '）' : ')'}
        </>
      )}
    </span>
  )
}

/** 意見の文。区分だけの意見なら、そう言う。 */
export const opinionText = ({ t }: Frame, { text }: Pick<Opinion, 'text'>): string =>
  text === '' ? t('committee.only-grade') : text
