import { serve as listen } from '@hono/node-server'
import type { Hono } from 'hono'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '#operations/app.ts'
import { createWeb, type WebOptions } from './web.ts'

export type ServeOptions = WebOptions & {
  readonly app: App
  readonly port: number
  /** ポートがふさがっていたときに知らせる。 */
  readonly onTaken?: (port: number, next: number) => void
}

/** 開いている画面。`close` は、いま答えている頁を終えてから閉じる。 */
export type Serving = { readonly address: string; readonly port: number; readonly close: () => Promise<void> }

const attempts = 20

/** 閉じるとき、答えの途中のものを待つ長さ（ミリ秒）。 */
const patience = 1000

/**
 * 画面を開く。ログインがまだないので、この機械（127.0.0.1）からだけ見られる。
 * ふさがっていれば次の番号を試す。20 続けてふさがっていれば断る（`serve.no-port`）。
 */
export const serve = async ({ app, port, onTaken, ...options }: ServeOptions): Promise<Result<Serving>> => {
  const web = createWeb(app, options)
  const last = Math.min(port + attempts - 1, 65_535)
  for (let at = port; at <= last; at++) {
    const serving = await tryPort(web, at)
    if (serving) return done(serving)
    if (at < last) onTaken?.(at, at + 1)
  }
  return refused('serve.no-port', { first: port, last })
}

/** 番号一つを試す。ふさがっている（使う権限がない）なら undefined。 */
const tryPort = (web: Hono, port: number): Promise<Serving | undefined> =>
  new Promise((resolve, reject) => {
    const server = listen({ fetch: web.fetch, hostname: '127.0.0.1', port }, (info) => {
      resolve({ address: `http://127.0.0.1:${info.port}`, port: info.port, close })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    })
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        // つないだまま何も頼まないもの（ブラウザーの先回りなど）は、待っていても終わらない。
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience).unref()
      })
  })
