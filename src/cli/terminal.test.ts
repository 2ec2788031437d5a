import { expect, test } from 'vitest'
import { visible } from './terminal.ts'

test('端末を操る字を、見える字にする', () => {
  expect(visible('\u001b[31m赤\u0007\r上書き')).toBe('␛[31m赤␇␍上書き')
})

test('改行とタブ、ふつうの字はそのまま', () => {
  const line = '進捗\t75.0％\n△3.5　①〜⑤ 👍'
  expect(visible(line)).toBe(line)
})

test('JSON は変わらない', () => {
  const json = JSON.stringify({ name: '事業\u001b\u0000\r\n名', raw: '9\t8' }, null, 2)
  expect(visible(json)).toBe(json)
})
