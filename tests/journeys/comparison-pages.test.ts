import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { revisionComparison } from '#operations/comparison/compare-revision.ts'
import { adoptRevision } from '#operations/revision/adopt-revision.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { ok } from '../year/round-steps.ts'
import { aRevisionScene, type RevisionScene } from './a-revision-scene.ts'
import { screens } from './browser.ts'
import { inBothLanguages, troublesIn } from './sample-site.ts'
import { yearSite } from './year-site.ts'

// 改訂の案の新旧と、二つの版の比べを、本物のブラウザーで。

let year: Year
let scene: RevisionScene

const site = yearSite(async () => {
  year = await aYear({ sections: 2, indicators: 4, open: false })
  scene = await aRevisionScene(year)
  return year
})

const opened = (work: (page: Page) => Promise<void>, scripts = true): Promise<void> => site.opened(work, { scripts })
const compare = () => `/${year.code}/revisions/${scene.id}/compare`
const at = (path: string): string => site.address() + path

describe('改訂の案の新旧', () => {
  test('日本語でも英語でも axe に指摘されず、どの幅でもはみ出さない', async () => {
    await opened(async (page) => {
      for (const path of inBothLanguages(compare())) {
        await page.setViewportSize(screens.desktop)
        const answer = await page.goto(at(path))
        expect(answer?.status(), path).toBe(200)
        expect(await troublesIn(page), path).toEqual([])
      }
    })
  })

  test('改めたことばは ins と del で、読み上げにも始まりと終わりを言う', async () => {
    await opened(async (page) => {
      await page.goto(at(compare()))
      expect(await page.locator('ins', { hasText: '45件' }).first().innerText()).toContain('加える：')
      expect(await page.locator('ins .unseen').first().innerText()).toContain('加える')
      expect(await page.locator('.compare-table').innerText()).toContain('（新設）')
      expect(await page.locator('.compare-table').innerText()).toContain('（削除）')
      expect(await page.locator('.compare-table').innerText()).toContain('（代替指標）')
      expect(await page.locator('.compare-table').innerText()).toContain('市長指示から')
    })
  })

  test('種類を選ぶと、その種類だけになる。台本がなくても', async () => {
    await opened(async (page) => {
      await page.goto(at(compare()))
      await page.getByRole('link', { name: '目標値の修正 1件' }).click()
      const text = await page.locator('.compare-table').innerText()
      expect(text).toContain('目標を達成したため')
      expect(text).not.toContain('数えかたを明らかにする')
      await page.getByRole('link', { name: '絞り込みを外す' }).click()
      expect(await page.locator('.compare-table').innerText()).toContain('数えかたを明らかにする')
    }, false)
  })

  test('改めていないところも並べられる', async () => {
    await opened(async (page) => {
      await page.goto(at(`${compare()}?all=yes`))
      const changed = await page.locator('.compare-table tbody tr').count()
      await page.goto(at(compare()))
      expect(changed).toBeGreaterThan(await page.locator('.compare-table tbody tr').count())
    })
  })

  test.each(['comparison-table', 'revision-overview', 'public-comment'])('%s を三つの形で落とせる', async (form) => {
    const start = { pdf: '%PDF', docx: 'PK', xlsx: 'PK' } as const
    for (const format of ['pdf', 'docx', 'xlsx'] as const) {
      const answer = await fetch(at(`/${year.code}/revisions/${scene.id}/forms/${form}/file.${format}`))
      expect(answer.status).toBe(200)
      expect(
        Buffer.from(await answer.arrayBuffer())
          .toString('latin1')
          .startsWith(start[format]),
      ).toBe(true)
    }
  })

  test('意見募集の資料には、入れた期間と提出先が載り、市長指示は載らない', async () => {
    await opened(async (page) => {
      await page.goto(at(compare()))
      await page.getByText('意見募集（パブリックコメント）の資料').click()
      await page.getByLabel('意見を募集する期間').fill('令和6年1月10日から2月9日まで')
      await page.getByLabel('意見の提出先と方法').fill('企画課　kikaku@example.jp')
      await page.locator('details').getByRole('button', { name: '開いて印刷する' }).click()
      const text = await page.locator('body').innerText()
      expect(text).toContain('令和6年1月10日から2月9日まで')
      expect(text).toContain('kikaku@example.jp')
      expect(text).toContain('新旧対照表')
      expect(text).not.toContain('市長指示')
    }, false)
  })

  test('ない案は、見つからないと言う', async () => {
    const answer = await fetch(at(`/${year.code}/revisions/00000000-0000-4000-8000-000000000000/compare`))
    expect(answer.status).toBe(404)
  })
})

describe('二つの版を比べる', () => {
  const plan = () => `/${year.code}/plans/${year.editionId}/compare`

  test('ほかの版がなければ、何をすればよいかを言う', async () => {
    await opened(async (page) => {
      await page.goto(at(plan()))
      expect(await page.locator('main').innerText()).toContain('比べるほかの版がありません')
      expect(await troublesIn(page)).toEqual([])
    })
  })

  test('自分とは比べられず、ない版は見つからないと言う', async () => {
    expect((await fetch(at(`${plan()}?with=${year.editionId}`))).status).toBe(422)
    expect((await fetch(at(`${plan()}?with=${scene.id}`))).status).toBe(404)
  })
})

describe('決めた版と、もとの版', () => {
  test('旧版を選ぶと、違うところが左右に並び、axe に指摘されない', async () => {
    const view = ok(await revisionComparison(year.app, year.people.planner, year.code, scene.id))
    const adopted = ok(
      await adoptRevision(year.app, year.people.planner, year.code, scene.id, {
        decidedOn: '2026-03-25',
        decidedBy: '市議会',
        seen: view.revision.revision,
        confirmed: true,
      }),
    )
    if (adopted.kind !== 'adopted') throw new Error(adopted.kind)
    const path = `/${year.code}/plans/${adopted.editionId}/compare`
    await opened(async (page) => {
      await page.goto(at(path))
      await page.getByRole('button', { name: '比べる' }).click()
      const text = await page.locator('main').innerText()
      expect(text).toContain('同じ系統の行どうしを並べています')
      expect(text).toContain('45件')
      expect(text).not.toContain('理由')
    }, false)
    await opened(async (page) => {
      await page.goto(at(`${path}?with=${year.editionId}`))
      expect(await troublesIn(page)).toEqual([])
    })
    const forms = await fetch(at(`/${year.code}/plans/${adopted.editionId}/reports/comparison-table`))
    expect(await forms.text()).toContain('だれに見せるか')
  })
})
