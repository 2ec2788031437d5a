// README の絵。動いているしるべの頁を撮る。 node scripts/pictures.ts http://127.0.0.1:8700 docs/pictures
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, screens } from '../tests/journeys/browser.ts'

const [address = 'http://127.0.0.1:8700', folder = 'docs/pictures'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

/** 小千谷市の頁をたどって、撮る所の番地を集める（id は機械ごとに違う）。 */
const addresses = async (page: Page): Promise<Record<string, string>> => {
  const hrefOf = (selector: string) => page.locator(selector).first().getAttribute('href')
  await page.goto(`${address}/152081`)
  const plan = (await hrefOf('main a[href*="/plans/"]')) ?? ''
  const planRoot = plan.split(/[?#]/)[0] ?? plan
  await page.goto(`${address}${planRoot}/progress`)
  const indicator = (await hrefOf('main td a[href*="/indicators/"]')) ?? ''
  await page.goto(`${address}${indicator}`)
  const source = (await hrefOf('main a[href*="/sources/"]')) ?? ''
  return {
    cities: '/',
    city: '/152081',
    plan: planRoot,
    table: `${planRoot}/progress`,
    indicator: indicator.split('#')[0] ?? indicator,
    source,
  }
}

const browser = await openBrowser()
const page = await browser.newPage({ viewport: screens.desktop })
const found = await addresses(page)
for (const [screen, viewport] of Object.entries(screens)) {
  await page.setViewportSize(viewport)
  for (const [name, path] of Object.entries(found)) {
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(folder, screen === 'desktop' ? `${name}.png` : `${name}-${screen}.png`) })
  }
}
await browser.close()
