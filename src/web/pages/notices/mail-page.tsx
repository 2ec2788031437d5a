import type { Municipality } from '#domain/people/municipality.ts'
import type { Problem } from '#domain/problem.ts'
import type { MailSettingAsked, MailSettingView } from '#operations/notices/mail-setting.ts'
import { Layout } from '../../components/layout.tsx'
import { MailForm } from '../../components/notices/mail-form.tsx'
import { MailLog } from '../../components/notices/mail-log.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

/** 送信のあとに言うこと。 */
export type MailOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'test-sent'; readonly to: string }
  | { readonly kind: 'test-failed'; readonly to: string; readonly problem: Problem }

/** 入れたままの欄（断られたときに戻す。合言葉は戻さない）。 */
export type MailTyped = Omit<MailSettingAsked, 'password' | 'revision' | 'forgetPassword'>

type Props = {
  frame: Frame
  city: Municipality
  view: MailSettingView
  typed?: MailTyped | undefined
  outcome?: MailOutcome | undefined
}

export const mailPage = (props: Props): string => String(<MailPage {...props} />)

/** 通知のメールの設定、試し、送ったもの。 */
const MailPage = ({ frame, city, view, typed, outcome }: Props) => {
  const { t, to } = frame
  const { code } = city
  return (
    <Layout
      frame={frame}
      title={t('notices.mail-title')}
      municipality={city}
      crumbs={cityPlaceCrumbs(
        frame,
        city,
        { words: t('notices.settings'), href: to.citySettings(code) },
        { words: t('notices.mail-title') },
      )}
    >
      <h1>{t('notices.mail-title')}</h1>
      {outcome && (outcome.kind === 'saved' || outcome.kind === 'refused') && (
        <Outcome frame={frame} outcome={outcome} />
      )}
      <p class="lead">{t('notices.mail-about')}</p>
      <p>
        <strong>{t(view.setting.enabledAt === null ? 'notices.mail-is-off' : 'notices.mail-is-on')}</strong>
      </p>
      <MailForm frame={frame} code={code} view={view} typed={typed} />
      <section aria-labelledby="test">
        <h2 id="test">{t('notices.mail-test')}</h2>
        {outcome && (outcome.kind === 'test-sent' || outcome.kind === 'test-failed') && (
          <Outcome frame={frame} outcome={outcome} />
        )}
        <p>{t('notices.mail-test-lead')}</p>
        <form method="post" action={`${to.citySettings(code, 'mail')}/test#test`}>
          <div class="field">
            <label for="to">{t('notices.mail-test-to')}</label>
            <input id="to" name="to" type="email" value={testTo(view, outcome)} autocomplete="email" maxlength={254} />
          </div>
          <p class="buttons">
            <button type="submit">{t('notices.mail-test-send')}</button>
          </p>
        </form>
      </section>
      <MailLog frame={frame} mails={view.mails} />
    </Layout>
  )
}

const testTo = ({ ownMail }: MailSettingView, outcome: MailOutcome | undefined): string =>
  outcome && 'to' in outcome ? outcome.to : (ownMail ?? '')

const Outcome = ({ frame, outcome }: { frame: Frame; outcome: MailOutcome }) => {
  const { t } = frame
  if (outcome.kind === 'saved') return <p role="status">{t('notices.mail-saved')}</p>
  if (outcome.kind === 'test-sent') return <p role="status">{t('notices.mail-test-sent', { to: outcome.to })}</p>
  return (
    <div class="notice" role="alert">
      <p>
        {outcome.kind === 'test-failed' && <strong>{t('notices.mail-test-failed')} </strong>}
        <ProblemWords frame={frame} problem={outcome.problem} />
      </p>
    </div>
  )
}
