import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { checkDigit } from '#domain/people/municipality.ts'
import { type App, openApp } from '#operations/app.ts'
import { type Serving, serve } from '#web/serve.ts'
import { copyEmptyStore } from '../prepared-stores.ts'
import { openBrowser, screens } from './browser.ts'

/** LibreOffice で作った、五つの様式のどれでもない表と、その直した版（samples/any-tables/libreoffice）。 */
export const libreOffice = (name: '指標一覧.xlsx' | '指標一覧（修正後）.xlsx'): string =>
  fileURLToPath(new URL(`../../samples/any-tables/libreoffice/${name}`, import.meta.url))

/** 実在しない市。 */
export const wakakusa = { name: 'わかくさ市', code: `15298${checkDigit('15298')}` } as const
export const hanazono = { name: '花園市', code: `15297${checkDigit('15297')}` } as const

/** 空のしるべと画面とブラウザー。 */
export type Stage = {
  readonly app: App
  readonly serving: Serving
  readonly browser: Browser
  readonly close: () => Promise<void>
}

export const openStage = async (port: number): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-intake-'))
  copyEmptyStore(folder)
  const opened = await openApp({ dataDirectory: folder })
  if (!opened.ok) throw new Error(opened.problem.code)
  const started = await serve({ app: opened.value, port })
  if (!started.ok) throw new Error(started.problem.code)
  const browser = await openBrowser()
  const close = async () => {
    await browser.close()
    await started.value.close()
    await opened.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { app: opened.value, serving: started.value, browser, close }
}

type City = { readonly name?: string; readonly code: string }

/** 送るファイル。道筋か、名と中身。 */
export type SentFile = string | { readonly name: string; readonly bytes: Uint8Array }

/** 図書を取り込む頁を開き、名と市とファイルを入れて送る。知っている市は一覧から選ぶ。 */
export const sendFile = async (page: Page, address: string, city: City, file: SentFile, who = '企画課 山田') => {
  await page.goto(`${address}/intake`)
  await page.fill('#name', who)
  if (await page.locator(`#city option[value="${city.code}"]`).count()) await page.selectOption('#city', city.code)
  else {
    if (!(await page.locator('#new-code').isVisible())) await page.click('.new-city summary')
    await page.fill('#new-code', city.code)
    await page.fill('#new-name', city.name ?? '')
  }
  await page.setInputFiles(
    '#file',
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.bytes) },
  )
  await submit(page, '.upload button.primary')
}

/** ボタンを押して、つぎの頁が出るまで待つ。 */
export const submit = async (page: Page, selector: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()])
}

/** 名のその行を選ぶ。 */
export const chooseRow = async (page: Page, name: string): Promise<void> => {
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('.review-rows tbody th a').getByText(name, { exact: true }).click(),
  ])
}

/** 選んだ行の、その役と年度の値の欄。 */
export const figureField = (page: Page, figure: string) => page.getByLabel(`${figure} の値`, { exact: true })

/** 差分の表の行を、字の並びで。 */
export const changedRows = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.changes tbody tr')
    .evaluateAll((rows) => rows.map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim()))

export const namesUnder = (page: Page, heading: string): Promise<readonly string[]> =>
  page.locator(`section:has(> h2:text-is("${heading}")) .names li`).allInnerTexts()

/** 頁が横にはみ出さない。 */
const expectInside = async (page: Page): Promise<void> => {
  const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth)
  expect(wide, page.url()).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

/** axe に指摘されず、頁が横にはみ出さない。 */
export const expectClean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
    page.url(),
  ).toEqual([])
  await expectInside(page)
}

/** いまの頁を、日本語は机の上で、英語は狭い画面で axe に掛け、どちらのことばも二つの幅ではみ出さないことを確かめる。 */
export const expectCleanEverywhere = async (page: Page): Promise<void> => {
  const { pathname, search, origin } = new URL(page.url())
  const context = await page.context().browser()?.newContext({ viewport: screens.desktop })
  const other = await context?.newPage()
  if (!context || !other) throw new Error('the page has no browser')
  for (const [language, examined, also] of [
    ['', screens.desktop, screens.narrow],
    ['/en', screens.narrow, screens.desktop],
  ] as const) {
    await other.setViewportSize(examined)
    await other.goto(origin + language + pathname + search)
    expect(await other.locator('html').getAttribute('lang')).toBe(language === '' ? 'ja' : 'en')
    await expectClean(other)
    await other.setViewportSize(also)
    await expectInside(other)
  }
  await context.close()
}
