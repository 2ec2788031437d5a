import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clustersOf, fold } from './fold.ts'
import { rankOf } from './rank.ts'
import { excerptOf, hasAll, marksIn, splitAt, wordsIn } from './words.ts'

const found = (text: string, typed: string): boolean => {
  const words = wordsIn(typed)
  return words.length > 0 && hasAll(fold(text), words)
}

describe('同じ語は、どう書いても見つかる', () => {
  test.each([
    ['空き家バンク登録件数', '空き家ばんく'],
    ['空き家バンク登録件数', 'ﾊﾞﾝｸ'],
    ['ＡＩ・ＲＰＡ活用業務数', 'ai rpa'],
    ['サーバー更新', 'サーバ'],
    ['コミュニティ・スクール', 'コミュニティースクール'],
    ['ファミリー・サポート・センター', 'フアミリサポート'],
    ['ヴァイオリン教室', 'バイオリン'],
    ['フェスティバル', 'ﾌｪｽﾃｨｳﾞｧﾙ'],
    ['髙﨑地区', '高崎'],
    ['⼈材育成', '人材'],
    ['農 林 課', '農林課'],
    ['基本目標① しごと', '基本目標1'],
    ['新規創業件数(H27～累計)', '創業 ｈ27'],
    ['新規創業件数(H27～累計)', '累計　創業'],
    ['整備面積（㎡）', 'm2'],
    ['葛\u{e0100}飾', '葛飾'],
    ['がん検診', 'か\u3099ん'],
  ])('「%s」は「%s」で見つかる', (text, typed) => {
    expect(found(text, typed)).toBe(true)
  })

  test.each([
    ['転入者数', '転出'],
    ['空き家バンク登録件数', '空き店舗'],
    ['新規創業件数', '創業 転入'],
    ['はか', 'ばか'],
    ['新規創業件数', 'ー'],
    ['新規創業件数', '　 '],
  ])('「%s」は「%s」では見つからない', (text, typed) => {
    expect(found(text, typed)).toBe(false)
  })
})

describe('印', () => {
  const marked = (text: string, typed: string) =>
    splitAt(text, marksIn(text, wordsIn(typed)))
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('')

  test.each([
    ['空き家バンク登録件数', 'ﾊﾞﾝｸ', '空き家[バンク]登録件数'],
    ['サーバー更新', 'さば', '[サーバー]更新'],
    ['ﾊﾞﾝｸとバンク', 'ばんく', '[ﾊﾞﾝｸ]と[バンク]'],
    ['農 林 課', '農林', '[農 林] 課'],
    ['面積㎡', 'm', '面積[㎡]'],
    ['吉野家𠮷野家', '野家', '吉[野家]𠮷[野家]'],
    ['創業件数', '創業 業件', '[創業件]数'],
    ['転入者数', '転出', '転入者数'],
  ])('「%s」を「%s」で探すと %s', (text, typed, shown) => {
    expect(marked(text, typed)).toBe(shown)
  })

  test('長い文は、語のあたりだけを切り出す', () => {
    const text = `${'あ'.repeat(80)}国の交付金を財源とする${'い'.repeat(80)}`
    const { text: cut, marks } = excerptOf(text, wordsIn('財源'), 10)
    expect(cut).toMatch(/^….*交付金を財源とする.*…$/)
    expect(marks.map(({ from, to }) => cut.slice(from, to))).toEqual(['財源'])
  })

  test('短い文は切らない', () => {
    expect(excerptOf('財源は国費', wordsIn('財源')).text).toBe('財源は国費')
  })
})

describe('順', () => {
  const entry = (name: string, text = '', context = '') => ({
    name: fold(name),
    text: fold(text),
    context: fold(context),
  })

  test('名の頭、名の中、ほかの字の順', () => {
    expect(rankOf(entry('創業件数'), wordsIn('創業'))).toBe(0)
    expect(rankOf(entry('新規創業件数'), wordsIn('創業'))).toBe(1)
    expect(rankOf(entry('補助金交付件数', '創業者への補助'), wordsIn('創業'))).toBe(2)
    expect(rankOf(entry('転入者数'), wordsIn('創業'))).toBeUndefined()
  })

  test('道すじの語は、名の語と合わせたときだけ効く', () => {
    const indicator = entry('新規創業件数', '', '総合戦略 基本目標1 しごとをつくる')
    expect(rankOf(indicator, wordsIn('しごと'))).toBeUndefined()
    expect(rankOf(indicator, wordsIn('しごと 創業'))).toBe(1)
  })

  test('何も打たなければ何も見つからない', () => {
    expect(rankOf(entry('創業件数'), wordsIn(''))).toBeUndefined()
  })
})

describe('どんな字でも', () => {
  const letters = fc.constantFrom(
    ...'あいうえおかがきぎぱゃっァアガパヴーｰｶﾞｱﾊﾟ漢字率件円空家①㎡㍻㈱Ⅳ年AbｃＤ09０９・（）〜-/ 　',
    '𠮷',
    '👨‍👩‍👧',
    'か\u3099',
    '葛\u{e0100}',
    '\ud83d',
    '\u0000',
  )
  const text = fc.array(letters, { maxLength: 30 }).map((all) => all.join(''))
  const anything = fc.string({ unit: 'binary', maxLength: 30 })
  const either = fc.oneof(text, anything)

  test('畳んだ字は、もう一度畳んでも変わらない', () => {
    fc.assert(
      fc.property(either, (each) => {
        expect(fold(fold(each))).toBe(fold(each))
      }),
    )
  })

  test('どの字も、自分の一部で必ず見つかる', () => {
    fc.assert(
      fc.property(either, fc.nat(), fc.nat(), (whole, a, b) => {
        const clusters = clustersOf(whole)
        const part = clusters.slice(a % (clusters.length + 1)).slice(0, 1 + (b % 8))
        const [first, last] = [part[0], part.at(-1)]
        const typed = first && last ? whole.slice(first.from, last.to) : ''
        if (fold(typed) !== '') expect(found(whole, typed)).toBe(true)
      }),
    )
  })

  test('幅と仮名を替えて打っても、自分は見つかる', () => {
    const changes = fc.constantFrom(toKatakana, toHiragana, toWide, toNarrow, (each: string) => each.normalize('NFKC'))
    fc.assert(
      fc.property(text, changes, (each, change) => {
        if (wordsIn(each).length > 0) expect(found(each, change(each))).toBe(true)
      }),
    )
  })

  test('印はサロゲートを割らず、重ならず、つなげば元の字に戻る', () => {
    fc.assert(
      fc.property(either, either, (each, typed) => {
        const marks = marksIn(each, wordsIn(typed))
        const parts = splitAt(each, marks)
        expect(parts.map((part) => part.text).join('')).toBe(each)
        expect(parts.filter(({ marked }) => marked)).toHaveLength(marks.length)
        for (const { from, to } of marks) {
          expect(to).toBeGreaterThan(from)
          for (const at of [from, to]) expect(splitsPair(each, at)).toBe(false)
        }
      }),
    )
  })

  test('切り出しも割らない', () => {
    fc.assert(
      fc.property(either, either, fc.integer({ min: 1, max: 10 }), (each, typed, around) => {
        const { text: cut, marks } = excerptOf(each, wordsIn(typed), around)
        for (const { from, to } of marks) expect(splitsPair(cut, from) || splitsPair(cut, to)).toBe(false)
        if (each.isWellFormed()) expect(cut.isWellFormed()).toBe(true)
      }),
    )
  })
})

const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))

const shifted = (text: string, pattern: RegExp, by: number): string =>
  text.replace(pattern, (char) => String.fromCharCode(char.charCodeAt(0) + by))
const toKatakana = (text: string): string => shifted(text, /[ぁ-ゖ]/g, 0x60)
const toHiragana = (text: string): string => shifted(text, /[ァ-ヶ]/g, -0x60)
const toWide = (text: string): string => shifted(text, /[!-~]/g, 0xfee0)
const toNarrow = (text: string): string => shifted(text, /[！-～]/g, -0xfee0)
