import { expect, test } from 'vitest'
import { frameFor } from '../frame.ts'
import { Spoken } from './spoken.tsx'

const spoken = (language: 'ja' | 'en', words: string): string =>
  [Spoken({ frame: frameFor(language, '/'), words })].flat().map(String).join('')

test.each([
  ['Read as: KPI summary (集計表), 3 rows.', 'Read as: KPI summary (<span lang="ja">集計表</span>), 3 rows.'],
  ['The title "第2期小千谷市総合戦略" is taken.', 'The title "<span lang="ja">第2期小千谷市総合戦略</span>" is taken.'],
  ['指標一覧.xlsx is empty', '<span lang="ja">指標一覧</span>.xlsx is empty'],
  ['No table was found.', 'No table was found.'],
  ['Write R6 or 令和6年度.', 'Write R6 or <span lang="ja">令和6年度</span>.'],
])('英語の頁の「%s」', (words, html) => {
  expect(spoken('en', words)).toBe(html)
})

test('日本語の頁では、そのまま', () => {
  expect(spoken('ja', '「集計表」として読みました。')).toBe('「集計表」として読みました。')
})
