import { gunzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, serve } from '#web/serve.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { openBrowser, screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'

describe('監査記録と控えの頁', () => {
  let year: Year
  let serving: Serving
  let browser: Browser

  beforeAll(async () => {
    year = await aYear({ sections: 3 })
    const { app, code, sections, people } = year
    for (const { clerk, responseId, name } of sections) {
      const act = { by: clerk.name, at: new Date('2026-05-12T01:00:00Z'), newId: app.newId, person: clerk.id ?? '' }
      await app.store.write(code, act, async (tx) => {
        const items = await tx.responses.items(responseId ?? '')
        const value = (raw: string) =>
          ({ kind: 'actual', raw, absence: null, expected: null, provisional: false, confirmed: [] }) as const
        const item = items[0]
        if (!item) throw new Error('no item')
        const first = await tx.responses.write(items, [
          { itemId: item.id, field: 'actual', base: 0, value: value('27') },
        ])
        const base = first.written[0]?.revision ?? 0
        await tx.responses.write(items, [{ itemId: item.id, field: 'actual', base, value: value('270') }])
        const text = `=cmd|' /C calc'!A0 ${name}の増減理由。${'長い説明。'.repeat(60)}`
        await tx.responses.write(items, [
          { itemId: item.id, field: 'text-reason', base: 0, value: { kind: 'text', text } },
        ])
      })
    }
    const planner = { by: people.planner.name, at: new Date('2026-05-20T01:00:00Z'), newId: app.newId }
    await app.store.write(code, planner, async (tx) => {
      const response = await tx.responses.get(sections[0]?.responseId ?? '')
      if (response) await tx.responses.extend(response, '2026-06-30', '繁忙期のため')
    })
    const started = await serve({ app, port: 0 })
    if (!started.ok) throw new Error(started.problem.code)
    serving = started.value
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await year?.app.close()
  })

  const at = (path: string) => `${serving.address}/${year.code}${path}`
  const opened = async (scripts: boolean, work: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ viewport: screens.desktop, javaScriptEnabled: scripts })
    try {
      await work(await context.newPage())
    } finally {
      await context.close()
    }
  }
  const post = (path: string) =>
    fetch(at(path), {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { Origin: serving.address, 'Sec-Fetch-Site': 'same-origin' },
    })

  test.each(['/audit', '/audit?act=response&about=商工', '/audit?from=2026-13-01', '/settings/backup'])(
    '%s は、日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない',
    async (path) => {
      for (const each of inBothLanguages(`/${year.code}${path}`))
        await opened(true, async (page) => {
          await page.goto(serving.address + each, { waitUntil: 'load' })
          expect(await troublesIn(page), each).toEqual([])
        })
    },
  )

  test('だれが、何を、何から何へ変えたかが、台本なしで読める', () =>
    opened(false, async (page) => {
      await page.goto(at('/audit'))
      await page.getByLabel('何をした').selectOption({ label: '回答を入れました' })
      await page.getByLabel('だれが').fill('商工課')
      await page.getByRole('button', { name: '絞り込む' }).click()
      const entries = page.locator('.audit-entry')
      expect(await entries.count()).toBe(3)
      const second = (await entries.nth(1).textContent()) ?? ''
      expect(second).toContain('商工課の担当')
      expect(second).toMatch(/商工の起業件数.*実績.*書かれた値 前 27 → 後 270/s)
      expect(second).toContain('回答 商工課')
    }))

  test('指標の名で、その指標に関わる記録だけになる', async () => {
    const html = await (await fetch(at('/audit?about=健康の起業件数'))).text()
    expect(html.match(/class="audit-entry"/g)?.length).toBeGreaterThanOrEqual(3)
    expect(html).not.toContain('商工課の増減理由')
  })

  test('読めない日は、打ったものを残して、わけを言う', async () => {
    const answer = await fetch(at('/audit?from=2026-02-30&by=山田'))
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('日として読めません')
    expect(html).toContain('value="山田"')
  })

  test('古いほうへ順に送ると、どの記録も一度ずつ見える', async () => {
    const all = (await year.app.store.read(year.code, (tx) => tx.audit.count({}))).all
    const numbers: string[] = []
    for (let path = '/audit'; path !== ''; ) {
      const html = await (await fetch(at(path))).text()
      numbers.push(...[...html.matchAll(/class="audit-number">(\d+)番/g)].map(([, number = '']) => number))
      path = /href="\/\d{6}(\/audit\?below=\d+)"/.exec(html)?.[1] ?? ''
    }
    expect(numbers.map(Number)).toEqual(Array.from({ length: all }, (_, n) => all - n))
  })

  test('CSV は表計算の式にならず、JSON はそのまま。どちらも絞り込みどおり', async () => {
    const csv = await (await fetch(at('/audit/file.csv?act=answers-written'))).text()
    const lines = csv.split('\r\n').filter(Boolean)
    expect(lines).toHaveLength(10)
    expect(lines[0]).toContain('number,at,by,person_id,act,act_name')
    for (const line of lines.slice(1))
      expect(line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).every((field) => !/^"?[=+@]/.test(field))).toBe(true)
    const json = (await (await fetch(at('/audit/file.json?act=answers-written'))).json()) as unknown[]
    expect(json).toHaveLength(9)
  })

  test('いま鎖を確かめ、件数と指紋を言う', async () => {
    const good = await (await post('/audit/verify')).text()
    expect(good).toMatch(/鎖は正しく、\d+件です/)
    expect(good).toMatch(/[0-9a-f]{64}/)
  })

  test('市を丸ごと書き出し、だれが書き出したかが残る', async () => {
    const answer = await post('/settings/backup')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Disposition')).toContain('.shirube')
    const tar = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('utf8')
    expect(tar).toContain('municipality-exported')
    expect(tar).not.toContain('account.user')
    const html = await (await fetch(at('/audit'))).text()
    expect(html).toContain('市を丸ごと書き出しました')
  })

  if (process.env.PICTURES)
    test('見た目', async () => {
      await opened(true, async (page) => {
        for (const path of ['/audit', '/audit?act=answers-written', '/settings/backup']) {
          const name = path.replace(/\W/g, '-')
          await page.setViewportSize(screens.desktop)
          await page.goto(at(path))
          await page.screenshot({ path: `${process.env.PICTURES}/w${name}.png`, fullPage: true })
          await page.setViewportSize({ width: 360, height: 800 })
          await page.screenshot({ path: `${process.env.PICTURES}/n${name}.png`, fullPage: true })
          await page.pdf({ path: `${process.env.PICTURES}/p${name}.pdf`, format: 'A4' })
        }
        await page.goto(`${serving.address}/en/${year.code}/audit`)
        await page.screenshot({ path: `${process.env.PICTURES}/en.png`, fullPage: true })
      })
    })
})
