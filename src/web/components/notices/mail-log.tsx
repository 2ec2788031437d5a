import { momentInWords } from '#domain/year/moment.ts'
import type { MailOut } from '#operations/notices/mail-setting.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { ProblemWords } from '../report/problem-words.tsx'

/** 送ったメールの一覧。待っているものが先。送れなかったわけも。 */
export const MailLog = ({ frame, mails }: { frame: Frame; mails: readonly MailOut[] }) => {
  const { t } = frame
  return (
    <section aria-labelledby="log">
      <h2 id="log">{t('notices.mail-log')}</h2>
      {mails.length === 0 ? (
        <p class="empty">{t('notices.mail-log-none')}</p>
      ) : (
        <ol class="notices-list notices-log">
          {mails.map((mail) => (
            <li>
              <p class="notices-head">
                {t(`notices.mail-kind-${mail.kind}`)}
                <span class="notices-when">{momentInWords(mail.endedAt ?? mail.madeAt)}</span>
              </p>
              <p class="notices-words">
                <strong>
                  <State frame={frame} mail={mail} />
                </strong>{' '}
                <span class="notices-address">{mail.to}</span>
              </p>
              {mail.problem && (
                <p class="notices-why">
                  <ProblemWords frame={frame} problem={mail.problem} />
                </p>
              )}
              {mail.subject !== '' && (
                <p class="notices-why">
                  <Own frame={frame}>{mail.subject}</Own>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const State = ({ frame: { t }, mail: { status, problem, nextAt } }: { frame: Frame; mail: MailOut }) => (
  <>
    {status === 'waiting' && problem && nextAt
      ? t('notices.mail-status-retry', { at: momentInWords(nextAt) })
      : t(`notices.mail-status-${status}`)}
  </>
)
