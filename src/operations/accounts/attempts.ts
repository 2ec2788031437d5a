import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import type { Caller } from './auth.ts'

/** 限り。within（秒）のあいだに most 回まで。数えはデータベースにあるので、起動し直しても続く。 */
const limits = {
  /** 一つの口座に、続けて誤った合言葉。 */
  password: { most: 10, within: 15 * 60 },
  /** 一つの番地から、誤ったログイン。庁内は一つの番地に見えることがあるので、口座より緩い。 */
  address: { most: 50, within: 15 * 60 },
  /** 一つの宛先への、合言葉の作り直し。 */
  'reset-mail': { most: 5, within: 60 * 60 },
  'reset-address': { most: 20, within: 60 * 60 },
  /** 招き・作り直し・初めの管理者の番地を、当て推量で開くこと。 */
  link: { most: 30, within: 15 * 60 },
} as const

type Kind = keyof typeof limits

/**
 * 試みを数え、限りを超えていれば、待つ長さを言って断る（`too-many-attempts`）。数えてから比べるので、同時の試みも漏らさない。
 * 断った試みは数えない（待っているあいだに押しても、待ち時間は延びない）。
 */
export const attempt = async (app: App, kind: Kind, subject: string): Promise<Result<null>> => {
  const { accounts } = app.store
  const id = await accounts.tried(kind, subject, app.now())
  const seconds = await accounts.wait({ kind, subject, ...limits[kind] }, app.now())
  if (seconds === 0) return done(null)
  await accounts.notTried(id)
  return refused('too-many-attempts', { minutes: Math.ceil(seconds / 60) })
}

/** 番地からの試み。番地の分からない求め（同じ機械の道具）も、一つの番地として数える。 */
export const attemptFrom = (app: App, kind: Kind, caller: Caller): Promise<Result<null>> =>
  attempt(app, kind, addressOf(caller))

/**
 * 番地の誤りが限りに達していないか。数えるのは誤ったときだけ（`failedFrom`）：庁内の百人が、一つの番地から朝に入る。
 */
export const openFrom = async (app: App, kind: Kind, caller: Caller): Promise<Result<null>> => {
  const { most, within } = limits[kind]
  const limit = { kind, subject: addressOf(caller), most: most - 1, within }
  const seconds = await app.store.accounts.wait(limit, app.now())
  return seconds === 0 ? done(null) : refused('too-many-attempts', { minutes: Math.ceil(seconds / 60) })
}

export const failedFrom = async (app: App, kind: Kind, caller: Caller): Promise<void> => {
  await app.store.accounts.tried(kind, addressOf(caller), app.now())
}

/** うまくいったので、その数えを消す。 */
export const forgive = (app: App, kind: Kind, subject: string): Promise<void> =>
  app.store.accounts.forgive(kind, subject, app.now())

const addressOf = ({ address }: Caller): string => address ?? 'unknown'
