import { beforeAll, describe, expect, test } from 'vitest'
import { samplesAreHere, whySkipped } from './sample-app.ts'
import { inBothLanguages, sampleSite } from './sample-site.ts'

let plans: ReadonlyMap<string, string>

const cities = { 小千谷: '152081', 砂川: '012262', 大仙: '052124', 伊万里: '412058', 上田: '202037' } as const

const part = encodeURIComponent

const pages = {
  市町村: () => '/',
  小千谷市: () => '/152081',
  砂川市: () => '/012262',
  大仙市: () => '/052124',
  伊万里市: () => '/412058',
  上田市: () => '/202037',
  重点目標: () => `${plans.get('上田')}/priority`,
  選んだ部局の重点目標: () => `${plans.get('上田')}/priority?department=${part('政策企画部')}`,
  改訂: () => `${plans.get('大仙')}/revision`,
  絞った改訂: () => `${plans.get('大仙')}/revision?goal=2&grade=C`,
  担当課の一覧: () => '/412058/departments',
  担当課のない市: () => '/052124/departments',
  指標のある課: () => `/152081/departments/${part('農林課')}`,
  値のないものに絞った課: () => `/152081/departments/${part('商工振興課')}?standing=missing`,
  事業のある課: () => `/412058/departments/${part('観光戦略課')}`,
  重点目標のある部: () => `/202037/departments/${part('政策企画部')}`,
  印の一覧: () => '/412058/tags',
  印のない市: () => '/152081/tags',
  印の種類: () => '/412058/tags/SDGs',
  印: () => '/412058/tags/SDGs/4',
} as const satisfies Record<string, () => string>

const names = Object.keys(pages) as (keyof typeof pages)[]

describe.skipIf(!samplesAreHere)(`市のはじめの頁・重点目標・改訂・担当課・印（${whySkipped}）`, () => {
  const site = sampleSite()
  const { opened } = site
  beforeAll(async () => {
    const found = await Promise.all(Object.entries(cities).map(async ([name, code]) => [name, await site.planOf(code)]))
    plans = new Map(found as [string, string][])
  })

  test.each(names)('%s は、日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない', async (name) => {
    for (const path of inBothLanguages(pages[name]())) expect(await site.troublesOn(path), path).toEqual([])
  })

  test('どの頁の道も、行き止まりでない', async () => {
    const seen = new Set<string>()
    for (const name of names) {
      const page = await site.html(pages[name]())
      for (const [, href = ''] of page.matchAll(/href="(\/[^"#]*)/g)) seen.add(href.replaceAll('&amp;', '&'))
    }
    const dead: string[] = []
    for (const path of seen) {
      const { status } = await fetch(site.at(path))
      if (status !== 200) dead.push(`${status} ${path}`)
    }
    expect(dead).toEqual([])
  })

  test('台本なしのキーだけで、はじめの頁から課を開き、遅れだけに絞れる', () =>
    opened({ scripts: false }, async (page) => {
      await page.goto(site.at(`/152081`))
      await page.getByRole('link', { name: '担当課ごとに見る' }).press('Enter')
      await page.getByRole('link', { name: 'にぎわい交流課', exact: true }).press('Enter')
      await page.getByRole('link', { name: /^遅れ/ }).press('Enter')
      expect(new URL(page.url()).searchParams.get('standing')).toBe('behind')
      const states = await page.locator('.lines .state').allInnerTexts()
      expect(states.length).toBeGreaterThan(0)
      expect(states.every((state) => state.trim() === '遅れ')).toBe(true)
    }))

  test('重点目標と改訂は、A4 の横に印刷される', async () => {
    for (const name of ['重点目標', '改訂'] as const) {
      await opened({}, async (page) => {
        await page.goto(site.at(pages[name]()))
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
        const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
          ([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`,
        )
        expect([...new Set(sizes)], name).toEqual(['842×595'])
      })
    }
  })

  test('よその市の番地では開けず、ない課や印は、ないと言う', async () => {
    const ueda = `${plans.get('上田')}/priority`.replace(/^\/\d{6}/, '/152081')
    const daisen = `${plans.get('大仙')}/revision`.replace(/^\/\d{6}/, '/202037')
    for (const path of [
      ueda,
      daisen,
      `/052124/departments/${part('農林課')}`,
      '/152081/tags/SDGs',
      '/152081/tags/SDGs/4',
      '/412058/tags/SDGs/17',
      '/999993/departments',
      '/999993/tags',
    ])
      expect(`${path} ${(await fetch(site.at(path))).status}`).toBe(`${path} 404`)
  })
})
