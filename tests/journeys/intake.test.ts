import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { screens } from './browser.ts'
import {
  changedRows,
  chooseRow,
  expectCleanEverywhere,
  figureField,
  libreOffice,
  namesUnder,
  openStage,
  type Stage,
  sendFile,
  submit,
  wakakusa,
} from './intake-steps.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(43_010)
})

afterAll(() => stage.close())

/** 到達点の列を実績とし、誤記を二つ直して取り込む。取り込んだ記録の頁で終わる。 */
const bringIn = async (page: Page): Promise<void> => {
  await sendFile(page, stage.serving.address, wakakusa, libreOffice('指標一覧.xlsx'))
  expect(await page.locator('.lead').innerText()).toBe('「指標の表」として、11行を読みました。')
  expect(await page.locator('.review-head .notice').first().innerText()).toContain('何の列か分からない列が1あります')
  await expectCleanEverywhere(page)

  await submit(page, '.review-head .notice a')
  const asked = page.locator('.column-fields .asked')
  expect(await asked.innerText()).toContain('令和5年度末の到達点')
  await asked.locator('select').selectOption({ label: '実績値' })
  await expectCleanEverywhere(page)
  await submit(page, 'button[value="columns"]')
  expect(await page.locator('.done').innerText()).toContain('読み直しました')

  await chooseRow(page, '新規就農者数')
  expect(await page.locator('.excerpt tr.row mark').allInnerTexts()).toEqual(['新規就農者数', '3', '2', '4', '50', '8'])
  await figureField(page, '実績 R5').fill('5')
  await submit(page, 'button[value="save"]')
  expect(await page.locator('.corrections').innerText()).toMatch(/実績 R5.*50.*→.*5.*画面：企画課 山田/s)
  await chooseRow(page, '観光入込客数')
  await figureField(page, '実績 R4').fill('124,000')
  await expectCleanEverywhere(page)
  await submit(page, 'button[value="accept"]')
  expect(await page.locator('.done').innerText()).toContain('「確かめた」としました')

  await submit(page, 'a.button.primary')
  expect(await page.locator('.lead').innerText()).toContain('新しい計画として入ります')
  await expectCleanEverywhere(page)
  await submit(page, '.adopt button')
  expect(await page.locator('h1').innerText()).toBe('取り込みました')
}

describe('図書を取り込む', () => {
  test('LibreOffice の表を送り、列を一つ示し、値を二つ直して取り込み、直した版との違いだけを見て、取り消す', async () => {
    const context = await stage.browser.newContext({ viewport: screens.desktop })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await bringIn(page)
    await expectCleanEverywhere(page)
    await submit(page, 'main a.button.primary')
    expect(page.url()).toMatch(/\/plans\/[0-9a-f-]{36}$/)

    await sendFile(page, stage.serving.address, wakakusa, libreOffice('指標一覧（修正後）.xlsx'))
    await page.click('nav.tabs a')
    await page.waitForLoadState()
    expect(await page.locator('.offer').innerText()).toContain('見出しが前の図書と同じです')
    await expectCleanEverywhere(page)
    await submit(page, 'button[value="offer"]')
    await submit(page, 'a.button.primary')
    expect(await page.locator('.lead').innerText()).toContain('取り込んである計画を新しくします')
    expect(await changedRows(page)).toEqual([
      '指標 新規創業件数（件）実績 R51112',
      '指標 ファミリー・サポートの会員数目標 R8250280',
    ])
    expect(await namesUnder(page, '新しく入る')).toEqual(['サテライトオフィスの開設数（か所）'])
    expect(await namesUnder(page, '載らなくなる')).toEqual(['移住ポータルの閲覧数（回）'])
    await expectCleanEverywhere(page)
    await submit(page, '.adopt button')

    await submit(page, 'a.button.danger')
    expect(await page.locator('.lead').innerText()).toContain('取り込む前のとおりに戻ります')
    await expectCleanEverywhere(page)
    await submit(page, 'button.danger')
    expect(await page.locator('h1').innerText()).toBe('取り消しました')
    await submit(page, 'main a.button.primary')
    await submit(page, 'a.button.primary')
    expect(await changedRows(page)).toHaveLength(2)
    expect(errors).toEqual([])
    await context.close()
  })
})
