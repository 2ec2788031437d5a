import { say } from '#domain/language/say.ts'
import { noticeMessage } from '#domain/notices/notice-words.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { NoticeForMember, NoticeOfCity, NoticesView } from '#operations/notices/notices-view.ts'
import type { Frame } from '../../frame.ts'
import { noticeLink } from '../../notice-link.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; code: string; view: NoticesView }

/** 通知の並び。一件に一つの行き先。 */
export const NoticeList = ({ frame, code, view }: Props) => (
  <ol class="notices-list">
    {view.of === 'mine'
      ? view.notices.map((notice) => (
          <li class={notice.seenAt === null ? 'notices-unread' : undefined}>
            <Told frame={frame} code={code} notice={notice} unread={notice.seenAt === null} />
            {notice.fallback && <p class="notices-why">{frame.t(fallbackWords(notice))}</p>}
          </li>
        ))
      : view.notices.map((notice) => (
          <li>
            <Told frame={frame} code={code} notice={notice} unread={false} />
            <Recipients frame={frame} code={code} notice={notice} />
          </li>
        ))}
  </ol>
)

const fallbackWords = (to: Pick<NoticeForMember, 'as'>) =>
  to.as === 'approver'
    ? 'notices.fallback-approver'
    : to.as === 'administrator'
      ? 'notices.fallback-administrator'
      : 'notices.fallback-planner'

type ToldProps = { frame: Frame; code: string; notice: NoticeForMember | NoticeOfCity; unread: boolean }

const Told = ({ frame, code, notice, unread }: ToldProps) => {
  const heading = [notice.department, notice.round].filter((each) => each !== null).join('　')
  return (
    <>
      <p class="notices-head">
        {unread && <strong class="notices-mark">{frame.t('notices.unread')}</strong>}
        <Own frame={frame}>{heading}</Own>
        <span class="notices-when">
          <time datetime={notice.at}>{momentInWords(notice.at)}</time> <Own frame={frame}>{notice.by}</Own>
        </span>
      </p>
      <p class="notices-words">
        <a href={noticeLink(frame.to, code, notice)}>
          <Spoken frame={frame} words={say(noticeMessage(notice), frame.lang)} />
        </a>
      </p>
    </>
  )
}

/** だれに届いたか。だれにも届いていなければ、することを言う。 */
const Recipients = ({ frame, code, notice }: { frame: Frame; code: string; notice: NoticeOfCity }) => {
  const { t } = frame
  const instead = notice.recipients.findLast(({ fallback }) => fallback)
  if (notice.recipients.length === 0)
    return (
      <p class="notices-why">
        {t('notices.to-nobody')} <a href={frame.to.people(code)}>{t('notices.set-people')}</a>
      </p>
    )
  return (
    <>
      <p class="notices-why">
        {t('notices.to')}
        {notice.recipients.map(({ name, seen }, nth) => (
          <>
            {nth > 0 && (frame.lang === 'ja' ? '、' : ', ')}
            <Own frame={frame}>{name}</Own>
            {seen && t('notices.seen')}
          </>
        ))}
      </p>
      {instead && <p class="notices-why">{t(fallbackWords(instead))}</p>}
    </>
  )
}
