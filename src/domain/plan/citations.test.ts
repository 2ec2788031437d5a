import { expect, test } from 'vitest'
import { anIndicator } from '../indicator/an-indicator.ts'
import type { Figure } from '../quantity/figure.ts'
import { readFigure } from '../quantity/read-figure.ts'
import { citationsIn } from './citations.ts'
import { emptyContent } from './empty-content.ts'

const actual = (line: number, raw: string, more: Partial<Figure> = {}): Figure => ({
  ...readFigure(raw, { year: 2023, place: { line } }),
  ...more,
})

test('人の直した値は、図書の側からは印刷されていた字で引ける。図書にない値は引けない', () => {
  const actuals = [
    actual(49, '47件'),
    actual(50, '48件', { printed: '43件' }),
    actual(51, '49件', { printed: null }),
    actual(52, '50件', { printed: '' }),
  ]
  const cited = citationsIn({ ...emptyContent, indicators: [{ ...anIndicator(), actuals }] })
  expect(cited.filter(({ role }) => role === 'actual').map(({ place, raw }) => [place, raw])).toEqual([
    [{ line: 49 }, '47件'],
    [{ line: 50 }, '43件'],
  ])
})
