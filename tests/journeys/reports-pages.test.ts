import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { pdfText } from '../forms/pdf-text.ts'
import { samplesAreHere, whySkipped } from './sample-app.ts'
import { inBothLanguages, sampleSite } from './sample-site.ts'

let ojiya = ''
let imari = ''

const words = (page: string): string => page.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

describe.skipIf(!samplesAreHere)(`帳票の頁（${whySkipped}）`, () => {
  const site = sampleSite()
  const { html, opened } = site
  beforeAll(async () => {
    ojiya = `${await site.planOf('152081')}/reports`
    imari = `${await site.planOf('412058')}/reports`
  })

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(site.at(path), {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: site.address(), 'Sec-Fetch-Site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    })

  /** 送った先の頁の番地（`#` の前まで）。 */
  const seen = async (path: string, fields: Record<string, string>): Promise<string> => {
    const answer = await post(path, fields)
    expect(answer.status, await answer.clone().text()).toBe(303)
    return (answer.headers.get('Location') ?? '').replace(/#.*/, '')
  }

  const names = [
    '帳票',
    '様式',
    '載せ方を変えた様式',
    '作れない載せ方',
    '計画書',
    '公表の確認',
    '公表の記録',
    '印刷用の頁',
  ] as const
  const addressOf = (name: (typeof names)[number]): string =>
    ({
      帳票: imari,
      様式: `${ojiya}/progress-table`,
      載せ方を変えた様式: `${ojiya}/progress-table?goals=1&rows=4&formula=progress&years=2023&money=no&documentNumber=資料１`,
      作れない載せ方: `${ojiya}/progress-table?goals=99`,
      計画書: `${imari}/plan-book`,
      公表の確認: `${ojiya}/progress-table/publish`,
      公表の記録: '/152081/publications',
      印刷用の頁: `${imari}/project-matrix/print`,
    })[name]

  test.each(names)('%s は、日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない', async (name) => {
    for (const path of inBothLanguages(addressOf(name))) expect(await site.troublesOn(path), path).toEqual([])
  })

  describe('様式と載せ方', () => {
    test('作れる様式が並び、作れない様式には、わけがある', async () => {
      const page = await html(ojiya)
      expect(page).toContain(`href="${ojiya}/progress-table"`)
      expect(page).not.toContain(`href="${ojiya}/project-sheets"`)
      expect(words(page.slice(page.indexOf('class="unable"')))).toMatch(/個票この計画には.+。/)
    })

    test('載せ方は番地に載り、その番地だけで同じ欄が選ばれる', () =>
      opened({ scripts: false }, async (page) => {
        await page.goto(site.at(`${ojiya}/progress-table`))
        await page.getByLabel('資料番号').fill('資料７')
        await page.getByLabel('四行').check()
        await page.getByLabel('事業費').uncheck()
        await page.locator('summary', { hasText: '基本目標' }).click()
        await page
          .getByLabel(/^基本目標1/)
          .first()
          .check()
        await page.getByRole('button', { name: 'この載せ方で見る' }).click()
        await page.goto(page.url())
        expect(new URL(page.url()).searchParams.get('goals')).toBe('1')
        expect(await page.getByLabel('資料番号').inputValue()).toBe('資料７')
        expect(await page.getByLabel('四行').isChecked()).toBe(true)
        expect(await page.getByLabel('事業費').isChecked()).toBe(false)
        const preview = page.frameLocator('iframe')
        expect(await preview.locator('.number').innerText()).toBe('資料７')
        expect(await preview.locator('body').innerText()).not.toContain('基本目標2')
      }))

    test('作れない載せ方では、ファイルを渡さず、頁の中でわけを言う', async () => {
      const answer = await fetch(site.at(`${ojiya}/progress-table/file.xlsx?goals=99`))
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(words(page)).toContain('この載せ方では作れません')
      // 計画にないものが選ばれていても、選ばれていると見えて、外せる。
      expect(page).toMatch(/name="goals" value="99" checked/)
    })

    test('ない様式、ほかの市の計画、ない市は 404', async () => {
      for (const path of [
        `${ojiya}/unknown-form`,
        `${ojiya}/unknown-form/file.pdf`,
        `${ojiya}/data/unknown.csv`,
        ojiya.replace('152081', '412058'),
        `${ojiya.replace('152081', '412058')}/progress-table`,
        `${ojiya.replace('152081', '412058')}/progress-table/file.xlsx`,
        `${ojiya.replace('152081', '412058')}/data/figures.csv`,
        '/011002/publications',
        '/152081/publications/00000000-0000-4000-8000-000000000000',
      ])
        expect((await fetch(site.at(path))).status, path).toBe(404)
    })
  })

  describe('ダウンロード', () => {
    const zip = 'PK\u0003\u0004'
    const office = 'application/vnd.openxmlformats-officedocument'
    test.each([
      ['progress-table/file.xlsx', `${office}.spreadsheetml.sheet`, zip, '小千谷市_進捗状況一覧表.xlsx'],
      ['progress-table/file.docx', `${office}.wordprocessingml.document`, zip, '小千谷市_進捗状況一覧表.docx'],
      ['progress-table/file.pdf', 'application/pdf', '%PDF-', '小千谷市_進捗状況一覧表.pdf'],
      ['progress-table/file.pdf?pdf=ua-1&font=biz-ud', 'application/pdf', '%PDF-', '小千谷市_進捗状況一覧表.pdf'],
      ['data/figures.csv', 'text/csv', '\ufeff', '152081_figures.csv'],
      ['data/codes.csv', 'text/csv', '\ufeff', '152081_codes.csv'],
      ['data/figures.json', 'application/json', '{', '152081_figures.json'],
      ['data/data.xlsx', `${office}.spreadsheetml.sheet`, zip, '152081_data.xlsx'],
    ])('%s は、種類も、日本語の名も、中身の始まりも正しい', async (path, type, start, name) => {
      const answer = await fetch(site.at(`${ojiya}/${path}`))
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Content-Type')).toContain(type)
      const disposition = answer.headers.get('Content-Disposition') ?? ''
      expect(disposition).toMatch(/^attachment; filename="report\.\w+"; filename\*=UTF-8''/)
      expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name)
      expect(
        Buffer.from(await answer.arrayBuffer())
          .toString('utf8')
          .startsWith(start),
      ).toBe(true)
    })

    test('印刷用の頁は、その頁の様式だけを許し、台本は動かない', async () => {
      const answer = await fetch(site.at(`${ojiya}/progress-table/print`))
      const page = await answer.text()
      const style = page.slice(page.indexOf('<style>') + 7, page.indexOf('</style>'))
      const policy = answer.headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain(`style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}'`)
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('script-src')
      expect(answer.headers.get('Content-Disposition')).toMatch(/^inline;/)
    })

    test('ブラウザーで刷ると、見出しが頁ごとに繰り返され、どの頁にも資料番号と頁の番号がある', () =>
      opened({}, async (page) => {
        await page.goto(site.at(`${ojiya}/progress-table/print?documentNumber=No.7`))
        const pages = await pdfText(await page.pdf({ preferCSSPageSize: true }))
        expect(pages.length).toBeGreaterThan(1)
        // 日本語の書体のない機械でも読めるよう、英数字で確かめる。
        for (const [index, text] of pages.map((each) => each.replace(/\s/g, '')).entries()) {
          expect(text).toContain('No.7')
          expect(text).toContain(`${index + 1}/${pages.length}`)
          // 初めの二頁には必ず表がある（終わりの頁は注だけのことがある）。
          if (index < 2) expect(text).toContain('KPI')
        }
      }))
  })

  describe('名前を付けた帳票', () => {
    test('台本なしで残せて、一押しで作り直せて、消せる', () =>
      opened({ scripts: false }, async (page) => {
        await page.goto(site.at(`${ojiya}/progress-table?rows=4&documentNumber=資料１`))
        await page.getByLabel('帳票の名前').fill('推進委員会 資料1')
        await page.getByLabel('記録に残す名前').fill('企画課 山田')
        await page.getByRole('button', { name: '名前を付けて残す' }).click()
        const row = page.getByRole('row', { name: /推進委員会 資料1/ })
        expect(await row.innerText()).toMatch(/四行.*資料番号：資料１/)
        const excel = await row.getByRole('link', { name: /^Excel/ }).getAttribute('href')
        const made = await fetch(site.at(excel ?? ''))
        expect(made.status).toBe(200)
        await row.locator('summary').click()
        await row.getByRole('button', { name: '消す' }).click()
        expect(await page.getByRole('row', { name: /推進委員会/ }).count()).toBe(0)
      }))

    test('名前がなければ残さず、打ったものは欄に残る', async () => {
      const answer = await post(`${ojiya}/progress-table/name`, { name: '  ', who: '山田', rows: '4' })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toMatch(/aria-invalid="true"/)
      expect(page).toMatch(/name="who" value="山田"/)
      expect(page).toMatch(/name="rows" value="4" checked/)
    })

    test('よその頁からの送信は断る', async () => {
      const elsewhere = { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }
      for (const act of ['name', 'start', 'publish'])
        expect((await post(`${ojiya}/progress-table/${act}`, { name: 'よそ', title: 'よそ' }, elsewhere)).status).toBe(
          403,
        )
      expect(await html(ojiya)).not.toContain('よそ')
    })
  })

  describe('計画書を裏で作る', () => {
    test('台本なしで作り始め、頁を離れても、できたものを「帳票」から取れる', () =>
      opened({ scripts: false }, async (page) => {
        await page.goto(site.at(`${ojiya}/plan-book`))
        await page.getByRole('button', { name: 'PDFを作り始める' }).click()
        expect(page.url()).toMatch(/\/reports\/files\/[0-9a-f-]{36}$/)
        const job = page.url()
        await page.goto(site.at(ojiya))
        expect(await page.getByRole('row', { name: /計画書|改訂版/ }).count()).toBeGreaterThan(0)
        await expect.poll(() => stateOf(new URL(job).pathname), { timeout: 90_000, interval: 500 }).toBe(true)
        await page.goto(job)
        expect(await page.locator('main').innerText()).toContain('できました')
        const file = await page.getByRole('link', { name: /PDFをダウンロード/ }).getAttribute('href')
        const made = await fetch(site.at(file ?? ''))
        expect(made.headers.get('Content-Type')).toBe('application/pdf')
        expect(Buffer.from(await made.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
      }))

    const stateOf = async (path: string): Promise<boolean> =>
      ((await (await fetch(site.at(`${path}/state`))).json()) as { ended: boolean }).ended

    test('台本があれば、頁を読み直さなくても進みが見え、できたら知らせる', () =>
      opened({}, async (page) => {
        await page.goto(site.at(`${ojiya}/plan-book`))
        await page.getByRole('button', { name: 'Wordを作り始める' }).click()
        await page.getByRole('link', { name: /Wordをダウンロード/ }).waitFor({ timeout: 90_000 })
        expect(await page.getByRole('status').innerText()).toContain('できました')
        await page.locator('.delete summary').click()
        await page.locator('.delete').getByRole('button', { name: '消す' }).click()
        expect(page.url()).toContain('/reports#files')
      }))

    test('取り止められ、取り止めたものはファイルにならない', async () => {
      const job = await seen(`${imari}/plan-book/start`, { format: 'pdf' })
      expect(await seen(`${job}/cancel`, {})).toBe(job)
      const page = words(await html(job))
      expect(page).toContain('取り止めました')
      expect((await fetch(site.at(`${job}/file`))).status).toBe(404)
      expect(await site.troublesOn(job)).toEqual([])
      expect((await fetch(site.at(job.replace('412058', '152081')))).status).toBe(404)
    })
  })

  describe('公表', () => {
    test('公表したものは凍り、ファイルと指紋があり、同じバイト列がいつでも出てくる', async () => {
      const at = await seen(`${ojiya}/progress-table/publish`, {
        title: '第1回推進委員会 資料１',
        note: '暫定値を含みます。',
        who: '山田',
        documentNumber: '資料１',
      })
      expect(at).toMatch(/^\/152081\/publications\/[0-9a-f-]{36}$/)
      const page = await html(at)
      expect(words(page)).toMatch(/第1回推進委員会 資料１.*第1号.*画面：山田.*暫定値を含みます。/)
      expect(await site.troublesOn(at)).toEqual([])
      const file = /href="([^"]+\.html)"/.exec(page)?.[1] ?? ''
      const hash = /\.html<\/a>.*?<td class="hash">([0-9a-f]{64})/s.exec(page)?.[1]
      const frozen = await fetch(site.at(file))
      const bytes = Buffer.from(await frozen.arrayBuffer())
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
      expect(frozen.headers.get('Content-Security-Policy')).toContain("style-src 'self' 'sha256-")
      const remade = await fetch(site.at(`${at}/file.xlsx`))
      expect(remade.status).toBe(200)
      expect(words(await html(ojiya))).toContain('第1回推進委員会 資料１')
      for (const path of inBothLanguages('/152081/publications')) expect(await site.troublesOn(path)).toEqual([])
      expect((await fetch(site.at(at.replace('152081', '412058')))).status).toBe(404)
      expect((await fetch(site.at(`${at}/files/none.html`))).status).toBe(404)
    })

    test('題がなければ公表せず、添えた文は残る', async () => {
      const answer = await post(`${ojiya}/progress-table/publish`, { title: ' ', note: '添えた文', who: '' })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(/<textarea[^>]*>添えた文<\/textarea>/)
    })

    test('訂正は新しい公表で、何が変わったかを先に見せ、前のものも残る', async () => {
      const before = await seen(`${ojiya}/progress-table/publish`, {
        title: '資料２',
        note: '',
        documentNumber: '資料２',
      })
      const id = before.split('/').at(-1) ?? ''
      const same = words(await html(`${ojiya}/progress-table/publish?documentNumber=資料２&corrects=${id}`))
      expect(same).toContain('中身は前の公表と同じです')
      const asked = `${ojiya}/progress-table/publish?documentNumber=資料２&asOf=${encodeURIComponent('令和6年3月末現在')}&corrects=${id}`
      const confirm = await html(asked)
      expect(words(confirm)).toMatch(/前の公表と変わるところ.*時点.*（なし）.*令和6年3月末現在/)
      expect(await site.troublesOn(asked)).toEqual([])
      const after = await seen(`${ojiya}/progress-table/publish`, {
        title: '資料２',
        note: '時点を書き添えた。',
        documentNumber: '資料２',
        asOf: '令和6年3月末現在',
        corrects: id,
      })
      expect(words(await html(after))).toMatch(
        /訂正した前の公表：.*資料２.*前の公表から変わったところ.*令和6年3月末現在/,
      )
      expect(words(await html(before))).toContain('この公表は、あとで訂正されています')
      for (const path of inBothLanguages(after)) expect(await site.troublesOn(path)).toEqual([])
    })
  })

  describe('市の様式', () => {
    const upload = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
      const body = new FormData()
      body.set('who', '山田')
      body.set('name', '')
      body.set('file', new File([bytes], name))
      return fetch(site.at(`${ojiya}/templates`), {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: site.address(), 'Sec-Fetch-Site': 'same-origin' },
        body,
      })
    }

    const aBook = async (cells: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> => {
      const book = new ExcelJS.Workbook()
      const sheet = book.addWorksheet('一覧')
      for (const [at, value] of Object.entries(cells)) sheet.getCell(at).value = value
      return new Uint8Array(await book.xlsx.writeBuffer())
    }

    test('ひな形を取って、そのまま預けると、値の入ったファイルになる', async () => {
      const starter = await fetch(site.at(`${ojiya}/starters/progress-table.xlsx`))
      expect(decodeURIComponent(starter.headers.get('Content-Disposition') ?? '')).toContain(
        'ひな形_進捗状況一覧表.xlsx',
      )
      const kept = await upload('市の一覧表.xlsx', new Uint8Array(await starter.arrayBuffer()))
      expect(kept.status).toBe(303)
      const at = kept.headers.get('Location') ?? ''
      expect(await site.troublesOn(at)).toEqual([])
      expect(words(await html(`${ojiya}/templates`))).toContain('市の一覧表')
      const filled = await fetch(site.at(`${at}/filled?documentNumber=資料９`))
      expect(filled.status).toBe(200)
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(await filled.arrayBuffer())
      const texts = book.worksheets.flatMap((sheet) => {
        const found: string[] = []
        sheet.eachRow((row) => row.eachCell((cell) => found.push(JSON.stringify(cell.value))))
        return found
      })
      expect(texts.join('\n')).toContain('新規創業件数')
      expect(texts.join('\n')).not.toMatch(/\{\{|\}\}/)
      const original = await fetch(site.at(`${at}/original`))
      expect(decodeURIComponent(original.headers.get('Content-Disposition') ?? '')).toContain('市の一覧表.xlsx')
      expect((await fetch(site.at(at.replace('152081', '412058')))).status).toBe(404)
      expect(await seen(`${at}/delete`, {})).toBe(`${ojiya}/templates`)
      expect((await fetch(site.at(at))).status).toBe(404)
    })

    test('使えない様式は預からず、升目ごとに、何がいけなくて近い名は何かを言う', async () => {
      const refused = await upload('様式.xlsx', await aBook({ A1: '{{目標知}}', C6: '{{#事業}}' }))
      expect(refused.status).toBe(422)
      const page = words(await refused.text())
      expect(page).toMatch(/A1：「目標知」という名はありません。近い名は.*目標値/)
      expect(page).toMatch(/C6：「{{#事業}}」の終わり「{{\/事業}}」がありません/)
      expect(words(await html(`${ojiya}/templates`))).not.toContain('様式.xlsx')
      expect((await upload('様式.xlsx', new TextEncoder().encode('zip ではない'))).status).toBe(422)
    })

    test('日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない', async () => {
      for (const path of inBothLanguages(`${ojiya}/templates`)) expect(await site.troublesOn(path)).toEqual([])
    })
  })

  test('「帳票」へは、計画の見方の並びから、キーボードだけで行ける', () =>
    opened({ scripts: false }, async (page) => {
      await page.goto(site.at(ojiya.replace('/reports', '')))
      const tab = page.getByRole('link', { name: '帳票', exact: true })
      await tab.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(site.at(ojiya))
      await page.getByRole('link', { name: '進捗状況一覧表' }).last().focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(site.at(`${ojiya}/progress-table`))
    }))
})
