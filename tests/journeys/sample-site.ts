import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { App } from '#operations/app.ts'
import { type Serving, serve } from '#web/serve.ts'
import { openBrowser, screens } from './browser.ts'
import { sampleApp } from './sample-app.ts'

type Options = { readonly screen?: keyof typeof screens; readonly scripts?: boolean }

export type SampleSite = ReturnType<typeof sampleSite>

/**
 * 見本の五市の入ったしるべと、本物のブラウザー。describe の中で一度呼ぶ（前後の始末もする）。
 *
 * @example
 * const site = sampleSite()
 * test('…', () => site.opened({}, async (page) => { await page.goto(site.at('/152081')) }))
 */
export const sampleSite = () => {
  let app: App
  let serving: Serving
  let browser: Browser

  beforeAll(async () => {
    app = await sampleApp()
    const started = await serve({ app, port: 0 })
    if (!started.ok) throw new Error(started.problem.code)
    serving = started.value
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await app?.close()
  })

  const at = (path: string): string => serving.address + path
  const html = async (path: string): Promise<string> => (await fetch(at(path))).text()

  /** 頁の中の、はじめに合う番地。 */
  const linkIn = async (path: string, pattern: RegExp): Promise<string> => {
    const found = pattern.exec(await html(path))?.[1]
    if (!found) throw new Error(`no link like ${pattern} on ${path}`)
    return found.replaceAll('&amp;', '&')
  }

  const opened = async ({ screen = 'desktop', scripts = true }: Options, work: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ viewport: screens[screen], javaScriptEnabled: scripts })
    try {
      await work(await context.newPage())
    } finally {
      await context.close()
    }
  }

  return {
    app: () => app,
    address: () => serving.address,
    browser: () => browser,
    at,
    html,
    linkIn,
    opened,
    planOf: (code: string) => linkIn(`/${code}`, /href="(\/\d{6}\/plans\/[0-9a-f-]{36})/),
    /** 頁を開き、机の上と狭い画面で調べる。困ったことの一覧（なければ空）。 */
    troublesOn: async (path: string): Promise<readonly string[]> => {
      let found: readonly string[] = []
      await opened({}, async (page) => {
        await page.goto(at(path), { waitUntil: 'load' })
        found = await troublesIn(page)
      })
      return found
    },
  }
}

/**
 * axe の指摘と、横へのはみ出し。色の濃さ（時間の半分を使う決まり）は幅でもことばでも変わらず、作りはことばで変わらない。
 * そこで色の濃さは日本語の広い画面だけで、狭い画面の axe は日本語の頁だけで見る。
 */
export const troublesIn = async (page: Page): Promise<readonly string[]> => {
  const isJapanese = (await page.getAttribute('html', 'lang')) === 'ja'
  const found = [...(await axeIn(page, 'desktop', isJapanese)), ...(await overflowIn(page, 'desktop'))]
  await page.setViewportSize(screens.narrow)
  return [...found, ...(isJapanese ? await axeIn(page, 'narrow', false) : []), ...(await overflowIn(page, 'narrow'))]
}

const axeIn = async (page: Page, screen: keyof typeof screens, colours: boolean): Promise<readonly string[]> => {
  // 枠の中の文書（帳票の下見）は、その文書の頁（印刷用の頁）で見る。
  const axe = new AxeBuilder({ page }).options({ iframes: false })
  const { violations } = await (colours ? axe : axe.disableRules('color-contrast')).analyze()
  return violations.map(({ id, nodes }) => `${screen} ${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

const overflowIn = async (page: Page, screen: keyof typeof screens): Promise<readonly string[]> => {
  const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth)
  return wide > screens[screen].width ? [`${screen} はみ出し: ${wide}px`] : []
}

/** 日本語と英語の、同じ頁の番地。 */
export const inBothLanguages = (path: string): readonly string[] => [path, path === '/' ? '/en' : `/en${path}`]
