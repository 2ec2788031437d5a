import { expect, test } from 'vitest'
import type { RowGroup } from '../report.ts'
import { heldGroups } from './held-groups.ts'

const columns = [0, 1, 2].map((at) => ({ key: `c${at}`, width: 5, align: 'start' }) as const)
const wide = (text: string, kind: 'entry' | 'subtotal' = 'entry'): RowGroup => ({
  kind,
  rows: [{ cells: [{ text, columns: 3 }] }],
})
const entry: RowGroup = { kind: 'entry', rows: [{ cells: columns.map(({ key }) => ({ text: key })) }] }
const band: RowGroup = { kind: 'band', level: 1, rows: [{ cells: [{ text: '基本目標１', columns: 3 }] }] }

test('帯と、帯のすぐ下の基本方針の文は、下の一件と離さない', () => {
  const groups = [band, wide('〈基本方針〉商店街の再生'), wide('事業等：空き店舗の活用'), entry, entry]
  expect(heldGroups({ groups, columns })).toEqual([true, true, true, false, false])
})

test('小計は、上の一件と離さない', () => {
  expect(heldGroups({ groups: [band, entry, entry, wide('小計', 'subtotal')], columns })).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('帯の下でない文や、一列の表の一件は、下と離してよい', () => {
  expect(heldGroups({ groups: [entry, wide('文'), entry], columns })).toEqual([false, false, false])
  const single = columns.slice(0, 1)
  const row = (text: string): RowGroup => ({ kind: 'entry', rows: [{ cells: [{ text }] }] })
  expect(heldGroups({ groups: [{ ...band }, row('事業一'), row('事業二')], columns: single })).toEqual([
    true,
    false,
    false,
  ])
})
