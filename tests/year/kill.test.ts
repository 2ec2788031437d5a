import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { type App, openApp } from '#operations/app.ts'
import type { StoreLocation } from '#store/store.ts'
import { aFolder, build, start } from '../journeys/program.ts'
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts'
import { aCityOfClerks, type LoadedCity, standingOf } from './a-year-at.ts'
import { type Clerk, type Loaded, nothingLoaded, workAll } from './load.ts'

const kills = 20
const sections = 10

type Place = { readonly location: StoreLocation; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv }

/** 落とすまでの一回。打たれた値・送られたもの・その間に断られたもの。 */
type Life = { readonly loaded: Loaded; readonly said: string }

describe.each(['PGlite', 'PostgreSQL'] as const)('入力・提出・Excel のさなかに、サーバーを kill -9（%s）', (name) => {
  const folder = aFolder()
  let server: PostgresServer | undefined
  let place: Place
  let city: LoadedCity

  beforeAll(async () => {
    build()
    if (name === 'PostgreSQL') server = await startPostgres()
    const databaseUrl = server?.superuserUrl()
    place = databaseUrl
      ? { location: { databaseUrl }, args: [], env: { DATABASE_URL: databaseUrl } }
      : { location: { dataDirectory: folder.path }, args: ['--data', folder.path], env: {} }
    const app = await opened()
    city = await aCityOfClerks(app, sections)
    await app.close()
  })
  afterAll(async () => {
    await server?.stop()
    folder[Symbol.dispose]()
  })

  const opened = async (): Promise<App> => {
    const app = await openApp(place.location)
    if (!app.ok) throw new Error(problemInWords(app.problem))
    return app.value
  }

  const startServer = async (): Promise<{ child: ChildProcess; address: string; said: () => string }> => {
    const child = start(['serve', '--port', '0', ...place.args], { env: place.env })
    let said = ''
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (text: Buffer) => {
        said += text
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
        if (found) resolve(found[0])
      })
      child.stderr?.on('data', (text: Buffer) => {
        said += text
      })
      child.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
    })
    return { child, address, said: () => said }
  }

  /** 起こし、負荷をかけ、`saves` 回「保存しました」を聞いてから、さらに少し待って、いきなり落とす。 */
  const liveAndDie = async (clerks: readonly Clerk[], saves: number, delay: number): Promise<Life> => {
    const { child, address, said } = await startServer()
    const stop = new AbortController()
    const site = { address, code: city.year.code }
    const loaded = nothingLoaded()
    const load = { connections: sections, pause: () => Math.random() * 40, stop: stop.signal }
    const working = workAll(site, clerks, load, loaded)
    // 提出や Excel の課がある回は、それが済むのを待ってから落とす。ほかの回は、打っている途中で落とす。
    const waitsFor = (of: (clerk: Clerk) => boolean, done: () => number) => clerks.some(of) && done() === 0
    for (let waited = 0; waited < 15_000; waited += 5) {
      const excel = waitsFor(
        ({ byExcel }) => byExcel,
        () => loaded.uploads.length,
      )
      const submit = waitsFor(
        ({ submits }) => submits,
        () => loaded.submitted.size,
      )
      if (loaded.saves.length >= saves && !excel && !submit) break
      await sleep(5)
    }
    await sleep(delay)
    stop.abort()
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    await working
    return { loaded, said: said() }
  }

  test(`${kills} 回落としても、保存しましたと答えたものはみな残り、そのままで起き、監査の鎖は正しい`, {
    timeout: 600_000,
  }, async () => {
    let [saves, submits, uploads] = [0, 0, 0]
    for (let life = 0; life < kills; life++) {
      const before = await opened()
      const standing = await standingOf(before, city.year)
      const states = await before.store.read(city.year.code, (tx) => tx.responses.ofRound(city.year.roundId ?? ''))
      await before.close()
      const busy = city.clerks.filter(({ responseId }) =>
        states.some(({ id, state }) => id === responseId && (state === 'not-started' || state === 'entering')),
      )
      // 一回に一課が Excel で出し、一課が打ち終えて提出する。ほかは打ち続ける。
      const clerks = busy.map((clerk, n): Clerk => {
        // どの回のどの一打かが、値から分かるように。Excel の値は数で入るので、終わりに 0 を置かない。
        const nth = (raw: string, k: number) => `${Number.parseInt(raw, 10)}.${life + 1}${k % 10}1`
        const strokes = n < 2 ? 1 : 50
        const typed = (raw: string) => Array.from({ length: strokes }, (_, k) => nth(raw, k))
        const items = clerk.items.map(({ id, typed: [raw = ''] }) => ({ id, typed: typed(raw) }))
        return { ...clerk, standing, items, byExcel: n === 1 && life % 4 === 2, submits: n === 0 && life % 4 === 0 }
      })
      const { loaded, said } = await liveAndDie(clerks, 30 + ((life * 37) % 20) * 5, life % 7)
      expect(
        loaded.errors.filter((error) => !/fetch failed|terminated|socket|ECONN|other side closed/i.test(error)),
        said,
      ).toEqual([])
      saves += loaded.saves.length
      submits += loaded.submitted.size
      uploads += loaded.uploads.length
      const after = await opened()
      const now = await standingOf(after, city.year)
      for (const [item, raw] of loaded.kept) {
        const found = now.get(item)
        expect(found, `${life} 回目：保存したと答えた ${raw} がない`).toBeDefined()
        // 答えを聞く前に落ちた次の値が、残っていることはある。前の値に戻っていることはない。
        if (found?.raw !== raw)
          expect(found?.base, `${life} 回目：${raw} が ${found?.raw} に戻った`).toBeGreaterThan(
            revisionOf(standing, loaded, item),
          )
      }
      const states2 = await after.store.read(city.year.code, (tx) => tx.responses.ofRound(city.year.roundId ?? ''))
      for (const id of loaded.submitted) expect(states2.find((each) => each.id === id)?.state).toBe('submitted')
      expect(await after.store.verifyAudit(city.year.code)).toMatchObject({ ok: true })
      await after.close()
    }
    console.log(`kill -9（${name}）：${kills} 回、保存 ${saves}、提出 ${submits}、Excel ${uploads}。失われたもの 0`)
    expect(saves).toBeGreaterThan(kills * 10)
    expect(submits).toBeGreaterThan(0)
    expect(uploads).toBeGreaterThan(0)
  })
})

const revisionOf = (standing: ReadonlyMap<string, { readonly base: number }>, _: Loaded, item: string): number =>
  standing.get(item)?.base ?? 0
