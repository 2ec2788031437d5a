import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openApp } from '#operations/app.ts'
import { serveCommand } from '#web/serve-command.ts'
import { aBrowser } from './a-browser.ts'

const code = '152501'

/** `serve` を、言った番地で動かす。答えは、言ったことと、終わらせる口。 */
const serving = (data: string, host: string | null) => {
  const stop = new AbortController()
  const said: string[] = []
  const complained: string[] = []
  const ended = serveCommand({
    data,
    port: 0,
    host,
    language: 'ja',
    print: (line) => said.push(line),
    complain: (line) => complained.push(line),
    stop: stop.signal,
  })
  const address = () => said.map((line) => /http:\/\/[\d.]+:\d+/.exec(line)?.[0]).find((found) => found !== undefined)
  return {
    said,
    complained,
    ended,
    /** 開いた番地。 */
    open: () =>
      vi.waitFor(() => {
        const found = address()
        if (!found) throw new Error('not open yet')
        return found
      }, 60_000),
    stop: async () => {
      stop.abort()
      return ended
    },
  }
}

describe('ほかの機械から見える画面', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-outside-'))
  const data = join(folder, 'data')

  beforeAll(async () => {
    const opened = await openApp({ dataDirectory: data })
    if (!opened.ok) throw new Error(opened.problem.code)
    const { store, now, newId, close } = opened.value
    await store.write(code, { by: '準備', at: now(), newId }, (tx) => tx.register('白川市'))
    await close()
  })
  afterEach(() => vi.unstubAllEnvs())
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('利用者がまだいないあいだは、よその番地でも、よその名でも開かない', async () => {
    const outside = serving(data, '0.0.0.0')
    expect(await outside.ended).toBe(1)
    expect(outside.complained.join()).toContain('利用者がまだいない')
    vi.stubEnv('SHIRUBE_ORIGIN', 'https://shirube.city.example')
    const named = serving(data, null)
    expect(await named.ended).toBe(1)
    expect(named.complained.join()).toContain('利用者がまだいない')
  })

  test('端末に出た番地で初めの管理者を作ると、よその番地でも開ける。番地はもう出ない', async () => {
    const inside = serving(data, null)
    const address = await inside.open()
    const link = await vi.waitFor(() => {
      const found = inside.said.find((line) => line.includes('/first/'))
      if (!found) throw new Error('no link yet')
      return found
    })
    const typed = { name: '佐藤', mail: 'sato@city.example', chosen: code, password: 'みどりの川にかかる長い橋' }
    const made = await aBrowser(address).post(new URL(link).pathname, typed)
    expect(made.path).toBe(`/${code}/people`)
    expect(await inside.stop()).toBe(0)

    const outside = serving(data, '0.0.0.0')
    const open = await outside.open()
    expect(outside.said.join()).not.toContain('/first/')
    expect((await aBrowser(open).get(`/${code}`)).html).toContain('<h1>ログイン</h1>')
    expect(await outside.stop()).toBe(0)
  })

  test('代理サーバーの名で来た送信を受け、よその名は断る', async () => {
    vi.stubEnv('SHIRUBE_ORIGIN', 'https://shirube.city.example')
    const behind = serving(data, null)
    const address = await behind.open()
    const send = (origin: string) =>
      fetch(`${address}/login`, {
        method: 'POST',
        body: new URLSearchParams({ mail: 'sato@city.example', password: 'みどりの川にかかる長い橋' }),
        headers: { Origin: origin },
        redirect: 'manual',
      })
    const entered = await send('https://shirube.city.example')
    expect(entered.status).toBe(303)
    expect(entered.headers.getSetCookie().every((cookie) => /; Secure/.test(cookie))).toBe(true)
    expect((await send('https://evil.example')).status).toBe(403)
    expect(await behind.stop()).toBe(0)
  })

  test('この機械のものでない番地は、そう言って断る', async () => {
    const wrong = serving(data, '192.0.2.1')
    expect(await wrong.ended).toBe(1)
    expect(wrong.complained.join()).toContain('この機械の番地ではありません')
  })
})
