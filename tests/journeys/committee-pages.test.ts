import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

let year: Year
const tablet = { width: 820, height: 1180 }

const site = yearSite(async () => {
  year = await aYear({ sections: 2, indicators: 4 })
  return year
})

const { as } = site
const { at } = site
const planner = () => year.people.planner
const reviewer = () => year.people.reviewer
let id = ''

const opinionsNow = () => year.app.store.read(year.code, (tx) => tx.opinions.of(id))

describe('付議から対応まで', () => {
  test('企画課が作り、委員に見える頁を確かめて、見せる', () =>
    as(planner(), async (page) => {
      await page.goto(at('/referrals'))
      await page.click('a.button.primary')
      await page.click('main .committee-form button.primary')
      expect(await page.textContent('main [role=alert]')).toContain('題を書いてください')
      await page.fill('#title', '令和8年度第1回推進会議')
      await page.fill('#body', '推進会議')
      await page.fill('#guidance', '起業の支援について、ご意見をお願いします。')
      await page.click('main .committee-form button.primary')
      await page.waitForURL(/did=save/)
      id = /referrals\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
      expect(await page.textContent('.committee-manage')).toContain('この下が、委員に見える頁です')
      expect(await page.isDisabled('main textarea')).toBe(true)
      await page.click('button:has-text("委員に見せる")')
      expect(await page.textContent('.done')).toContain('委員に見せました')
    }))

  test('委員は、あなたの仕事から入り、タブレットで読んで書く。離れた欄から保存される', () =>
    as(
      reviewer(),
      async (page) => {
        await page.goto(at('/work'))
        await page.click('a:has-text("意見をお待ちしています")')
        expect(await page.textContent('.committee-progress')).toContain('1つの基本目標のうち0に意見')
        await page.click('a:has-text("読みはじめる")')
        expect(await page.textContent('.committee-sentence')).toMatch(/令和5年度は20件。/)
        await page.click('.committee-fold summary')
        const box = page.locator('.committee-fold[open] textarea')
        await box.fill('相談の窓口を増やしてほしい。')
        await box.blur()
        await page.waitForSelector('.committee-state:has-text("保存しました")')
        await box.fill('相談の窓口を、地区ごとに増やしてほしい。')
        await box.blur()
        await expect.poll(async () => (await opinionsNow())[0]?.revision, { timeout: 20_000 }).toBe(2)
        await page.reload()
        expect(await page.inputValue('.committee-fold[open] textarea')).toContain('地区ごとに')
        // 打ってすぐ送信を押しても、欄を離れた保存と重ならず、意見は一つ。
        await page.click('.committee-fold[open] textarea')
        await page.keyboard.press('Control+End')
        await page.keyboard.type('急いでください。')
        await page.click('button:has-text("保存して目次へ")')
        await page.waitForURL(/did=save/)
        expect((await opinionsNow()).map(({ text }) => text)).toEqual([
          '相談の窓口を、地区ごとに増やしてほしい。急いでください。',
        ])
      },
      { viewport: tablet },
    ))

  test('台本がなくても、一つの送信で書ける', () =>
    as(
      reviewer(),
      async (page) => {
        await page.goto(at(`/referrals/${id}`))
        await page.fill('main textarea', '全体に分かりやすい。')
        await page.click('main button:has-text("保存")')
        expect(await page.textContent('.done')).toContain('保存しました')
        expect((await opinionsNow()).map(({ subject, text }) => [subject?.kind ?? 'plan', text])).toEqual([
          ['indicator', '相談の窓口を、地区ごとに増やしてほしい。急いでください。'],
          ['plan', '全体に分かりやすい。'],
        ])
      },
      { scripts: false, viewport: tablet },
    ))

  test('つながらないあいだに打ったものは、この機械に残り、つぎに開いたときに戻る', () =>
    as(
      reviewer(),
      async (page) => {
        await page.goto(at(`/referrals/${id}?goal=1`))
        await page.context().setOffline(true)
        const box = page.locator('main section.committee-measure:last-of-type textarea')
        await box.fill('つながらないときに書いた意見')
        await box.blur()
        await page.waitForSelector('.committee-state.error')
        await page.context().setOffline(false)
        await page.waitForSelector('.committee-state:has-text("保存しました")')
        expect((await opinionsNow()).map(({ text }) => text)).toContain('つながらないときに書いた意見')
      },
      { viewport: tablet },
    ))

  test('書いているあいだに締め切られたら、打ったものを見せ、どうすればよいかを言う', () =>
    as(
      reviewer(),
      async (page) => {
        await page.goto(at(`/referrals/${id}`))
        await page.fill('main textarea', '締切に間に合わなかった意見')
        await as(planner(), async (other) => {
          await other.goto(at(`/referrals/${id}`))
          await other.click('button:has-text("意見を締め切る")')
          expect(await other.textContent('.done')).toContain('締め切りました')
        })
        await page.click('main button:has-text("保存")')
        const alert = await page.textContent('main [role=alert]')
        expect(alert).toContain('締切に間に合わなかった意見')
        expect(alert).toContain('企画課')
      },
      { scripts: false, viewport: tablet },
    ))

  test('企画課が対応を書くと、残りの数が減り、一覧が頁とファイルで出る', () =>
    as(planner(), async (page) => {
      await page.goto(at('/work'))
      await page.click('a:has-text("委員の意見に対応を書く")')
      expect(await page.textContent('.committee-progress')).toContain('あと3件')
      for (const left of ['あと2件', 'あと1件', 'すべての意見に']) {
        const first = page.locator('ol.committee-answers > li').first()
        await first.locator('select[name=kind]').selectOption('partly')
        await first.locator('textarea').fill('次の年度から取り入れます。')
        await first.locator('button.primary').click()
        await page.waitForSelector(`.committee-progress:has-text("${left}")`)
      }
      await page.click('a.button.primary:has-text("意見と対応の一覧")')
      const rows = await page.locator('.committee-table tbody tr').allTextContents()
      expect(rows).toHaveLength(3)
      expect(rows[0]).toContain('一部反映する')
      const files = page.locator('.committee-files').first()
      const [file] = await Promise.all([page.waitForEvent('download'), files.locator('a:has-text("Excel")').click()])
      expect(file.suggestedFilename()).toContain('意見と対応の一覧')
      // 対応がそろったので、計画の「帳票」からも作れる。
      const report = await page.goto(at(`/plans/${year.editionId}/reports/opinion-table`))
      expect(report?.status()).toBe(200)
      expect(await page.textContent('main')).not.toContain('すべての意見に対応を書いた付議がない')
    }))

  test('委員は、締め切ったあと、みんなの意見と対応を読める', () =>
    as(
      reviewer(),
      async (page) => {
        await page.goto(at(`/referrals/${id}`))
        await page.click('a:has-text("意見と対応の一覧")')
        expect(await page.textContent('.committee-table')).toContain('次の年度から取り入れます。')
      },
      { viewport: tablet },
    ))
})

describe('頁のつくり', () => {
  const pages = (): readonly [string, Person, string][] => [
    ['付議の一覧', planner(), '/referrals'],
    ['付議を作る', planner(), '/referrals/new'],
    ['企画課の付議', planner(), `/referrals/${id}`],
    ['委員の付議', reviewer(), `/referrals/${id}`],
    ['委員の目標', reviewer(), `/referrals/${id}?goal=1`],
    ['意見シート', reviewer(), `/referrals/${id}?goal=all`],
    ['紙の意見', planner(), `/referrals/${id}/paper`],
    ['対応', planner(), `/referrals/${id}/answers`],
    ['一覧', planner(), `/referrals/${id}/opinions`],
  ]
  // 意見を書く欄のある頁も見るため、締め切ったものを開け直しておく。
  beforeAll(() =>
    as(planner(), async (page) => {
      await page.goto(at(`/referrals/${id}`))
      await page.click('summary:has-text("開け直す")')
      await page.fill('#reason', '資料の差し替え')
      await page.click('form:has(#reason) button')
      expect(await page.textContent('.done')).toContain('開け直しました')
    }),
  )

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('%i 枚目は、どちらのことばでも axe に指摘されず、はみ出さない', async (n) => {
    const [name, person, path] = pages()[n] ?? ['', planner(), '']
    await as(person, async (page) => {
      for (const each of inBothLanguages(`/${year.code}${path}`)) {
        await page.setViewportSize(screens.desktop)
        const answer = await page.goto(site.address() + each, { waitUntil: 'load' })
        expect(answer?.status(), `${name} ${each}`).toBe(200)
        expect(await troublesIn(page), `${name} ${each}`).toEqual([])
      }
    })
  })
})
