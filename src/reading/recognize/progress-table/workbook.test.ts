import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { openDocument } from '../../open-document.ts'
import { progressTable } from './progress-table.ts'

// 表計算の一覧表: 二段の見出しと指標名の結合、帯の行、計算された達成率、題名の行。
const rows = [
  ['みどり市総合戦略 進捗状況一覧表（令和6年度）'],
  ['（単位：人、件）'],
  ['No.', 'KPI', '区分', '基準値', '目標値', '年度別', null, null, '担当課', '今後の方針'],
  [null, null, null, 'H30', 'R6', 'R2', 'R3', 'R4', null, null],
  ['基本目標１　ひとを呼ぶ'],
  ['施策：移住'],
  [1, '転入者数', '実績値', 700, '750人以上', 598, 651, null, '市民課', '継続'],
  [null, null, '達成率', null, null, 0.797, 0.868, null, null, null],
  ['施策：観光（再掲）'],
  [2, '転入者数', '実績値', 700, '750人以上', 598, 651, null, '市民課', '継続'],
  [null, null, '達成率', null, null, 0.797, 0.868, null, null, null],
]
const merges = [
  { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
  { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
  { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
  { startRow: 2, startCol: 5, endRow: 2, endCol: 7 },
  { startRow: 4, startCol: 0, endRow: 4, endCol: 9 },
  { startRow: 6, startCol: 1, endRow: 7, endCol: 1 },
  { startRow: 9, startCol: 1, endRow: 10, endCol: 1 },
]

test('結合した見出しと名、帯の行のある表計算', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '進捗', rows, merges }] })
  const opened = await openDocument('進捗.xlsx', bytes)
  if (!opened.ok) throw new Error(opened.problem.code)
  const draft = progressTable.read(opened.value)
  expect(progressTable.recognise(opened.value).score).toBeGreaterThan(0.5)
  expect(draft.municipality.name).toBe('みどり市')
  expect(draft.nodes.map(({ level, title, place }) => [level, title, place])).toEqual([
    ['基本目標', 'ひとを呼ぶ', { sheet: '進捗', cell: 'A5' }],
    ['施策', '移住', { sheet: '進捗', cell: 'A6' }],
    ['施策', '観光（再掲）', { sheet: '進捗', cell: 'A9' }],
  ])
  const [first, again] = draft.indicators
  expect(draft.indicators).toHaveLength(2)
  expect(again?.repeatOf).toBe(first?.id)
  expect(first).toMatchObject({ name: '転入者数', departments: ['市民課'], place: { sheet: '進捗', cell: 'B7' } })
  expect(first?.baseline).toMatchObject({ year: 2018, value: '700', place: { sheet: '進捗', cell: 'D7' } })
  expect(first?.targets).toMatchObject([{ year: 2024, value: '750', qualifier: 'at-least' }])
  expect(first?.actuals.map(({ year, value, status }) => [year, value, status])).toEqual([
    [2020, '598', 'given'],
    [2021, '651', 'given'],
    [2022, null, 'blank'],
  ])
  expect(first?.rates.map(({ year, place }) => [year, place])).toEqual([
    [2020, { sheet: '進捗', cell: 'F8' }],
    [2021, { sheet: '進捗', cell: 'G8' }],
  ])
  expect(first?.comments).toEqual([
    { year: null, heading: '今後の方針', text: '継続', place: { sheet: '進捗', cell: 'J7' } },
  ])
  expect(draft.notes.filter(({ code }) => code === 'column-unread')).toEqual([])
})
