import type { Browser, Page } from 'playwright-core'
import type { Person } from '#domain/people/person.ts'
import type { Year } from '../year/a-year.ts'
import { signedIn } from '../year/signed-in.ts'
import { screens } from './browser.ts'

/** 試験の市の頁を開く舞台。beforeAll で用意されるので、使うときに尋ねる。 */
type Stage = { readonly year: Year; readonly browser: Browser; readonly address: string }

type Options = {
  readonly scripts?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** ログインのクッキーを、ブラウザーに渡す形にする。 */
export const asCookies = (cookies: string, url: string) =>
  cookies.split('; ').map((each) => {
    const [name = '', ...value] = each.split('=')
    return { name, value: value.join('='), url }
  })

/**
 * その人としてログインしたブラウザーで頁を開く。ログインは人ごとに一度だけ。
 *
 * @example
 * const as = openedAs(() => ({ year, browser, address: serving.address }))
 * await as(year.people.planner, (page) => page.goto(at('/work')))
 */
export const openedAs = (stage: () => Stage) => {
  const known = new Map<string, string>()
  return async (
    person: Person,
    work: (page: Page) => Promise<unknown>,
    { scripts = true, viewport = screens.desktop }: Options = {},
  ): Promise<void> => {
    const { year, browser, address } = stage()
    const cookies = known.get(person.id ?? '') ?? (await signedIn(year.app, year.code, person))
    known.set(person.id ?? '', cookies)
    const context = await browser.newContext({ viewport, javaScriptEnabled: scripts })
    try {
      await context.addCookies(asCookies(cookies, address))
      await work(await context.newPage())
    } finally {
      await context.close()
    }
  }
}
