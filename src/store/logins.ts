import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 市のログインのしかた：認証の相手（OIDC）と、合言葉でも入れるか。 */
export type LoginSetting = {
  readonly issuer: string
  readonly clientId: string
  /** しるべの鍵で封じた秘密。 */
  readonly clientSecretSealed: string
  /** ログインの頁のボタンの名。 */
  readonly label: string
  readonly passwordAllowed: boolean
}

export type LoginAct =
  | 'signed-in'
  | 'sign-in-failed'
  | 'signed-out'
  | 'sessions-ended'
  | 'password-changed'
  | 'password-reset'
  | 'reset-link-made'
  | 'two-factor-on'
  | 'two-factor-off'
  | 'backup-codes-made'
  | 'invitation-accepted'

/** ログインに関わる記録を一件。合言葉や札は書かない。 */
export const recordLogin = (tx: Writing, act: LoginAct, memberId: string, how: string | null = null): Promise<void> =>
  tx.record({ act, subject: { member: memberId }, before: null, after: how === null ? null : { how } }, 'work')

export const loginSetting = async ({ municipality, query }: Transaction): Promise<LoginSetting | undefined> => {
  const [found] = await query<LoginSetting>(
    `select issuer, client_id as "clientId", client_secret_sealed as "clientSecretSealed", label,
            password_allowed as "passwordAllowed" from login_setting where municipality = $1`,
    [municipality],
    'login-setting',
  )
  return found
}

/** ログインのしかたを決める。秘密は記録に書かない。 */
export const putLoginSetting = async (tx: Writing, setting: LoginSetting): Promise<void> => {
  const before = await loginSetting(tx)
  const { issuer, clientId, clientSecretSealed, label, passwordAllowed } = setting
  await tx.query(
    `insert into login_setting
       (municipality, issuer, client_id, client_secret_sealed, label, password_allowed, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (municipality) do update set issuer = $2, client_id = $3, client_secret_sealed = $4, label = $5,
       password_allowed = $6, changed_at = $7`,
    [tx.municipality, issuer, clientId, clientSecretSealed, label, passwordAllowed, tx.at],
  )
  const secretChanged = before?.clientSecretSealed !== clientSecretSealed
  const after = { ...told(setting), secretChanged }
  await tx.record({ act: 'login-setting-changed', subject: {}, before: before ? told(before) : null, after }, 'work')
}

export const removeLoginSetting = async (tx: Writing): Promise<void> => {
  const before = await loginSetting(tx)
  if (!before) return
  await tx.query('delete from login_setting where municipality = $1', [tx.municipality])
  await tx.record({ act: 'login-setting-removed', subject: {}, before: told(before), after: null }, 'work')
}

const told = ({ clientSecretSealed: _, ...rest }: LoginSetting) => rest

/** 見本の市だとしるす（役を選んで試せる）。 */
export const markDemonstration = async (tx: Writing): Promise<void> => {
  const marked = await tx.query(
    'update municipality set demonstration = true where municipality = $1 and not demonstration returning 1',
    [tx.municipality],
  )
  if (marked.length > 0)
    await tx.record({ act: 'municipality-demonstration', subject: {}, before: null, after: null }, 'work')
}

/** 本物の管理者が使い始めた市は、もう見本ではない（役を選んで入ることを、できなくする）。 */
export const endDemonstration = async (tx: Writing): Promise<void> => {
  const ended = await tx.query(
    'update municipality set demonstration = false where municipality = $1 and demonstration returning 1',
    [tx.municipality],
  )
  if (ended.length > 0)
    await tx.record({ act: 'municipality-demonstration-ended', subject: {}, before: null, after: null }, 'work')
}

export const isDemonstration = async ({ municipality, query }: Transaction): Promise<boolean> => {
  const [row] = await query<{ demonstration: boolean }>(
    'select demonstration from municipality where municipality = $1',
    [municipality],
  )
  return row?.demonstration ?? false
}
