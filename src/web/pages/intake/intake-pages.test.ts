import { describe, expect, test } from 'vitest'
import { compareContents } from '#domain/plan/difference.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { done } from '#domain/problem.ts'
import { applyCorrections } from '#domain/review/apply-corrections.ts'
import { type Correction, noChoices } from '#domain/review/correction.ts'
import { figureKeysOf, keysOf } from '#domain/review/keys.ts'
import type { Review, ReviewView } from '#domain/review/review.ts'
import { countRows, reviewRows } from '#domain/review/review-rows.ts'
import { excerptOf } from '#operations/reviews-for-pages/excerpt.ts'
import type { ReviewPageView } from '#operations/reviews-for-pages/view-review-page.ts'
import { openDocument } from '#reading/open-document.ts'
import { readWithChoices } from '#reading/read-with-choices.ts'
import { contentOf } from '#store/adopt.ts'
import { frameFor } from '../../frame.ts'
import { columnsPage, differencePage, intakePage, reviewPage } from './intake-pages.tsx'

const municipality = { code: '152978', name: '花園市' }
const ja = frameFor('ja', '/')
const en = frameFor('en', '/en')

const table = [
  '花園市総合戦略 指標一覧',
  '施策,指標名,単位,基準値(R1),R4実績値,R5実績値,目標値(R8),担当課,なぞの欄',
  '産業,新規創業件数,件,6,9,11,15,商工課,甲',
  ',新規就農者数,人,3,4,######,8,農林課,乙',
].join('\r\n')

const at = '2026-04-01T09:30:00.000Z'

const viewOf = async (
  corrections: readonly Correction[] = [],
  status: Review['status'] = 'open',
): Promise<ReviewView> => {
  const opened = await openDocument('一覧.csv', new TextEncoder().encode(table))
  if (!opened.ok) throw new Error(opened.problem.code)
  const { draft, tables, guesses } = readWithChoices(opened.value, noChoices)
  if (!draft.ok) throw new Error(draft.problem.code)
  const keys = keysOf(draft.value)
  const edits = corrections.map((correction, index) => ({ number: index + 1, at, by: '画面：農林課 佐藤', correction }))
  const applied = applyCorrections(draft.value, edits, keys)
  return {
    review: {
      id: '00000000-0000-4000-8000-00000000000a',
      revision: 7,
      file: '一覧.csv',
      sha256: 'a'.repeat(64),
      bytes: table.length,
      openedAt: at,
      openedBy: '画面：企画課 山田',
      status,
      choices: noChoices,
      editionId: null,
      edits,
    },
    guesses,
    tables,
    offer: undefined,
    draft: applied.draft,
    problem: undefined,
    rows: reviewRows(draft.value, keys, applied),
    unplaced: applied.unplaced.map(({ edit }) => edit),
    warnings: [],
  }
}

const pageOf = async (view: ReviewView, name = '新規就農者数'): Promise<ReviewPageView> => {
  const row = view.rows.find((each) => each.name === name)
  const opened = await openDocument('一覧.csv', new TextEncoder().encode(table))
  if (!row || !opened.ok) throw new Error(`no row ${name}`)
  return {
    municipality,
    view,
    counts: countRows(view.rows),
    asked: { order: undefined, state: undefined },
    rows: view.rows,
    page: { number: 1, of: 1, from: 0, total: view.rows.length },
    chosen: {
      row,
      figures: row.indicator ? figureKeysOf(row.indicator) : [],
      at: undefined,
      excerpt: excerptOf(opened.value, view.tables, row),
      next: undefined,
      previous: undefined,
      nodes: [],
      parent: null,
      breakdownOf: null,
      repeatOf: null,
    },
    others: [],
    unknownColumns: 1,
  }
}

const given = { name: '企画課 山田', municipalities: [municipality] }

const text = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('見直しの頁', () => {
  test('疑わしい行はことばで言い、読み取れない値の欄には印が付き、図書の升目に印が付く', async () => {
    const html = reviewPage(ja, await pageOf(await viewOf()), given)
    expect(text(html)).toContain(
      '「新規就農者数」の値「######」は数として読めません。元の図書を見て入れ直してください。',
    )
    expect(html).toMatch(/name="value actual:[^"]+" value="######"[^>]*aria-invalid="true"/)
    expect(html).toMatch(/<mark>######<\/mark>/)
    expect(text(html)).toContain('確かでない 1')
  })

  test('値はどれも、その印を選んだ番地につながる', async () => {
    const page = await pageOf(await viewOf())
    const html = reviewPage(ja, page, given)
    for (const { key } of page.chosen?.figures ?? []) expect(html).toContain(`at=${encodeURIComponent(key)}#panel`)
  })

  test('訂正は、図書の字 → 直した字で並び、誰がいつと、取り消しのボタンがある', async () => {
    const view = await viewOf()
    const row = view.rows.find(({ name }) => name === '新規就農者数')
    const figure = row?.indicator && figureKeysOf(row.indicator).find((each) => each.figure.raw === '######')
    const corrected = await viewOf([{ what: 'value', entry: row?.key ?? '', at: figure?.key ?? '', raw: '5' }])
    const html = reviewPage(ja, await pageOf(corrected), given)
    expect(html).toMatch(/実績 R5<\/span> <del>######<\/del>.*<ins>5<\/ins>/s)
    expect(text(html)).toContain('画面：農林課 佐藤 2026/04/01 18:30')
    expect(html).toMatch(/\/undo" ?.*name="number" value="1"/s)
    expect(text(html)).toContain('確かでない 0 おそらく 0')
  })

  test('掛かる先のない訂正は失われず、わけとともに見える', async () => {
    const view = await viewOf([{ what: 'name', entry: 'i:L99C1', name: 'なくなった行の名' }])
    const words = text(reviewPage(ja, await pageOf(view), given))
    expect(words).toContain('掛かる先のなくなった訂正が1あります')
    expect(words).toContain('なくなった行の名')
  })

  test('終わった取込みには、直す欄も取り込むボタンもない', async () => {
    for (const status of ['adopted', 'discarded'] as const) {
      const html = reviewPage(ja, await pageOf(await viewOf([], status)), given)
      expect(html).not.toContain('id="row-form"')
      expect(html).not.toContain('差分を見て取り込む')
      expect(html.includes('また開く')).toBe(status === 'discarded')
    }
  })

  test('名のっていなければ尋ねる。ほかの人が手を入れていれば言い、自分は数えない', async () => {
    const page = await pageOf(await viewOf())
    expect(text(reviewPage(ja, page, { ...given, name: '' }))).toContain('お名前を入れてください')
    const others = { ...page, others: ['画面：企画課 山田', '画面：農林課 佐藤'] }
    expect(text(reviewPage(ja, others, given))).toContain('次の人も訂正を加えました： 画面：農林課 佐藤')
    expect(text(reviewPage(ja, { ...page, others: ['画面：企画課 山田'] }, given))).not.toContain('次の人も')
  })

  test('図書の字は符号にして出す', async () => {
    const view = await viewOf([{ what: 'heading', field: 'title', text: '<script>alert(1)</script>' }])
    expect(reviewPage(ja, await pageOf(view), given)).not.toContain('<script>alert')
  })

  test('英語の頁では、しるべのことばはどれも英語', async () => {
    const words = text(reviewPage(en, await pageOf(await viewOf()), given))
    for (const each of ['doubtful', 'Save the corrections', 'As printed', 'Keys (?)']) expect(words).toContain(each)
    expect(words).not.toMatch(/直したところを保存|確かでない|印刷の字/)
  })
})

describe('列の読み方の頁', () => {
  const page = async (offer?: ReviewView['offer']) => {
    const view = { ...(await viewOf()), offer }
    const tables = view.tables.map((each) => ({ table: each, unknown: 1, lines: [{ number: 2, text: '施策 指標名' }] }))
    return { municipality, view, tables, page: { number: 1, of: 1 }, bare: [], isByColumns: true }
  }

  test('分からない列が初めに並ぶ', async () => {
    const html = columnsPage(ja, await page())
    const headers = [...html.matchAll(/<th scope="row">([^<]*)/g)].map(([, header]) => header)
    expect(headers[0]).toBe('なぞの欄')
    expect(headers).toHaveLength(9)
  })

  test('見出しの違う前の読み方は、違いを見せて、選んだときだけ使う', async () => {
    const offer = { same: false, columns: [], missing: ['到達点'], unknown: ['なぞの欄'] }
    const words = text(columnsPage(ja, await page(offer)))
    expect(words).toMatch(/少し違います.*前にあって今はない見出し： 到達点.*今の図書で分からない見出し： なぞの欄/)
    expect(words).toContain('前の読み方を使う')
  })
})

describe('差分の頁', () => {
  const differenceOf = async (corrections: readonly Correction[] = []) => {
    const view = await viewOf(corrections)
    if (!view.draft) throw new Error('the table must be read')
    const { difference } = compareContents(emptyContent, contentOf(view.draft), () => 'x')
    const { changes } = difference
    const shown = {
      counts: { new: changes.length, changed: 0, gone: 0 },
      part: undefined,
      changes,
      page: { number: 1, of: 1 },
    }
    return { municipality, view, compared: done({ edition: undefined, difference, warnings: [] }), shown }
  }

  test('新しい計画になること、確かめていない行の数、書く前のボタン', async () => {
    const html = differencePage(ja, await differenceOf())
    expect(text(html)).toContain('新しい計画として入ります： 花園市総合戦略')
    expect(text(html)).toContain('確かでない行が1あります')
    expect(html).toMatch(/name="seen" value="7"/)
  })

  test('取り込まない行は、わけとともに並ぶ', async () => {
    const entry = (await viewOf()).rows.find(({ name }) => name === '新規就農者数')?.key ?? ''
    const html = differencePage(ja, await differenceOf([{ what: 'left-out', entry, reason: '集計中のため' }]))
    expect(text(html)).toMatch(/取り込まない行 1 新規就農者数 集計中のため/)
  })
})

describe('図書を取り込む頁', () => {
  const empty = { municipality: undefined, municipalities: [], open: [], discarded: [], adoptions: [], tooMany: false }
  const blank = { city: '', newCode: '', newName: '', name: '' }

  test('市が一つもなければ、団体コードの欄が初めから開いている', () => {
    expect(intakePage(ja, empty, blank)).toMatch(/<details class="new-city" open/)
    expect(text(intakePage(ja, empty, blank))).toContain('見直し中の図書はありません')
  })

  test('断ったときは、打ったものが残り、欄とわけが結ばれる', () => {
    const problem = { kind: 'intake-file-needed', code: 'intake-file-needed', params: {} }
    const sent = { ...blank, newCode: '152978', name: '<山田>', refused: { problem, field: 'file' as const } }
    const html = intakePage(ja, empty, sent)
    expect(html).toContain('value="152978"')
    expect(html).toContain('value="&lt;山田&gt;"')
    expect(html).toMatch(/id="file"[^>]*aria-describedby="refused-file file-hint" aria-invalid="true"/)
  })
})
