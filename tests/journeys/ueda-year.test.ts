import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import type { Role } from '#domain/people/role.ts'
import type { PlanDraft, PriorityGoal } from '#domain/plan/draft.ts'
import { problemInWords } from '#domain/problem.ts'
import { adoptDocument } from '#operations/adopt-document.ts'
import { type App, openApp } from '#operations/app.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import { type Serving, serve } from '#web/serve.ts'
import { anEmptyPlace } from '../year/a-place.ts'
import { signedIn } from '../year/signed-in.ts'
import { openBrowser, screens } from './browser.ts'
import { asCookies } from './year-site.ts'

// 上田市の一年：春の設定から、市長の確認、中間報告、ヒアリングと指示、対応、期末まで。目標・項目・進捗・指示は、市の調書（見本）のもの。
const code = '202037'
const year = 2017
const folder = new URL('../../samples/202037-ueda/', import.meta.url)
const document: PlanDraft = JSON.parse(readFileSync(new URL('draft.json', folder), 'utf8'))
const goals: readonly PriorityGoal[] = document.priorityGoals
const items = goals.flatMap((goal) => goal.items)
const department = goals[0]?.department ?? ''

/** 字のあいだの空きと、行の頭の印（・）は、書き方の違い。 */
const plain = (lines: readonly string[] | undefined): readonly string[] =>
  (lines ?? []).map((line) => line.normalize('NFKC').replaceAll(/\s+/g, ' ').replace(/^・/, '').trim())

const written = (all: readonly PriorityGoal[]) =>
  all.map(({ number, title, items: its }) => ({
    number,
    title: plain([title])[0],
    items: its.map((item) => ({
      mark: item.mark,
      title: plain([item.title])[0],
      details: plain(item.details),
      targets: plain(item.targets),
      progress: plain(item.progress),
    })),
  }))

describe('上田市の重点目標の一年を、本物のブラウザーで', () => {
  let app: App
  let close: () => Promise<void>
  let serving: Serving
  let browser: Browser
  const people = new Map<string, { readonly person: Person; readonly context: BrowserContext }>()
  let sheet = ''

  const at = (path: string): string => `${serving.address}/${code}${path}`

  /** 市に人を置き、その人のログインで開いたブラウザーを用意する。 */
  const arrive = async (name: string, role: Role, departmentId: string | null): Promise<void> => {
    const id = app.newId()
    await app.store.write(code, { by: '準備', at: app.now(), newId: app.newId }, async (tx) => {
      await tx.members.add({ id, name, mail: `${id}@example.jp`, phone: null, accountId: null, status: 'active' })
      await tx.members.give(id, { id: app.newId(), role, departmentId, from: '2017-04-01', to: null, acting: false })
    })
    const person: Person = {
      kind: 'member',
      id,
      name,
      grants: [{ role, departments: departmentId === null ? 'all' : [departmentId] }],
    }
    const cookies = await signedIn(app, code, person)
    const context = await browser.newContext({ viewport: screens.desktop, acceptDownloads: true })
    await context.addCookies(asCookies(cookies, serving.address))
    people.set(name, { person, context })
  }

  /** その人として一場面を演じる。 */
  const as = async (name: string, scene: (page: Page) => Promise<void>): Promise<void> => {
    const found = people.get(name)
    if (!found) throw new Error(`nobody called ${name}`)
    const page = await found.context.newPage()
    try {
      await scene(page)
    } finally {
      await page.close()
    }
  }

  beforeAll(async () => {
    const place = await anEmptyPlace()
    const opened = await openApp(place.location)
    if (!opened.ok) throw new Error(problemInWords(opened.problem))
    app = opened.value
    close = place.clear
    const act = { by: '準備', at: app.now(), newId: app.newId }
    const { document: file } = JSON.parse(readFileSync(new URL('sample.json', folder), 'utf8'))
    const adopted = await adoptDocument(app.store, fileURLToPath(new URL(encodeURIComponent(file), folder)), code, act)
    if (!adopted.ok) throw new Error(problemInWords(adopted.problem))
    const departmentId = app.newId()
    await app.store.write(code, act, (tx) =>
      tx.organisation.add({
        id: departmentId,
        name: department,
        parentId: null,
        ordinal: 0,
        phone: '5112',
        validFrom: '2017-04-01',
        validTo: null,
      }),
    )
    const started = await serve({ app, port: 0 })
    if (!started.ok) throw new Error(started.problem.code)
    serving = started.value
    browser = await openBrowser()
    await arrive('行政管理課 小林', 'planner', null)
    await arrive('市長 母袋', 'executive', null)
    await arrive('政策企画部長', 'approver', departmentId)
    await arrive('政策企画課 担当', 'editor', departmentId)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await serving?.close()
    await app?.close()
    await close?.()
  })

  test('春：行政管理課が、平成29年度の重点目標を部に開く', async () => {
    await as('行政管理課 小林', async (page) => {
      await page.goto(at(`/priority/${year}/open`))
      await page.getByRole('checkbox', { name: department }).check()
      await page.locator('main form button.primary').click()
      await page.waitForURL(/done=opened/)
      const href = await page.locator('a[href*="/priority-sheets/"]').first().getAttribute('href')
      sheet = href?.split('/').at(-1) ?? ''
      expect(sheet).toMatch(/^[0-9a-f-]{36}$/)
    })
  })

  test('担当者が、五つの目標と十八の取組項目を、書いた順に打つ', async () => {
    expect([goals.length, items.length]).toEqual([5, 18])
    await as('政策企画課 担当', async (page) => {
      await page.goto(at(`/priority-sheets/${sheet}/edit`))
      for (const [g, goal] of goals.entries()) {
        await page.locator(`[id="g${g}.title"]`).fill(goal.title)
        for (const [i, item] of goal.items.entries()) {
          const field = (name: string) => page.locator(`[id="g${g}.i${i}.${name}"]`)
          await field('title').fill(item.title)
          await field('targets').fill(item.targets.join('\n'))
          if (item.details) {
            await page.locator(`[id="g${g}.i${i}"] summary`).first().click()
            await field('details').fill(item.details.join('\n'))
          }
          await page.locator(`button[name="do"][value="add:${g}"]`).click()
          await page.waitForURL(/done=saved/)
          await page.locator(`[id="g${g}.i${i + 1}.title"]`).waitFor()
        }
      }
      await page.locator('button[name="do"][value="leave"]').click()
      await page.waitForURL((url) => !url.pathname.endsWith('/edit'))
      const text = await page.locator('main').innerText()
      for (const { title } of items) expect(text).toContain(title)
    })
  })

  const press = async (page: Page, step: string): Promise<void> => {
    await page.locator(`button[name="step"][value="${step}"]`).click()
    await page.waitForURL(new RegExp(`done=${step}`))
  }

  test('部長が提出し、市長が確認する', async () => {
    await as('政策企画部長', async (page) => {
      await page.goto(at(`/priority-sheets/${sheet}`))
      await press(page, 'propose')
    })
    await as('市長 母袋', async (page) => {
      await page.goto(at('/work'))
      expect(await page.locator('main').innerText()).toContain(department)
      await page.goto(at(`/priority-sheets/${sheet}`))
      await press(page, 'confirm')
    })
  })

  const report = (
    stage: 'interim' | 'final',
    linesOf: (n: number) => readonly string[],
    gradeOf: (n: number) => string,
  ) =>
    as('政策企画課 担当', async (page) => {
      await page.goto(at(`/priority-sheets/${sheet}/report?stage=${stage}`))
      const blocks = page.locator('fieldset.priority-report')
      expect(await blocks.count()).toBe(items.length)
      for (let n = 0; n < items.length; n++) {
        const block = blocks.nth(n)
        await block.locator('textarea').fill(linesOf(n).join('\n'))
        await block.locator(`input[type="radio"][value="${gradeOf(n)}"]`).check()
      }
      await page.locator('button[name="do"][value="save"].primary').click()
      await page.waitForURL(/done=saved/)
    })

  // 図書に ◎○△× は印刷されていないので、この旅で付ける。
  const interimGrade = (n: number): string => ['○', '○', '△', '○', '△', '○', '△'][n % 7] ?? '○'

  test('十月：担当者が中間報告を書き、部長が提出する', async () => {
    await report('interim', (n) => items[n]?.progress ?? [], interimGrade)
    await as('政策企画部長', async (page) => {
      await page.goto(at(`/priority-sheets/${sheet}/report`))
      await page.locator('button[name="do"][value="submit"]').click()
      await page.waitForURL(/done=report-interim/)
    })
  })

  test('ヒアリング：市長が大きな画面で、五つの指示をその場で記し、終える', async () => {
    await as('市長 母袋', async (page) => {
      await page.goto(at(`/hearing/${sheet}?stage=interim`))
      expect(await page.locator('.hearing-goal').first().innerText()).toContain(goals[0]?.title)
      for (const [n, text] of document.instructions.entries()) {
        const whole = page.locator('#g-whole')
        if (!(await whole.locator('details.hearing-give').getAttribute('open'))) await whole.locator('summary').click()
        await whole.locator('textarea[name="text"]').fill(text)
        if (text.includes('パートナーズ')) await whole.locator('input[name="due"]').fill('2099-12-28')
        await whole.locator('button.primary').click()
        await page.waitForURL(new RegExp(`told=${n + 1}`))
        expect(await page.locator('[role="status"]').innerText()).toContain(`第${n + 1}号`)
      }
      await page.locator('.hearing-end button').click()
      await page.locator('.hearing-heard').waitFor()
    })
  })

  test('中間報告調書（Excel）をもう一度読むと、市の調書と同じ目標・項目・期限・進捗・指示である', async () => {
    await as('行政管理課 小林', async (page) => {
      const answer = await page.request.get(at(`/priority/${year}/file.xlsx?stage=interim`))
      expect(answer.status()).toBe(200)
      const opened = await openDocument('中間報告調書.xlsx', new Uint8Array(await answer.body()))
      if (!opened.ok) throw new Error(problemInWords(opened.problem))
      const read = readPlan(opened.value)
      if (!read.ok) throw new Error(problemInWords(read.problem))
      expect(read.value.plan.form).toBe('priority-goals')
      expect(written(read.value.priorityGoals)).toEqual(written(goals))
      expect(plain(read.value.instructions)).toEqual(plain(document.instructions))
      expect(read.value.priorityGoals.flatMap((goal) => goal.items.map(({ grade }) => grade))).toEqual(
        items.map((_, n) => interimGrade(n)),
      )
      expect(read.value.legends?.flatMap(({ marks }) => marks)).toEqual(document.legends?.flatMap(({ marks }) => marks))
    })
  })

  const instructionsNow = () => app.store.read(code, (tx) => tx.instructions.of({ year }))

  const stepAt = async (page: Page, id: string, step: string, text: string): Promise<void> => {
    await page.goto(at(`/instructions/${id}`))
    const form = page.locator('form', { has: page.locator(`[name="step"][value="${step}"]`) })
    const folded = page.locator('details', { has: form })
    if ((await folded.count()) > 0 && (await folded.first().getAttribute('open')) === null)
      await folded.first().locator('summary').click()
    if (text !== '') await form.locator('textarea').fill(text)
    await form.locator('button').click()
    await page.waitForURL(new RegExp(`done=${step}`))
  }

  test('部が五つの指示に答え、市長は四つを了とし、一つをもう一度求める。答え直して、残る指示はなくなる', async () => {
    const given = (await instructionsNow()).toSorted((a, b) => a.number - b.number)
    expect(given.map(({ text }) => text)).toEqual([...document.instructions])
    await as('政策企画課 担当', async (page) => {
      for (const { id } of given) await stepAt(page, id, 'answer', '十一月の部内会議で方針を決め、取り掛かった。')
    })
    const [again, ...rest] = given.toReversed()
    if (!again) throw new Error('instructions were expected')
    await as('市長 母袋', async (page) => {
      for (const { id } of rest) await stepAt(page, id, 'accept', '')
      await stepAt(page, again.id, 'ask-again', '目標の数を入れて、もう一度。')
      await page.goto(at('/instructions'))
      expect(await page.locator('main').innerText()).toContain(again.text)
    })
    await as('政策企画課 担当', (page) => stepAt(page, again.id, 'answer', '年度末に十件とする。'))
    await as('市長 母袋', async (page) => {
      await stepAt(page, again.id, 'accept', '')
      expect((await instructionsNow()).every(({ state }) => state === 'accepted')).toBe(true)
    })
  })

  test('三月：期末の報告を出し、市長が一年を閉じる。閉じたあとは書けない', async () => {
    await report(
      'final',
      (n) => [`${items[n]?.title}：年度の予定を終えた。`],
      (n) => (n === 0 ? '◎' : '○'),
    )
    await as('政策企画部長', async (page) => {
      await page.goto(at(`/priority-sheets/${sheet}/report`))
      await page.locator('button[name="do"][value="submit"]').click()
      await page.waitForURL(/done=report-final/)
    })
    await as('市長 母袋', async (page) => {
      await page.goto(at(`/priority-sheets/${sheet}`))
      await press(page, 'close')
    })
    await as('政策企画課 担当', async (page) => {
      await page.goto(at(`/priority-sheets/${sheet}/report`))
      expect(new URL(page.url()).pathname).toBe(`/${code}/priority-sheets/${sheet}`)
      expect(await page.locator('textarea').count()).toBe(0)
    })
  })

  test('記録には、だれが何をしたかが、みな残っている', async () => {
    const acts = await app.store.read(code, (tx) => tx.audit.latest({ limit: 200 }))
    const by = (name: string) => acts.filter((entry) => entry.by === name).map(({ act }) => act)
    expect(by('市長 母袋').filter((act) => act === 'instruction-given')).toHaveLength(5)
    expect(by('政策企画課 担当').filter((act) => act.startsWith('instruction-'))).toHaveLength(6)
    expect(new Set(by('政策企画部長')).size).toBeGreaterThan(0)
    const chain = await app.store.verifyAudit(code)
    expect(chain.ok).toBe(true)
  })
})
