import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { SourceDocument } from '../../document.ts'
import { openDocument } from '../../open-document.ts'
import { revisionOverview } from './revision-overview.ts'

const opened = async (text: string): Promise<SourceDocument> => {
  const result = await openDocument('概要.txt', new TextEncoder().encode(text))
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const draftOf = async (...lines: readonly string[]): Promise<PlanDraft> =>
  revisionOverview.read(await opened(lines.join('\n')))

const rows = (draft: PlanDraft) =>
  draft.grades.map(({ node, class: kind, counts, total }) => {
    const goal = draft.nodes.find(({ id }) => id === node)?.number ?? null
    return [total ? '合計' : goal, kind, counts] as const
  })

const goals = ['基本目標1 しごと', '基本目標2 ひと', '基本目標3 まち']

describe('評価区分の表', () => {
  test('空欄は null で、ゼロではない。印刷されたゼロは 0', async () => {
    const draft = await draftOf('\t\tA評価\tB評価', '基本目標1\tKPI\t\t0', ...goals)
    expect(rows(draft)).toEqual([['1', 'KPI', { A: null, B: 0 }]])
  })

  test('読めない見出しは、対の行から決めて知らせる', async () => {
    const draft = await draftOf(
      '○令和4年度実績における評価',
      '\t\tA評価\tB評価',
      '基本目標1\t数値目標\t1\t',
      '\tKPI\t2\t3',
      '世十日\t数値目標\t\t1',
      '基本目標2\tKPI\t4\t',
      '±⊞\t数値目標\t1\t1',
      '合計\tKPI\t6\t3',
      ...goals,
    )
    expect(rows(draft).map(([goal, kind]) => [goal, kind])).toEqual([
      ['1', '数値目標'],
      ['1', 'KPI'],
      ['2', '数値目標'],
      ['2', 'KPI'],
      ['合計', '数値目標'],
      ['合計', 'KPI'],
    ])
    const notes = draft.notes.filter(({ code }) => code === 'label-read-from-pair')
    expect(notes.map(({ params }) => [params.printed, params.read])).toEqual([
      ['世十日', '基本目標2'],
      ['±⊞', '合計'],
    ])
    expect(notes[0]?.places).toEqual([
      { line: 5, column: 1, length: 3 },
      { line: 6, column: 1, length: 5 },
    ])
    expect(draft.notes.map(({ code }) => code)).toContain('grade-totals-agree')
    expect(draft.grades.every(({ year }) => year === 2022)).toBe(true)
  })

  test('対の行も読めなければ、前後の番号の順から決める', async () => {
    const draft = await draftOf(
      '\t\tA評価\tB評価',
      '基本目標1\tKPI\t1\t',
      '□◇\tKPI\t2\t',
      '基本目標3\tKPI\t3\t1',
      ...goals,
    )
    expect(rows(draft).map(([goal]) => goal)).toEqual(['1', '2', '3'])
    expect(draft.notes.find(({ code }) => code === 'label-read-from-order')?.params).toMatchObject({
      read: '基本目標2',
    })
  })

  test('決め手のない見出しは決めず、誤りとして知らせる', async () => {
    const draft = await draftOf('\t\tA評価\tB評価', '基本目標1\tKPI\t1\t', '□◇\tKPI\t2\t', '◇□\tKPI\t3\t9', ...goals)
    expect(
      rows(draft)
        .slice(1)
        .map(([goal]) => goal),
    ).toEqual([null, null])
    expect(draft.notes.filter(({ code, level }) => code === 'label-unresolved' && level === 'error')).toHaveLength(2)
  })

  test('足しても合わない合計の行には、裏付けがあると言わない', async () => {
    const draft = await draftOf('\t\tA評価\tB評価', '基本目標1\tKPI\t1\t2', '合計\tKPI\t5\t2', ...goals)
    expect(draft.notes.map(({ code }) => code)).not.toContain('grade-totals-agree')
  })

  test('足した数だと断った「合計（計算）」の行は、図書の数として取らない', async () => {
    const draft = await draftOf(
      '\t\tA評価\tB評価',
      '基本目標1\tKPI\t1\t2',
      '合計\tKPI\t5\t2',
      '合計（計算）\tKPI\t1\t2',
      ...goals,
    )
    expect(rows(draft)).toEqual([
      ['1', 'KPI', { A: 1, B: 2 }],
      ['合計', 'KPI', { A: 5, B: 2 }],
    ])
  })

  test('「―」は空欄と同じで、知らせることもない', async () => {
    const draft = await draftOf('\t\tA評価\tB評価', '基本目標1\tKPI\t―\t2', ...goals)
    expect(rows(draft)).toEqual([['1', 'KPI', { A: null, B: 2 }]])
    expect(draft.notes.map(({ code }) => code)).not.toContain('count-unreadable')
  })

  test('数でない字は空欄にして知らせる', async () => {
    const draft = await draftOf('\t\tA評価\tB評価', '基本目標1\tKPI\tﾛ\t2', ...goals)
    expect(rows(draft)).toEqual([['1', 'KPI', { A: null, B: 2 }]])
    expect(draft.notes.find(({ code }) => code === 'count-unreadable')?.places).toEqual([
      { line: 2, column: 11, length: 1 },
    ])
  })
})

describe('見直し基準の表', () => {
  test('列は語で決める。文は○で、変更は件数の後で分ける。割れた数字はつなげて知らせる', async () => {
    const draft = await draftOf(
      '評価\t修正内容\t見直し基準\t修正指標数',
      'Ａ評価\tすべて修正\t○上げる。○据え置く。\t1 4',
      'B評価\t目標値 ・・・ 1指標 名称 ・・・ 2指標\t○必要なら直す。\t',
    )
    expect(draft.revisionRules.map(({ grade, rule, count, changes }) => ({ grade, rule, count, changes }))).toEqual([
      { grade: 'A', rule: ['上げる。', '据え置く。'], count: 14, changes: ['すべて修正'] },
      { grade: 'B', rule: ['必要なら直す。'], count: null, changes: ['目標値 ・・・ 1指標', '名称 ・・・ 2指標'] },
    ])
    expect(draft.notes.find(({ code }) => code === 'digits-split')?.params).toMatchObject({
      printed: '1 4',
      read: '14',
    })
  })
})

describe('戦略パッケージと主な変更内容', () => {
  const table = ['基本目標2 ひと', '戦略パッケージ\t主な変更内容']

  test('変更は○で分け（間の空白は問わない）、目標と戦略パッケージに付く', async () => {
    const draft = await draftOf(...table, '(1)移住\t○更新 ○追加○「○○市版」を追加', '(2)交流\t○追加')
    expect(draft.revisionItems.map(({ package: name, text }) => [name, text])).toEqual([
      ['(1)移住', '更新'],
      ['(1)移住', '追加'],
      ['(1)移住', '「○○市版」を追加'],
      ['(2)交流', '追加'],
    ])
    const goal = draft.nodes.find(({ level }) => level === '基本目標')
    expect(draft.revisionItems.every(({ node }) => node === goal?.id)).toBe(true)
    expect(
      draft.nodes.filter(({ level }) => level === '戦略パッケージ').map(({ number, parent }) => [number, parent]),
    ).toEqual([
      ['1', goal?.id],
      ['2', goal?.id],
    ])
  })

  test('表の後の文は、変更内容が名を挙げた項目の節になり、変更の数に入らない', async () => {
    const draft = await draftOf(
      ...table,
      '(1)環境\t○具体的施策として追加 「『みどりの町』の実現」と「データの活用」',
      '「みどりの町」 の実現 計画の内容を記載',
      'データ の活用',
      '方針に基づく取組を記載',
    )
    expect(draft.revisionItems).toHaveLength(1)
    expect(draft.nodes.filter(({ level }) => level === '具体的施策').map(({ title, text }) => [title, text])).toEqual([
      ['「みどりの町」 の実現', '計画の内容を記載'],
      ['データ の活用', '方針に基づく取組を記載'],
    ])
  })

  test('何の説明か分からない文は、戦略パッケージの文として知らせる', async () => {
    const draft = await draftOf(...table, '(1)環境\t○追加', 'そのほかの断り')
    expect(draft.nodes.find(({ level }) => level === '戦略パッケージ')?.text).toBe('そのほかの断り')
    expect(draft.notes.map(({ code }) => code)).toContain('text-joined-to-package')
  })

  test('見出しが一度だけで、目標がその下の帯になった表', async () => {
    const draft = await draftOf(
      '戦略パッケージ\t主な変更内容',
      '基本目標1 しごと',
      '帯のすぐ下の説明',
      '(1)雇用\t○更新',
      '基本目標2 ひと',
      '(1)移住\t○追加 ○更新',
      '(2)交流\t―',
    )
    const goalOf = (id: string | null) => draft.nodes.find((node) => node.id === id)?.number
    expect(draft.revisionItems.map(({ node, package: name, text }) => [goalOf(node), name, text])).toEqual([
      ['1', '(1)雇用', '更新'],
      ['2', '(1)移住', '追加'],
      ['2', '(1)移住', '更新'],
    ])
    expect(draft.nodes.find(({ number, level }) => number === '1' && level === '基本目標')?.text).toBe(
      '帯のすぐ下の説明',
    )
    expect(draft.nodes.filter(({ level }) => level === '戦略パッケージ')).toHaveLength(3)
  })

  test('目標ごとに見出しのある表では、見出しの前の二つの升目を、前の表の続きにしない', async () => {
    const draft = await draftOf(
      ...table,
      '(1)移住\t○追加',
      '基本目標3 まち',
      '令和5年\t改訂',
      '戦略パッケージ\t主な変更内容',
      '(1)環境\t○更新',
    )
    expect(draft.revisionItems.map(({ text }) => text)).toEqual(['追加', '更新'])
  })

  test('目標の見出しがなければ、そう知らせる', async () => {
    const draft = await draftOf('戦略パッケージ\t主な変更内容', '(1)環境\t○追加')
    expect(draft.revisionItems[0]?.node).toBeNull()
    expect(draft.notes.map(({ code }) => code)).toContain('package-without-goal')
  })
})

const seed = new URL('../../../../../shared/seeds/002_cdcd9202c187853e.txt', import.meta.url)

describe.skipIf(!existsSync(seed))('大仙市の改訂概要（図書が ../shared/seeds にあるときだけ）', async () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : ''
  if (text === '') return
  const draft = await draftOf(text)

  test('評価の行 8 と合計 2', () => {
    expect(rows(draft)).toEqual([
      ['1', '数値目標', { A: null, B: 2, C: null, D: null }],
      ['1', 'KPI', { A: 8, B: 9, C: 3, D: null }],
      ['2', '数値目標', { A: 1, B: null, C: 1, D: null }],
      ['2', 'KPI', { A: 2, B: 4, C: 5, D: null }],
      ['3', '数値目標', { A: null, B: null, C: 2, D: null }],
      ['3', 'KPI', { A: 3, B: 3, C: 3, D: null }],
      ['4', '数値目標', { A: 1, B: 1, C: null, D: null }],
      ['4', 'KPI', { A: 5, B: 5, C: 4, D: 1 }],
      ['合計', '数値目標', { A: 2, B: 3, C: 3, D: null }],
      ['合計', 'KPI', { A: 18, B: 21, C: 15, D: 1 }],
    ])
    expect(draft.notes.filter(({ code }) => code === 'label-read-from-pair')).toHaveLength(4)
  })

  test('基準 4（A 14・B 2・C と D は空欄）、戦略パッケージ 14、変更 35', () => {
    expect(draft.revisionRules.map(({ grade, count, rule }) => [grade, count, rule.length])).toEqual([
      ['A', 14, 2],
      ['B', 2, 1],
      ['C', null, 2],
      ['D', null, 1],
    ])
    expect(draft.nodes.filter(({ level }) => level === '戦略パッケージ')).toHaveLength(14)
    expect(new Set(draft.revisionItems.map((item) => item.package)).size).toBe(14)
    expect(draft.revisionItems).toHaveLength(35)
    expect(draft.nodes.filter(({ level }) => level === '具体的施策')).toHaveLength(2)
  })

  test('変更の文は、所在の指す字と同じ', () => {
    const lines = text.split('\n')
    for (const { text: change, place } of draft.revisionItems) {
      if (!('line' in place)) throw new Error('line expected')
      const start = (place.column ?? 1) - 1
      expect(lines[place.line - 1]?.slice(start, start + (place.length ?? 0))).toBe(change)
    }
  })
})
