import { serve as listen } from '@hono/node-server'
import type { Hono } from 'hono'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '#operations/app.ts'
import { createWeb, type WebOptions } from './web.ts'

export type ServeOptions = WebOptions & {
  readonly app: App
  readonly port: number
  /** 開く番地。ふだんは 127.0.0.1（この機械からだけ）。 */
  readonly host?: string
  /** ポートがふさがっていたときに知らせる。 */
  readonly onTaken?: (port: number, next: number) => void
}

/** 開いている画面。`close` は、いま答えている頁を終えてから閉じる。 */
export type Serving = { readonly address: string; readonly port: number; readonly close: () => Promise<void> }

const attempts = 20

/** 閉じるとき、答えの途中のものを待つ長さ（ミリ秒）。 */
const patience = 1000

/**
 * 画面を開く。番地を言わなければ、この機械（127.0.0.1）からだけ見られる。この機械のものでない番地は断る（`serve.host-unusable`）。
 * ふさがっていれば次の番号を試す。20 続けてふさがっていれば断る（`serve.no-port`）。
 */
export const serve = async ({
  app,
  port,
  host = '127.0.0.1',
  onTaken,
  ...options
}: ServeOptions): Promise<Result<Serving>> => {
  const web = createWeb(app, options)
  const last = Math.min(port + attempts - 1, 65_535)
  for (let at = port; at <= last; at++) {
    const serving = await tryPort(web, host, at)
    if (serving === 'no-such-host') return refused('serve.host-unusable', { host })
    if (serving) return done(serving)
    if (at < last) onTaken?.(at, at + 1)
  }
  return refused('serve.no-port', { first: port, last })
}

/** 番号一つを試す。ふさがっている（使う権限がない）なら undefined。 */
const tryPort = (web: Hono, host: string, port: number): Promise<Serving | 'no-such-host' | undefined> =>
  new Promise((resolve, reject) => {
    const server = listen({ fetch: web.fetch, hostname: host, port }, (info) => {
      resolve({ address: `http://${shownHost(host)}:${info.port}`, port: info.port, close })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') resolve('no-such-host')
      else if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    })
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        // つないだまま何も頼まないもの（ブラウザーの先回りなど）は、待っていても終わらない。
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience).unref()
      })
  })

/** 人に見せる番地。どの番地でも開くときは、この機械から見る番地。 */
const shownHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
