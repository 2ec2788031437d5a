import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAdoptions } from '#operations/reviews/adoptions.ts'
import { screens } from './browser.ts'
import {
  changedRows,
  chooseRow,
  figureField,
  hanazono,
  openStage,
  type Stage,
  sendFile,
  submit,
} from './intake-steps.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage(43_020)
})

afterAll(() => stage.close())

const utf8 = new TextEncoder()

let count = 0
let title = ''

// 試験ごとに別の計画にする。
beforeEach(() => {
  count += 1
  title = `花園市第${count}次総合戦略`
})

/** 読み取れない値が二つある表。 */
const table = (workers = '######', visitors = '######'): { name: string; bytes: Uint8Array } => ({
  name: `${title}.csv`,
  bytes: utf8.encode(
    [
      `${title} 指標一覧`,
      '施策,指標名,単位,基準値(R1),R4実績値,R5実績値,目標値(R8),担当課',
      '産業,新規創業件数,件,6,9,11,15,商工課',
      `,新規就農者数,人,3,4,${workers},8,農林課`,
      `交流,観光入込客数,人,"131,000","${visitors}","139,200","150,000",観光課`,
      ',移住相談件数,件,20,35,36,60,企画課',
    ].join('\r\n'),
  ),
})

const opened = async (javaScriptEnabled = true): Promise<Page> =>
  (await stage.browser.newContext({ viewport: screens.desktop, javaScriptEnabled })).newPage()

const headline = (page: Page): Promise<string> => page.locator('h1').innerText()

describe('JavaScript なしで', () => {
  test('送り、確かでない行を順に直し、取り込み、次の図書との違いを見て、取り消す', async () => {
    const page = await opened(false)
    await sendFile(page, stage.serving.address, hanazono, table())
    expect(await page.locator('.state-counts .doubtful b').innerText()).toBe('2')
    expect(await page.locator('.row-panel h2').innerText()).toContain('新規就農者数')
    await figureField(page, '実績 R5').fill('5')
    await submit(page, 'button[value="accept"]')

    expect(await page.locator('.row-panel h2').innerText()).toContain('観光入込客数')
    await figureField(page, '実績 R4').fill('124,000')
    await submit(page, 'button[value="accept"]')
    expect(await page.locator('.state-counts .doubtful b').innerText()).toBe('0')

    await chooseRow(page, '移住相談件数')
    await page.locator('summary', { hasText: 'この行を取り込まない' }).click()
    await submit(page, 'button[value="leave-out"]')
    expect(await page.locator('.row-panel [role="alert"]').innerText()).toContain('取り込まないわけを入れてください')
    await page.getByLabel('取り込まないわけ').fill('今年度で終わった事業')
    await submit(page, 'button[value="leave-out"]')

    await submit(page, 'a.button.primary')
    expect(await page.locator('section:has(#left-out)').innerText()).toMatch(/移住相談件数.*今年度で終わった事業/s)
    await submit(page, '.adopt button')
    expect(await headline(page)).toBe('取り込みました')

    await sendFile(page, stage.serving.address, hanazono, table('7', '124,000'))
    await submit(page, 'nav.tabs li:last-child a')
    expect(await changedRows(page)).toEqual(['指標 新規就農者数実績 R557'])
    await submit(page, '.adopt button')
    await submit(page, 'a.button.danger')
    await submit(page, 'button.danger')
    expect(await headline(page)).toBe('取り消しました')
    await page.context().close()
  })
})

/** Tab だけで、その字の道かボタンへ進んで Enter。 */
const follow = async (page: Page, words: string, limit = 80): Promise<void> => {
  for (let pressed = 0; pressed < limit; pressed++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => globalThis.document.activeElement?.textContent?.trim() ?? '')
    if (at !== words) continue
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    return
  }
  throw new Error(`"${words}" was not reached with ${limit} Tabs on ${page.url()}`)
}

const press = async (page: Page, key: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

describe('鍵盤だけで', () => {
  test('送り、n・c・a で確かでない行を直し、差分を見て取り込む', async () => {
    const page = await opened()
    await page.goto(`${stage.serving.address}/intake`)
    await page.locator('#name').focus()
    await page.keyboard.type('企画課 山田')
    await page.keyboard.press('Tab')
    await page.keyboard.type(hanazono.name)
    expect(await page.locator('#city').inputValue()).toBe(hanazono.code)
    await page.setInputFiles('#file', { name: table().name, mimeType: 'text/csv', buffer: Buffer.from(table().bytes) })
    await follow(page, '送って読み取る')

    await press(page, 'n')
    expect(await page.locator('.row-panel h2').innerText()).toContain('観光入込客数')
    await press(page, 'p')
    expect(await page.locator('.row-panel h2').innerText()).toContain('新規就農者数')
    await page.keyboard.press('c')
    await page.keyboard.type('5')
    await press(page, 'Enter')
    expect(await page.locator('.row-panel .done').innerText()).toBe('直したところを保存しました。')
    await press(page, 'a')
    expect(await page.locator('.row-panel h2').innerText()).toContain('観光入込客数')
    await page.keyboard.press('c')
    await page.keyboard.type('124,000')
    await page.keyboard.press('Escape')
    await press(page, 'a')
    expect(await page.locator('.state-counts .doubtful b').innerText()).toBe('0')

    await page.keyboard.press('?')
    expect(await page.locator('#keys').innerText()).toContain('次の確かでない行へ')
    await page.locator('main').focus()
    await follow(page, '差分と取り込み')
    await follow(page, '取り込む')
    expect(await headline(page)).toBe('取り込みました')
    await page.context().close()
  })

  test('一文字のキーは切れる', async () => {
    const page = await opened()
    await sendFile(page, stage.serving.address, hanazono, table())
    await page.locator('#keys summary').click()
    await page.locator('#use-keys').uncheck()
    const before = page.url()
    await page.locator('#panel').focus()
    await page.keyboard.press('n')
    await page.keyboard.press('c')
    expect(page.url()).toBe(before)
    expect(await page.evaluate(() => globalThis.document.activeElement?.id)).toBe('panel')
    await page.context().close()
  })
})

test('ファイルは、枠に落としても選べる', async () => {
  const page = await opened()
  await page.goto(`${stage.serving.address}/intake`)
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['指標名,R5実績'], '落とした.csv'))
    return transfer
  })
  await page.dispatchEvent('.drop', 'dragover', { dataTransfer: dropped })
  expect(await page.locator('.drop').getAttribute('class')).toContain('over')
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped })
  expect(await page.locator('#file').evaluate((input) => (input as HTMLInputElement).files?.[0]?.name)).toBe(
    '落とした.csv',
  )
  expect(await page.locator('.drop').getAttribute('class')).not.toContain('over')
  await page.context().close()
})

describe('二人で', () => {
  test('同じ値を違えて直したら、両方を見て選べ、打ったものは失われない', async () => {
    const [mine, theirs] = [await opened(), await opened()]
    await sendFile(mine, stage.serving.address, hanazono, table(), '企画課 山田')
    const address = mine.url()
    await theirs.goto(address)
    await theirs.locator('.working-as input[name="name"]').fill('農林課 佐藤')
    await submit(theirs, '.working-as button')
    await chooseRow(mine, '新規創業件数')
    await chooseRow(theirs, '新規創業件数')

    await figureField(theirs, '実績 R5').fill('12')
    await submit(theirs, 'button[value="save"]')
    await mine.locator('#changes').waitFor({ state: 'visible', timeout: 20_000 })
    expect(await mine.locator('#changes').innerText()).toContain('ほかの画面で変更がありました： 画面：農林課 佐藤')

    await figureField(mine, '実績 R5').fill('13')
    await figureField(mine, '実績 R4').fill('10')
    const [answer] = await Promise.all([
      mine.waitForResponse((response) => response.request().method() === 'POST'),
      submit(mine, 'button[value="save"]'),
    ])
    expect(answer.status()).toBe(409)
    const conflict = mine.locator('.conflict')
    expect(await conflict.count()).toBe(1)
    expect(await conflict.innerText()).toMatch(/実績 R5.*農林課 佐藤.*12.*いま打ったもの.*13/s)
    await conflict.getByText('いま打ったもの').click()
    await submit(mine, 'button[value="save"]')
    expect(await figureField(mine, '実績 R5').inputValue()).toBe('13')
    expect(await figureField(mine, '実績 R4').inputValue()).toBe('10')

    await figureField(theirs, '実績 R5').fill('14')
    await figureField(theirs, '基準値 R1').fill('7')
    await submit(theirs, 'button[value="save"]')
    await submit(theirs, 'button[value="save"]')
    expect(await figureField(theirs, '実績 R5').inputValue()).toBe('13')
    expect(await figureField(theirs, '基準値 R1').inputValue()).toBe('7')
    await mine.context().close()
    await theirs.context().close()
  })

  test('違うところの訂正は合わさり、そのことを知らせる', async () => {
    const [mine, theirs] = [await opened(), await opened()]
    await sendFile(mine, stage.serving.address, hanazono, table())
    await theirs.goto(mine.url())
    await chooseRow(mine, '新規創業件数')
    await chooseRow(theirs, '移住相談件数')
    await figureField(theirs, '実績 R5').fill('37')
    await submit(theirs, 'button[value="save"]')
    await figureField(mine, '実績 R5').fill('13')
    await submit(mine, 'button[value="save"]')
    expect(await mine.locator('.notice[role="status"]:not([hidden])').innerText()).toContain('次の人も訂正を加えました')
    expect(await mine.locator('.review-rows').innerText()).toMatch(/13件.*37件/s)
    await mine.context().close()
    await theirs.context().close()
  })

  test('書きかけは、別の頁へ行って戻っても差し出される', async () => {
    const page = await opened()
    await sendFile(page, stage.serving.address, hanazono, table())
    await chooseRow(page, '新規創業件数')
    await figureField(page, '実績 R5').fill('13')
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    expect(await figureField(page, '実績 R5').inputValue()).toBe('11')
    await page.getByRole('button', { name: '書きかけを戻す' }).click()
    expect(await figureField(page, '実績 R5').inputValue()).toBe('13')
    await submit(page, 'button[value="save"]')
    expect(await page.locator('#unsaved').isVisible()).toBe(false)
    await page.context().close()
  })

  test('取り込むを二度押しても、取り込みは一度', async () => {
    const page = await opened()
    await sendFile(page, stage.serving.address, hanazono, table('5', '124,000'))
    await submit(page, 'nav.tabs li:last-child a')
    const before = (await listAdoptions(stage.app, hanazono.code)).length
    await page.locator('.adopt button').dblclick()
    await page.waitForURL(/\/adoptions\//)
    expect(await headline(page)).toBe('取り込みました')
    expect((await listAdoptions(stage.app, hanazono.code)).length).toBe(before + 1)
    await page.context().close()
  })

  test('取り込んである計画は、前の訂正のまま直しに開け、値の所在があればその値を選ぶ', async () => {
    const page = await opened()
    await sendFile(page, stage.serving.address, hanazono, table('######', '124,000'))
    await figureField(page, '実績 R5').fill('5')
    await submit(page, 'button[value="accept"]')
    await submit(page, 'nav.tabs li:last-child a')
    await submit(page, '.adopt button')
    const plan = await page.locator('main a.button.primary').getAttribute('href')
    await submit(page, '.correct button')
    await chooseRow(page, '新規就農者数')
    expect(await page.locator('.corrections').innerText()).toMatch(/######.*→.*5/s)
    const at = await figureField(page, '実績 R5').getAttribute('name')
    const place = at?.replace('value actual:', '') ?? ''

    const answer = await fetch(`${stage.serving.address}${plan}/correct`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: stage.serving.address },
      body: new URLSearchParams({ place }),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toContain(`at=${encodeURIComponent(`actual:${place}`)}`)
    await page.goto(`${stage.serving.address}${answer.headers.get('Location')}`)
    expect(await page.locator('.figures .here').innerText()).toContain('実績')
    await page.context().close()
  })
})
