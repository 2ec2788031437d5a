import { describe, expect, test } from 'vitest'
import { editsOf } from './a-review.ts'
import type { Correction } from './correction.ts'
import { collides, effectiveEdits } from './same-target.ts'

const value = (raw: string, at = 'actual:指標!G7'): Correction => ({ what: 'value', entry: 'i:指標!B7', at, raw })
const checked: Correction = { what: 'checked', entry: 'i:指標!B7' }
const leftOut: Correction = { what: 'left-out', entry: 'i:指標!B7', reason: '参考の行' }
const unit: Correction = { what: 'unit', entry: 'i:指標!B7', unit: '人' }

test('同じ所の訂正は後のものだけが効き、後を除けば前のものがまた効く', () => {
  const edits = editsOf(value('43'), unit, value('44'))
  expect(effectiveEdits(edits).map(({ number }) => number)).toEqual([2, 3])
  expect(effectiveEdits(edits.slice(0, 2)).map(({ number }) => number)).toEqual([1, 2])
})

describe('二人の訂正がぶつかるのは', () => {
  test.each([
    ['同じ値を違う字にしたとき', value('43'), value('44')],
    [
      '同じ値の、字と年を直したとき',
      value('43'),
      { what: 'year', entry: 'i:指標!B7', at: 'actual:指標!G7', year: 2022 },
    ],
    ['見ていない直しの入った行を「このとおり」としたとき', checked, value('44')],
    ['直しの入った行を除こうとしたとき', leftOut, unit],
    ['除かれた行を直そうとしたとき', value('43'), leftOut],
    ['別の読みを採られた行の値を直そうとしたとき', value('43'), { what: 'alternative', entry: 'i:指標!B7', choice: 0 }],
    [
      '計画の同じ見出しを違う字にしたとき',
      { what: 'heading', field: 'title', text: '甲' },
      { what: 'heading', field: 'title', text: '乙' },
    ],
  ] as const)('%s', (_, mine, theirs) => {
    expect(collides(mine as Correction, theirs as Correction)).toBe(true)
  })
})

describe('ぶつからないのは', () => {
  test.each([
    ['同じ字にしたとき', value('43'), value('43')],
    ['同じ行の違う値', value('43'), value('44', 'actual:指標!F7')],
    ['違う行', value('43'), { ...unit, entry: 'i:指標!B8' }],
    ['「このとおり」とされた行の値を直すとき', value('43'), checked],
    ['二人とも「このとおり」としたとき', checked, checked],
    [
      '計画の違う見出し',
      { what: 'heading', field: 'title', text: '甲' },
      { what: 'heading', field: 'lastYear', year: 2025 },
    ],
    ['計画の見出しと行', { what: 'heading', field: 'title', text: '甲' }, leftOut],
  ] as const)('%s', (_, mine, theirs) => {
    expect(collides(mine as Correction, theirs as Correction)).toBe(false)
  })
})
