import { describe, expect, test } from 'vitest'
import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import type { Indicator, Note } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { quoterFor } from './quote-places.ts'
import type { OpenSource } from './shelf.ts'
import { findingsOf, findingsView, nextKey, pageOfKey } from './view-findings.ts'

const at = (indicator: Indicator, id: string, line: number): Indicator => ({
  ...indicator,
  id,
  place: { line, column: 1, length: indicator.name.length },
  actuals: indicator.actuals.map((figure, index) => ({ ...figure, place: { line, column: 20 + index, length: 3 } })),
})

const doubt: Note = {
  level: 'warning',
  code: 'rare-character',
  message: '',
  params: { name: '商談件数', character: '见' },
  places: [{ line: 2, column: 1, length: 4 }],
  about: ['b'],
}

const edition = (notes: readonly Note[] = []): Edition => ({
  id: 'e',
  municipality: { code: '152081', name: '小千谷市' },
  title: '総合戦略',
  kind: '総合戦略',
  form: 'progress-table',
  firstYear: 2020,
  lastYear: 2024,
  rules: defaultRules,
  sources: [],
  content: {
    ...emptyContent,
    indicators: [
      at(anIndicator({ name: '転入者数', target: '750人', actual: '598人', rates: { 2023: '80.0' } }), 'a', 1),
      at(anIndicator({ name: '商談件数', target: '10件', actual: '5件', rates: { 2023: '50.0' } }), 'b', 2),
    ],
    notes,
  },
})

const answer = (key: string, answered: FindingAnswer['answer']): readonly [string, FindingAnswer] => [
  key,
  { key, answer: answered, reason: 'わけ', at: '2026-11-21T00:00:00.000Z', by: '画面' },
]

describe('突合結果', () => {
  test('重いものから並び、値についての読み手の気づきも続く', () => {
    const findings = findingsOf(edition([doubt]))
    expect(findings.map(({ note, origin }) => [note.code, origin])).toEqual([
      ['rate-differs', 'check'],
      ['rare-character', 'reading'],
    ])
  })

  test('取り込むときに済んだことと参考は、読み手の気づきから除く', () => {
    const settled: Note = { ...doubt, about: [] }
    expect(findingsOf(edition([settled, { ...doubt, level: 'info' }]))).toHaveLength(1)
  })

  test('同じ気づきは一度だけ', () => {
    expect(findingsOf(edition([doubt, { ...doubt }]))).toHaveLength(2)
  })

  test('答えで絞れて、数は絞らないときのまま', () => {
    const plan = edition([doubt])
    const [first] = findingsOf(plan)
    const view = findingsView(plan, undefined, new Map([answer(first?.key ?? '', 'leave')]), { state: 'open' })
    expect(view.lines.map(({ note }) => note.code)).toEqual(['rare-character'])
    expect(view.counts.state).toEqual({ open: 1, asked: 0, leave: 1, corrected: 0 })
    expect(view.total).toBe(2)
    expect(findingsView(plan, undefined, new Map(), { code: 'reading' }).keys).toHaveLength(1)
    expect(findingsView(plan, undefined, new Map(), { level: 'でたらめ' }).keys).toHaveLength(2)
  })

  test('値が変わって食い違わなくなった答えは、数だけを言う', () => {
    expect(findingsView(edition(), undefined, new Map([answer('0'.repeat(16), 'asked')])).resolved).toBe(1)
  })

  test('食い違うところの字を、何として読んだかとともに引く', () => {
    const [line] = findingsView(edition(), undefined, new Map()).lines
    expect(line?.quotes.map(({ text, read }) => [text, read?.role, read?.year])).toContainEqual([
      '598人',
      'actual',
      2023,
    ])
    expect(line?.about).toEqual([{ kind: 'indicator', id: 'a', name: '転入者数' }])
  })

  test('読み取らなかったところは、図書の字を引き、長ければ初めだけ', () => {
    const text = `備考\t${'あ'.repeat(200)}`
    const source: OpenSource = {
      record: { sha256: '', file: '', bytes: 0, adoptedAt: '' },
      document: {
        source: { file: '', sha256: '' },
        format: 'text',
        encoding: 'utf-8',
        remarks: [],
        pages: [{ name: null, lines: [{ number: 9, text, cells: [], place: { line: 9 } }] }],
      },
    }
    const quote = quoterFor(edition(), source)
    expect(quote({ line: 9, column: 1, length: 2 }).text).toBe('備考')
    expect(quote({ line: 9, column: 4 }).text).toBe(`${'あ'.repeat(80)}…`)
    expect(quote({ line: 99 }).text).toBe('')
    expect(quoterFor(edition(), undefined)({ line: 9 }).text).toBe('')
  })

  test('答えたら次へ、最後なら前へ', () => {
    expect(nextKey(['a', 'b', 'c'], 'b')).toBe('c')
    expect(nextKey(['a', 'b', 'c'], 'c')).toBe('b')
    expect(nextKey(['a'], 'a')).toBeUndefined()
    expect(nextKey(['a'], 'x')).toBeUndefined()
    expect(
      pageOfKey(
        Array.from({ length: 120 }, (_, index) => String(index)),
        '50',
      ),
    ).toBe(2)
  })
})
