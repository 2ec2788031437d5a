import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { problemInWords } from '#domain/problem.ts'
import { makeAccount } from '#operations/accounts/make-account.ts'
import type { Section, Year } from '../year/a-year.ts'
import { screens } from './browser.ts'

const password = '試験のための長い合言葉です'

/** 机に向かう一人。自分のブラウザーを持ち、押した数と打った数を数える。 */
export type Seat = {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  /** 押す。 */
  readonly click: (what: Locator) => Promise<void>
  /** 押して、つぎの頁が出るのを待つ。 */
  readonly go: (what: Locator) => Promise<void>
  /** いま焦点のあるところに打つ。 */
  readonly type: (words: string) => Promise<void>
  readonly press: (...keys: readonly string[]) => Promise<void>
  /** キー一つで送り、つぎの頁が出るのを待つ。 */
  readonly enter: () => Promise<void>
  /** 欄を押し、前の字を選んで、打ちかえる。 */
  readonly write: (field: Locator, words: string) => Promise<void>
  /** 番地を開く（しおりや通知から。数えない）。 */
  readonly open: (path: string) => Promise<number>
  /** ファイルを受け取る。 */
  readonly take: (link: Locator) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>
  /** ブラウザーの外（Excel）での仕事。 */
  readonly elsewhere: (clicks: number, keys: number) => void
  readonly counted: () => { readonly clicks: number; readonly keys: number }
  readonly recount: () => void
}

type Desk = { readonly browser: Browser; readonly address: string; readonly scripts: boolean }

/** 席に着く（まだログインしていない）。 */
export const seatOf = async ({ browser, address, scripts }: Desk, name: string): Promise<Seat> => {
  const context = await browser.newContext({ viewport: screens.desktop, javaScriptEnabled: scripts, locale: 'ja-JP' })
  if (scripts) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address })
  const page = await context.newPage()
  let [clicks, keys] = [0, 0]
  const click = async (what: Locator) => {
    clicks += 1
    await what.click()
  }
  const loaded = async (act: () => Promise<void>) => {
    const next = page.waitForEvent('load')
    await act()
    await next
  }
  const type = async (words: string) => {
    keys += [...words].length
    await page.keyboard.type(words)
  }
  const press = async (...each: readonly string[]) => {
    keys += each.length
    for (const key of each) await page.keyboard.press(key)
  }
  return {
    name,
    page,
    context,
    click,
    type,
    press,
    go: (what) => loaded(() => click(what)),
    enter: () => loaded(() => press('Enter')),
    write: async (field, words) => {
      await click(field)
      await press('Control+A')
      await type(words)
    },
    open: async (path) => (await page.goto(address + path, { waitUntil: 'load' }))?.status() ?? 0,
    take: async (link) => {
      const coming = page.waitForEvent('download')
      await click(link)
      const file = await coming
      return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) }
    },
    elsewhere: (more, typed) => {
      clicks += more
      keys += typed
    },
    counted: () => ({ clicks, keys }),
    recount: () => {
      clicks = 0
      keys = 0
    },
  }
}

/** 口座を作る。答えはログインに使うメール。 */
const accountFor = async ({ app, code }: Year, { id, name }: Person): Promise<string> => {
  const mail = `${id}@example.jp`
  const made = await makeAccount(app, { name, mail, password })
  if (!made.ok) throw new Error(problemInWords(made.problem))
  const act = { by: '準備', at: app.now(), newId: app.newId }
  await app.store.write(code, act, (tx) => tx.members.change(id ?? '', { accountId: made.value }))
  return mail
}

/** 席に着き、「あなたの仕事」を開こうとして、ログインの頁で名のって入る。数えるのは、入ってから。 */
export const seated = async (desk: Desk, year: Year, person: Person): Promise<Seat> => {
  const mail = await accountFor(year, person)
  const seat = await seatOf(desk, person.name)
  await seat.open(`/${year.code}/work`)
  expect(new URL(seat.page.url()).pathname).toBe('/login')
  await seat.write(seat.page.getByLabel('メール'), mail)
  await seat.press('Tab')
  await seat.type(password)
  await seat.enter()
  expect(new URL(seat.page.url()).pathname).toBe(`/${year.code}/work`)
  seat.recount()
  return seat
}

/** 課に、もう一人の担当者を置く。 */
export const anotherClerk = async (
  { app, code }: Year,
  { id: departmentId }: Section,
  name: string,
): Promise<Person> => {
  const id = app.newId()
  const act = { by: '準備', at: app.now(), newId: app.newId }
  await app.store.write(code, act, async (tx) => {
    await tx.members.add({
      id,
      name,
      mail: `${id.slice(0, 8)}@example.jp`,
      phone: '1235',
      accountId: null,
      status: 'active',
    })
    await tx.members.give(id, {
      id: app.newId(),
      role: 'editor',
      departmentId,
      from: '2026-04-01',
      to: null,
      acting: false,
    })
  })
  return { kind: 'member', id, name, grants: [{ role: 'editor', departments: [departmentId] }] }
}
