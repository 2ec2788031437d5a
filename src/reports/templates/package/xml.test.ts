import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeOf, element, mapElements, parseXml, textNode, textOf, withAttributes, writeXml } from './xml.ts'

test('書かれたとおりに戻る', () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:a xmlns:w="x" b="1 &amp; 2"><!-- 注 --><w:c/>標 &lt;<![CDATA[<生>]]></w:a>'
  const parsed = parseXml(xml)
  expect(parsed && writeXml(parsed)).toBe(xml)
  expect(parsed && textOf(parsed.root)).toBe('標 <<生>')
})

test.each([
  '',
  'x',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a b=1/>',
  '<a><!ENTITY x "y"></a>',
])('読まない: %s', (xml) => expect(parseXml(xml)).toBeNull())

test('引用符の中の「>」は札の終わりではない', () => {
  const xml = '<a b="[>100]0" c=\'"\'/>'
  const root = parseXml(xml)?.root
  expect(root?.attributes).toEqual([
    ['b', '[>100]0'],
    ['c', '"'],
  ])
})

test('深すぎる入れ子は読まない', () => {
  expect(parseXml('<a>'.repeat(10_000) + '</a>'.repeat(10_000))).toBeNull()
})

test('どんな字も、書いて読めば同じ字（XML に書けない制御文字を除く）', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const kept = text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
      const read = parseXml(writeXml({ prolog: '', root: element('a', { b: kept }, [textNode(kept)]) }))
      expect(read && attributeOf(read.root, 'b')).toBe(kept)
      expect(read && textOf(read.root)).toBe(kept)
    }),
  )
})

test('属性を置きかえ、除き、要素を作りかえる', () => {
  const root = parseXml('<a b="1" c="2"><d/><e/></a>')?.root
  if (!root) throw new Error('読めない')
  expect(withAttributes(root, { b: undefined, c: '3', f: '4' }).attributes).toEqual([
    ['c', '3'],
    ['f', '4'],
  ])
  const changed = mapElements(root, (each) => (each.name === 'd' ? undefined : each))
  expect(changed && writeXml({ prolog: '', root: changed })).toBe('<a b="1" c="2"><e/></a>')
  expect(mapElements(root, (each) => each)).toBe(root)
})
