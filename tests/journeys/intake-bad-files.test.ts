import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workbookEntries, zipOf } from '#reading/formats/built-files.ts'
import { aTable, midorikawa } from './a-table.ts'
import { badFiles, largeText } from './bad-files.ts'
import { screens } from './browser.ts'
import {
  chooseRow,
  expectClean,
  figureField,
  hanazono,
  openStage,
  type Stage,
  sendFile,
  submit,
} from './intake-steps.ts'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage(43_030)
  page = await (await stage.browser.newContext({ viewport: screens.desktop })).newPage()
})

afterAll(() => stage.close())

const utf8 = new TextEncoder()
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? utf8.encode(content) : content
const csv = (name: string, ...lines: readonly string[]) => ({ name, bytes: utf8.encode(lines.join('\r\n')) })
const sample = (folder: string, name: string) => ({
  name,
  bytes: readFileSync(fileURLToPath(new URL(`../../samples/any-tables/${folder}/${name}`, import.meta.url))),
})

/** 断りの文と、残っている名と市。 */
const refusal = async () => ({
  says: await page.locator('#refused-file').innerText(),
  name: await page.locator('#name').inputValue(),
  city: await page.locator('#city').inputValue(),
  code: await page.locator('#new-code').inputValue(),
})

const refusable = badFiles.filter(({ name }) => name !== '案内.txt')

describe('受け取れないファイル', () => {
  test.each(refusable)(
    '$name は、それが何で、どうすればよいかを言い、名と市を残す（$says.0）',
    async ({ name, bytes, says }) => {
      await sendFile(page, stage.serving.address, hanazono, { name, bytes: bytesOf(bytes()) })
      const { says: said, ...kept } = await refusal()
      expect(said).toContain(says[0])
      expect(said).toMatch(/ください|まだ読めません|確かめて/)
      expect(kept).toEqual({ name: '企画課 山田', city: '', code: hanazono.code })
    },
  )

  test('英語の頁では英語で', async () => {
    for (const { name, bytes, says } of refusable.filter((_, index) => index % 6 === 0)) {
      await sendFile(page, `${stage.serving.address}/en`, hanazono, { name, bytes: bytesOf(bytes()) })
      expect((await refusal()).says).toContain(says[1])
    }
  })

  test('大きすぎるファイルも、名と市を残して断る', async () => {
    const noScript = await stage.browser.newContext({ javaScriptEnabled: false })
    const plain = await noScript.newPage()
    await sendFile(plain, stage.serving.address, hanazono, { name: '大きい.txt', bytes: largeText(49_000_000) })
    expect(await plain.locator('#refused-file').innerText()).toMatch(/大き/)
    const body = new FormData()
    body.append('name', '企画課 山田')
    body.append('city', '')
    body.append('new-code', hanazono.code)
    body.append('file', new Blob([largeText(60_000_000) as Uint8Array<ArrayBuffer>]), '大きい.txt')
    const answer = await fetch(`${stage.serving.address}/intake`, {
      method: 'POST',
      headers: { Origin: stage.serving.address },
      body,
    })
    expect(answer.status).toBe(413)
    const html = await answer.text()
    expect(html).toContain('ファイルが50MBを超えている')
    expect(html).toMatch(/name="name" value="企画課 山田"/)
    expect(html).toContain(`value="${hanazono.code}"`)
    await noScript.close()
  })

  test.each([
    ['名前がない', { '#name': '' }, 'name', '記録に残す名前を入れてください'],
    ['市がない', { '#new-code': '' }, 'city', '市町村を選んでください'],
    ['団体コードの検査数字が違う', { '#new-code': '152990' }, 'city', '152994'],
    ['ファイルがない', {}, 'file', 'ファイルが選ばれていません'],
  ])('%sときは、その欄で言う', async (_, blanks, field, says) => {
    await page.goto(`${stage.serving.address}/intake`)
    const values: Record<string, string> = { '#name': '企画課 山田', '#new-code': hanazono.code, ...blanks }
    await page.evaluate(() => globalThis.document.querySelector('.new-city')?.setAttribute('open', ''))
    for (const [selector, value] of Object.entries(values)) await page.fill(selector, value)
    await submit(page, '.upload button.primary')
    expect(await page.locator(`#refused-${field}`).innerText()).toContain(says)
    await expectClean(page)
  })
})

/** 見直しの頁の頭の、読み取りの文と気づき。 */
const head = (): Promise<string> => page.locator('.review-head').innerText()

describe('読みにくい図書は、見えているものを言い、次にすることを言う', () => {
  test('表のない文章は、見直しで様式を選ぶか、列の頁で見出しの行を示すかを言う', async () => {
    const letter = badFiles.find(({ name }) => name === '案内.txt')
    await sendFile(page, stage.serving.address, hanazono, { name: '案内.txt', bytes: bytesOf(letter?.bytes() ?? '') })
    expect(await head()).toMatch(/まだ計画として読めていません.*表が見つかりません/s)
    await expectClean(page)
    await submit(page, 'nav.tabs a')
    expect(await page.locator('.header-lines').count()).toBe(1)
    await expectClean(page)
    await submit(page, 'nav.tabs li:last-child a')
    expect(await page.locator('main').innerText()).toContain('表が見つかりません')
    expect(await page.locator('.adopt').count()).toBe(0)
  })

  test('図だけのシートは、読めるものがないと言って断る', async () => {
    const drawing = '<worksheet><sheetData/><drawing r:id="rId1"/></worksheet>'
    const bytes = zipOf(workbookEntries([['写真', '']], [{ name: 'xl/worksheets/sheet1.xml', content: drawing }]))
    await sendFile(page, stage.serving.address, hanazono, { name: '写真.xlsx', bytes })
    expect(await page.locator('#refused-file').innerText()).toContain('画像の中の字は読めません')
  })

  test('三百列の表は、列の頁で横に送れ、頁ははみ出さない', async () => {
    const columns = Array.from({ length: 296 }, (_, at) => `予備${at + 1}`)
    const wide = csv(
      '三百列.csv',
      '花園市三百列計画 指標一覧',
      ['指標名', '基準値(R1)', 'R5実績', '目標値(R8)', ...columns].join(','),
      ['相談件数（件）', '1', '2', '3', ...columns.map((_, at) => at)].join(','),
      ['訪問件数（件）', '4', '5', '6', ...columns.map((_, at) => at)].join(','),
    )
    await sendFile(page, stage.serving.address, hanazono, wide)
    expect(await head()).toContain('何の列か分からない列が296')
    await expectClean(page)
    await submit(page, 'nav.tabs a')
    expect(await page.locator('.column-fields tbody tr').count()).toBe(300)
    const { width } = screens.desktop
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  test('一枚に二つの表、見出しが7～9行目', async () => {
    const file = sample('08-side-by-side', '過疎計画指標一覧.xlsx')
    await sendFile(page, stage.serving.address, hanazono, file)
    await submit(page, 'nav.tabs a')
    expect(await page.locator('.table-to-read').count()).toBeGreaterThanOrEqual(2)
    expect(await page.locator('.table-to-read h2').first().innerText()).toMatch(/[789]行目からの表/)
    await expectClean(page)
  })

  test('見出しの語が一つも分からない表も、どの列が何かを言えば読める', async () => {
    const strange = csv(
      'なぞの表.csv',
      '花園市なぞ計画',
      'ことがら,いま,さき',
      '相談件数（件）,11,15',
      '訪問件数（件）,4,6',
    )
    await sendFile(page, stage.serving.address, hanazono, strange)
    expect(await head()).toContain('まだ計画として読めていません')
    await submit(page, '.review-head .notice a')
    expect(await page.locator('.column-fields .asked').count()).toBe(3)
    for (const [header, role, year] of [
      ['ことがら', '指標名', ''],
      ['いま', '実績値', 'R5'],
      ['さき', '目標値（最終）', '令和8年度'],
    ] as const) {
      await page.getByLabel(`何の列か ${header}`).selectOption({ label: role })
      await page.getByLabel(`年度 ${header}`).fill(year)
    }
    await submit(page, 'button[value="columns"]')
    await chooseRow(page, '訪問件数（件）')
    expect(await figureField(page, '実績 R5').inputValue()).toBe('4')
    expect(await figureField(page, '目標 R8').inputValue()).toBe('6')
    await submit(page, 'nav.tabs a')
    await page.locator('summary', { hasText: '見出しの行が違う' }).click()
    await page.locator('.header-lines input[type="radio"]').nth(2).check()
    await submit(page, '.header-lines button')
    await submit(page, 'nav.tabs a')
    expect((await page.locator('.table-to-read h2').allInnerTexts()).join()).toContain('3行目からの表')
    await expectClean(page)
  })

  test('途中の合計の行は、指標にしない', async () => {
    await sendFile(page, stage.serving.address, hanazono, sample('05-unit-in-title', '総合戦略の実績.csv'))
    expect(await page.locator('.review-rows').innerText()).not.toMatch(/^合計$/m)
  })

  test('同じ指標が二度あれば、印を付けるか除くかを言う。再掲の印を付けると消える', async () => {
    const twice = csv(
      '二度.csv',
      '花園市二度計画 指標一覧',
      '施策,指標名,単位,基準値(R1),R5実績値,目標値(R8)',
      '産業,相談件数,件,6,11,15',
      '産業,相談件数,件,6,11,15',
    )
    await sendFile(page, stage.serving.address, hanazono, twice)
    expect(await head()).toContain('同じ節に「相談件数」が 2 行')
    await page.locator('.review-rows tbody th a').getByText('相談件数').nth(1).click()
    await page.waitForLoadState()
    await page.locator('.relations summary').click()
    const first = await page.locator('#rows-list option').first().getAttribute('value')
    await page.fill('#f-repeat', '相談')
    await submit(page, 'button[value="save"]')
    expect(await page.locator('.row-panel [role="alert"]').innerText()).toContain('「相談」という行は見つかりません')
    expect(await page.locator('#f-repeat').inputValue()).toBe('相談')
    await page.fill('#f-repeat', first ?? '')
    await submit(page, 'button[value="save"]')
    expect(await head()).not.toContain('同じ節に「相談件数」')
  })

  test('計画にない年は、列か値の年度を直すように言い、直せば消える', async () => {
    const beyond = csv(
      '計画にない年.csv',
      '花園市未来計画（令和2年度～令和6年度） 指標一覧',
      '施策,指標名,単位,基準値(R1),R5実績値,R12実績値,目標値(R6)',
      '産業,起業件数,件,6,11,12,15',
    )
    await sendFile(page, stage.serving.address, hanazono, beyond)
    await page.locator('.review-head details summary', { hasText: '計画の題・期間' }).click()
    await page.fill('#h-firstYear', 'R2')
    await page.fill('#h-lastYear', '令和6年度')
    await submit(page, 'form:has(#h-lastYear) button')
    expect(await head()).toMatch(/計画期間（2020～2024 年度）にない 2030 年度の値/)
    await chooseRow(page, '起業件数')
    await page.getByLabel('実績 R12 の年度').selectOption({ label: 'R6' })
    await submit(page, 'button[value="save"]')
    expect(await head()).not.toContain('にない 2030 年度')
    expect(await page.locator('.corrections').innerText()).toMatch(/R12.*→.*R6/s)
    await expectClean(page)
  })

  test('前の年の図書は、取り込む前に言う', async () => {
    const year = (columns: string, values: string) =>
      csv(
        `年次${columns.length}.csv`,
        '花園市年次計画 指標一覧',
        `指標名,単位,基準値(R1),${columns},目標値(R8)`,
        `参加者数,人,6,${values},15`,
      )
    await sendFile(page, stage.serving.address, hanazono, year('R4実績値,R5実績値', '9,11'))
    await submit(page, 'nav.tabs li:last-child a')
    await submit(page, '.adopt button')
    await sendFile(page, stage.serving.address, hanazono, year('R4実績値', '9'))
    await submit(page, 'nav.tabs li:last-child a')
    expect(await page.locator('.warnings').first().innerText()).toMatch(/前の年の図書ではありませんか/)
    await expectClean(page)
  })

  test('別の市の図書は、正しい市に移せる。移すまでは取り込まない', async () => {
    await sendFile(page, stage.serving.address, hanazono, { name: '緑川.csv', bytes: utf8.encode(aTable()) })
    expect(await head()).toContain('緑川市の図書のようです')
    await expectClean(page)
    await submit(page, 'nav.tabs li:last-child a')
    await submit(page, '.adopt button')
    expect(await page.locator('main [role="alert"]').innerText()).toContain('緑川市')
    await submit(page, 'nav.tabs li:nth-child(2) a')
    await submit(page, 'a[href*="move=1"]')
    await page.fill('#new-code', midorikawa.code)
    await submit(page, '#move button')
    expect(page.url()).toContain(`/${midorikawa.code}/reviews/`)
    expect(await page.locator('.done').innerText()).toBe('この市町村に移しました。')
    expect(await head()).not.toContain('図書のようです')
    await chooseRow(page, '商談件数/年')
    expect(await figureField(page, '実績 R5').inputValue()).toBe('210件')
  })
})

describe('壁', () => {
  test('よその市の番地では、見直しも列も差分も、その送信も 404', async () => {
    await sendFile(
      page,
      stage.serving.address,
      hanazono,
      csv('壁.csv', '花園市壁計画 指標一覧', '指標名,R5実績,目標値(R8)', '数（件）,1,2'),
    )
    const other = page.url().replace(hanazono.code, midorikawa.code)
    for (const part of ['', '/columns', '/difference']) expect((await fetch(other + part)).status).toBe(404)
    for (const act of ['edit', 'adopt', 'columns', 'heading', 'form']) {
      const headers = { Origin: stage.serving.address }
      const answer = await fetch(`${other}/${act}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ seen: '1' }),
      })
      expect(`${act} ${[404, 422].includes(answer.status)}`).toBe(`${act} true`)
    }
  })

  test('よその頁からの送信は 403 で、何も変わらない', async () => {
    const headers = { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }
    for (const act of ['edit', 'discard', 'adopt']) {
      const answer = await fetch(`${page.url()}/${act}`, { method: 'POST', headers, body: new URLSearchParams() })
      expect(answer.status).toBe(403)
    }
    await page.reload()
    expect(await page.locator('.row-form').count()).toBe(1)
  })
})
