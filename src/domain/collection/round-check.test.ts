import { expect, test } from 'vitest'
import { otherYearsIn } from './round-check.ts'

test.each([
  ['令和7年度実績の照会', '', ['令和7年度']],
  ['令和6年度実績の照会', '令和７年度の実績を照会します。', ['令和7年度']],
  ['令和 7 年度の照会', '令和7年度の実績', ['令和7年度']],
  ['2025年度実績', '', ['2025年度']],
  ['令和6年度実績の照会', '令和7年度に公表する令和6年度の実績です。', []],
  ['2024年度実績', '6月12日まで', []],
  ['実績の照会', '', []],
])('題「%s」案内「%s」で、尋ねる令和6年度でない年度は %j', (title, guidance, expected) => {
  expect(otherYearsIn({ title, guidance, fiscalYear: 2024 })).toEqual(expected)
})
