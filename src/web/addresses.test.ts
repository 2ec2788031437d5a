import { describe, expect, test } from 'vitest'
import { addressesIn, inOtherLanguage } from './addresses.ts'

describe('番地', () => {
  test('団体コード・版・指標がいつも番地に載る', () => {
    expect(addressesIn('ja').indicator('152081', 'e-1', 'k1', 2023)).toBe('/152081/plans/e-1/indicators/k1#y2023')
    expect(addressesIn('en').progress('152081', 'e-1')).toBe('/en/152081/plans/e-1/progress')
  })

  test('id に日本語や記号があっても一つの区切りに収まる', () => {
    expect(addressesIn('ja').project('412058', 'e/1', '個票 1')).toBe(
      `/412058/plans/e%2F1/projects/${encodeURIComponent('個票 1')}`,
    )
  })

  test('出典の印は行と文字、または表とセル', () => {
    const { source } = addressesIn('ja')
    expect(source('152081', 'ab', { line: 49, column: 3, length: 2 })).toBe(
      '/152081/sources/ab?line=49&column=3&length=2#L49',
    )
    expect(source('152081', 'ab', { sheet: '指標', cell: 'D7' })).toBe(
      `/152081/sources/ab?sheet=${encodeURIComponent('指標')}&cell=D7#cited`,
    )
  })

  test('ことばを替えても同じ頁にとどまり、二度替えれば元に戻る', () => {
    for (const path of ['/', '/152081', '/152081/plans/e/progress?goal=1']) {
      expect(inOtherLanguage(path)).toBe(path === '/' ? '/en/' : `/en${path}`)
      expect(inOtherLanguage(inOtherLanguage(path))).toBe(path)
    }
  })

  test('空の絞り込みは番地に載せない', () => {
    expect(addressesIn('ja').progress('152081', 'e', { goal: '', department: '農林課', year: undefined })).toBe(
      `/152081/plans/e/progress?department=${encodeURIComponent('農林課')}`,
    )
  })
})
