import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfWidth } from './half-width.ts'
import { plainLine, plainText } from './plain-text.ts'

describe('平らな字面', () => {
  test.each([
    ['施 策：⼈材育成（H27〜累計）', '施策:人材育成(H27~累計)'],
    ['市民の家等合宿利用団体数 (市外) / 年 (再掲)', '市民の家等合宿利用団体数(市外)/年(再掲)'],
    ['第２期砂川市まち・ひと・しごと創生総合戦略', '第2期砂川市まち・ひと・しごと創生総合戦略'],
    ['歳　入　合　計', '歳入合計'],
    ['ｽﾏｰﾄ農業', 'スマート農業'],
    ['再生可能エネル\nギー', '再生可能エネルギー'],
    ['⻑野県⻄部', '長野県西部'],
    ['《基本方針》', '〈基本方針〉'],
    ['〔参考〕', '[参考]'],
    ['㋿5年度', '令和5年度'],
    ['（%）／％', '(%)/%'],
    ['葛\u{e0100}城\u200b市', '葛城市'],
    ['①商工業 ㉑観光', '①商工業㉑観光'],
  ])('%s → %s', (text, plain) => expect(plainText(text)).toBe(plain))

  test.each(['－', '―', '─', '—', '–', '−', '‐', 'ー', '-'])('単独の横棒 %s は一つの「-」になる', (dash) => {
    expect(plainText(` ${dash} `)).toBe('-')
    expect(plainText(dash + dash)).toBe('--')
  })

  test('かなに続く長音は横棒にしない', () => {
    expect(plainText('コーヒー・サービスー')).toBe('コーヒー・サービスー')
    expect(plainText('らーめん')).toBe('らーめん')
    expect(plainText('データ ー')).toBe('データ-')
  })

  test('丸数字は数字にしない', () => expect(plainText('①')).toBe('①'))

  test('平らにした字面をもう一度平らにしても変わらない', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => plainText(plainText(text)) === plainText(text)))
  })

  test('どんな文字列でも空白を残さない', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/\s/.test(plainText(text))))
  })

  test('行の字面は語の切れ目の空白を一つ残す', () => expect(plainLine(' 3年度　 4年度 \n')).toBe('3年度 4年度'))
})

test('半角にしても文字の位置は変わらない', () => {
  expect(halfWidth('１，２０９　件（％）')).toBe('1,209 件(%)')
  expect(halfWidth('①㎡²')).toBe('①㎡²')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => halfWidth(text).length === text.length))
})
