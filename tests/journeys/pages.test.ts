import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '#operations/app.ts'
import { type Serving, serve } from '#web/serve.ts'
import { openBrowser, screens } from './browser.ts'
import { sampleApp, samplesAreHere, whySkipped } from './sample-app.ts'

let app: App
let serving: Serving
let browser: Browser
let addresses: ReadonlyMap<string, string>

const names = [
  '市町村',
  '探して見つからない',
  '小千谷市',
  '小千谷市の計画',
  '小千谷市の一覧表',
  '小千谷市の一覧表（絞り込み）',
  '小千谷市の指標',
  '小千谷市の出典',
  '砂川市の計画',
  '砂川市の集計表',
  '砂川市の事業',
  '砂川市の指標',
  '大仙市の計画',
  '伊万里市の計画',
  '伊万里市の事業',
  '伊万里市の個票',
  '上田市の計画',
  '英語の計画',
  '英語の一覧表',
  '英語の指標',
  'ない頁',
] as const

const html = async (path: string): Promise<string> => (await fetch(serving.address + path)).text()

const linkIn = async (path: string, pattern: RegExp): Promise<string> => {
  const found = pattern.exec(await html(path))?.[1]
  if (!found) throw new Error(`no link like ${pattern} on ${path}`)
  return found.replaceAll('&amp;', '&')
}

const findAddresses = async (): Promise<ReadonlyMap<(typeof names)[number], string>> => {
  const plan = (code: string) => linkIn(`/${code}`, /href="(\/\d{6}\/plans\/[0-9a-f-]{36})"/)
  const [ojiya, sunagawa, daisen, imari, ueda] = [
    await plan('152081'),
    await plan('012262'),
    await plan('052124'),
    await plan('412058'),
    await plan('202037'),
  ]
  const indicator = /href="(\/\d{6}\/plans\/[0-9a-f-]+\/indicators\/[0-9a-f-]+)"/
  const ojiyaIndicator = await linkIn(`${ojiya}/progress`, indicator)
  return new Map([
    ['市町村', '/'],
    ['探して見つからない', '/?q=%E4%BA%AC%E9%83%BD'],
    ['小千谷市', '/152081'],
    ['小千谷市の計画', ojiya],
    ['小千谷市の一覧表', `${ojiya}/progress`],
    ['小千谷市の一覧表（絞り込み）', `${ojiya}/progress?goal=2&standing=behind`],
    ['小千谷市の指標', ojiyaIndicator],
    ['小千谷市の出典', await linkIn(ojiyaIndicator, /href="(\/152081\/sources\/[^"]*line=[^"]*)"/)],
    ['砂川市の計画', sunagawa],
    ['砂川市の集計表', `${sunagawa}/progress`],
    ['砂川市の事業', `${sunagawa}/projects`],
    ['砂川市の指標', await linkIn(`${sunagawa}/progress`, indicator)],
    ['大仙市の計画', daisen],
    ['伊万里市の計画', imari],
    ['伊万里市の事業', `${imari}/projects`],
    [
      '伊万里市の個票',
      await linkIn(`${imari}/projects`, /.*href="(\/412058\/plans\/[0-9a-f-]+\/projects\/[0-9a-f-]+)"/s),
    ],
    ['上田市の計画', ueda],
    ['英語の計画', `/en${ojiya}`],
    ['英語の一覧表', `/en${ojiya}/progress`],
    ['英語の指標', `/en${ojiyaIndicator}`],
    ['ない頁', '/152081/plans/no-such-plan'],
  ])
}

const opened = async (screen: keyof typeof screens, work: (page: Page) => Promise<void>): Promise<void> => {
  const context = await browser.newContext({ viewport: screens[screen] })
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}

describe.skipIf(!samplesAreHere)(`どの頁も（${whySkipped}）`, () => {
  beforeAll(async () => {
    app = await sampleApp()
    const started = await serve({ app, port: 48_800 })
    if (!started.ok) throw new Error(started.problem.code)
    serving = started.value
    browser = await openBrowser()
    addresses = await findAddresses()
  })

  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await app?.close()
  })

  for (const screen of ['desktop', 'narrow'] as const)
    test.each(names)(
      `%s は、${screen === 'desktop' ? '机の上' : '狭い画面'}で axe に指摘されず、横にはみ出さない`,
      (name) =>
        opened(screen, async (page) => {
          await page.goto(serving.address + addresses.get(name), { waitUntil: 'load' })
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
          const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth)
          expect(wide).toBeLessThanOrEqual(screens[screen].width)
        }),
    )

  test('和文の書体は手もとから届き、外へは何も読みに行かない', () =>
    opened('desktop', async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(`${serving.address}/152081`, { waitUntil: 'networkidle' })
      expect(asked.filter((url) => !url.startsWith(serving.address))).toEqual([])
      expect(asked.some((url) => url.endsWith('-400-normal.woff2'))).toBe(true)
      expect(await page.evaluate(() => globalThis.document.fonts.check('16px "Noto Sans JP"', '小千谷市'))).toBe(true)
    }))

  test('一覧表は、送っても頭と名の列が留まる', () =>
    opened('narrow', async (page) => {
      await page.goto(serving.address + addresses.get('小千谷市の一覧表'))
      const box = await page.evaluate(() => {
        const table = globalThis.document.querySelector('.scroll')
        table?.scrollTo(400, 600)
        const at = (selector: string) => table?.querySelector(selector)?.getBoundingClientRect()
        const frame = table?.getBoundingClientRect()
        const [head, name] = [at('thead th.n'), at('tbody .name')]
        return { head: (head?.top ?? 0) - (frame?.top ?? 0), name: (name?.left ?? 0) - (frame?.left ?? 0) }
      })
      expect(box.head).toBeLessThan(4)
      expect(box.name).toBeLessThan(4)
    }))
})
