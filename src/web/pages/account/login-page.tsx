import type { Problem } from '#domain/problem.ts'
import type { Provider } from '#operations/accounts/oidc.ts'
import { Buttons, Field, Refusal } from '../../components/account/fields.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import type { Frame, WebCode } from '../../frame.ts'

export type LoginGiven = {
  readonly mail: string
  readonly next: string
  readonly providers: readonly Provider[]
  readonly said?: WebCode | undefined
  readonly refused?: Problem | undefined
}

/** ログインの頁。 */
export const loginPage = (frame: Frame, given: LoginGiven): string => String(<Login frame={frame} given={given} />)

const Login = ({ frame, given: { mail, next, providers, said, refused } }: { frame: Frame; given: LoginGiven }) => {
  const { t, to } = frame
  return (
    <Layout frame={frame} title={t('account.login')}>
      <h1>{t('account.login')}</h1>
      {said && (
        <p class="account-said" role="status">
          {t(said)}
        </p>
      )}
      {providers.length > 0 && (
        <section aria-labelledby="providers">
          <h2 id="providers">{t('account.providers')}</h2>
          <ul class="account-providers">
            {providers.map(({ municipality, label, city }) => (
              <li>
                <a class="button primary" href={`${to.oidc(municipality)}?next=${encodeURIComponent(next)}`}>
                  <Own frame={frame}>{t('account.provider', { label, city })}</Own>
                </a>
              </li>
            ))}
          </ul>
          <h2>{t('account.or-password')}</h2>
        </section>
      )}
      <form method="post" action={to.login()}>
        <Refusal frame={frame} problem={refused} />
        <input type="hidden" name="next" value={next} />
        <Field
          frame={frame}
          name="mail"
          label="account.mail"
          type="email"
          value={mail}
          autocomplete="username"
          maxlength={255}
        />
        <Field
          frame={frame}
          name="password"
          label="account.password"
          type="password"
          autocomplete="current-password"
          maxlength={512}
        />
        <Buttons frame={frame} words="account.do-login">
          <a href={to.reset()}>{t('account.forgot')}</a>
        </Buttons>
      </form>
      <p class="sub">{t('account.no-account')}</p>
    </Layout>
  )
}

type CodeGiven = { readonly next: string; readonly refused?: Problem | undefined; readonly backup?: boolean }

/** 二つめの要素を尋ねる頁。 */
export const codePage = (frame: Frame, given: CodeGiven): string => String(<Code frame={frame} given={given} />)

const Code = ({ frame, given: { next, refused, backup = false } }: { frame: Frame; given: CodeGiven }) => {
  const { t, to } = frame
  const action = `${to.login()}/code`
  return (
    <Layout frame={frame} title={t('account.code-title')}>
      <h1>{t('account.code-title')}</h1>
      <p class="lead">{t('account.code-lead')}</p>
      <form method="post" action={action}>
        {!backup && <Refusal frame={frame} problem={refused} />}
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="kind" value="app" />
        <Field
          frame={frame}
          name="code"
          label="account.code"
          autocomplete="one-time-code"
          inputmode="numeric"
          maxlength={12}
        />
        <Buttons frame={frame} words="account.code-go">
          <a href={to.login(next)}>{t('account.back-to-login')}</a>
        </Buttons>
      </form>
      <details open={backup}>
        <summary>{t('account.backup')}</summary>
        <p>{t('account.backup-lead')}</p>
        <form method="post" action={action}>
          {backup && <Refusal frame={frame} problem={refused} />}
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="kind" value="backup" />
          <Field frame={frame} name="backup" label="account.backup-code" autocomplete="off" maxlength={40} />
          <p class="buttons">
            <button type="submit">{t('account.backup-go')}</button>
          </p>
        </form>
      </details>
    </Layout>
  )
}
