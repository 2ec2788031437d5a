import { problemInWords } from '#domain/problem.ts'
import { type App, openApp } from '#operations/app.ts'
import { loadSamples, type Sample } from '#operations/load-samples.ts'
import type { StoreLocation } from '#store/store.ts'
import { openAssets } from '#web/assets/assets.ts'
import { serve } from '#web/serve.ts'
import { answering } from './answering.ts'

export type PageServerAsked = {
  readonly location: StoreLocation
  readonly assets: string
  readonly port: number
  readonly samples?: readonly Sample[]
}
/** `afresh` は頁を毎回組む。`reread` は、そのうえ毎回データを読み直す（変わった直後と同じ）。 */
export type PageServers = { readonly afresh: string; readonly reread: string }

/** 製品と同じ画面を、頁の覚えなしで開く。 */
answering<PageServerAsked>(async ({ location, assets, port, samples = [] }): Promise<PageServers> => {
  const opened = await openApp(location)
  if (!opened.ok) throw new Error(problemInWords(opened.problem))
  const app = opened.value
  const loaded = await loadSamples(app, samples)
  if (!loaded.ok) throw new Error(problemInWords(loaded.problem))
  const open = async (shown: App): Promise<string> => {
    const serving = await serve({ app: shown, port, assets: openAssets(assets), cachedBytes: 0 })
    if (!serving.ok) throw new Error(problemInWords(serving.problem))
    return serving.value.address
  }
  return { afresh: await open(app), reread: await open(alwaysChanged(app)) }
})

/** 尋ねるたびに版数が違う倉庫。データが変わった直後の一回を、続けて計るため。 */
const alwaysChanged = (app: App): App => {
  let asked = 0
  return {
    ...app,
    store: {
      ...app.store,
      dataVersion: async (code) => ((await app.store.dataVersion(code)) > 0 ? ++asked : 0),
    },
  }
}
