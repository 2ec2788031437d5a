import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, serve } from '#web/serve.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { openBrowser, screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'

let year: Year
let serving: Serving
let browser: Browser

beforeAll(async () => {
  year = await aYear({ sections: 4 })
  const started = await serve({ app: year.app, port: 0 })
  if (!started.ok) throw new Error(started.problem.code)
  serving = started.value
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await serving?.close()
  await year?.app.close()
})

const at = (path: string): string => `${serving.address}/${year.code}${path}`

const opened = async (work: (page: Page) => Promise<void>, javaScriptEnabled = false) => {
  const context = await browser.newContext({ viewport: screens.desktop, javaScriptEnabled })
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}

const units = () => year.app.store.read(year.code, (tx) => tx.organisation.units())
const members = () => year.app.store.read(year.code, (tx) => tx.members.list())
const idOf = async (name: string): Promise<string> => (await units()).find((unit) => unit.name === name)?.id ?? ''

describe('どの頁も、axe に指摘がなく、360px からはみ出さない', () => {
  test.each(['/people', '/organisation', '/organisation?edit=yes', '/organisation/change', '/transfer', '/owners'])(
    '%s',
    async (path) => {
      for (const each of inBothLanguages(`/${year.code}${path}`))
        await opened(async (page) => {
          await page.goto(serving.address + each)
          expect(await troublesIn(page)).toEqual([])
        }, true)
    },
  )

  test('利用者一人の頁（畳んだところも開いて）', async () => {
    const id = year.sections[0]?.clerk.id ?? ''
    for (const each of inBothLanguages(`/${year.code}/people/${id}`))
      await opened(async (page) => {
        await page.goto(serving.address + each)
        await page.evaluate(() => {
          for (const details of globalThis.document.querySelectorAll('details')) details.open = true
        })
        expect(await troublesIn(page)).toEqual([])
      }, true)
  })
})

describe('JavaScript なしで', () => {
  test('名簿を確かめ、直す行のわけを読み、取り込み、招きの番地を受け取る', async () => {
    await opened(async (page) => {
      await page.goto(at('/people'))
      await page.getByText('名簿（CSV）を取り込む').click()
      const rows = [
        '氏名,メール,役,課,内線',
        '山田 花子,hanako@x.jp,担当者,商工課,2101',
        '川 太郎,taro@x.jp,担当者,宇宙課,1',
      ]
      await page.setInputFiles('#roster', {
        name: '名簿.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.join('\r\n')),
      })
      await page.getByRole('button', { name: '確かめる' }).click()
      expect(await page.locator('.notice').innerText()).toContain('3行目：課「宇宙課」はありません')
      expect(await troublesInStill(page)).toEqual([])
      await page.getByRole('button', { name: '取り込む' }).click()
      expect(await page.locator('.people-done').innerText()).toContain('新しい人 1人')
      const address = await page.locator('td.people-address').innerText()
      expect(address).toMatch(new RegExp(`^${serving.address}/${year.code}/invitations/[\\w-]{43}$`))
      await page.goto(at('/people?q=花子'))
      expect(await page.locator('tbody tr').innerText()).toContain('招待中')
    })
  })

  test('一人を足し、メールの誤りを直し（打ったものは残る）、役を与える', async () => {
    await opened(async (page) => {
      await page.goto(at('/people'))
      await page.getByText('一人を足す').click()
      await page.fill('#add-name', '足す人')
      await page.fill('#add-mail', 'まちがい')
      await page.getByRole('button', { name: '足して、役を決める' }).click()
      expect(await page.locator('.people-refused').innerText()).toContain('メールアドレスの形ではありません')
      expect(await page.inputValue('#add-name')).toBe('足す人')
      await page.fill('#add-mail', 'tasu@x.jp')
      await page.getByRole('button', { name: '足して、役を決める' }).click()
      await page.selectOption('#role', 'approver')
      await page.selectOption('#department', { value: year.sections[1]?.id ?? '' })
      await page.getByRole('button', { name: '与える', exact: true }).click()
      expect(await page.locator('.people-done').innerText()).toBe('役を与えました。')
      expect(await page.locator('section:has(#roles)').innerText()).toContain('健康課 課長・部長')
    })
  })

  test('二人が同時に直すと、409 で今の値を見せ、もう一度押せば打ったものになる', async () => {
    const [member] = (await members()).filter(({ name }) => name === '農林課の担当')
    await opened(async (page) => {
      await page.goto(at(`/people/${member?.id}`))
      await page.getByText('氏名・メール・内線を直す').click()
      await page.fill('#phone', '7777')
      const act = { by: 'ほかの人', at: year.app.now(), newId: year.app.newId }
      await year.app.store.write(year.code, act, (tx) => tx.members.change(member?.id ?? '', { phone: '8888' }))
      const button = page.locator('form[action$="/details"] button')
      const [answer] = await Promise.all([
        page.waitForResponse((each) => each.request().method() === 'POST'),
        button.click(),
      ])
      expect(answer.status()).toBe(409)
      expect(await page.locator('.people-refused').innerText()).toContain('内線「8888」')
      expect(await page.inputValue('#phone')).toBe('7777')
      await button.click()
      expect((await members()).find(({ id }) => id === member?.id)?.phone).toBe('7777')
    })
  })

  test('機構改革：行の誤りを直し、確かめ、分割の指標を選び、行う', async () => {
    const [shoko, kenko] = [await idOf('商工課'), await idOf('健康課')]
    await opened(async (page) => {
      await page.goto(at('/organisation/change'))
      await page.fill('#day', new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date()))
      await page.selectOption(`[name="fate-${shoko}"]`, 'split')
      await page.selectOption(`[name="fate-${kenko}"]`, 'abolish')
      await page.fill(`[name="words-${shoko}"]`, '商工課、観光振興課')
      await page.getByRole('button', { name: '確かめる' }).click()
      expect(await page.locator(`#p-${kenko}`).innerText()).toContain('引き継ぐ課を入れてください')
      expect(await page.inputValue(`[name="words-${shoko}"]`)).toBe('商工課、観光振興課')
      await page.fill(`[name="words-${kenko}"]`, '農林課')
      await page.getByRole('button', { name: '確かめる' }).click()
      expect(await page.locator('table.people-changes').innerText()).toContain('指標8')
      expect(await troublesInStill(page)).toEqual([])
      await page.locator('.people-choose select').first().selectOption({ index: 1 })
      await page.getByRole('button', { name: 'このとおり行う' }).click()
      expect(await page.locator('.people-done').innerText()).toMatch(/移った担当 16、移った回答 3。/)
      await page.goto(at('/organisation'))
      const names = await page.locator('table.people-tree tbody th').allInnerTexts()
      expect(names.map((name) => name.trim())).toEqual(['市民部', '商工課', '観光振興課', '農林課', '学校教育課'])
      expect(await page.locator('.people-history').innerText()).toContain('分割')
    })
  })

  test('人事異動：名の誤りを直し、空く役を見て代理を立て、行う', async () => {
    const [section] = year.sections.slice(2)
    const clerk = section?.clerk.id ?? ''
    await opened(async (page) => {
      await page.goto(at('/transfer'))
      await page.selectOption(`[name="kind-${clerk}"]`, 'move')
      await page.fill(`[name="department-${clerk}"]`, '宇宙課')
      await page.getByRole('button', { name: '確かめる' }).click()
      expect(await page.locator('.people-refused').innerText()).toContain('「宇宙課」がありません')
      await page.fill(`[name="department-${clerk}"]`, '学校教育課')
      await page.fill(`[name="successor-${clerk}"]`, section?.head.name ?? '')
      await page.getByRole('button', { name: '確かめる' }).click()
      expect(await page.locator('.people-moved').innerText()).toContain('学校教育課')
      expect(await troublesInStill(page)).toEqual([])
      await page.getByRole('button', { name: 'このとおり行う' }).click()
      expect(await page.locator('.people-done').innerText()).toContain('1人')
    })
    const moved = (await members()).find(({ id }) => id === clerk)
    expect(moved?.memberships.at(-1)).toMatchObject({ departmentId: await idOf('学校教育課'), to: null })
  })

  test('担当：絞り込み、選んで、まとめて決める', async () => {
    await opened(async (page) => {
      await page.goto(at('/owners?q=イベント'))
      for (const box of await page.locator('[name="indicator"]').all()) await box.check()
      await page.selectOption('#department', { value: await idOf('学校教育課') })
      await page.getByRole('button', { name: 'この課を担当にする' }).click()
      expect(await page.locator('.people-done').innerText()).toMatch(/^\d件の担当を決めました。$/)
      for (const row of await page.locator('.people-owners tbody tr').all())
        expect(await row.innerText()).toContain('学校教育課')
    })
  })
})

/** JavaScript を切った頁では axe が動かないので、はみ出しだけを見る。 */
const troublesInStill = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize(screens.narrow)
  const html = await page.content()
  const context = await browser.newContext({ viewport: screens.desktop })
  const shown = await context.newPage()
  await shown.goto(page.url().replace(/\?.*/, ''))
  await shown.setContent(html.replaceAll('<head>', `<head><base href="${serving.address}/">`), { waitUntil: 'load' })
  const found = await troublesIn(shown)
  await context.close()
  await page.setViewportSize(screens.desktop)
  return found
}
