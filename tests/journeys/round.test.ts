import ExcelJS from 'exceljs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import { type Serving, serve } from '#web/serve.ts'
import { aYear, aYearIn, plainAnswers, type Section, type Year } from '../year/a-year.ts'
import { openBrowser, screens } from './browser.ts'
import { type Facts, factsOf } from './round-facts.ts'
import { anotherClerk, type Seat, seated } from './round-people.ts'
import {
  button,
  change,
  clash,
  confirmAll,
  eventually,
  figure,
  fillSheet,
  mime,
  openFirst,
  pasteBlock,
  save,
  sendSheet,
  stepWithReason,
  submit,
  textOf,
  typeFigures,
  workOf,
} from './round-scenes.ts'
import { troublesIn } from './sample-site.ts'

let first: Year
let serving: Serving
let browser: Browser

beforeAll(async () => {
  first = await aYear({ indicators: 8, open: false })
  const started = await serve({ app: first.app, port: 0 })
  if (!started.ok) throw new Error(started.problem.code)
  serving = started.value
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await serving?.close()
  await first?.app.close()
})

/** 六つめ（補助金の交付額、前年度 2,700千円）を、円で打ち間違える。 */
const slipped = plainAnswers.map((raw, row) => (row === 5 ? '27400' : raw))
const roles = [
  'planner',
  'administrator',
  'auditor',
  'shopClerk',
  'shopSecond',
  'shopHead',
  'healthClerk',
  'healthDeputy',
  'healthHead',
] as const
type RoleName = (typeof roles)[number]

describe.each([
  ['台本あり', true],
  ['台本なし', false],
] as const)('照会の一年（%s）', (_, scripts) => {
  let year: Year
  let shop: Section
  let health: Section
  let facts: Facts
  const seats = new Map<RoleName, Seat>()
  const who = new Map<RoleName, Person>()
  let looked = 0

  const seat = (name: RoleName): Seat => {
    const found = seats.get(name)
    if (!found) throw new Error(`no seat for ${name}`)
    return found
  }
  const person = (name: RoleName): Person => {
    const found = who.get(name)
    if (!found) throw new Error(`no ${name}`)
    return found
  }
  const path = (rest: string): string => `/${year.code}${rest}`
  /** いま見ている頁に、axe の指摘も、はみ出しもない（台本のあるときに、頁の種類ごとに一度）。 */
  const looks = async ({ page }: Seat): Promise<void> => {
    if (!scripts) return
    looked += 1
    expect(await troublesIn(page), page.url()).toEqual([])
    await page.setViewportSize(screens.desktop)
  }
  const boardPath = async (): Promise<string> => path(`/rounds/${(await facts.round()).id}`)
  const entryPath = async (section: Section): Promise<string> =>
    path(`/responses/${(await facts.response(section)).id}`)

  beforeAll(async () => {
    year = scripts ? first : await aYearIn(first.app, { indicators: 8, open: false, number: 1 })
    const [one, two] = year.sections
    if (!one || !two) throw new Error('two sections were expected')
    ;[shop, health] = [one, two]
    facts = factsOf(year)
    who.set('planner', year.people.planner).set('administrator', year.people.administrator)
    who.set('auditor', year.people.auditor).set('shopClerk', shop.clerk).set('shopHead', shop.head)
    who.set('healthClerk', health.clerk).set('healthHead', health.head)
    who.set('shopSecond', await anotherClerk(year, shop, '商工課の二人目'))
    who.set('healthDeputy', await anotherClerk(year, health, '健康課長補佐'))
    const desk = { browser, address: serving.address, scripts }
    for (const name of roles) seats.set(name, await seated(desk, year, person(name)))
  })
  afterAll(async () => {
    for (const name of roles) {
      const { clicks, keys } = seat(name).counted()
      console.log(`${scripts ? '台本あり' : '台本なし'} ${person(name).name}：クリック ${clicks}、打鍵 ${keys}`)
    }
    if (scripts) console.log(`axe とはみ出しを見た頁：${looked}`)
    for (const each of seats.values()) await each.context.close()
  })

  test('企画課が照会を作り、下見して開くと、課の「あなたの仕事」の初めに出る', async () => {
    const planner = seat('planner')
    const { page } = planner
    await planner.open(path('/rounds'))
    await planner.go(page.getByRole('link', { name: '新しい照会を作る' }))
    await looks(planner)
    await planner.write(page.getByLabel('照会の題'), '令和5年度実績の照会')
    await page.getByLabel('尋ねる年度').selectOption('2024')
    await page.getByLabel('入力・提出の締切').fill('2099-06-12')
    await page.getByLabel('課長の確認の締切').fill('2099-06-19')
    await page.getByLabel('企画課の受理の締切').fill('2099-06-26')
    await planner.write(page.getByLabel('各課への案内文'), '令和6年度の実績を入れてください。')
    await planner.go(button(page, '保存して下見へ'))
    expect(await page.locator('.lead').first().innerText()).toBe('2課に、16の指標を尋ねます。')
    expect(await page.locator('main').innerText()).toContain('題・案内文に令和5年度とありますが、尋ねる年度は令和6年度')
    await planner.go(page.getByRole('link', { name: '照会を直す' }).first())
    await planner.write(page.getByLabel('照会の題'), '令和6年度実績の照会')
    await planner.go(button(page, '保存して下見へ'))
    expect(await page.locator('main').innerText()).not.toContain('尋ねる年度は令和6年度')
    expect((await facts.round()).status).toBe('draft')
    expect(await workOf(seat('shopClerk'), year.code)).toEqual([])
    await looks(planner)
    await planner.go(button(page, 'いま開いて、各課に知らせる'))
    expect(await page.getByRole('status').innerText()).toBe('照会を開き、各課に知らせました。')
    await looks(planner)
    expect(await facts.round()).toMatchObject({ status: 'open', fiscalYear: 2024, deadlines: { enter: '2099-06-12' } })
    for (const [name, section] of [
      ['shopClerk', shop],
      ['shopSecond', shop],
      ['healthClerk', health],
    ] as const) {
      expect(await facts.state(section)).toBe('not-started')
      expect((await workOf(seat(name), year.code))[0]).toBe(`${section.name}：実績を入れる（残り8項目）`)
    }
    expect(await workOf(seat('shopHead'), year.code)).toEqual([])
    await looks(seat('shopClerk'))
  })

  test('商工課の担当が八つの値を打つと、その字のまま残る', async () => {
    const clerk = seat('shopClerk')
    await openFirst(clerk)
    await typeFigures(clerk, slipped, scripts)
    if (!scripts) await clerk.go(save(clerk.page))
    await eventually(() => facts.raws(shop), slipped)
    expect(await facts.state(shop)).toBe('entering')
    // 打ちかけの字（360 の 3）は、一度も保存されていない。
    expect(await facts.everWritten(shop)).toEqual(slipped.toSorted())
  })

  test('Excel の升目を貼る（台本がなければ文を打つ）と、値と隣の文に入る', async () => {
    const clerk = seat('shopClerk')
    const { page } = clerk
    const said = ['創業塾の受講者が増えたため', '催しを一つ増やしたため']
    if (scripts) {
      await pasteBlock(clerk, 0, [
        ['26', said[0] ?? ''],
        ['1,390', said[1] ?? ''],
      ])
      await page.locator('#entry-news').getByText('2行×2列を貼りました').waitFor()
    } else {
      for (const [row, words] of said.entries()) {
        await clerk.click(page.locator('.entry-item').nth(row).getByText('文・資料・書き込み'))
        await clerk.write(textOf(page, row, '増減理由'), words)
      }
      await clerk.write(figure(page, 1), '1,390')
      await clerk.go(save(page))
    }
    await eventually(async () => (await facts.raws(shop, 'text-reason')).slice(0, 3), [...said, ''])
    expect((await facts.raws(shop)).slice(0, 3)).toEqual(['26', '1,390', '104'])
  })

  test('桁の違う値は尋ねられ、答えるまで出せない', async () => {
    const clerk = seat('shopClerk')
    const { page } = clerk
    expect(await page.locator('.entry-ask span').first().innerText()).toContain('27,400千円')
    await clerk.go(submit(page))
    expect(await page.locator('[role=alert]').innerText()).toContain('まだ提出していません')
    expect(await facts.state(shop)).toBe('entering')
    await looks(clerk)
    await confirmAll(clerk)
    if (scripts) await eventually(() => page.locator('.entry-ask:not(.confirmed)').count(), 0)
  })

  test('同じ課の二人が同じ値を変えると、どちらの画面でも両方を見て選ぶ', async () => {
    const [mine, theirs] = [seat('shopClerk'), seat('shopSecond')]
    await openFirst(theirs)
    // 担当の画面は、二人目が変える前のもの。
    await change(theirs, 7, '5,790', scripts)
    await eventually(async () => (await facts.raws(shop))[7], '5,790')
    const conflict = mine.page.waitForResponse((answer) => answer.request().method() === 'POST')
    await change(mine, 7, '5,810', scripts)
    expect((await conflict).status()).toBe(scripts ? 200 : 409)
    await clash(mine.page).waitFor()
    expect(await clash(mine.page).innerText()).toMatch(
      /商工課の二人目が.*「5,790」としました。あなたの値は「5,810」です。/,
    )
    expect((await facts.raws(shop))[7]).toBe('5,790')
    await looks(mine)
    await mine.click(mine.page.getByLabel('わたしの値「5,810」にする'))
    if (!scripts) await mine.go(save(mine.page))
    await eventually(async () => (await facts.raws(shop))[7], '5,810')
    // 二人目の画面は、担当が選ぶ前のもの。
    await change(theirs, 7, '5,795', scripts)
    await clash(theirs.page).waitFor()
    expect(await clash(theirs.page).innerText()).toMatch(
      /商工課の担当が.*「5,810」としました。あなたの値は「5,795」です。/,
    )
    await theirs.click(theirs.page.getByLabel('相手の値「5,810」にする'))
    if (!scripts) await theirs.go(save(theirs.page))
    await eventually(() => figure(theirs.page, 7).inputValue(), '5,810')
    expect((await facts.raws(shop))[7]).toBe('5,810')
  })

  test('提出すると課長を待ち、課長はわけを添えて差し戻す', async () => {
    const [clerk, head] = [seat('shopClerk'), seat('shopHead')]
    await clerk.go(submit(clerk.page))
    expect(await clerk.page.locator('.done').innerText()).toBe('提出しました。')
    expect(await facts.state(shop)).toBe('submitted')
    expect(await workOf(head, year.code)).toEqual(['商工課：回答を確認する'])
    await openFirst(head)
    const asked = await head.page.locator('.flow-item').nth(5).innerText()
    expect(asked).toContain('27,400千円')
    expect(asked).toContain('このままでよい（商工課の担当）')
    await looks(head)
    await stepWithReason(head, 'return-by-head', '担当者に差し戻す', '交付額の桁を確かめてください')
    expect(await head.page.locator('.flow-done').innerText()).toContain('差し戻しました')
    expect(await facts.lastStep(shop)).toMatchObject({
      step: 'return-by-head',
      by: '商工課長',
      reason: '交付額の桁を確かめてください',
    })
    expect(await facts.state(shop)).toBe('returned')
  })

  test('担当は初めにわけを見て、直して、もう一度出し、課長が確認する', async () => {
    const [clerk, head] = [seat('shopClerk'), seat('shopHead')]
    expect((await workOf(clerk, year.code))[0]).toBe('商工課：差し戻された回答を直す')
    expect(await clerk.page.locator('.flow-note').first().innerText()).toBe('商工課長：交付額の桁を確かめてください')
    await openFirst(clerk)
    expect(await clerk.page.locator('.notice').first().innerText()).toContain('交付額の桁を確かめてください')
    await clerk.write(figure(clerk.page, 5), '2,740')
    if (scripts) {
      await clerk.press('Enter')
      await eventually(async () => (await facts.raws(shop))[5], '2,740')
    }
    await clerk.go(submit(clerk.page))
    expect(await facts.state(shop)).toBe('submitted')
    expect((await facts.raws(shop))[5]).toBe('2,740')
    await workOf(head, year.code)
    await openFirst(head)
    expect(await head.page.locator('.flow-item.changed h2').allInnerTexts()).toEqual([
      expect.stringContaining('補助金の交付額'),
    ])
    await head.go(button(head.page, '確認する（決裁）'))
    expect(await facts.state(shop)).toBe('approved')
    expect(await facts.steps(shop)).toEqual(['begin', 'submit', 'return-by-head', 'submit', 'approve'])
  })

  test('健康課は用紙に書いて送り、変わるところを確かめて取り込み、出す', async () => {
    const clerk = seat('healthClerk')
    const { page } = clerk
    await workOf(clerk, year.code)
    await openFirst(clerk)
    await clerk.click(page.locator('summary', { hasText: 'Excelで入力する' }))
    await clerk.go(page.getByRole('link', { name: '回答用紙（Excel）' }))
    const sheet = await clerk.take(page.getByRole('link', { name: '用紙（Excel）をダウンロード' }))
    expect(sheet.name).toBe('令和6年度実績の照会_健康課.xlsx')
    await looks(clerk)
    const values = plainAnswers.map((raw, row) => (row === 1 ? '１，３９０人' : raw))
    await sendSheet(clerk, sheet.name, await fillSheet(clerk, sheet.bytes, values))
    expect(await page.locator('main').innerText()).toContain('変わるところ（8）')
    expect(await facts.raws(health)).toEqual(['', '', '', '', '', '', '', ''])
    await looks(clerk)
    await clerk.go(button(page, '選んだとおりに取り込む'))
    expect(await page.locator('.done').innerText()).toContain('取り込みました')
    expect(await facts.raws(health)).toEqual(values)
    await clerk.go(page.getByRole('link', { name: '入力の頁へ' }))
    await clerk.go(submit(page))
    expect(await facts.state(health)).toBe('submitted')
  })

  const absent = async (from: string): Promise<void> => {
    const administrator = seat('administrator')
    const { page } = administrator
    await administrator.open(path(`/people/${health.head.id}`))
    await administrator.click(page.locator('summary', { hasText: '不在' }))
    await page.getByLabel('不在の初めの日').fill(from)
    await administrator.go(button(page, '不在を書く'))
    expect(await page.locator('main').innerText()).toContain('不在を書きました')
  }
  const standIn = async (reason: string): Promise<void> => {
    const deputy = seat('healthDeputy')
    expect(await workOf(deputy, year.code)).toEqual(['健康課：課長が不在です。代決するか、部長に頼む'])
    await openFirst(deputy)
    await stepWithReason(deputy, 'approve-for', '代決する', reason)
    expect(await deputy.page.locator('.flow-done').innerText()).toContain('代決しました')
    expect(await facts.lastStep(health)).toMatchObject({
      step: 'approve-for',
      by: '健康課長補佐',
      onBehalfOf: '健康課長',
      reason,
    })
    expect(await facts.state(health)).toBe('approved')
  }

  test('健康課長の不在に、課長補佐が代決する', async () => {
    const deputy = seat('healthDeputy')
    // 課長がいるあいだは、補佐は代決できない。
    expect(await workOf(deputy, year.code)).toEqual([])
    await absent('2026-04-01')
    await looks(seat('administrator'))
    await standIn('課長の入院のため')
  })

  test('企画課が一つを差し戻し、戻ってきたところで二つをまとめて受理する', async () => {
    const [planner, clerk] = [seat('planner'), seat('healthClerk')]
    const { page } = planner
    expect((await workOf(planner, year.code))[0]).toBe('2課の回答を受理する')
    await openFirst(planner)
    await looks(planner)
    await planner.go(page.getByRole('link', { name: '健康課' }))
    await stepWithReason(planner, 'return-by-planner', '課に差し戻す', '相談件数の数え方を確かめてください')
    expect(await facts.state(health)).toBe('returned')
    await workOf(clerk, year.code)
    expect(await clerk.page.locator('.flow-note').first().innerText()).toContain('相談件数の数え方を確かめてください')
    await openFirst(clerk)
    await clerk.write(figure(clerk.page, 4), '365')
    if (scripts) {
      await clerk.press('Enter')
      await eventually(async () => (await facts.raws(health))[4], '365')
    }
    await clerk.go(submit(clerk.page))
    await standIn('課長の入院が続くため')
    expect((await workOf(planner, year.code))[0]).toBe('2課の回答を受理する')
    await openFirst(planner)
    expect(await page.locator('tbody tr').count()).toBe(2)
    await planner.go(button(page, '選んだ回答を受理する'))
    expect(await page.locator('.flow-done').innerText()).toContain('2課の回答を受理しました')
    expect([await facts.state(shop), await facts.state(health)]).toEqual(['accepted', 'accepted'])
  })

  test('受理した値が、進捗状況一覧表（頁と Excel）と指標の頁に立つ', async () => {
    const planner = seat('planner')
    const { page } = planner
    const expected = [
      ['26', '1390', '104', '67.2', '360', '2740', '16', '5810'],
      ['26', '1390', '104', '67.2', '365', '2740', '16', '5800'],
    ]
    expect([await facts.standing(shop), await facts.standing(health)]).toEqual(expected)
    await planner.open(path(`/plans/${year.editionId}/progress`))
    const rowOf = (name: string) => page.locator('tr', { hasText: name }).first()
    expect(await rowOf('商工の施設の利用者数').innerText()).toMatch(/5,?810/)
    expect(await rowOf('健康の相談件数').innerText()).toMatch(/365/)
    await planner.go(page.getByRole('link', { name: '健康の相談件数' }).first())
    expect(await page.locator('main').innerText()).toContain('365件')
    await planner.open(path(`/plans/${year.editionId}/reports/progress-table`))
    const { bytes } = await planner.take(page.getByRole('link', { name: 'Excel' }).first())
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
    const cells: string[] = []
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => row.eachCell(({ value }) => cells.push(String(value ?? '').replaceAll(',', ''))))
    for (const value of expected.flat())
      expect(
        cells.some((cell) => cell.includes(value)),
        value,
      ).toBe(true)
  })

  test('戻った健康課長は、代決されたものを後閲する', async () => {
    await absent('')
    const head = seat('healthHead')
    expect(await workOf(head, year.code)).toEqual(['健康課：代決を後閲する'])
    await openFirst(head)
    expect(await head.page.locator('.flow-stood').innerText()).toContain('課長の入院が続くため')
    await head.go(button(head.page, '後閲した'))
    expect((await facts.steps(health)).at(-1)).toBe('note-seen')
    expect(await workOf(head, year.code)).toEqual([])
  })

  const close = async (despite: boolean): Promise<void> => {
    const planner = seat('planner')
    const { page } = planner
    await planner.open(await boardPath())
    await planner.go(page.getByRole('link', { name: '閉じる', exact: true }))
    if (despite) await planner.click(page.getByLabel('承知のうえで閉じる'))
    if (!despite) await looks(planner)
    await planner.go(button(page, '閉じて凍らせる'))
    expect(await page.getByRole('status').innerText()).toContain('照会を閉じました')
    expect((await facts.round()).status).toBe('closed')
  }
  const reopen = async (reason: string): Promise<void> => {
    const planner = seat('planner')
    const { page } = planner
    await planner.open(await boardPath())
    await planner.write(page.getByLabel('開け直すわけ'), reason)
    await planner.go(button(page, '開け直す'))
    expect(await page.locator('.rounds-steps').innerText()).toContain(`わけ：${reason}`)
    expect(await facts.round()).toMatchObject({ status: 'open', reopenedReason: reason })
  }

  test('閉じると、だれの、何も、受け付けない', async () => {
    await close(false)
    const [board, shopPage, healthPage] = [await boardPath(), await entryPath(shop), await entryPath(health)]
    const before = await facts.everything([shop, health])
    const { revision } = await facts.response(shop)
    const [item] = await facts.itemsOf(shop)
    const key = `${item?.id} actual`
    const file = { name: '回答.xlsx', mimeType: mime, buffer: Buffer.from('PK') }
    const answers: Record<string, string> = { key, [`v ${key}`]: '99', [`b ${key}`]: '1', [`was ${key}`]: '' }
    const steps = (name: RoleName, at: string, ...names: readonly string[]) =>
      names.map(
        (step) => [name, `${at}/step`, { step, revision: String(revision), reason: 'わけ', headName: '課長' }] as const,
      )
    const tries: readonly (readonly [RoleName, string, Readonly<Record<string, string | typeof file>>])[] = [
      ['shopClerk', `${shopPage}/save`, { ...answers, do: 'save' }],
      ['shopClerk', `${shopPage}/save`, { ...answers, do: 'submit' }],
      ['shopSecond', `${shopPage}/upload`, { file }],
      ['planner', `${shopPage}/save`, { ...answers, do: 'save' }],
      ...steps('shopClerk', shopPage, 'submit', 'withdraw'),
      ...steps('shopHead', shopPage, 'approve', 'return-by-head'),
      ...steps('healthDeputy', healthPage, 'approve-for'),
      ...steps('planner', healthPage, 'accept', 'return-by-planner'),
      ['planner', `${board}/extend`, { whom: 'unsubmitted', to: '2099-07-01', reason: '遅れ' }],
      ['planner', `${board}/remind`, { whom: 'unsubmitted', note: '' }],
      ['planner', `${board}/add`, {}],
      ['planner', `${board}/edit`, { title: '変えた題', enter: '2099-07-01' }],
      ['planner', `${board}/open`, {}],
      ['planner', `${board}/remove`, {}],
    ]
    for (const [name, to, sent] of tries) {
      const answer = await seat(name).context.request.post(serving.address + to, {
        headers: { Origin: serving.address },
        maxRedirects: 0,
        ...(to.endsWith('/save') || 'file' in sent
          ? { multipart: { ...sent } }
          : { form: { ...sent } as Record<string, string> }),
      })
      const words = `${name} ${to} ${JSON.stringify(sent).slice(0, 80)}`
      expect(answer.status(), words).toBeGreaterThanOrEqual(400)
      expect(answer.status(), words).toBeLessThan(500)
      expect(await answer.text(), words).toContain('<main')
    }
    // まとめての受理は、その課を除いて言う。閉じるの二度押しは、一度目と同じ。
    const post = (to: string, form: Record<string, string>) =>
      seat('planner').context.request.post(serving.address + to, { headers: { Origin: serving.address }, form })
    const accept = await post(`${board}/accept`, { chosen: `${(await facts.response(shop)).id} ${revision}` })
    expect(await accept.text()).toContain('受理しなかった回答 1課')
    await post(`${board}/close`, {})
    expect(await facts.everything([shop, health])).toBe(before)
    console.log(`閉じた照会に試みて、断られた働きかけ：${tries.length + 2}`)
  })

  test('わけを添えて開け直し、開いている頁で打つあいだに閉じられても、打ったものは失われない', async () => {
    await reopen('県の値が改まったため')
    const [planner, clerk, head] = [seat('planner'), seat('shopClerk'), seat('shopHead')]
    await planner.open(`${await entryPath(shop)}/review`)
    await stepWithReason(planner, 'return-by-planner', '課に差し戻す', '県の値に合わせてください')
    await workOf(clerk, year.code)
    await openFirst(clerk)
    await close(true)
    await change(clerk, 0, '27', scripts)
    if (scripts) {
      const bar = clerk.page.locator('#entry-state')
      await eventually(
        async () => /この照会は閉じているので.*\nまだ保存していない欄 1/.test(await bar.innerText()),
        true,
      )
    } else {
      expect(await clerk.page.locator('[role=alert]').innerText()).toMatch(/打ったもの（保存していません）[\s\S]*27/)
      expect(await clerk.page.locator('.entry-value').first().innerText()).toMatch(/^26件?$/)
    }
    expect((await facts.raws(shop))[0]).toBe('26')
    await reopen('商工課の直しが終わっていないため')
    await clerk.open(await entryPath(shop))
    if (scripts) {
      await clerk.click(button(clerk.page, '残っている値に戻す'))
    } else {
      await change(clerk, 0, '27', scripts)
    }
    await eventually(async () => (await facts.raws(shop))[0], '27')
    await clerk.go(submit(clerk.page))
    await workOf(head, year.code)
    await openFirst(head)
    await head.go(button(head.page, '確認する（決裁）'))
    await workOf(planner, year.code)
    await openFirst(planner)
    await planner.go(button(planner.page, '選んだ回答を受理する'))
    expect((await facts.standing(shop))[0]).toBe('27')
    await close(false)
  })

  test('進捗状況一覧表を公表し、あとから実績を改めても、公表したバイト列は変わらない', async () => {
    const planner = seat('planner')
    const { page } = planner
    await planner.open(path(`/plans/${year.editionId}/reports/progress-table`))
    await planner.go(page.getByRole('link', { name: '公表の確認へ' }))
    await looks(planner)
    await planner.go(button(page, '中身を凍らせて公表する'))
    await looks(planner)
    const publication = new URL(page.url()).pathname
    const links = await page
      .locator('a[href*="/files/"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
    const hrefs = [...new Set(links)]
    const bytes = async () =>
      Promise.all(hrefs.map(async (href) => (await planner.context.request.get(serving.address + href)).body()))
    const [before, stored] = [await bytes(), await facts.published()]
    expect(
      before.some((each) => each.toString('utf8').includes('5,810') || each.toString('utf8').includes('5810')),
    ).toBe(true)

    const [item] = (await facts.itemsOf(shop)).slice(7)
    await planner.open(path(`/plans/${year.editionId}/indicators/${item?.subjectId}`))
    await planner.go(page.getByRole('link', { name: '実績の履歴' }))
    await looks(planner)
    await page.locator('#year').selectOption('2024')
    await planner.write(page.locator('#raw'), '5,820')
    await planner.write(page.locator('#reason'), '集計の誤りのため')
    await planner.go(button(page, '実績を改める'))
    expect((await facts.standing(shop))[7]).toBe('5820')
    expect(await page.locator('.flow-versions tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/遡及修正[\s\S]*5,820[\s\S]*集計の誤りのため/),
      expect.stringMatching(/確定[\s\S]*5,810/),
    ])
    await planner.open(path(`/plans/${year.editionId}/progress`))
    expect(await page.locator('tr', { hasText: '商工の施設の利用者数' }).first().innerText()).toMatch(/5,?820/)
    expect(await bytes()).toEqual(before)
    expect(await facts.published()).toEqual(stored)
    expect(stored.length).toBe(hrefs.length)
    await planner.open(publication)
    console.log(`公表したファイル ${hrefs.length} 個は、遡及修正のあとも同じバイト列`)
  })

  test('監査委員は、はじめから終わりまでを読み、鎖を確かめる。ほかの人は読めない', async () => {
    const auditor = seat('auditor')
    const { page } = auditor
    expect(await seat('planner').open(path('/audit'))).toBe(403)
    await auditor.open(path('/audit'))
    await looks(auditor)
    const read: string[] = []
    for (;;) {
      read.push(...(await page.locator('.audit-entry').allInnerTexts()))
      const older = page.getByRole('link', { name: '古いほうの記録へ' })
      if ((await older.count()) === 0) break
      await auditor.go(older)
    }
    const entries = await facts.chain()
    expect(read.length).toBe(entries)
    const told = read.toReversed().join('\n')
    for (const words of [
      '商工課の二人目',
      '交付額の桁を確かめてください',
      '課長の入院のため',
      '相談件数の数え方を確かめてください',
      '県の値が改まったため',
      '商工課の直しが終わっていないため',
      '集計の誤りのため',
    ])
      expect(told).toContain(words)
    await auditor.open(path('/audit'))
    await auditor.go(button(page, 'いま確かめる'))
    expect(await page.locator('.audit-good').innerText()).toContain(`鎖は正しく、${entries}件です`)
    console.log(`監査委員が読んだ記録 ${read.length} 件、鎖は正しい`)
  })
})
