import type { ChildProcess } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { adoptDocument } from '#operations/adopt-document.ts'
import { openApp } from '#operations/app.ts'
import { loadSamples, samplesHere } from '#operations/load-samples.ts'
import { type PostgresServer, startPostgres } from '../store/postgres-server.ts'
import { aTable, midorikawa } from './a-table.ts'
import { type Answer, aFolder, build, createEmpty, ended, oldNode, root, run, start, type Way } from './program.ts'

const samples = await samplesHere(join(root, 'samples'))
const here = aFolder()
const table = join(here.path, '一覧.csv')
const running = new Set<ChildProcess>()

beforeAll(() => {
  build()
  writeFileSync(table, aTable())
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(() => here[Symbol.dispose]())

const data = (name: string): string => join(here.path, name)

type Served = {
  readonly child: ChildProcess
  readonly address: string
  readonly port: number
  readonly answer: Promise<Omit<Answer, 'peak'>>
}

const begin = (args: readonly string[], way: Way = {}): Omit<Served, 'address' | 'port'> => {
  const child = start(['serve', ...args], way)
  running.add(child)
  child.once('exit', () => running.delete(child))
  return { child, answer: ended(child) }
}

/** 画面が開くまで待つ。開く前に終わったら、言ったことを添えて投げる。 */
const serving = async (args: readonly string[], way: Way = {}): Promise<Served> => {
  const { child, answer } = begin(args, way)
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: string) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)
      if (found) resolve(found[0])
    })
    answer.then(({ code, err }) => reject(new Error(`serve ended with ${code}: ${said}${err}`)))
  })
  return { child, address, port: Number(new URL(address).port), answer }
}

/** 合図を送り、終わりを待つ。`took` は合図から終わりまで（ミリ秒）。 */
const stopped = async ({ child, answer }: Omit<Served, 'address' | 'port'>, signal: NodeJS.Signals = 'SIGTERM') => {
  const sent = performance.now()
  child.kill(signal)
  return { ...(await answer), took: performance.now() - sent }
}

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket: Socket = connect({ host, port })
    const tell = (reached: boolean) => {
      socket.destroy()
      resolve(reached)
    }
    socket.setTimeout(3000, () => tell(false))
    socket.once('connect', () => tell(true)).once('error', () => tell(false))
  })

/** 使われていない番号。`--port` を人が選ぶときのように。 */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

describe('手元の置き場で', () => {
  const count = samples.length
  const loaded = `見本の ${count} 市を取り込みました`

  test('初めは見本を入れ、二度目は入れず、取り込んだものは残り、どの市も開く', async () => {
    const where = ['--data', data('days'), '--port', '0']
    const first = await serving(where)
    expect(await (await fetch(first.address)).text()).toContain('<html lang="ja"')
    for (const { municipality } of samples) expect((await fetch(`${first.address}${municipality}`)).status).toBe(200)
    const day1 = await stopped(first, 'SIGINT')
    expect(day1).toMatchObject({ code: 0, signal: null, err: '', out: expect.stringMatching(/閉じました。\n$/) })
    if (count > 0) expect(day1.out).toContain(loaded)
    expect(day1.out).toContain(data('days'))

    expect(await run(['import', table, '--municipality', midorikawa.code, ...where.slice(0, 2)])).toMatchObject({
      code: 0,
    })
    const second = await serving([...where, '--lang', 'en'])
    expect(second.address).toMatch(/\/en$/)
    const page = await (await fetch(new URL('/', second.address))).text()
    expect(page).toContain('緑川市')
    const day2 = await stopped(second)
    expect(day2).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Shirube is open at') })
    expect(day2.out).not.toContain('Loaded')
    const audit = await run(['audit', 'verify', '--json', ...where.slice(0, 2)])
    expect(JSON.parse(audit.out)).toHaveLength(count + 1)
    expect(JSON.parse(audit.out)).toContainEqual({ municipality: '緑川市', count: 1 })
  })

  test.skipIf(count < 2)(
    count < 2
      ? '見本がまだ足りないので飛ばします'
      : '見本の途中で止まっていれば続きを入れ、人が取り込んだあとは足さない',
    async () => {
      const opened = await openApp({ dataDirectory: data('half') })
      if (!opened.ok) throw new Error(problemInWords(opened.problem))
      const app = opened.value
      const first = samples.slice(0, 1)
      const stop = AbortSignal.abort()
      expect(await loadSamples(app, samples, stop)).toEqual({ ok: true, value: 0 })
      expect(await loadSamples(app, first)).toEqual({ ok: true, value: 1 })
      expect(await loadSamples(app, samples.slice(0, 2))).toEqual({ ok: true, value: 1 })
      expect(await loadSamples(app, samples.slice(0, 2))).toEqual({ ok: true, value: 0 })
      const act = { by: '企画課', at: app.now(), newId: app.newId }
      expect(await adoptDocument(app.store, table, midorikawa.code, act)).toMatchObject({ ok: true })
      expect(await loadSamples(app, samples)).toEqual({ ok: true, value: 0 })
      await app.close()
    },
  )

  test('この機械からだけ見える', async () => {
    await createEmpty(data('local'))
    await run(['import', table, '--municipality', midorikawa.code, '--data', data('local')])
    const served = await serving(['--data', data('local'), '--port', '0'])
    expect(await reaches('127.0.0.1', served.port)).toBe(true)
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal || family === 'IPv6')
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    for (const host of [...others, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])])
      expect([host, await reaches(host, served.port)]).toEqual([host, false])
    await stopped(served)
  })

  test('番号がふさがっていれば、そう言って次で開く。どれもだめなら断る', async () => {
    const port = await freePort()
    const holder = createServer().listen(port, '127.0.0.1')
    const served = await serving(['--data', data('local'), '--port', String(port)])
    expect(served.port).toBeGreaterThan(port)
    const { out } = await stopped(served)
    expect(out).toContain(`ポート${port}はほかのプログラムが使っているので、${port + 1}で開きます`)
    holder.close()
    const last = createServer().listen(65_535, '127.0.0.1')
    expect(await run(['serve', '--data', data('local'), '--port', '65535'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/ポート65535から65535まで.*--port/),
    })
    last.close()
  })

  test('読み手が出力を閉じても（| head -1）、画面は開いたまま', async () => {
    const port = await freePort()
    const { child, answer } = begin(['--data', data('local'), '--port', String(port)])
    child.stdout?.destroy()
    for (let attempt = 0; attempt < 300 && !(await reaches('127.0.0.1', port)); attempt++) await sleep(50)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    expect(await stopped({ child, answer })).toMatchObject({ code: 0, signal: null, err: '' })
  })
})

describe('止める合図', () => {
  beforeAll(async () => {
    await createEmpty(data('signals'))
    await run(['import', table, '--municipality', midorikawa.code, '--data', data('signals')])
  })
  const where = () => ['--data', data('signals'), '--port', '0']

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s: つないだままの相手や、何も頼まない相手がいても、二度届いても、きれいに閉じて 0',
    async (signal) => {
      const served = await serving(where())
      const agent = new Agent({ keepAlive: true })
      const kept = await new Promise<IncomingMessage>((resolve) => get(served.address, { agent }, resolve))
      kept.resume()
      const silent = connect({ host: '127.0.0.1', port: served.port })
      silent.on('error', () => {})
      await new Promise((resolve) => silent.once('connect', resolve))
      const closing = stopped(served, signal)
      setTimeout(() => served.child.kill(signal), 100)
      const { took, ...answer } = await closing
      expect(answer).toMatchObject({ code: 0, signal: null, err: '', out: expect.stringMatching(/閉じました。\n$/) })
      expect(took).toBeLessThan(5000)
      agent.destroy()
      silent.destroy()
    },
  )

  test('開いている途中でも、作りかけを残さず閉じて 0。次の起動で続きから入る', async () => {
    const fresh = data('fresh')
    const beginning = begin(['--data', fresh, '--port', '0'])
    for (let attempt = 0; attempt < 300 && !existsSync(join(fresh, 'lock.sqlite')); attempt++) await sleep(10)
    const { took, ...answer } = await stopped(beginning)
    expect(answer).toMatchObject({ code: 0, signal: null, err: '' })
    expect(answer.out).not.toContain('http://')
    const next = await serving(['--data', fresh, '--port', '0'])
    for (const { municipality } of samples) expect((await fetch(new URL(municipality, next.address))).status).toBe(200)
    expect(await stopped(next)).toMatchObject({ code: 0, err: '' })
  })

  test('使っている置き場には、ほかの命令は断る。kill -9 のあとは、すぐ使える', async () => {
    const served = await serving(where())
    const args = ['--data', data('signals')]
    for (const command of [
      ['import', table, '--municipality', midorikawa.code],
      ['audit', 'verify'],
      ['check', '--municipality', midorikawa.code],
      ['serve', '--port', '0'],
    ])
      expect(await run([...command, ...args])).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/使っています.*--data/),
      })
    served.child.kill('SIGKILL')
    expect(await served.answer).toMatchObject({ signal: 'SIGKILL' })
    expect(await run(['import', table, '--municipality', midorikawa.code, ...args])).toMatchObject({
      code: 0,
      out: expect.stringContaining('何も変えていません'),
    })
    expect(await run(['audit', 'verify', ...args])).toMatchObject({ code: 0 })
  })

  test.skipIf(!oldNode)(
    oldNode
      ? '古い Node から起こしても、親だけに届いた合図で子まで閉じて 0'
      : '古い Node がこの機械にないので飛ばします（合図の受け渡し）',
    async () => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        const served = await serving(where(), { node: oldNode ?? '' })
        expect(await stopped(served, signal)).toMatchObject({ code: 0, out: expect.stringMatching(/閉じました。\n$/) })
        expect(await reaches('127.0.0.1', served.port)).toBe(false)
      }
    },
  )
})

describe('PostgreSQL のサーバーで（DATABASE_URL）', () => {
  let server: PostgresServer
  let env: NodeJS.ProcessEnv
  beforeAll(async () => {
    server = await startPostgres()
    const preparing = new pg.Client(server.superuserUrl())
    await preparing.connect()
    await preparing.query('create role planner login nosuperuser nobypassrls createrole')
    await preparing.query('create database shirube owner planner')
    await preparing.end()
    env = { DATABASE_URL: server.superuserUrl('shirube').replace('postgres@', 'planner@') }
  })
  afterAll(() => server?.stop())

  test('見本は入れず、開いたまま取り込めて、起こし直しても残る', async () => {
    const first = await serving(['--port', '0'], { env })
    const cities = async ({ address }: Served) => (await fetch(address)).text()
    expect(await cities(first)).not.toContain('緑川市')
    const imported = await run(['import', table, '--municipality', midorikawa.code], { env })
    expect(imported).toMatchObject({ code: 0, err: '', out: expect.stringContaining('指標 3') })
    expect(await cities(first)).toContain('緑川市')
    const closed = await stopped(first)
    expect(closed).toMatchObject({ code: 0, err: '', out: expect.stringContaining('postgres://planner@') })
    expect(closed.out).not.toContain('見本')

    const second = await serving(['--port', '0'], { env })
    const page = await cities(second)
    expect(page).toContain('緑川市')
    expect(page).not.toContain('小千谷市')
    expect(await run(['audit', 'verify'], { env })).toMatchObject({
      code: 0,
      out: expect.stringContaining('記録 1 件'),
    })
    expect(await run(['doctor'], { env })).toMatchObject({ code: 0, out: expect.not.stringContaining('×') })
    expect(await run(['check', '--municipality', midorikawa.code], { env })).toMatchObject({ code: 0 })
    expect(await stopped(second, 'SIGINT')).toMatchObject({ code: 0, err: '' })
  })

  test('--data を書けば、DATABASE_URL があっても手元の置き場を使う', async () => {
    const doctor = await run(['doctor', '--data', data('signals')], { env })
    expect(doctor.out).toContain(data('signals'))
    expect(doctor.out).not.toContain('postgres://')
  })
})
