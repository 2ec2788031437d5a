import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { samplesAreHere, whySkipped } from './sample-app.ts'
import { inBothLanguages, sampleSite } from './sample-site.ts'

let ojiya = ''
let imari = ''

const words = (page: string): string => page.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
const q = encodeURIComponent

describe.skipIf(!samplesAreHere)(`探す・突き合わせる（${whySkipped}）`, () => {
  const site = sampleSite()
  const { html, opened } = site
  beforeAll(async () => {
    ojiya = await site.planOf('152081')
    imari = await site.planOf('412058')
  })

  const names = [
    '探した結果',
    '一つの種類',
    '見つからない',
    '何も打たない',
    '突合結果',
    '絞った突合結果',
    '一覧表の二頁め',
    '語で絞った一覧表',
  ] as const
  const addressOf = (name: (typeof names)[number]): string =>
    ({
      探した結果: `/412058/search?q=${q('事業')}`,
      一つの種類: `/412058/search?q=${q('事業')}&kind=project`,
      見つからない: `/152081/search?q=${q('宇宙開発')}`,
      何も打たない: '/152081/search',
      突合結果: `${imari}/findings`,
      絞った突合結果: `${ojiya}/findings?level=error`,
      一覧表の二頁め: `${imari}/progress?page=2`,
      語で絞った一覧表: `${ojiya}/progress?q=${q('創業')}`,
    })[name]

  test.each(names)('%s は、日本語でも英語でも axe に指摘されず、どの幅でも横にはみ出さない', async (name) => {
    for (const path of inBothLanguages(addressOf(name))) expect(await site.troublesOn(path), path).toEqual([])
  })

  describe('探す', () => {
    test('半角カナでも平仮名でも同じものが、名の印とともに見つかる', async () => {
      const [wide, narrow, kana] = await Promise.all(
        ['マスタープラン', 'ﾏｽﾀｰﾌﾟﾗﾝ', 'ますたぷらん'].map((each) => html(`/152081/search?q=${q(each)}`)),
      )
      const hits = (page = '') => page.match(/<a class="name"[^>]*>.*?<\/a>/g)
      expect(hits(wide)?.[0]).toContain('<mark>')
      expect(hits(narrow)).toEqual(hits(wide))
      expect(hits(kana)).toEqual(hits(wide))
    })

    test('指標には道すじが、再掲や同じ事業には、ほかの所の数が付く', async () => {
      expect(words(await html(`/152081/search?q=${q('新規創業件数')}`))).toContain(
        '小千谷市総合戦略(改訂版) ＞ 全体目標 ＞ 基本目標1',
      )
      const projects = await html(`/412058/search?q=${q('ビジネス')}&kind=project`)
      const found = projects.match(/<a class="name" href="[^"]*\/projects\//g) ?? []
      expect(new Set(found).size).toBe(found.length)
      expect(projects).toMatch(/ほか\d+か所/)
    })

    test('種類ごとに十件まで出し、すべて見る道がある', async () => {
      const page = await html(`/412058/search?q=${q('事業')}`)
      const all = /href="([^"]+kind=project)">事業(\d+)件をすべて見る/.exec(page)
      const shown = await html((all?.[1] ?? '').replaceAll('&amp;', '&'))
      expect(Number(all?.[2])).toBeGreaterThan(10)
      expect(shown.match(/<a class="name"/g)).toHaveLength(Math.min(Number(all?.[2]), 100))
    })

    test('見つからなければどうすればよいかを言い、打った語は欄に残る', async () => {
      const page = await html(`/152081/search?q=${q('宇宙開発')}`)
      expect(words(page)).toContain('語を減らすか、短くしてください')
      expect(page).toMatch(/<input type="search" name="q" value="宇宙開発"/)
      expect(words(await html('/152081/search?q='))).toContain(
        '指標・事業・施策・担当課・図書の名の一部を入れてください',
      )
    })

    test('打った字は、頁の字としてだけ出る', async () => {
      const page = await html(`/152081/search?q=${q('<script>alert(1)</script>')}`)
      expect(page).not.toContain('<script>alert')
      expect(page).toContain('&lt;script&gt;')
    })

    test('ほかの市のものは出ず、ない市は 404', async () => {
      expect(await html(`/012262/search?q=${q('新規創業件数')}`)).not.toContain('/152081/plans/')
      expect((await fetch(site.at(`/011002/search?q=x`))).status).toBe(404)
    })
  })

  describe('大きな表', () => {
    test('頁に分けても、どの行もちょうど一度載る', async () => {
      const rows = async (query: string) =>
        [...(await html(`${imari}/progress${query}`)).matchAll(/ id="(i-[0-9a-f-]+)"/g)].map(([, id]) => id)
      const pages = [await rows(''), await rows('?page=2'), await rows('?page=3')]
      const all = await rows('?page=all')
      expect(pages.flat()).toEqual(all)
      expect(new Set(all).size).toBe(184)
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(100)
    })

    test('ほかの頁にある元の行へも、たどり着ける', async () => {
      const page = await html(`${imari}/progress?page=2`)
      const href = /<a class="tag" href="([^"#]+)#(i-[0-9a-f-]+)">/.exec(page)
      const there = await html((href?.[1] ?? 'none').replaceAll('&amp;', '&'))
      expect(there).toContain(` id="${href?.[2]}"`)
    })

    test('語と節で絞れて、番地だけで同じ見方になる', async () => {
      const page = words(await html(`${ojiya}/progress?q=${q('ｿｳｷﾞｮｳ 創業')}`))
      expect(page).toContain('この条件に合う指標はありません')
      expect(words(await html(`${ojiya}/progress?q=${q('創業 件数')}`))).toMatch(/84行のうち\d行/)
    })
  })

  describe('突合結果に答える', () => {
    const firstKey = (page: string): string => /id="f-([0-9a-f]{16})"/.exec(page)?.[1] ?? 'none'
    const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(site.at(path), {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: site.address(), 'Sec-Fetch-Site': 'same-origin', ...headers },
        body: new URLSearchParams(fields),
      })

    test('一文と、書かれているところの字と、出典の印への道がある', async () => {
      const page = await html(`${ojiya}/findings`)
      expect(words(page)).toContain('どちらかの値か定義が違っています')
      expect(page).toMatch(/<a class="cite" href="\/152081\/sources\/[0-9a-f]{64}\?line=263[^"]*">263行目<\/a>/)
      expect(words(page)).toContain('就労情報希望者数/年')
    })

    test('台本なしで、わけを書いて「印刷のまま」にでき、次の気づきに進み、取り消せる', () =>
      opened({ scripts: false }, async (page) => {
        await page.goto(site.at(`${ojiya}/findings`))
        const [first, second] = await page.locator('.finding').all()
        const [key, next] = [await first?.getAttribute('id'), await second?.getAttribute('id')]
        const form = page.locator(`#${key}`)
        await form.locator('summary').click()
        await form.getByLabel('わけ').fill('県の統計が改訂されたため')
        await form.getByLabel('記録に残す名前').fill('山田')
        await form.getByRole('button', { name: '印刷のままにする' }).click()
        expect(new URL(page.url()).hash).toBe(`#${next}`)
        expect(await page.locator(`#${key} .answered`).innerText()).toMatch(
          /印刷のまま.*県の統計が改訂されたため.*山田/,
        )
        expect(await page.locator(`#${next}`).getByLabel('記録に残す名前').inputValue()).toBe('山田')
        await page.goto(site.at(`${ojiya}/findings?state=leave`))
        await page.locator(`#${key} summary`).click()
        await page.getByRole('button', { name: '答えを取り消す' }).click()
        await page.goto(site.at(`${ojiya}/findings`))
        expect(await page.locator(`#${key} .answered`).count()).toBe(0)
      }))

    test('わけがなければ受けず、書いたものは欄に残る', async () => {
      const key = firstKey(await html(`${ojiya}/findings`))
      const refused = await post(`${ojiya}/findings`, { key, answer: 'asked', reason: '  ', name: '山田' })
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(words(page)).toContain('どこの誰に尋ねたかを書いてください')
      expect(page).toContain('value="山田"')
      expect((await post(`${ojiya}/findings`, { key, answer: 'leave', reason: '', name: '' })).status).toBe(422)
    })

    test('よその頁からの送信、ない気づき、ほかの市の版は断る', async () => {
      const key = firstKey(await html(`${ojiya}/findings`))
      const answer = { key, answer: 'leave', reason: 'よそから', name: '' }
      const elsewhere = await post(`${ojiya}/findings`, answer, {
        Origin: 'http://evil.example',
        'Sec-Fetch-Site': 'cross-site',
      })
      expect(elsewhere.status).toBe(403)
      expect((await post(`${ojiya}/findings`, { ...answer, key: '0000000000000000' })).status).toBe(422)
      expect((await post(ojiya.replace('152081', '012262').concat('/findings'), answer)).status).toBe(404)
      expect(await html(`${ojiya}/findings`)).not.toContain('よそから')
    })

    test('「直す」から、その値の見直しが開く', () =>
      opened({ scripts: false }, async (page) => {
        await page.goto(site.at(`${ojiya}/findings?code=unit-missing`))
        await page.locator('.finding .correct button').first().click()
        expect(page.url()).toContain('/152081/reviews/')
        expect(await page.locator('main').innerText()).toContain('高齢者対応型投雪口整備')
      }))

    test('印刷では、答える欄のかわりに書き込む所が出る', () =>
      opened({}, async (page) => {
        await page.goto(site.at(`${ojiya}/findings`))
        await page.emulateMedia({ media: 'print' })
        expect(await page.locator('.answer').first().isVisible()).toBe(false)
        expect(await page.locator('.on-paper').first().isVisible()).toBe(true)
      }))
  })

  test('詰めて送っても中身は同じで、詰めかたごとの印で 304 になる', async () => {
    const plain = await sent(site.at(`${ojiya}/progress`), 'identity')
    for (const [encoding, open] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await sent(site.at(`${ojiya}/progress`), encoding)
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.headers.vary).toContain('Accept-Encoding')
      expect(packed.headers.etag).not.toBe(plain.headers.etag)
      expect(packed.body.length).toBeLessThan(plain.body.length / 4)
      expect(open(packed.body).equals(plain.body)).toBe(true)
      const again = await sent(site.at(`${ojiya}/progress`), encoding, packed.headers.etag)
      expect(again.status).toBe(304)
      expect((await sent(site.at(`${ojiya}/progress`), encoding, plain.headers.etag)).status).toBe(200)
    }
  })
})

type Sent = { status: number; headers: Record<string, string | undefined>; body: Buffer }

/** fetch はほどいてから渡すので、届いたままの列を見るには http で。 */
const sent = (address: string, encoding: string, etag?: string): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': encoding, ...(etag && { 'If-None-Match': etag }) }
    request(address, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Sent['headers'],
          body: Buffer.concat(parts),
        }),
      )
    })
      .once('error', reject)
      .end()
  })
