// README の絵。動いているしるべの頁を撮る。空のデータで起こしたものに使う（見本の市に、図書を一つ送るため）。
//   node scripts/pictures.ts http://127.0.0.1:8700 docs/pictures
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser, screens } from '../tests/journeys/browser.ts'

const [address = 'http://127.0.0.1:8700', folder = 'docs/pictures'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

const hrefOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().getAttribute('href')) ?? ''

/** 小千谷市の頁をたどって、撮る所の番地を集める（id は機械ごとに違う）。 */
const addresses = async (page: Page): Promise<Record<string, string>> => {
  await page.goto(`${address}/152081`)
  const plan = (await hrefOf(page, 'main a[href*="/plans/"]')).replace(/[?#].*/, '')
  await page.goto(`${address}${plan}/progress`)
  const indicator = (await hrefOf(page, 'main td a[href*="/indicators/"]')).replace(/#.*/, '')
  await page.goto(`${address}${indicator}`)
  const source = await hrefOf(page, 'main a[href*="/sources/"]')
  await page.goto(`${address}/012262`)
  const sunagawa = (await hrefOf(page, 'main a[href*="/plans/"]')).replace(/[?#].*/, '')
  return {
    cities: '/',
    city: '/152081',
    plan,
    table: `${plan}/progress`,
    indicator,
    source,
    findings: `${plan}/findings`,
    search: `/152081/search?q=${encodeURIComponent('創業')}`,
    summary: `${sunagawa}/summary`,
    reports: `${plan}/reports`,
    report: `${plan}/reports/progress-table?documentNumber=${encodeURIComponent('資料１')}`,
    review: await review(page),
  }
}

/** どの様式でもない表を一つ送り、直すところを開く。 */
const review = async (page: Page): Promise<string> => {
  const sample = new URL('../samples/any-tables/libreoffice/指標一覧.xlsx', import.meta.url)
  await page.goto(`${address}/152081/intake`)
  await page.fill('input[name=name]', '企画課')
  await page.setInputFiles('input[type=file]', fileURLToPath(sample))
  await Promise.all([page.waitForURL(/\/reviews\//), page.click('form.upload button[type=submit]')])
  const review = new URL(page.url()).pathname
  return `${review}?row=${encodeURIComponent('i:指標一覧!B7')}&at=${encodeURIComponent('actual:指標一覧!E7')}#panel`
}

/** 見本の市で役を選んで試し、その役の頁を撮る。 */
const asRole = async (page: Page, role: 'planner' | 'editor'): Promise<Record<string, string>> => {
  await page.goto(`${address}/152081/demonstration`)
  if (role === 'editor') await page.selectOption('#department', { index: 0 })
  await Promise.all([page.waitForURL(/\/work/), page.click(`button[name=role][value=${role}]`)])
  if (role === 'planner') {
    await page.goto(`${address}/152081/rounds`)
    return { board: (await hrefOf(page, 'main a[href*="/rounds/"]:not([href*="/new"])')).replace(/[?#].*/, '') }
  }
  const entry = (await hrefOf(page, 'main a[href*="/responses/"]')).replace(/[?#].*/, '')
  return { work: '/152081/work', entry }
}

/** 大仙市（見本）の評価と、そこから始めた改訂の案。一つ受け入れて、新旧を並べる。 */
const revision = async (page: Page): Promise<Record<string, string>> => {
  await page.goto(`${address}/052124`)
  const grades = (await hrefOf(page, 'main a[href*="/grades"]')).replace(/[?#].*/, '')
  await page.goto(`${address}${grades.replace(/grades$/, 'revise')}`)
  await page.locator('main form button.primary').click()
  await page.waitForURL(/\/revisions\/[0-9a-f-]{36}/)
  const draft = new URL(page.url()).pathname
  await page.goto(`${address}${draft}/proposals`)
  const target = page.locator('main input[name="target"]').first()
  await target.fill('48')
  await target.press('Enter')
  await page.waitForLoadState('networkidle')
  return { grades, proposals: `${draft}/proposals`, compare: `${draft}/compare` }
}

/** 上田市の一覧表を調書にして、ヒアリングの画面を。 */
const hearing = async (page: Page): Promise<Record<string, string>> => {
  await page.goto(`${address}/202037/demonstration`)
  await Promise.all([page.waitForURL(/\/work/), page.click('button[name=role][value=planner]')])
  await page.goto(`${address}/202037/priority`)
  await page.goto(`${address}${await hrefOf(page, 'main a[href*="/priority/take"]')}`)
  await Promise.all([page.waitForURL(/\/priority\/\d{4}/), page.click('main form button.primary')])
  return { hearing: await hrefOf(page, 'main a[href*="/hearing/"]') }
}

const browser = await openBrowser()
const page = await browser.newPage({ viewport: screens.desktop })
const found = await addresses(page)
await shoot(found)
await shoot(await revision(page))
for (const role of ['planner', 'editor'] as const) await shoot(await asRole(page, role))
await shoot(await hearing(page))
await browser.close()

async function shoot(pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [screen, viewport] of Object.entries(screens)) {
    await page.setViewportSize(viewport)
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(folder, screen === 'desktop' ? `${name}.png` : `${name}-${screen}.png`) })
    }
  }
  await page.setViewportSize(screens.desktop)
}

// 紙の絵は、PDF の一頁目を poppler の pdftoppm で。なければ撮らない。
const papers = { table: `${found.plan}/reports/progress-table/file.pdf?documentNumber=${encodeURIComponent('資料１')}` }
for (const [name, path] of Object.entries(papers)) {
  const pdf = Buffer.from(await (await fetch(`${address}${path}`)).arrayBuffer())
  const args = ['-png', '-r', '90', '-f', '1', '-l', '1', '-singlefile', '-', join(folder, `paper-${name}`)]
  const { error } = spawnSync('pdftoppm', args, { input: pdf })
  if (error) console.log(`pdftoppm がないので paper-${name}.png は撮っていません`)
}
