import {
  type MailServer,
  type MailSetting,
  readMailSetting,
  type TypedMailSetting,
} from '#domain/notices/mail-setting.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { KeptMailSetting, MailOut } from '#store/mail.ts'
import { seal } from '../accounts/secret.ts'
import type { App } from '../app.ts'
import { actAs, permitted, reachOf } from '../people/acting-person.ts'
import { sharedMailServer } from './mail-server.ts'

export type { MailOut }

/** 設定の頁。合言葉は、あるかどうかだけ。 */
export type MailSettingView = {
  readonly setting: MailSetting & { readonly hasPassword: boolean }
  /** しるべを動かす人が決めたサーバー（合言葉は除く）。 */
  readonly shared: MailServer | null
  readonly mails: readonly MailOut[]
  /** いまの人のメール（試す宛先に入れておく）。 */
  readonly ownMail: string | null
}

/** はじめの設定：出さない。 */
const off: KeptMailSetting = {
  enabledAt: null,
  server: 'own',
  host: '',
  port: 587,
  security: 'starttls',
  userName: '',
  sealedPassword: null,
  fromAddress: '',
  revision: 0,
}

const mailsShown = 30

export const mailSettingView = async (app: App, person: Person, code: string): Promise<Result<MailSettingView>> => {
  const allowed = permitted(person, 'settings-change')
  if (!allowed.ok) return allowed
  const shared = sharedMailServer()
  return app.store.read(
    code,
    async (tx) => {
      const { sealedPassword, ...setting } = (await tx.mail.setting()) ?? off
      const self = person.id === null ? undefined : await tx.members.get(person.id)
      return done({
        setting: { ...setting, hasPassword: sealedPassword !== null },
        shared: shared.ok && shared.value ? shownOf(shared.value) : null,
        mails: await tx.mail.list(mailsShown),
        ownMail: self?.mail ?? null,
      })
    },
    reachOf(person),
  )
}

const shownOf = ({ host, port, security, userName }: MailServer): MailServer => ({ host, port, security, userName })

/** 設定の送信。`password` が空なら前のまま、`forgetPassword` なら合言葉なし。 */
export type MailSettingAsked = TypedMailSetting & {
  readonly password: string
  readonly forgetPassword: boolean
  readonly revision: number
}

/** メールの設定を変える。断る符号: `not-permitted`・`notices.mail-…`（欄の直し方）・`notices.setting-moved`。 */
export const changeMailSetting = async (
  app: App,
  person: Person,
  code: string,
  asked: MailSettingAsked,
): Promise<Result<null>> => {
  const allowed = permitted(person, 'settings-change')
  if (!allowed.ok) return allowed
  const read = readMailSetting(asked)
  if (!read.ok) return read
  if (asked.enabled && read.value.server === 'shared') {
    const shared = sharedMailServer()
    if (!shared.ok) return shared
    if (shared.value === null) return refused('notices.mail-shared-missing')
  }
  // 封じる鍵はデータベースにあるので、取引の前に。
  const sealed = asked.password === '' ? null : await seal(app, asked.password)
  const act = actAs(app, person)
  const put = await app.store.write(code, act, async (tx) => {
    const before = (await tx.mail.setting()) ?? off
    // サーバーや利用者を変えたとき、前の合言葉を新しい相手に送らない。
    const same = before.host === read.value.host && before.userName === read.value.userName
    const kept = asked.forgetPassword || !same ? null : before.sealedPassword
    return tx.mail.put({
      ...read.value,
      enabledAt: asked.enabled ? (before.enabledAt ?? act.at.toISOString()) : null,
      sealedPassword: sealed ?? kept,
      revision: asked.revision,
    })
  })
  return put ? done(null) : refused('notices.setting-moved')
}

/** 近ごろのものだけ。古いものは、もう管理者の手では直せない。 */
const recently = 14 * 24 * 60 * 60_000

/** 管理者の目に留めるもの：送れずに待っている、または近ごろ諦めたまとめのメールの数。 */
export const mailTroubles = async (app: App, person: Person, code: string): Promise<number> => {
  if (!permitted(person, 'settings-change').ok) return 0
  const mails = await app.store.read(code, (tx) => tx.mail.list(200), reachOf(person))
  const since = new Date(app.now().getTime() - recently).toISOString()
  return mails.filter(({ kind, problem, madeAt }) => kind === 'digest' && problem !== null && madeAt >= since).length
}
