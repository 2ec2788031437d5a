import { expect, test } from 'vitest'
import { lettering } from './lettering.ts'
import { printable, type Unprintable } from './printable.ts'

const printed = (text: string) => {
  const told: Unprintable[] = []
  return { text: printable(text, lettering('noto-sans'), (found) => told.push(found)), told }
}

test.each(['髙橋 𠮷田 﨑 ①㎡㈱№ ～－―−‐ 令和㋿ ｱｲｳ ☑□', '1,234件\n（累計）'])('%s はそのまま刷れる', (text) => {
  expect(printed(text)).toEqual({ text, told: [] })
})

test('どの書体にもない字は 〓 になり、言われる', () => {
  expect(printed('絵文字😀と嵛')).toEqual({
    text: '絵文字〓と〓',
    told: [
      { character: '😀', kind: 'missing' },
      { character: '嵛', kind: 'missing' },
    ],
  })
})

test('外字（私用の領域の字）は、別の字が出ないように 〓 になる', () => {
  expect(printed('渡\ue000辺')).toEqual({ text: '渡〓辺', told: [{ character: '\ue000', kind: 'missing' }] })
})

test('書体にない異体字は、普通の字形で出て、言われる', () => {
  expect(printed('葛\u{e0101}城')).toEqual({ text: '葛城', told: [{ character: '葛\u{e0101}', kind: 'variant' }] })
})

test('漢字は別の字にせず、濁点の分かれた仮名だけを一字にする', () => {
  expect(printed('\ufa11\ufa19か\u3099').text).toBe('\ufa11\ufa19が')
})

test('見えない制御の字は除き、改行は残す', () => {
  expect(printed('あ\u0007い\u200bう\r\nえ\tお')).toEqual({ text: 'あいう\nえ お', told: [] })
})
