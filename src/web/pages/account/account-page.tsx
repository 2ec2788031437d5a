import type { Problem } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { OwnAccount } from '#operations/accounts/own-account.ts'
import { Buttons, CurrentPassword, NewPassword, Refusal } from '../../components/account/fields.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import type { Frame, WebCode } from '../../frame.ts'

export type AccountGiven = { readonly said?: WebCode | undefined; readonly refused?: Problem | undefined }

type Props = { frame: Frame; account: OwnAccount; given: AccountGiven }

/** 自分の口座の頁。 */
export const accountPage = (frame: Frame, account: OwnAccount, given: AccountGiven): string =>
  String(<Account frame={frame} account={account} given={given} />)

const Account = ({ frame, account, given }: Props) => {
  const { t, to } = frame
  const { name, mail } = account.signedIn
  return (
    <Layout frame={frame} title={t('account.title')}>
      <h1>
        <Own frame={frame}>{name}</Own>
      </h1>
      <p class="sub">{t('account.signed-in-as', { mail })}</p>
      {given.said && (
        <p class="account-said" role="status">
          {t(given.said)}
        </p>
      )}
      <form method="post" action={to.logout()}>
        <button type="submit">{t('account.logout')}</button>
      </form>
      <Cities frame={frame} account={account} />
      {account.hasPassword ? <Password frame={frame} given={given} mail={mail} /> : <p>{t('account.by-provider')}</p>}
      {account.hasPassword && <TwoFactor frame={frame} on={account.signedIn.twoFactor} />}
      <Sessions frame={frame} account={account} />
    </Layout>
  )
}

const Cities = ({ frame, account: { cities } }: Pick<Props, 'frame' | 'account'>) => (
  <section aria-labelledby="cities">
    <h2 id="cities">{frame.t('account.cities')}</h2>
    {cities.length === 0 ? (
      <p class="empty">{frame.t('account.no-cities')}</p>
    ) : (
      <ul>
        {cities.map(({ code, name }) => (
          <li>
            <a href={frame.to.work(code)}>
              <Own frame={frame}>{name}</Own>
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Password = ({ frame, given, mail }: Pick<Props, 'frame' | 'given'> & { mail: string }) => (
  <section aria-labelledby="change-password">
    <h2 id="change-password">{frame.t('account.change-password')}</h2>
    <form method="post" action={frame.to.account('password')}>
      <Refusal frame={frame} problem={given.refused} />
      {/* パスワードを覚えるブラウザーに、だれのものかを伝える。 */}
      <input type="hidden" name="username" value={mail} autocomplete="username" />
      <CurrentPassword frame={frame} />
      <NewPassword frame={frame} name="newPassword" />
      <p>{frame.t('account.change-ends')}</p>
      <Buttons frame={frame} words="account.change-password" />
    </form>
  </section>
)

const TwoFactor = ({ frame, on }: { frame: Frame; on: boolean }) => (
  <section aria-labelledby="two-factor">
    <h2 id="two-factor">{frame.t('account.two-factor')}</h2>
    <p>{frame.t(on ? 'account.two-factor-on' : 'account.two-factor-off')}</p>
    <p>
      <a class="button" href={frame.to.account('two-factor')}>
        {frame.t(on ? 'account.two-factor-change' : 'account.two-factor-turn-on')}
      </a>
    </p>
  </section>
)

const Sessions = ({ frame, account: { sessions, signedIn } }: Pick<Props, 'frame' | 'account'>) => {
  const { t, to } = frame
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions')}</h2>
      <ul class="account-sessions">
        {sessions.map(({ id, since, until, address, browser }) => (
          <li>
            <strong>{id === signedIn.sessionId ? t('account.session-this') : machine(frame, browser)}</strong>
            <span>{address || t('account.session-unknown')}</span>
            <span>
              {t('account.session-since')} {momentInWords(since)}
            </span>
            <span>
              {t('account.session-until')} {momentInWords(until)}
            </span>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={to.account('sessions')}>
          <button type="submit">{t('account.end-others')}</button>
        </form>
      )}
    </section>
  )
}

/** 「Firefox・Windows」くらいに縮めた、機械の名。 */
const machine = ({ t }: Frame, browser: string | null): string => {
  const found = [/Edg|Firefox|Chrome|Safari/, /Windows|Mac OS X|Android|iPhone|iPad|Linux/]
    .flatMap((pattern) => pattern.exec(browser ?? '')?.[0] ?? [])
    .map((name) => (name === 'Edg' ? 'Edge' : name))
  return found.length > 0 ? found.join('・') : t('account.session-unknown')
}
