import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { filled } from '../year/fill-sheet.ts'
import type { Seat } from './round-people.ts'

export const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const asked = '令和6年度の実績'

export const eventually = async <T>(ask: () => Promise<T>, expected: T): Promise<void> =>
  expect.poll(ask, { timeout: 20_000, interval: 50 }).toEqual(expected)

/** あなたの仕事に並ぶもの。 */
export const workOf = async (seat: Seat, code: string): Promise<readonly string[]> => {
  await seat.open(`/${code}/work`)
  return seat.page.locator('.flow-wait strong').allInnerTexts()
}
/** 初めの仕事を開く。 */
export const openFirst = (seat: Seat): Promise<void> => seat.go(seat.page.locator('.flow-wait a').first())

// 入力の頁
/** 値の欄（上から）。 */
export const figure = (page: Page, row: number): Locator => page.locator('.entry-actual .entry-raw').nth(row)
/** その行の文の欄。 */
export const textOf = (page: Page, row: number, heading: string): Locator =>
  page.locator('.entry-item').nth(row).getByLabel(heading)
export const save = (page: Page): Locator => page.getByRole('button', { name: '保存する' }).last()
export const submit = (page: Page): Locator => page.getByRole('button', { name: '提出する' })
export const clash = (page: Page): Locator => page.locator('.entry-conflict').filter({ visible: true })

/** 八つの値を打つ。台本があれば数と Enter だけ、なければ欄を一つずつ押して。 */
export const typeFigures = async (seat: Seat, values: readonly string[], scripts: boolean): Promise<void> => {
  for (const [row, value] of values.entries()) {
    if (!scripts && row > 0) await seat.click(figure(seat.page, row))
    await seat.type(value)
    if (scripts) await seat.press('Enter')
  }
}

/** 打ちかえて、保存する（台本があれば Enter で、なければ「保存する」で）。 */
export const change = async (seat: Seat, row: number, value: string, scripts: boolean): Promise<void> => {
  await seat.write(figure(seat.page, row), value)
  await (scripts ? seat.press('Enter') : seat.go(save(seat.page)))
}

/** 表計算の升目を写し、欄に貼る（本物のクリップボードから）。 */
export const pasteBlock = async (seat: Seat, row: number, rows: readonly (readonly string[])[]): Promise<void> => {
  const block = `${rows.map((cells) => cells.join('\t')).join('\r\n')}\r\n`
  await seat.page.evaluate((text) => navigator.clipboard.writeText(text), block)
  seat.elsewhere(2, 1)
  await seat.click(figure(seat.page, row))
  await seat.press('Control+V')
}

/** 尋ねに、みな「このままでよい」と答える。 */
export const confirmAll = async (seat: Seat): Promise<void> => {
  const open = seat.page.locator('.entry-ask:not(.confirmed)').getByLabel('このままでよい')
  for (let left = await open.count(); left > 0; left -= 1) await seat.click(open.nth(left - 1))
}

// Excel
/** 用紙に値を書く。Excel での手数は、初めの升目を押し、打っては Enter、上書き保存して閉じるまで。 */
export const fillSheet = (seat: Seat, bytes: Uint8Array, values: readonly string[]): Promise<Uint8Array> => {
  const words = values.join('')
  seat.elsewhere(3, [...words].length + values.length + 1)
  return filled(bytes, ({ cell }) => {
    for (const [row, value] of values.entries())
      cell(row + 1, asked).value = /^[\d.]+$/.test(value) ? Number(value) : value
  })
}

/** 用紙を選んで送り、変わるところの頁へ。ファイルを選ぶ窓では、ファイルと「開く」を押す。 */
export const sendSheet = async (seat: Seat, name: string, bytes: Uint8Array): Promise<void> => {
  const { page } = seat
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), seat.click(page.locator('#file'))])
  await chooser.setFiles({ name, mimeType: mime, buffer: Buffer.from(bytes) })
  seat.elsewhere(2, 0)
  await seat.go(page.getByRole('button', { name: '送って、変わるところを確かめる' }))
}

// 流れ
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

/** わけを添えて一歩進める（差戻し・代決）。 */
export const stepWithReason = async (seat: Seat, step: string, name: string, reason: string): Promise<void> => {
  const { page } = seat
  await seat.click(page.locator('summary', { hasText: name }))
  await seat.click(page.locator(`#reason-${step}`))
  await seat.type(reason)
  await seat.go(button(page, name))
}
