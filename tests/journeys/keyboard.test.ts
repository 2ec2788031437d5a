import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { screens } from './browser.ts'
import { samplesAreHere, whySkipped } from './sample-app.ts'
import { sampleSite } from './sample-site.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = globalThis.document.activeElement
    return at?.tagName === 'A' ? (at.textContent ?? '').trim() : ''
  })

/** Tab だけで、その字の道へ進んで Enter。押した数を返す。 */
const follow = async (page: Page, words: string, limit: number): Promise<number> => {
  for (let pressed = 1; pressed <= limit; pressed++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) !== words) continue
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    return pressed + 1
  }
  throw new Error(`"${words}" was not reached with ${limit} Tabs on ${page.url()}`)
}

describe.skipIf(!samplesAreHere)(`鍵盤だけの旅（${whySkipped}）`, () => {
  const site = sampleSite()

  test.each([true, false])(
    'はじめの頁から小千谷市、一覧表、指標の計算、印の付いた出典の行まで（JavaScript %s）',
    async (javaScriptEnabled) => {
      const context = await site.browser().newContext({ viewport: screens.desktop, javaScriptEnabled })
      const page = await context.newPage()
      await page.goto(site.address())

      await follow(page, '小千谷市', 12)
      await follow(page, '進捗状況一覧表', 30)
      await follow(page, '47件', 40)

      expect(page.url()).toContain('#y2023')
      const year = page.locator('#y2023')
      expect(await year.innerText()).toMatch(/47件.*104\.4%.*47件 ÷ 45件/s)
      expect(await page.locator('.lead').innerText()).toContain('令和5年度は47件')

      const line = (await year.locator('td a.cite').first().innerText()).trim()
      await follow(page, line, 20)

      expect(page.url()).toMatch(/#L\d+$/)
      const mark = page.locator('.source .cited mark')
      expect(await mark.innerText()).toBe('47件')
      const box = await mark.boundingBox()
      expect(box && box.y > 0 && box.y < screens.desktop.height).toBe(true)
      expect(await page.locator('.citations').innerText()).toContain('新規創業件数')
      await context.close()
    },
  )

  test('「本文へ」で、頭を飛ばして本文へ行ける', async () => {
    const page = await site.browser().newPage({ viewport: screens.desktop })
    await page.goto(`${site.address()}/152081`)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('本文へ')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => globalThis.document.activeElement?.closest('main') !== null)).toBe(true)
    await page.close()
  })
})
