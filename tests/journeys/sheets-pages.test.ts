import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { responseSheetFile } from '#operations/collection/response-sheet.ts'
import { saveAnswers } from '#operations/collection/save-answers.ts'
import { type Serving, serve } from '#web/serve.ts'
import { aYear, type Section, type Year } from '../year/a-year.ts'
import { type Filling, filled } from '../year/fill-sheet.ts'
import { openBrowser, screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'

let year: Year
let serving: Serving
let browser: Browser

beforeAll(async () => {
  year = await aYear({ sections: 4, indicators: 4 })
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

const opened = async (work: (page: Page) => Promise<void>, javaScriptEnabled = true) => {
  const context = await browser.newContext({ viewport: screens.desktop, javaScriptEnabled })
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}
const at = (path: string): string => `${serving.address}${path}`
const section = (n: number): Section => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}
const uploadPath = (n: number): string => `/${year.code}/responses/${section(n).responseId}/upload`
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const actual = '令和6年度の実績'

const fill = async (n: number, work: (filling: Filling) => void): Promise<Buffer> => {
  const { clerk, responseId } = section(n)
  const sheet = await responseSheetFile(year.app, clerk, year.code, responseId ?? '')
  if (!sheet.ok) throw new Error(sheet.problem.code)
  return Buffer.from(await filled(sheet.value.bytes, work))
}
const save = async (n: number, row: number, raw: string): Promise<void> => {
  const { head, responseId } = section(n)
  const items = await year.app.store.read(year.code, (tx) => tx.responses.items(responseId ?? ''))
  const value = { kind: 'actual' as const, raw, absence: null, expected: null, provisional: false, confirmed: [] }
  const change = { itemId: items[row - 1]?.id ?? '', field: 'actual' as const, value, base: 0 }
  const saved = await saveAnswers(year.app, head, year.code, responseId ?? '', [change])
  expect(saved.ok && saved.value.stale).toEqual([])
}
const send = async (page: Page, buffer: Buffer, name = '回答.xlsx'): Promise<void> => {
  await page.setInputFiles('#file', { name, mimeType: mime, buffer })
  await page.getByRole('button', { name: /変わるところを確かめる|see what changes/ }).click()
  await page.waitForLoadState()
}
const rawsOf = async (n: number): Promise<readonly string[]> => {
  const { responseId } = section(n)
  const items = await year.app.store.read(year.code, (tx) => tx.responses.items(responseId ?? ''))
  const answers = await year.app.store.read(year.code, (tx) => tx.responses.answers(responseId ?? ''))
  return items.map(({ id }) => {
    const value = answers.find(({ itemId, field }) => itemId === id && field === 'actual')?.value
    return value?.kind === 'actual' ? value.raw : ''
  })
}

/** 変わる・食い違う・読めない・変えてはならない欄の変わった、用紙。 */
const difficult = async (n: number): Promise<Buffer> => {
  const bytes = await fill(n, ({ cell }) => {
    cell(1, actual).value = 26
    cell(1, '増減理由').value = '創業塾の受講者が増えたため。'
    cell(2, actual).value = 13900
    cell(3, actual).value = { error: '#N/A' }
    cell(4, actual).value = 67.2
    cell(4, '単位').value = '点'
  })
  await save(n, 1, '25')
  return bytes
}

describe.each([true, false])('用紙を送り、確かめて、取り込む（台本 %s）', (scripts) => {
  test('食い違いを選ぶまで取り込めず、選んだとおりに変わる', async () => {
    const n = scripts ? 0 : 1
    const bytes = await difficult(n)
    await opened(async (page) => {
      await page.goto(at(uploadPath(n)))
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: '用紙（Excel）をダウンロード' }).click()
      expect((await download).suggestedFilename()).toBe(`令和6年度実績の照会_${section(n).name}.xlsx`)
      await send(page, Buffer.from('指標,実績\n'), 'メモ.csv')
      expect(await page.locator('#file-error').innerText()).toContain('メモ.csv は Excel のブック')
      await send(page, bytes)
      const words = await page.locator('main').innerText()
      expect(words).toContain('変わる欄 3、選んでいただく欄 1、読めない欄 1')
      expect(words).toContain('桁は合っていますか')
      expect(words).toContain('計算の誤り「#N/A」')
      expect(words).toContain('「％」が「点」に')
      const take = page.getByRole('button', { name: '選んだとおりに取り込む' })
      await take.click()
      expect(await rawsOf(n)).toEqual(['25', '', '', ''])
      await page.getByRole('radio', { name: /用紙の値にする/ }).check()
      await page.getByRole('checkbox', { name: 'このままでよい' }).first().check()
      await page.getByRole('checkbox', { name: /利用満足度の令和6年度の実績を取り込む/ }).uncheck()
      await take.click()
      await page.getByText('取り込みました。').waitFor()
      expect(await rawsOf(n)).toEqual(['26', '13900', '', ''])
      await page.goto(at(uploadPath(n)))
      await send(page, bytes)
      expect(await page.locator('main').innerText()).toMatch(/このファイルは.*取り込んでいます/)
    }, scripts)
  })
})

test('確かめているあいだに値が変われば、取り込まずに見せ直す', async () => {
  const n = 2
  const bytes = await fill(n, ({ cell }) => {
    cell(1, actual).value = 26
    cell(2, actual).value = 1390
  })
  await opened(async (page) => {
    await page.goto(at(uploadPath(n)))
    await send(page, bytes)
    await save(n, 1, '24')
    await page.getByRole('button', { name: '選んだとおりに取り込む' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('ほかの人が値を変えました')
    expect(await rawsOf(n)).toEqual(['24', '', '', ''])
    await page.getByRole('button', { name: '取り込まない' }).click()
    expect(await page.locator('main').innerText()).toContain('値は何も変わっていません')
  })
})

test('企画課は、届いた用紙をまとめて受け取り、断られたものだけを見る', async () => {
  const sheets = await Promise.all(
    [0, 1].map((n) =>
      fill(n, ({ cell }) => {
        cell(3, actual).value = 90 + n
      }),
    ),
  )
  const path = at(`/${year.code}/rounds/${year.roundId}/sheets`)
  const files = sheets.map((buffer, n) => ({ name: `${section(n).name}.xlsx`, mimeType: mime, buffer }))
  await opened(async (page) => {
    await page.goto(path)
    await page.setInputFiles('#file', [...files, { name: 'メモ.xlsx', mimeType: mime, buffer: Buffer.from('メモ') }])
    await page.getByRole('button', { name: '送って、変わるところを確かめる' }).click()
    expect(await page.locator('#file-error p').allInnerTexts()).toEqual([expect.stringContaining('メモ.xlsx')])
    for (const { name } of files) await page.getByRole('link', { name }).waitFor()
    await page.getByRole('link', { name: files[0]?.name ?? '' }).click()
    await page.getByRole('button', { name: '選んだとおりに取り込む' }).click()
    await page.getByRole('link', { name: 'ほかの届いた用紙へ' }).click()
    expect(await page.getByRole('link', { name: files[0]?.name ?? '' }).count()).toBe(0)
    expect((await rawsOf(0))[2]).toBe('90')
  })
})

test('どの頁も、日英・狭い画面・axe で困ったことがない', async () => {
  const n = 3
  const bytes = await difficult(n)
  const paths: string[] = [uploadPath(n), `/${year.code}/rounds/${year.roundId}/sheets`]
  await opened(async (page) => {
    await page.goto(at(uploadPath(n)))
    await send(page, bytes)
    paths.push(new URL(page.url()).pathname)
  })
  for (const path of paths.flatMap(inBothLanguages))
    await opened(async (page) => {
      await page.goto(at(path))
      expect([path, await troublesIn(page)]).toEqual([path, []])
      if (path.startsWith('/en')) expect(await page.locator('main h1').innerText()).not.toMatch(/[ぁ-ん]/)
    })
})
