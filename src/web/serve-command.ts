import type { Language, Params } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import { type App, openApp } from '#operations/app.ts'
import { loadSamples, samplesHere } from '#operations/load-samples.ts'
import { storeLocation } from '#operations/store-location.ts'
import { type Serving, serve } from './serve.ts'

/** `shirube serve` の頼み。端末の引数と、ことばの出口。 */
export type ServeRequest = {
  readonly data: string | null
  readonly port: number | null
  readonly language: Language
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

const usualPort = 8700

/** 画面を開き、止める合図（Ctrl-C、SIGTERM）まで開いておく。 */
export const serveCommand = async (request: ServeRequest): Promise<0 | 1> => {
  const { language, print, complain } = request
  const words = (code: string, params: Params = {}) => say({ code, params }, language)
  const refuse = (problem: Problem): 1 => {
    complain(problemInWords(problem, language))
    return 1
  }

  // 合図は、開いている途中でも受ける。途中で来たら、開き終えてすぐ閉じる。
  const stopped = stopSignal()
  const location = storeLocation(request.data)
  const opened = await openApp(location)
  if (!opened.ok) return refuse(opened.problem)
  const app = opened.value

  const loaded = 'dataDirectory' in location ? await loadSamples(app, await samplesHere()) : undefined
  if (loaded?.ok === false) return closing(app, undefined, () => refuse(loaded.problem))
  if (loaded?.ok && loaded.value > 0) print(words('serve.samples', { count: loaded.value }))

  const onTaken = (port: number, next: number) => print(words('serve.port-taken', { port, next }))
  const serving = await serve({ app, port: request.port ?? usualPort, onTaken })
  if (!serving.ok) return closing(app, undefined, () => refuse(serving.problem))
  print(words('serve.ready', { address: `${serving.value.address}/${language === 'en' ? 'en' : ''}` }))
  print(words('serve.how-to-stop', { where: app.store.where }))

  await stopped
  return closing(app, serving.value, () => {
    print(words('serve.closed'))
    return 0
  })
}

const closing = async <T>(app: App, serving: Serving | undefined, last: () => T): Promise<T> => {
  await serving?.close()
  await app.close()
  return last()
}

const stopSignal = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  })
