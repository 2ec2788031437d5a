import { expect, test } from 'vitest'
import { reportDifference } from './difference.ts'
import type { Report, RowGroup } from './report.ts'

const entry = (name: string, ...values: string[]): RowGroup => ({
  kind: 'entry',
  rows: [{ cells: [{ text: name, heading: true }, ...values.map((text) => ({ text }))] }],
})

const report = (groups: readonly RowGroup[], note = '―は値のないもの'): Report => ({
  form: 'progress-table',
  title: '進捗状況一覧表',
  documentNumber: null,
  municipality: '小千谷市',
  plan: '総合戦略',
  asOf: null,
  sections: [
    {
      key: 'table',
      name: '進捗',
      paper: { size: 'A3', orientation: 'landscape' },
      title: null,
      lead: [],
      outline: 1,
      blocks: [
        {
          kind: 'table',
          table: {
            caption: '進捗',
            showCaption: false,
            columns: ['name', 'r4', 'r5'].map((key) => ({ key, width: 6, align: 'start' as const })),
            header: [
              {
                cells: [
                  { text: '指標', rows: 2 },
                  { text: '実績', columns: 2 },
                ],
              },
              { cells: [{ text: '令和4年度' }, { text: '令和5年度' }] },
            ],
            groups,
          },
        },
      ],
      notes: [{ mark: null, text: note }],
    },
  ],
})

const before = report([entry('創業件数', '45件', '47件'), entry('移住者数', '10人', '―')])

test('同じ帳票に違いはない', () => {
  expect(reportDifference(before, before)).toEqual([])
})

test('一字の違いを、どの行のどの列かで言う', () => {
  const after = report([entry('創業件数', '45件', '46件'), entry('移住者数', '10人', '―')])
  expect(reportDifference(before, after)).toEqual([
    { section: '進捗', row: '創業件数', column: '実績 令和5年度', before: '47件', after: '46件' },
  ])
})

test('行が増えても、後の行は違いにならない', () => {
  const after = report([
    entry('創業件数', '45件', '47件'),
    entry('出生数', '90人', '80人'),
    entry('移住者数', '10人', '―'),
  ])
  expect(reportDifference(before, after).map(({ row, before: was }) => [row, was])).toEqual([
    ['出生数', null],
    ['出生数', null],
    ['出生数', null],
  ])
})

test('同じ名の行が二つあっても、それぞれの違いが分かる', () => {
  const twice = (last: string) => report([entry('再掲', '1件', '2件'), entry('再掲', '1件', last)])
  expect(reportDifference(twice('2件'), twice('3件'))).toMatchObject([{ row: '再掲', before: '2件', after: '3件' }])
})

test('注が変われば、それも言う', () => {
  expect(
    reportDifference(before, report([entry('創業件数', '45件', '47件'), entry('移住者数', '10人', '―')], '暫定値')),
  ).toEqual([{ section: '進捗', row: '', column: '注', before: '―は値のないもの', after: '暫定値' }])
})

test('見出しの字だけが変わった行は、前後から同じ行と分かれば、変わった行と言う', () => {
  const after = report([entry('新規創業件数', '45件', '47件'), entry('移住者数', '10人', '―')])
  expect(reportDifference(before, after)).toEqual([
    { section: '進捗', row: '創業件数', column: '指標', before: '創業件数', after: '新規創業件数' },
  ])
})

test('章が増えれば、その章の行はみな加わったもの', () => {
  const [section] = before.sections
  const more: Report = {
    ...before,
    sections: [...before.sections, ...(section ? [{ ...section, key: 'more', name: '続き' }] : [])],
  }
  const changes = reportDifference(before, more)
  expect(changes.length).toBeGreaterThan(6)
  expect(changes.every(({ section: name, before: was }) => name === '続き' && was === null)).toBe(true)
})
