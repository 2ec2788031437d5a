import { expect, test } from 'vitest'
import type { Note, PlanDraft } from '#domain/plan/draft.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { note } from '#domain/plan/note.ts'
import { noteLine, summaryOf } from './summary.ts'
import type { Terminal } from './terminal.ts'

const ja: Terminal = { language: 'ja', print: () => {}, complain: () => {} }
const en: Terminal = { ...ja, language: 'en' }

const aDraft = (more: Partial<PlanDraft> = {}): PlanDraft => ({
  format: 'shirube-draft/1',
  source: { file: '一覧.csv', sha256: '0'.repeat(64) },
  municipality: { name: '緑川市', code: null },
  plan: { title: '総合戦略', kind: '総合戦略', form: 'progress-table', firstYear: 2020, lastYear: 2024 },
  ...emptyContent,
  ...more,
})

const aNote = (level: Note['level'], line: number): Note => note(level, 'hash-cells', { count: 2 }, [{ line }])

test('ないものは数えて見せない', () => {
  const lines = summaryOf(aDraft({ instructions: ['窓口を改める'] }), ja)
  expect(lines).toContain('  市長指示事項 1')
  expect(lines.join('\n')).not.toContain('指標の行')
  expect(lines).toContain('確かでないものはありません。')
})

test('片方の年が書かれていなければ「？」、両方なければそう言う', () => {
  const { plan } = aDraft()
  expect(summaryOf(aDraft({ plan: { ...plan, lastYear: null } }), ja)).toContain('期間　　令和2年度～？')
  expect(summaryOf(aDraft({ plan: { ...plan, firstYear: null, lastYear: null } }), ja)).toContain(
    '期間　　図書に書かれていません',
  )
})

test('重いものから 30 件を見せ、残りは数を言う', () => {
  const notes = [...Array.from({ length: 31 }, (_, at) => aNote('info', at + 1)), aNote('error', 99)]
  const lines = summaryOf(aDraft({ notes }), ja)
  const at = lines.indexOf('確かでないもの 32 件')
  expect(lines[at + 1]).toMatch(/^ {2}【誤り】 99行目/)
  expect(lines.filter((line) => line.includes('【'))).toHaveLength(30)
  expect(lines).toContain('  ほか 2 件（--json ですべて出ます）')
})

test('英語でも、同じ所在と文', () => {
  expect(noteLine(aNote('warning', 5), en)).toMatch(/\[check\].*5.*####/)
})
