import { Layout } from '../components/layout.tsx'
import type { Frame } from '../frame.ts'

/** 送り直す欄。ファイルは、もう一度選んでもらう。 */
export type Kept = readonly (readonly [name: string, value: string])[]

/** パスワードや鍵の欄。見せ直さないし、送り直さない（もう一度打ってもらう）。 */
const secretName = /password|secret/i

/**
 * ログインの時間が切れたあとの送信。打ったものは、この頁の中に残っている。別の窓でログインし、戻って送り直せる。
 */
export const SignInAgainPage = ({ frame, kept: sent }: { frame: Frame; kept: Kept }) => {
  const kept = sent.filter(([name]) => !secretName.test(name))
  return (
    <Layout frame={frame} title={frame.t('away.title')}>
      <h1>{frame.t('away.title')}</h1>
      <p class="lead">{frame.t('away.kept')}</p>
      <ol>
        <li>
          <a href={frame.to.login()} target="_blank" rel="noopener">
            {frame.t('away.sign-in')}
          </a>
        </li>
        <li>
          <form method="post" action={frame.path}>
            {kept.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit">{frame.t('away.send-again')}</button>
          </form>
        </li>
      </ol>
      <h2>{frame.t('away.what')}</h2>
      <dl>
        {kept
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
    </Layout>
  )
}

/** ログインしているが、この役ではできない。だれができるかを言う。 */
export const NotPermittedPage = ({ frame, code }: { frame: Frame; code: string | undefined }) => (
  <Layout frame={frame} title={frame.t('away.forbidden')}>
    <h1>{frame.t('away.forbidden')}</h1>
    <p class="lead">{frame.t('away.not-permitted')}</p>
    <ul>
      {code !== undefined && (
        <li>
          <a href={frame.to.work(code)}>{frame.t('frame.work')}</a>
        </li>
      )}
      {code !== undefined && frame.person.kind === 'demonstration' && (
        <li>
          <a href={frame.to.demonstration(code)}>{frame.t('account.try-change')}</a>
        </li>
      )}
      <li>
        <a href={frame.to.cities()}>{frame.t('trouble.home')}</a>
      </li>
    </ul>
  </Layout>
)
