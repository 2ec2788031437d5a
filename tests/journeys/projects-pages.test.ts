import { beforeAll, describe, expect, test } from 'vitest'
import { samplesAreHere, whySkipped } from './sample-app.ts'
import { inBothLanguages, type SampleSite, sampleSite } from './sample-site.ts'

let addresses: ReadonlyMap<string, string>

const names = [
  '集計表',
  '集計表（絞り込み）',
  '砂川市の事業',
  'すべての事業',
  '取組事業一覧',
  '取組事業一覧（並べかえ）',
  '重点施策一覧（印刷された行）',
  '個票の一覧',
  '印刷された行の二頁目',
  '合うもののない一覧',
  '個票',
  '名の食い違う個票',
  '一覧の一行',
] as const

const findAddresses = async ({ linkIn, planOf }: SampleSite): Promise<ReadonlyMap<(typeof names)[number], string>> => {
  const [sunagawa, imari] = [await planOf('012262'), await planOf('412058')]
  const projects = `${imari}/projects`
  const named = (part: string, name: string) =>
    linkIn(`${projects}?part=${part}`, new RegExp(`href="(/412058/plans/[0-9a-f-]+/projects/[0-9a-f-]+)">${name}</a>`))
  return new Map([
    ['集計表', `${sunagawa}/summary`],
    ['集計表（絞り込み）', `${sunagawa}/summary?goal=2&standing=behind`],
    ['砂川市の事業', `${sunagawa}/projects`],
    ['すべての事業', projects],
    ['取組事業一覧', `${projects}?part=matrix`],
    ['取組事業一覧（並べかえ）', `${projects}?part=matrix&goal=1&sort=tag:SDGs&dir=desc`],
    ['重点施策一覧（印刷された行）', `${projects}?part=list&rows=printed`],
    ['個票の一覧', `${projects}?part=sheet`],
    ['印刷された行の二頁目', `${projects}?rows=printed&page=2`],
    ['合うもののない一覧', `${projects}?q=%E3%81%AA%E3%81%84%E3%81%93%E3%81%A8%E3%81%B0`],
    ['個票', await named('sheet', '新規就農者支援事業')],
    ['名の食い違う個票', await named('sheet', '企業立地勧奨事業')],
    ['一覧の一行', await named('matrix', 'カブトガニ保護促進事業')],
  ])
}

const printed = async (site: SampleSite, name: (typeof names)[number]): Promise<string> => {
  let pdf = ''
  await site.opened({}, async (page) => {
    await page.goto(site.at(addresses.get(name) ?? ''))
    pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  })
  return pdf
}

/** PDF の頁の大きさ（点）。 */
const pageSizes = (pdf: string): readonly string[] => [
  ...new Set(
    [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
      ([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`,
    ),
  ),
]

describe.skipIf(!samplesAreHere)(`集計表と事業の頁（${whySkipped}）`, () => {
  const site = sampleSite()
  beforeAll(async () => {
    addresses = await findAddresses(site)
  })

  test.each(names)('%s は、日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない', async (name) => {
    for (const path of inBothLanguages(addresses.get(name) ?? '')) expect(await site.troublesOn(path), path).toEqual([])
  })

  test('印の表は、二段の見出しと名の列が、送っても留まる', () =>
    site.opened({ screen: 'narrow' }, async (page) => {
      await page.goto(site.at(addresses.get('取組事業一覧') ?? ''))
      const box = await page.evaluate(() => {
        const table = globalThis.document.querySelector('.scroll')
        table?.scrollTo(300, 500)
        const frame = table?.getBoundingClientRect()
        const at = (selector: string) => table?.querySelector(selector)?.getBoundingClientRect()
        const [first, second, name] = [at('thead .group'), at('thead .second th'), at('tbody .name')]
        return {
          first: (first?.top ?? 0) - (frame?.top ?? 0),
          gap: (second?.top ?? 0) - (first?.bottom ?? 0),
          name: (name?.left ?? 0) - (frame?.left ?? 0),
        }
      })
      expect(Math.abs(box.first)).toBeLessThan(4)
      expect(Math.abs(box.gap)).toBeLessThan(2)
      expect(box.name).toBeLessThan(4)
    }))

  test('台本なしのキーだけで、見出しから並べかえ、事業を開き、次の個票へ行ける', () =>
    site.opened({ scripts: false }, async (page) => {
      await page.goto(site.at(addresses.get('個票の一覧') ?? ''))
      await page.getByRole('link', { name: '期間' }).press('Enter')
      expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('期間')
      await page.getByRole('link', { name: '新規就農者支援事業', exact: true }).press('Enter')
      await page.getByRole('link', { name: /^次の事業/ }).press('Enter')
      expect(await page.locator('h1').innerText()).toBe('伊万里梨産地強化支援事業')
    }))

  test.each([
    ['集計表', '1191×842'],
    ['取組事業一覧', '1191×842'],
    ['個票', '595×842'],
  ] as const)('%s は、決まった紙の大きさ（%s 点）に印刷される', async (name, size) => {
    expect(pageSizes(await printed(site, name))).toEqual([size])
  })

  test('短い個票は一枚に収まる', async () => {
    const pdf = await printed(site, '個票')
    expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1)
  })

  test('よその市の番地では開けない', async () => {
    for (const name of ['集計表', '取組事業一覧', '個票'] as const) {
      const path = (addresses.get(name) ?? '').replace(/^\/\d{6}/, '/152081')
      expect(`${name} ${(await fetch(site.at(path))).status}`).toBe(`${name} 404`)
    }
  })
})
