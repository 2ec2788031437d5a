import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { type App, openApp } from '#operations/app.ts'
import { aNode, anEdition, numbered } from '#web/an-edition.ts'
import { serve } from '#web/serve.ts'
import { createWeb } from '#web/web.ts'

const folder = mkdtempSync(join(tmpdir(), 'shirube-web-'))
const document = new TextEncoder().encode('指標\t実績\n新規創業件数\t47件\n')
const sha256 = createHash('sha256').update(document).digest('hex')
let app: App
let web: Hono

const draftOf = (name: string, code: string, actual: string): PlanDraft => {
  const indicators = numbered([anIndicator({ name: '新規創業件数', target: '45件', actual })], { node: 'g1' })
  const { content } = anEdition({ nodes: [aNode({ id: 'g1', number: '1', title: 'しごと' })], indicators })
  return {
    format: 'shirube-draft/1',
    source: { file: '一覧表.txt', sha256 },
    municipality: { name, code },
    plan: { title: '総合戦略', kind: '総合戦略', form: 'progress-table', firstYear: 2020, lastYear: 2024 },
    ...content,
  }
}

const adopt = async (name: string, code: string, actual: string): Promise<void> => {
  const act = { by: '試験', at: app.now(), newId: app.newId }
  const adopted = await app.store.write(code, act, (tx) =>
    tx.editions.adopt(draftOf(name, code, actual), document, defaultRules),
  )
  expect(adopted.ok).toBe(true)
}

const get = (path: string, headers: Record<string, string> = {}) => web.request(`http://localhost${path}`, { headers })
const body = async (path: string) => (await get(path)).text()
const planOf = async (code: string): Promise<string> =>
  /\/plans\/([0-9a-f-]{36})/.exec(await body(`/${code}`))?.[1] ?? 'none'
const indicatorOf = async (code: string): Promise<string> =>
  /indicators\/([0-9a-f-]{36})/.exec(await body(`/${code}/plans/${await planOf(code)}`))?.[1] ?? 'none'

beforeAll(async () => {
  const opened = await openApp({ dataDirectory: folder })
  if (!opened.ok) throw new Error(opened.problem.code)
  app = opened.value
  web = createWeb(app)
  await adopt('小千谷市', '152081', '47件')
  await adopt('砂川市', '012262', '12件')
})

afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('覚えと条件つきの求め', () => {
  test('変わっていなければ 304 で、中身を送らない', async () => {
    const first = await get('/152081')
    const again = await get('/152081', { 'If-None-Match': first.headers.get('ETag') ?? '' })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('書き換えた次の求めには、新しい値が出る', async () => {
    const path = `/152081/plans/${await planOf('152081')}`
    const before = await get(path)
    expect(await before.text()).toContain('47件')
    await adopt('小千谷市', '152081', '48件')
    const after = await get(path, { 'If-None-Match': before.headers.get('ETag') ?? '' })
    expect(after.status).toBe(200)
    expect(await after.text()).toContain('48件')
  })

  test('よその市を書き換えても、この市の頁は変わらない', async () => {
    const before = await get('/152081')
    await adopt('砂川市', '012262', '13件')
    expect((await get('/152081', { 'If-None-Match': before.headers.get('ETag') ?? '' })).status).toBe(304)
  })

  test('市町村の一覧は、どの市を書き換えても新しくなる', async () => {
    const before = await get('/')
    await adopt('砂川市', '012262', '14件')
    expect((await get('/', { 'If-None-Match': before.headers.get('ETag') ?? '' })).status).toBe(200)
  })

  test('日本語と英語の頁を取り違えない', async () => {
    expect(await body('/152081')).toContain('<html lang="ja">')
    expect(await body('/en/152081')).toContain('<html lang="en">')
    expect(await body('/152081')).toContain('<html lang="ja">')
  })
})

describe('市の壁', () => {
  test('よその市の計画・指標・図書は、この市の番地では開けない', async () => {
    const [plan, indicator] = [await planOf('012262'), await indicatorOf('012262')]
    const own = await planOf('152081')
    const paths = [
      `/152081/plans/${plan}`,
      `/152081/plans/${plan}/progress`,
      `/152081/plans/${plan}/projects`,
      `/152081/plans/${plan}/indicators/${indicator}`,
      `/152081/plans/${own}/indicators/${indicator}`,
      `/152081/plans/${own}/projects/${indicator}`,
    ]
    for (const path of paths) expect(`${path} ${(await get(path)).status}`).toBe(`${path} 404`)
    expect(await body(`/152081/plans/${plan}`)).not.toContain('砂川市')
  })

  test('取り込まれていない市と、番号でない市は、ない頁', async () => {
    expect(await body('/999999')).toContain('団体コード999999の市町村は、まだ取り込まれていません')
    for (const path of ['/15208', '/1520811', '/abcdef', '/152081/plans', '/152081/plans/%00', '/..%2f..%2fetc'])
      expect(`${path} ${(await get(path)).status}`).toBe(`${path} 404`)
  })

  test('保存していない指紋の図書は、ない頁', async () => {
    expect((await get(`/152081/sources/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await get('/152081/sources/..')).status).toBe(404)
    expect((await get(`/152081/sources/${sha256}`)).status).toBe(200)
  })
})

describe('守り', () => {
  test('見ることしかできない', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await web.request('http://localhost/152081', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('Allow')).toBe('GET, HEAD')
    }
    expect((await web.request('http://localhost/152081', { method: 'HEAD' })).status).toBe(200)
  })

  test.each(['/', '/152081', '/no-such-page', '/assets/x/y'])('守りの見出しが付く: %s', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
  })

  test('よその名で来た求めには答えない', async () => {
    expect((await web.request('http://evil.example/152081')).status).toBe(421)
    expect((await web.request('http://127.0.0.1:4700/152081')).status).toBe(200)
  })

  test('頁に行内の script も様式もない', async () => {
    for (const path of ['/', '/152081', `/152081/plans/${await planOf('152081')}/progress`])
      expect(await body(path)).not.toMatch(/<script(?![^>]* src="\/assets\/)|\sstyle=|\son\w+=/)
  })

  test('様式と書体は手もとから、指紋つきの番地で、いつまでも持っていてよい', async () => {
    const css = /href="(\/assets\/[0-9a-f]{12}\/shirube\.css)"/.exec(await body('/'))?.[1] ?? ''
    const answer = await get(css)
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
    expect(await answer.text()).not.toMatch(/url\(["']?https?:|@import/)
    const fonts = await body(css.replace('shirube.css', 'fonts.css'))
    expect(fonts).not.toContain('format("woff")')
    const slice = /url\((noto-sans-jp-[^)]+\.woff2)\)/.exec(fonts)?.[1] ?? ''
    const font = await get(css.replace('shirube.css', slice))
    expect(font.headers.get('Content-Type')).toBe('font/woff2')
    expect((await get('/assets/000000000000/shirube.css')).status).toBe(404)
  })
})

describe('送信', () => {
  const choose = (headers: Record<string, string>, fields: Record<string, string>) =>
    web.request('http://localhost/years', { method: 'POST', headers, body: new URLSearchParams(fields) })
  const here = { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' }
  const western = { years: 'western', back: '/152081' }

  test('年の書き方を選ぶと、いた頁に戻り、つぎの頁からその書き方になる', async () => {
    const answer = await choose(here, western)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/152081')
    const cookie = answer.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^shirube-years=western;.*HttpOnly.*SameSite=Lax/)
    const plan = `/152081/plans/${await planOf('152081')}`
    const chosen = await (await get(plan, { Cookie: 'shirube-years=western' })).text()
    expect(chosen).toContain('2020年度～2024年度')
    expect(chosen).not.toContain('令和')
    expect(await body(plan)).toContain('令和2年度～令和6年度')
  })

  test('知らない書き方は、ふだんの書き方とする', async () => {
    const plan = `/152081/plans/${await planOf('152081')}`
    expect(await (await get(plan, { Cookie: 'shirube-years=%00<b>' })).text()).toBe(await body(plan))
  })

  test.each([
    ['よその頁から', { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['となりの名の頁から', { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-site' }],
    ['出どころを言わない', {}],
    ['出どころを隠した', { Origin: 'null' }],
  ])('%s送られたものは受けない', async (_, headers) => {
    const answer = await choose(headers, western)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    expect(await answer.text()).toContain('何も変えませんでした')
  })

  test('Sec-Fetch-Site を付けない古いブラウザーは、Origin で見分ける', async () => {
    expect((await choose({ Origin: 'http://localhost' }, western)).status).toBe(303)
  })

  test.each(['//evil.example/', '/\\evil.example', 'https://evil.example/', '/a b', ''])(
    '戻る先が「%s」なら、外へは連れ出さず市町村の一覧へ',
    async (back) => {
      const answer = await choose(here, { years: 'era', back })
      expect(answer.headers.get('Location')).toBe('/')
    },
  )

  test('欄として読めないものは、そう言って断る', async () => {
    const answer = await web.request('http://localhost/years', { method: 'POST', headers: here, body: 'years=era' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('送られたものを読めませんでした')
  })
})

describe('出典', () => {
  test('引いた行と字に印が付き、そこから読んだものを示す', async () => {
    const html = await body(`/152081/sources/${sha256}?line=2&column=8&length=3#L2`)
    expect(html).toMatch(/<li id="L2" class="cited">.*?<mark>47件<\/mark>/s)
  })

  test('ない行を引いたら、そう言う', async () => {
    expect(await body(`/152081/sources/${sha256}?line=99`)).toContain('99行目は、この図書にありません')
  })
})

describe('開く', () => {
  test('ふさがっていれば次の番号で開き、閉じられる', async () => {
    const first = await serve({ app, port: 48_700 })
    if (!first.ok) throw new Error(first.problem.code)
    const taken: number[] = []
    const second = await serve({ app, port: first.value.port, onTaken: (port) => taken.push(port) })
    if (!second.ok) throw new Error(second.problem.code)
    expect(taken).toEqual([first.value.port])
    expect(second.value.port).toBe(first.value.port + 1)
    expect((await fetch(`${second.value.address}/`)).status).toBe(200)
    await Promise.all([first.value.close(), second.value.close()])
    await expect(fetch(`${second.value.address}/`)).rejects.toThrow()
  })
})
