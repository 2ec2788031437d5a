import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { type Serving, serve } from '#web/serve.ts'
import type { Year } from '../year/a-year.ts'
import { signedIn } from '../year/signed-in.ts'
import { openBrowser, screens } from './browser.ts'

type Options = {
  readonly scripts?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
}

type Work = (page: Page) => Promise<unknown>

/** ログインのクッキーを、ブラウザーに渡す形にする。 */
export const asCookies = (cookies: string, url: string) =>
  cookies.split('; ').map((each) => {
    const [name = '', ...value] = each.split('=')
    return { name, value: value.join('='), url }
  })

/**
 * 試験の市の画面と、本物のブラウザー。`prepare` が市を用意する。describe の中か外で一度呼ぶ（前後の始末もする）。
 *
 * @example
 * const site = yearSite(async () => (year = await aYear()))
 * test('…', () => site.as(year.people.planner, (page) => page.goto(site.at('/work'))))
 */
export const yearSite = (prepare: () => Promise<Year>) => {
  let year: Year
  let serving: Serving
  let browser: Browser
  const known = new Map<string, string>()

  beforeAll(async () => {
    year = await prepare()
    const started = await serve({ app: year.app, port: 0 })
    if (!started.ok) throw new Error(started.problem.code)
    serving = started.value
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await year?.app.close()
  })

  const opening = async (work: Work, { scripts = true, viewport = screens.desktop }: Options, cookies?: string) => {
    const context = await browser.newContext({ viewport, javaScriptEnabled: scripts, locale: 'ja-JP' })
    try {
      if (cookies !== undefined) await context.addCookies(asCookies(cookies, serving.address))
      await work(await context.newPage())
    } finally {
      await context.close()
    }
  }

  return {
    address: () => serving.address,
    /** この市の頁の番地。 */
    at: (path: string): string => `${serving.address}/${year.code}${path}`,
    /** ログインせずに開く（口座のまだないしるべでは、この機械の前の人として）。 */
    opened: (work: Work, options: Options = {}) => opening(work, options),
    /** その人としてログインして開く。ログインは人ごとに一度だけ。 */
    as: async (person: Person, work: Work, options: Options = {}): Promise<void> => {
      const cookies = known.get(person.id ?? '') ?? (await signedIn(year.app, year.code, person))
      known.set(person.id ?? '', cookies)
      await opening(work, options, cookies)
    },
  }
}
