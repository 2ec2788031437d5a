import { beforeAll, describe, expect, test } from 'vitest'
import { samplesAreHere, whySkipped } from './sample-app.ts'
import { inBothLanguages, type SampleSite, sampleSite } from './sample-site.ts'

let addresses: ReadonlyMap<string, string>

const names = [
  '探して見つからない',
  '小千谷市の計画',
  '小千谷市の一覧表',
  '小千谷市の一覧表（絞り込み）',
  '小千谷市の指標',
  '小千谷市の出典',
  '砂川市の計画',
  '砂川市の指標',
  '大仙市の計画',
  '伊万里市の計画',
  '上田市の計画',
  'ない頁',
] as const

const findAddresses = async ({ linkIn, planOf }: SampleSite): Promise<ReadonlyMap<(typeof names)[number], string>> => {
  const [ojiya, sunagawa, daisen, imari, ueda] = [
    await planOf('152081'),
    await planOf('012262'),
    await planOf('052124'),
    await planOf('412058'),
    await planOf('202037'),
  ]
  const indicator = /href="(\/\d{6}\/plans\/[0-9a-f-]+\/indicators\/[0-9a-f-]+)"/
  const ojiyaIndicator = await linkIn(`${ojiya}/progress`, indicator)
  return new Map([
    ['探して見つからない', '/?q=%E4%BA%AC%E9%83%BD'],
    ['小千谷市の計画', ojiya],
    ['小千谷市の一覧表', `${ojiya}/progress`],
    ['小千谷市の一覧表（絞り込み）', `${ojiya}/progress?goal=2&standing=behind`],
    ['小千谷市の指標', ojiyaIndicator],
    ['小千谷市の出典', await linkIn(ojiyaIndicator, /href="(\/152081\/sources\/[^"]*line=[^"]*)"/)],
    ['砂川市の計画', sunagawa],
    ['砂川市の指標', await linkIn(`${sunagawa}/progress`, indicator)],
    ['大仙市の計画', daisen],
    ['伊万里市の計画', imari],
    ['上田市の計画', ueda],
    ['ない頁', '/152081/plans/no-such-plan'],
  ])
}

describe.skipIf(!samplesAreHere)(`どの頁も（${whySkipped}）`, () => {
  const site = sampleSite()
  beforeAll(async () => {
    addresses = await findAddresses(site)
  })

  test.each(names)('%s は、日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない', async (name) => {
    for (const path of inBothLanguages(addresses.get(name) ?? '')) expect(await site.troublesOn(path), path).toEqual([])
  })

  test('和文の書体は手もとから届き、外へは何も読みに行かない', () =>
    site.opened({}, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(site.at('/152081'), { waitUntil: 'networkidle' })
      expect(asked.filter((url) => !url.startsWith(site.address()))).toEqual([])
      expect(asked.some((url) => url.endsWith('-400-normal.woff2'))).toBe(true)
      expect(await page.evaluate(() => globalThis.document.fonts.check('16px "Noto Sans JP"', '小千谷市'))).toBe(true)
    }))

  test('一覧表は、送っても頭と名の列が留まる', () =>
    site.opened({ screen: 'narrow' }, async (page) => {
      await page.goto(site.at(addresses.get('小千谷市の一覧表') ?? ''))
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
