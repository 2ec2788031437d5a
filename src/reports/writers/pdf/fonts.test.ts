import { expect, test } from 'vitest'
import { fontFaces } from './fonts.ts'
import { lettering } from './lettering.ts'

const code = (character: string): number => character.codePointAt(0) ?? 0

test.each(['noto-sans', 'biz-ud'] as const)('%s：役所の字は、補い合ってすべて出る', (font) => {
  const { holds } = lettering(font)
  const wanted = Array.from('髙𠮷﨑①⑳㎡㎢㈱㈲№℡～－―−‐–—〜…〒※◎○△▲×□■☑☐㋿㍻Ⅳⅳ々〆ヶ髮德')
  expect(wanted.filter((character) => !holds(code(character)))).toEqual([])
})

test('BIZ UD の持たない 𠮷 は、Noto Sans が補う', () => {
  const [first, second] = fontFaces('biz-ud')
  expect(first?.regular.has(code('𠮷'))).toBe(false)
  expect(second?.regular.has(code('𠮷'))).toBe(true)
})

test('太字は、普通の太さと同じ字を持つ', () => {
  for (const { regular, bold } of fontFaces('noto-sans')) {
    const differing = Array.from({ length: 0x30000 }, (_, index) => index).filter(
      (character) => regular.has(character) !== bold.has(character),
    )
    expect(differing).toEqual([])
  }
})

test('字の幅：全角は 1、数字はそれより狭く、太字の数字は少し広い', () => {
  const { width } = lettering('noto-sans')
  expect(width('基準値')).toBe(3)
  expect(width('45')).toBeCloseTo(1.11, 2)
  expect(width('45', 'bold')).toBeGreaterThan(width('45'))
})
