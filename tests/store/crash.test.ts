import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url))

type Opened = {
  readonly editions: readonly { readonly n: number; readonly whole: boolean; readonly source: boolean }[]
  readonly version: number
  readonly adoptions: number
  readonly audit: { readonly ok: boolean; readonly value?: { readonly entries: number } }
}

/** 殺すまでに分かったこと。`said` は最後に「確定した」と言った稿（なければ開いたときのもの）。 */
type Life = { readonly opened: Opened | undefined; readonly said: number; readonly problem: string }

/** 子を起こし、`commits` 回確定したのを聞いてから、さらに `delay` ミリ秒おいて kill -9。 */
const liveAndDie = (directory: string, commits: number, delay: (sinceOpened: number) => number): Promise<Life> =>
  new Promise((resolve) => {
    const running = spawn(process.execPath, [child, directory], { stdio: ['ignore', 'pipe', 'pipe'] })
    let opened: Opened | undefined
    let said = 0
    let heard = 0
    let last = performance.now()
    let problem = ''
    const kill = (after: number) => setTimeout(() => running.kill('SIGKILL'), after)
    if (commits < 0) kill(delay(0))
    running.stderr.setEncoding('utf8').on('data', (text: string) => {
      problem += text
    })
    createInterface({ input: running.stdout }).on('line', (line) => {
      const [word = '', ...rest] = line.split(' ')
      if (word === 'refused') problem += line
      if (word === 'opened') opened = JSON.parse(rest.join(' '))
      if (word === 'committed') said = Number(rest[0])
      const took = performance.now() - last
      last = performance.now()
      if (heard++ === commits) kill(delay(took))
    })
    running.once('close', () => resolve({ opened, said, problem }))
  })

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'shirube-crash-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('作っている最中・開いている最中に kill -9 しても、次は開ける', async () => {
  for (const delay of [300, 900, 1600]) {
    const { problem } = await liveAndDie(directory, -1, () => delay)
    expect(problem).toBe('')
  }
})

test('取り込みの最中に kill -9 を 20 回: 半端なものは残らず、確定したものは失われない', {
  timeout: 300_000,
}, async () => {
  let said = 0
  const inFlight: boolean[] = []
  for (let round = 0; round <= 20; round++) {
    // 取り込み一回にかかる時間のどこかで落とす。回ごとに少しずつずらし、始めから終わりまでを覆う。
    const {
      opened,
      said: committed,
      problem,
    } = await liveAndDie(directory, 1 + (round % 2), (took) => (took * ((round * 7) % 20)) / 20)
    expect(problem, `round ${round}`).toBe('')
    if (!opened) throw new Error(`round ${round}: the store did not open`)
    const newest = Math.max(0, ...opened.editions.map(({ n }) => n))
    inFlight.push(newest === said + 1)
    expect([said, said + 1], `round ${round}: 最後に確定したと言った稿か、言う前に落ちた次の稿`).toContain(newest)
    expect(opened.editions.filter(({ whole, source }) => !whole || !source)).toEqual([])
    const expected = [newest, newest - 1, newest - 2].filter((n) => n > 0)
    expect(opened.editions.map(({ n }) => n).sort((a, b) => b - a)).toEqual(expected)
    expect(opened).toMatchObject({
      audit: { ok: true, value: { entries: newest } },
      version: newest,
      adoptions: newest,
    })
    said = committed
  }
  expect(said).toBeGreaterThanOrEqual(20)
})
