import { randomUUID } from 'node:crypto'
import { done, type Result } from '#domain/problem.ts'
import { openStore, type Store, type StoreLocation } from '#store/store.ts'

/** 働いているしるべ。倉庫・時計・識別子は、画面も端末もここから受け取る。 */
export type App = {
  readonly store: Store
  readonly now: () => Date
  readonly newId: () => string
  readonly close: () => Promise<void>
}

/** しるべを開く。断る符号は `openStore` のもの。使い終わったら `close` する。 */
export const openApp = async (location: StoreLocation): Promise<Result<App>> => {
  const opened = await openStore(location)
  return opened.ok ? done(appOver(opened.value)) : opened
}

const appOver = (store: Store): App => ({
  store,
  now: () => new Date(),
  newId: randomUUID,
  close: () => store.close(),
})
