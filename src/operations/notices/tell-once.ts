import { morningOf } from '#domain/notices/morning.ts'
import type { NewNotice } from '#domain/notices/notice.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { systemAct } from './system-act.ts'

/** 一度だけ出す知らせと、同じ節目を見分ける符号。 */
export type Keyed = { readonly key: string; readonly notice: NewNotice }

/**
 * どの市でも、今日までに知らせてあるはずのもの（`dueIn`）のうち、まだのものを知らせる。知らせた数を返す。
 * 何度呼んでも、起動し直しても、時計が飛んでも、同じ符号は一度だけ。8 時 30 分（日本の時計）までは何もしない。
 */
export const tellInEveryCity = async (
  app: App,
  now: Date,
  dueIn: (tx: ReadTransaction, today: string) => Promise<readonly Keyed[]>,
): Promise<number> => {
  const today = morningOf(now)
  if (today === null) return 0
  let told = 0
  for (const { code } of await app.store.municipalities()) {
    const untold = await app.store.read(code, async (tx) => withoutTold(tx, await dueIn(tx, today)))
    if (untold.length > 0) told += await tell(app, code, now, untold)
  }
  return told
}

const withoutTold = async (tx: ReadTransaction, due: readonly Keyed[]): Promise<readonly Keyed[]> => {
  if (due.length === 0) return []
  const told = await tx.notices.keysTold(due.map(({ key }) => key))
  return due.filter(({ key }) => !told.has(key))
}

const tell = (app: App, code: string, now: Date, untold: readonly Keyed[]): Promise<number> =>
  app.store.write(code, systemAct(app, now), async (tx) => {
    let told = 0
    for (const { key, notice } of untold) if (await tx.notices.tellOnce(key, notice)) told++
    return told
  })
