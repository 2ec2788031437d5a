import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Serving, serve } from '#web/serve.ts'
import { aYear, plainAnswers, type Section, type Year } from '../year/a-year.ts'
import { openBrowser } from './browser.ts'
import { factsOf } from './round-facts.ts'
import { type Seat, seated } from './round-people.ts'
import { button, eventually, fillSheet, openFirst, sendSheet, submit, typeFigures } from './round-scenes.ts'

// 八つの指標を「あなたの仕事」から提出するまでの手数。増えたら、ここで気づく。

let year: Year
let serving: Serving
let browser: Browser
const told: string[] = []

beforeAll(async () => {
  year = await aYear({ sections: 3, indicators: 8 })
  const started = await serve({ app: year.app, port: 0 })
  if (!started.ok) throw new Error(started.problem.code)
  serving = started.value
  browser = await openBrowser()
})
afterAll(async () => {
  console.log(`八つの指標を「あなたの仕事」から提出するまで（値そのものは${digits}字）\n${told.join('\n')}`)
  await browser?.close()
  await serving?.close()
  await year?.app.close()
})

const digits = plainAnswers.join('').length
const section = (n: number): Section => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}

/** 「あなたの仕事」から始めて、提出するまで。 */
const counted = async (n: number, way: string, scripts: boolean, work: (seat: Seat) => Promise<void>) => {
  const { clerk } = section(n)
  const seat = await seated({ browser, address: serving.address, scripts }, year, clerk)
  try {
    await work(seat)
    const facts = factsOf(year)
    expect(await facts.state(section(n))).toBe('submitted')
    expect(await facts.raws(section(n))).toEqual([...plainAnswers])
    const count = seat.counted()
    told.push(`${way}：クリック ${count.clicks}、打鍵 ${count.keys}`)
    return count
  } finally {
    await seat.context.close()
  }
}

test('頁で、台本があれば、押すのは一度、打つのは値と Enter だけ', async () => {
  const count = await counted(0, '頁（台本あり）', true, async (seat) => {
    await openFirst(seat)
    await typeFigures(seat, plainAnswers, true)
    await eventually(
      () => seat.page.locator('#entry-summary').innerText(),
      '8項目のうち8項目を入力、そろいました。提出できます',
    )
    await seat.enter()
  })
  expect(count).toEqual({ clicks: 1, keys: digits + 9 })
})

test('頁で、台本がなくても、欄を一つずつ押して、出せる', async () => {
  const count = await counted(1, '頁（台本なし）', false, async (seat) => {
    await openFirst(seat)
    await typeFigures(seat, plainAnswers, false)
    await seat.go(submit(seat.page))
  })
  expect(count).toEqual({ clicks: 9, keys: digits })
})

test('Excel では、受け取り、書き、送り、取り込んで、出す', async () => {
  const count = await counted(2, 'Excel（表計算の中の手数を含む）', true, async (seat) => {
    const { page } = seat
    await openFirst(seat)
    await seat.click(page.locator('summary', { hasText: 'Excelで入力する' }))
    await seat.go(page.getByRole('link', { name: '回答用紙（Excel）' }))
    const sheet = await seat.take(page.getByRole('link', { name: '用紙（Excel）をダウンロード' }))
    await sendSheet(seat, sheet.name, await fillSheet(seat, sheet.bytes, plainAnswers))
    await seat.go(button(page, '選んだとおりに取り込む'))
    await seat.go(page.getByRole('link', { name: '入力の頁へ' }))
    await seat.go(submit(page))
  })
  expect(count.clicks).toBeLessThanOrEqual(14)
  expect(count.keys).toBe(digits + 9)
})
