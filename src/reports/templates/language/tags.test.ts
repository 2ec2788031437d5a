import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellPlace } from '../meaning/place.ts'
import { readLeaf } from './leaf.ts'
import { pairUp } from './pairing.ts'
import { readTags } from './tags.ts'

const kinds = (text: string) => readTags(text).tags.map(({ kind }) => kind)

describe('印を読む', () => {
  test.each([
    ['{{指標名}}', { kind: 'field', name: '指標名', argument: null, formats: [] }],
    ['{{実績 令和5年度}}', { kind: 'field', name: '実績', argument: '令和5年度', formats: [] }],
    ['{{ 目標値 | カンマ | 空白 }}', { kind: 'field', name: '目標値', formats: ['カンマ', '空白'] }],
    ['{{#指標}}', { kind: 'open', what: 'loop', name: '指標' }],
    ['{{/指標}}', { kind: 'close', what: 'loop', name: '指標' }],
    [
      '{{?達成率 令和5年度}}',
      { kind: 'open', what: 'condition', name: '達成率', argument: '令和5年度', absent: false },
    ],
    ['{{?達成率 なし}}', { kind: 'open', what: 'condition', name: '達成率', argument: null, absent: true }],
    ['{{/?}}', { kind: 'close', what: 'condition', name: '' }],
    ['{{改ページ}}', { kind: 'page-break' }],
    ['｛｛＃指標｝｝', { kind: 'open', what: 'loop', name: '指標' }],
    ['｛｛実績　R5｜カンマ｝｝', { kind: 'field', name: '実績', argument: 'R5', formats: ['カンマ'] }],
  ])('%s', (text, expected) => {
    expect(readTags(text)).toMatchObject({ tags: [expected], faults: [] })
  })

  test.each([
    ['{{指標名', 'not-closed'],
    ['指標名}}', 'not-opened'],
    ['{{指標名{{単位}}}}', 'nested'],
    ['{{}}', 'empty'],
    ['{{#}}', 'empty'],
    ['{{目標値|}}', 'empty'],
    ['{{指標名\n{{単位}}', 'not-closed'],
  ])('書き損じ: %s', (text, kind) => {
    expect(readTags(text).faults).toMatchObject([{ kind }])
  })

  test('一重のかっこ・集合の書き方は印ではない', () => {
    expect(readTags('{指標名} と {1, 2} と ｛注｝')).toEqual({ tags: [], faults: [] })
  })

  test('どんな字でも、印の字をつなげると元の字の中にある', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{', '}}', '#', '/', '?', '指標', ' ', '|', 'x', '\n')), (parts) => {
        const text = parts.join('')
        for (const { from, to, written } of readTags(text).tags) expect(text.slice(from, to)).toBe(written)
      }),
    )
  })
})

describe('組にする', () => {
  test('升目の中で閉じた条件は、升目の中の組', () => {
    const leaf = readLeaf('{{実績}}{{?再掲}}（再掲）{{/?}}')
    expect(leaf.edges).toEqual([])
    expect(leaf.parts.map(({ kind }) => kind)).toEqual(['field', 'block'])
  })

  test('升目で閉じない繰り返しは、行の組になる', () => {
    expect(readLeaf('{{#指標}}{{指標名}}')).toMatchObject({ edges: [{ name: '指標' }], onlyEdges: false })
    expect(readLeaf(' {{#指標}} ').onlyEdges).toBe(true)
    expect(readLeaf('{{/施策}}{{/基本目標}}').edges).toHaveLength(2)
  })

  test('入れ違いは断る', () => {
    expect(readLeaf('{{#指標}}{{?単位}}{{/指標}}{{/?}}').faults).toMatchObject([
      { kind: 'crossed', written: '{{/指標}}', expected: '{{/?}}' },
    ])
  })

  const rows = (...texts: string[]) =>
    pairUp(texts.map((text, at) => readLeaf(text).edges.map((tag) => ({ tag, place: cellPlace('表', `A${at + 1}`) }))))

  test('行の組と、その外の行', () => {
    const { steps, left, faults } = rows(
      '題',
      '{{#基本目標}}',
      '{{#指標}}{{指標名}}',
      '{{/指標}}',
      '{{/基本目標}}',
      '合計',
    )
    expect([left, faults]).toEqual([[], []])
    expect(steps).toMatchObject([
      { kind: 'unit', at: 0 },
      { kind: 'block', from: 1, to: 4, steps: [{ at: 1 }, { kind: 'block', from: 2, to: 3 }, { at: 4 }] },
      { kind: 'unit', at: 5 },
    ])
  })

  test('閉じない・開かない・入れ違い・横並びを所在つきで言う', () => {
    expect(rows('{{#指標}}', 'x').left).toMatchObject([{ place: cellPlace('表', 'A1'), tag: { kind: 'open' } }])
    expect(rows('x', '{{/指標}}').left).toMatchObject([{ place: cellPlace('表', 'A2'), tag: { kind: 'close' } }])
    expect(rows('{{#基本目標}}', '{{#指標}}', '{{/基本目標}}').faults).toMatchObject([
      { kind: 'crossed', place: cellPlace('表', 'A3'), expected: '{{/指標}}' },
    ])
    expect(rows('{{#指標}}', '{{/指標}}{{#事業}}', '{{/事業}}').faults).toMatchObject([
      { kind: 'beside', place: cellPlace('表', 'A2') },
    ])
  })

  test('印の種類を混ぜても数は合う', () => {
    expect(kinds('{{#指標}}{{指標名}}{{?単位}}（{{単位}}）{{/?}}{{/指標}}')).toEqual([
      'open',
      'field',
      'open',
      'field',
      'close',
      'close',
    ])
  })
})
