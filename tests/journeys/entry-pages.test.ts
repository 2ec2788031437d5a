import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerField } from '#domain/collection/answer.ts'
import type { Person } from '#domain/people/person.ts'
import { entryView } from '#operations/collection/entry-view.ts'
import { saveTyped } from '#operations/collection/save-answers.ts'
import { type Serving, serve } from '#web/serve.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { signedIn } from '../year/signed-in.ts'
import { openBrowser, screens } from './browser.ts'
import { troublesIn } from './sample-site.ts'

let year: Year
let serving: Serving
let browser: Browser
const cookies = new Map<Person, string>()

// 課ごとに一つの試験（値が混ざらないように）。
const sections = 8

beforeAll(async () => {
  year = await aYear({ sections })
  for (const { clerk, head } of year.sections)
    for (const person of [clerk, head]) cookies.set(person, await signedIn(year.app, year.code, person))
  cookies.set(year.people.planner, await signedIn(year.app, year.code, year.people.planner))
  serving = await opened(0)
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await serving?.close()
  await year?.app.close()
})

const opened = async (port: number): Promise<Serving> => {
  const started = await serve({ app: year.app, port })
  if (!started.ok) throw new Error(started.problem.code)
  return started.value
}

const at = (section: number): string => `/${year.code}/responses/${year.sections[section]?.responseId}`

const signIn = async (context: BrowserContext, person: Person): Promise<void> => {
  const pairs = (cookies.get(person) ?? '').split('; ').filter((each) => each !== '')
  await context.addCookies(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), domain: '127.0.0.1', path: '/' }
    }),
  )
}

type Who = 'clerk' | 'head'

/** その課の人として頁を開く。 */
const asPerson = async (
  section: number,
  work: (page: Page, context: BrowserContext) => Promise<void>,
  { who = 'clerk', scripts = true, narrow = false }: { who?: Who; scripts?: boolean; narrow?: boolean } = {},
): Promise<void> => {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: narrow ? screens.narrow : screens.desktop,
  })
  const person = year.sections[section]?.[who]
  if (!person) throw new Error('no such section')
  await signIn(context, person)
  try {
    const page = await context.newPage()
    await page.goto(serving.address + at(section))
    await work(page, context)
  } finally {
    await context.close()
  }
}

const stored = async (section: number) => {
  const view = await entryView(year.app, year.people.planner, year.code, year.sections[section]?.responseId ?? '')
  if (!view.ok) throw new Error(view.problem.code)
  return view.value
}

/** 保存されている字。実績の欄なら打たれたまま。 */
const rawIn = async (section: number, row: number, field: AnswerField = 'actual'): Promise<string | undefined> => {
  const value = (await stored(section)).rows[row]?.answers.find((answer) => answer.field === field)?.value
  return value?.kind === 'actual' ? value.raw : value?.kind === 'text' ? value.text : undefined
}

const rawsOf = async (section: number): Promise<readonly (string | undefined)[]> =>
  Promise.all(Array.from({ length: 8 }, (_, row) => rawIn(section, row)))

const eventually = async <T>(ask: () => Promise<T>, expected: T): Promise<void> =>
  expect.poll(ask, { timeout: 20_000, interval: 100 }).toEqual(expected)

/** 値の欄。 */
const figure = (page: Page, row: number) => page.locator('.entry-actual .entry-raw').nth(row)
const state = (page: Page) => page.locator('#entry-state')

const plain = ['26', '1,390', '104', '67.2', '345', '2,750', '16', '5,800'] as const

/** ほかの人が、画面の外で（同じときに）書く。 */
const writeAs = async (section: number, who: Who, row: number, raw: string): Promise<void> => {
  const { rows, response } = await stored(section)
  const answers = rows[row]?.answers.find(({ field }) => field === 'actual')
  const person = year.sections[section]?.[who]
  if (!person) throw new Error('no such section')
  const change = {
    itemId: rows[row]?.item.id ?? '',
    field: 'actual' as const,
    typed: { raw },
    base: answers?.revision ?? 0,
  }
  const saved = await saveTyped(year.app, person, year.code, response.id, [change])
  expect(saved.ok && saved.value.written.length).toBe(1)
}

describe('打つ', () => {
  test('開けばカーソルは初めの空の欄にあり、八つの数と Enter だけで出せる', () =>
    asPerson(0, async (page) => {
      let keys = 0
      for (const value of plain) {
        await page.keyboard.type(value)
        await page.keyboard.press('Enter')
        keys += value.length + 1
      }
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('提出する')
      await eventually(
        () => page.locator('#entry-summary').innerText(),
        '8項目のうち8項目を入力、そろいました。提出できます',
      )
      await page.keyboard.press('Enter')
      keys += 1
      await page.waitForURL(/done=submitted/)
      expect(await page.locator('.done').innerText()).toBe('提出しました。')
      expect((await stored(0)).response.state).toBe('submitted')
      expect(await rawsOf(0)).toEqual([...plain])
      console.log(`八つの値を打って出すまで: 開いてから打鍵 ${keys}（数 ${keys - 9}・Enter 9）、クリック 0`)
    }))

  test('打っている途中に達成率が変わり、離れると保存され、尋ねには「このままでよい」と答えられる', () =>
    asPerson(1, async (page) => {
      await figure(page, 1).fill('13,900')
      await eventually(() => page.locator('.entry-rate').nth(1).innerText(), '89.3%→926.7%\n＋12,560人')
      expect(await rawIn(1, 1)).toBeUndefined()
      await figure(page, 1).press('Enter')
      await eventually(() => rawIn(1, 1), '13,900')
      const ask = page.locator('.entry-ask')
      await eventually(
        () => ask.locator('span').innerText(),
        '令和5年度は1,340人、今回は13,900人です。桁は合っていますか',
      )
      await page.getByLabel('このままでよい').check()
      await eventually(async () => (await stored(1)).questionsAnswered, true)
      // 打ちかえれば、前の値への答えは数えない。
      await figure(page, 1).fill('14,900')
      await figure(page, 1).press('Enter')
      await eventually(async () => (await stored(1)).questionsAnswered, false)
      expect(await page.locator('.entry-actual .entry-said').nth(1).innerText()).toMatch(/^保存しました \d?\d:\d\d$/)
    }))

  test('矢印で行き来し、Esc で打つ前に戻る。読めない値は断り、打ったものは残る', () =>
    asPerson(1, async (page) => {
      await figure(page, 2).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.type('6')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.type('1,04')
      await page.keyboard.press('Escape')
      expect(await figure(page, 2).inputValue()).toBe('')
      await page.keyboard.type('1,2345')
      await page.keyboard.press('Enter')
      await eventually(() => page.locator('.entry-error').filter({ visible: true }).count(), 1)
      expect(await figure(page, 2).inputValue()).toBe('1,2345')
      expect(await figure(page, 2).getAttribute('aria-invalid')).toBe('true')
      await eventually(() => rawIn(1, 3), '6')
      await figure(page, 2).fill('104')
      await figure(page, 2).press('Enter')
      await eventually(() => rawIn(1, 2), '104')
      // 倉庫に入ってから、答えが頁に届くまでに間がある。
      await eventually(() => page.locator('.entry-error').filter({ visible: true }).count(), 0)
    }))

  test('未公表は公表の見込みを尋ね、達成率が境を下回ると増減理由の欄が開く', () =>
    asPerson(1, async (page) => {
      await page.locator('.entry-ways select').nth(5).selectOption('not-published')
      await eventually(
        () => page.locator('.entry-item').nth(5).locator('.entry-lack').innerText(),
        '未公表の値の、公表の見込みが入っていません',
      )
      await page.locator('.entry-expected input').nth(5).fill('令和8年12月')
      await page.keyboard.press('Tab')
      await eventually(async () => (await stored(1)).rows[5]?.answers[0]?.value, {
        kind: 'actual',
        raw: '',
        absence: 'not-published',
        expected: '2026-12',
        provisional: false,
        confirmed: [],
      })
      await figure(page, 4).fill('300')
      await figure(page, 4).press('Enter')
      const reason = page.locator('.entry-item').nth(4).getByLabel('増減理由')
      await reason.fill('相談員が一人減ったため')
      await reason.blur()
      await eventually(() => rawIn(1, 4, 'text-reason'), '相談員が一人減ったため')
    }))

  test('資料は選ぶと付き、書き込みはその場で残る。中身の違うものは断る', () =>
    asPerson(1, async (page) => {
      const row = page.locator('.entry-item').nth(0)
      await row.getByText('文・資料・書き込み').click()
      await row
        .locator('input[type=file]')
        .setInputFiles({ name: '偽.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') })
      await eventually(async () => (await page.locator('#entry-news').innerText()).includes('付けられない種類'), true)
      await row
        .locator('input[type=file]')
        .setInputFiles({ name: '根拠.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
      await row.getByRole('link', { name: '根拠.pdf' }).waitFor()
      const download = page.waitForEvent('download')
      await row.getByRole('link', { name: '根拠.pdf' }).click()
      expect((await download).suggestedFilename()).toBe('根拠.pdf')
      await row.locator('.entry-comments textarea').fill('数え方を変えました')
      await row.getByRole('button', { name: '書き込む' }).click()
      await row.getByText('数え方を変えました').waitFor()
      expect((await stored(1)).rows[0]).toMatchObject({ evidence: 1, comments: [{ text: '数え方を変えました' }] })
    }))
})

describe('Excel から貼る', () => {
  const paste = (page: Page, row: number, text: string) =>
    figure(page, row).evaluate((field, words) => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)

  test('列は値、隣の列は文へ。どこに貼ったかを言い、元に戻せる', () =>
    asPerson(2, async (page) => {
      await paste(page, 0, '26\t"増えた\n二行"\t続ける\r\n1,390\r\n104\r\n')
      await eventually(() => rawIn(2, 0, 'text-reason'), '増えた\n二行')
      await eventually(() => rawIn(2, 0, 'text-next'), '続ける')
      await eventually(() => rawIn(2, 2), '104')
      const news = page.locator('#entry-news')
      expect(await news.innerText()).toContain('農林の起業件数（R2～累計）から3行×3列を貼りました。')
      await news.getByRole('button', { name: '貼る前に戻す' }).click()
      await eventually(
        async () => [await rawIn(2, 0), await rawIn(2, 0, 'text-reason'), await rawIn(2, 2)],
        [undefined, undefined, undefined],
      )
    }))

  test('八つの列を一度に。入りきらない行は貼らずに言う', () =>
    asPerson(2, async (page) => {
      await paste(page, 1, [...plain.slice(1), '99', '98'].join('\n'))
      await eventually(() => rawsOf(2), [undefined, ...plain.slice(1)])
      expect(await page.locator('#entry-news').innerText()).toContain('入りきらない2行は、貼っていません。')
    }))
})

describe('つながらないとき', () => {
  test('線が切れても書き続けられ、つながれば自分で保存する', () =>
    asPerson(3, async (page, context) => {
      await context.setOffline(true)
      await figure(page, 0).fill('26')
      await figure(page, 0).press('Enter')
      await eventually(async () => (await state(page).innerText()).startsWith('保存できません'), true)
      await page.keyboard.type('1,390')
      await page.keyboard.press('Enter')
      expect(await rawIn(3, 0)).toBeUndefined()
      await context.setOffline(false)
      await eventually(async () => [await rawIn(3, 0), await rawIn(3, 1)], ['26', '1,390'])
      await eventually(async () => (await state(page).innerText()).startsWith('保存しました'), true)
      expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0)
    }))

  test('サーバーが落ちているあいだに打って頁を閉じても、次に開けば差し出す。いまの値と並べて', () =>
    asPerson(3, async (page, context) => {
      const { port } = serving
      await serving.close()
      await figure(page, 2).fill('104')
      await figure(page, 2).press('Enter')
      await figure(page, 3).fill('67.2')
      await eventually(async () => (await state(page).innerText()).startsWith('保存できません'), true)
      await page.close({ runBeforeUnload: false })
      serving = await opened(port)
      await writeAs(3, 'head', 3, '66.6')
      const again = await context.newPage()
      await again.goto(serving.address + at(3))
      const kept = again.locator('#entry-kept')
      expect(await kept.locator('li').allInnerTexts()).toEqual([
        '学校教育の講座の参加者数: 残っている値「104」／いま保存されている値「（記入なし）」',
        '学校教育の利用満足度: 残っている値「67.2」／いま保存されている値「66.6」',
      ])
      await kept.getByRole('button', { name: '残っている値に戻す' }).click()
      await eventually(() => rawIn(3, 2), '104')
      // ほかの人が変えていた欄は、黙って上書きせず、両方を見せる。
      const clash = again.locator('.entry-conflict').filter({ visible: true })
      await clash.waitFor()
      expect(await clash.innerText()).toContain('学校教育課長が')
      expect(await rawIn(3, 3)).toBe('66.6')
    }))

  test('落ちて立ち上がり直しても、頁を開いたままなら自分で保存する', () =>
    asPerson(3, async (page) => {
      const { port } = serving
      await serving.close()
      await figure(page, 4).fill('345')
      await figure(page, 4).press('Enter')
      await eventually(async () => (await state(page).innerText()).startsWith('保存できません'), true)
      serving = await opened(port)
      await eventually(() => rawIn(3, 4), '345')
    }))

  test('ログインの時間が切れても打ったものは残り、ログインし直すと保存する', () =>
    asPerson(3, async (page, context) => {
      await context.clearCookies()
      await figure(page, 5).fill('2,750')
      await figure(page, 5).press('Enter')
      await eventually(async () => (await state(page).innerText()).startsWith('ログインの時間が切れました'), true)
      expect(await state(page).getByRole('link').getAttribute('href')).toMatch(/^\/login\?next=/)
      expect(await rawIn(3, 5)).toBeUndefined()
      const person = year.sections[3]?.clerk
      if (person) await signIn(context, person)
      await page.evaluate(() => dispatchEvent(new Event('focus')))
      await eventually(() => rawIn(3, 5), '2,750')
    }))
})

describe('二人で同じ欄を', () => {
  test('両方の値と、だれがいつを見せ、キーで選ぶ。どちらも黙っては消えない', () =>
    asPerson(4, async (mine) => {
      await asPerson(
        4,
        async (theirs) => {
          await figure(theirs, 0).fill('27')
          await figure(theirs, 0).press('Enter')
          await eventually(() => rawIn(4, 0), '27')
          await figure(mine, 0).fill('26')
          await figure(mine, 0).press('Enter')
          const clash = mine.locator('.entry-conflict').filter({ visible: true })
          await clash.waitFor()
          expect(await clash.locator('legend').innerText()).toMatch(
            /^子育て支援課長が\d?\d:\d\dに「27」としました。あなたの値は「26」です。$/,
          )
          expect(await rawIn(4, 0)).toBe('27')
          await clash.getByLabel('わたしの値「26」にする').focus()
          await mine.keyboard.press('Space')
          await eventually(() => rawIn(4, 0), '26')
          // 反対に：相手の値を残す。
          await figure(theirs, 1).fill('1,400')
          await figure(theirs, 1).press('Enter')
          await eventually(() => rawIn(4, 1), '1,400')
          await figure(mine, 1).fill('1,390')
          await figure(mine, 1).press('Enter')
          await mine.getByLabel('相手の値「1,400」にする').click()
          await eventually(() => figure(mine, 1).inputValue(), '1,400')
          expect(await rawIn(4, 1)).toBe('1,400')
        },
        { who: 'head' },
      )
    }))
})

describe('台本なしで', () => {
  test('一つの送信で保存し、読めない欄・食い違い・尋ねを言い、打ったものは残り、同じ頁から出す', () =>
    asPerson(
      5,
      async (page) => {
        expect(await state(page).innerText()).toContain('「保存する」を押してください')
        for (const [row, value] of plain.entries()) await figure(page, row).fill(row === 1 ? '13,900' : value)
        await figure(page, 2).fill('1,2345')
        await writeAs(5, 'head', 3, '66.6')
        await page.getByRole('button', { name: '提出する' }).click()
        expect(await page.locator('[role=alert]').innerText()).toContain('直すところがあります')
        expect(await figure(page, 2).inputValue()).toBe('1,2345')
        expect(await page.locator('.entry-error').filter({ visible: true }).innerText()).toContain('数として読めません')
        expect(await page.locator('.entry-conflict').filter({ visible: true }).innerText()).toContain('「66.6」')
        expect(await figure(page, 3).inputValue()).toBe('67.2')
        expect(await rawIn(5, 3)).toBe('66.6')
        expect(await rawIn(5, 7)).toBe('5,800')
        // 選ばずにもう一度送っても、上書きしない。
        await figure(page, 2).fill('104')
        await page.getByRole('button', { name: '保存する' }).last().click()
        expect(await rawIn(5, 3)).toBe('66.6')
        await page.getByLabel('わたしの値「67.2」にする').check()
        await page.getByRole('button', { name: '保存する' }).last().click()
        expect(await page.locator('.done').innerText()).toBe('保存しました。')
        expect(await rawIn(5, 3)).toBe('67.2')
        // 尋ねが残るうちは出せない。
        await page.getByRole('button', { name: '提出する' }).click()
        expect((await stored(5)).response.state).toBe('entering')
        expect(await page.locator('[role=alert]').count()).toBe(1)
        await page.getByLabel('このままでよい').check()
        const row = page.locator('.entry-item').nth(0)
        await row.getByText('文・資料・書き込み').click()
        await row
          .locator('input[type=file]')
          .setInputFiles({ name: '根拠.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') })
        await row.locator('.entry-comments textarea').fill('根拠を付けました')
        await page.getByRole('button', { name: '提出する' }).click()
        await page.waitForURL(/done=submitted/)
        expect((await stored(5)).rows[0]).toMatchObject({ evidence: 1, comments: [{ text: '根拠を付けました' }] })
        expect((await stored(5)).response.state).toBe('submitted')
      },
      { scripts: false },
    ))

  test('二度押しの提出は一つの提出', async () => {
    const cookie = cookies.get(year.sections[6]?.clerk as Person) ?? ''
    const html = await (await fetch(serving.address + at(6), { headers: { cookie } })).text()
    const hidden = [...html.matchAll(/<input type="hidden" name="((?:key|was|b) ?[^"]*)" value="([^"]*)"/g)]
    const body = () => {
      const form = new FormData()
      for (const [, name = '', value = ''] of hidden) form.append(name, value.replaceAll('&quot;', '"'))
      for (const [row, [, , key = '']] of hidden
        .filter(([, name, key]) => name === 'key' && key?.endsWith(' actual'))
        .entries())
        form.append(`v ${key}`, plain[row] ?? '')
      form.append('do', 'submit')
      return form
    }
    const press = () =>
      fetch(`${serving.address}${at(6)}/save`, {
        method: 'POST',
        body: body(),
        headers: { cookie, Origin: serving.address },
        redirect: 'manual',
      })
    const answers = await Promise.all([press(), press(), press()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const { steps, response } = await stored(6)
    expect(steps.map(({ step }) => step)).toEqual(['begin', 'submit'])
    expect(response.state).toBe('submitted')
  })
})

describe('だれにも使える', () => {
  test.each(['', '/en'])('%s 入力の頁と、提出したあとの頁に、困るところがない（axe・360px）', async (language) => {
    for (const section of [0, 1, 7])
      await asPerson(section, async (page) => {
        await page.goto(serving.address + language + at(section))
        expect(await troublesIn(page)).toEqual([])
      })
  })

  test('食い違い・断りの出ている頁にも、困るところがない', () =>
    asPerson(7, async (page) => {
      // 頁ごとの送信を、台本のないときのように。
      await page.route('**/entry.js', (route) => route.abort())
      await page.reload()
      await figure(page, 0).fill('1,2345')
      await figure(page, 1).fill('1,390')
      await figure(page, 2).fill('1,040')
      await writeAs(7, 'head', 1, '1,400')
      await page.getByRole('button', { name: '保存する' }).last().click()
      expect(await page.locator('.entry-conflict').filter({ visible: true }).count()).toBe(1)
      expect(await troublesIn(page)).toEqual([])
    }))
})
