import { type MailServer, mailServerIn } from '#domain/notices/mail-setting.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { KeptMailSetting } from '#store/mail.ts'
import { unseal } from '../accounts/secret.ts'
import type { App } from '../app.ts'

/** つなぐサーバーと、その合言葉。 */
export type MailDoor = MailServer & { readonly password: string | null }

/** しるべを動かす人が決めたサーバー（SHIRUBE_SMTP_URL）。決めていなければ null、読めなければ断る。 */
export const sharedMailServer = (): Result<MailDoor | null> => {
  const given = process.env.SHIRUBE_SMTP_URL?.trim()
  if (!given) return done(null)
  const read = mailServerIn(given)
  return read ? done(read) : refused('notices.mail-shared-unreadable')
}

/** 市の設定が言うサーバー。設定が足りなければ、何をすればよいかを言って断る。取引の外で呼ぶ。 */
export const mailDoor = async (app: App, setting: KeptMailSetting): Promise<Result<MailDoor>> => {
  if (setting.server === 'shared') {
    const shared = sharedMailServer()
    if (!shared.ok) return shared
    return shared.value ? done(shared.value) : refused('notices.mail-shared-missing')
  }
  if (setting.host === '') return refused('notices.mail-host-needed')
  const password = setting.sealedPassword === null ? null : await unseal(app, setting.sealedPassword)
  if (password === undefined) return refused('notices.mail-password-sealed')
  const { host, port, security, userName } = setting
  return done({ host, port, security, userName, password })
}
