import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { problemInWords } from '#domain/problem.ts'
import { openPglite } from '#store/engine/pglite.ts'
import { openPostgres } from '#store/engine/postgres.ts'
import type { StoreLocation } from '#store/store.ts'
import { answering } from './answering.ts'
import { barePage } from './bare-page.ts'

export type BareServerAsked = {
  readonly location: StoreLocation
  /** 覚えたまま返す頁。番地 → 中身と、その指紋。 */
  readonly remembered: { readonly path: string; readonly body: string; readonly etag: string }
}

/** 比べる相手。領域も壁もない、SQL 一つと文字の雛形だけの Hono。 */
answering<BareServerAsked>(async ({ location, remembered }): Promise<string> => {
  const database =
    'databaseUrl' in location ? await openPostgres(location.databaseUrl) : await openPglite(location.dataDirectory)
  if (!database.ok) throw new Error(problemInWords(database.problem))
  const { pool } = database.value
  const app = new Hono()
  app.get('/table/:code/:edition', async (c) =>
    c.html(await barePage(pool, c.req.param('code'), c.req.param('edition'))),
  )
  const body = Buffer.from(remembered.body)
  app.get(remembered.path, (c) => {
    c.header('ETag', remembered.etag)
    if (c.req.header('If-None-Match') === remembered.etag) return c.body(null, 304)
    return c.body(body, 200, { 'Content-Type': 'text/html; charset=UTF-8' })
  })
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`))
  })
})
