import { momentInWords } from '#domain/year/moment.ts'
import type { MailOut } from '#operations/notices/mail-setting.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { ProblemWords } from '../report/problem-words.tsx'
import { Scroll } from '../scroll.tsx'

/** 送ったメールの一覧。待っているものが先。送れなかったわけも。 */
export const MailLog = ({ frame, mails }: { frame: Frame; mails: readonly MailOut[] }) => {
  const { t } = frame
  return (
    <section aria-labelledby="log">
      <h2 id="log">{t('notices.mail-log')}</h2>
      {mails.length === 0 ? (
        <p class="empty">{t('notices.mail-log-none')}</p>
      ) : (
        <Scroll labelledby="log">
          <table class="plain notices-log">
            <thead>
              <tr>
                <th scope="col">{t('notices.mail-log-when')}</th>
                <th scope="col">{t('notices.mail-log-to')}</th>
                <th scope="col">{t('notices.mail-log-state')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <tr>
                  <td>
                    {momentInWords(mail.endedAt ?? mail.madeAt)}
                    <small>{t(`notices.mail-kind-${mail.kind}`)}</small>
                  </td>
                  <td class="notices-address">
                    {mail.to}
                    <small>
                      <Own frame={frame}>{mail.subject}</Own>
                    </small>
                  </td>
                  <td>
                    <State frame={frame} mail={mail} />
                    {mail.problem && (
                      <p class="notices-why">
                        <ProblemWords frame={frame} problem={mail.problem} />
                      </p>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
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
