import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TextMark, textDifference } from './text-difference.ts'
import { wordsOf } from './words-of.ts'

// 期待は、人が新旧対照表に引く線。［ ］がことばの変更、〈 〉が全角・半角だけの違い、｛ ｝が順を入れ替えただけの文。
// 語の辞書（ICU）は版で変わるので、辞書の切れ方に左右されない文だけを並べる。

const signs = { wording: '［］', writing: '〈〉', moved: '｛｝' } as const

const marked = (text: string, marks: readonly TextMark[]): string => {
  const ends = marks.flatMap(({ from, to, kind }) => [
    { at: from, sign: signs[kind][0] ?? '' },
    { at: to, sign: signs[kind][1] ?? '' },
  ])
  return ends.toReversed().reduce((done, { at, sign }) => `${done.slice(0, at)}${sign}${done.slice(at)}`, text)
}

const read = (marked: string): string => marked.replace(/[［］〈〉｛｝]/g, '')

const pairs: readonly (readonly [what: string, before: string, after: string])[] = [
  ['数は単位ごと', '創業件数を［30件］とする。', '創業件数を［45件］とする。'],
  ['数に挟まれた助詞は一続き', '［約30件から45件］へ増やす。', '［約50件から60件］へ増やす。'],
  ['年度は元号ごと', '［令和6年度］に目標を達成する。', '［令和8年度］に目標を達成する。'],
  ['元年。助詞だけを残さない', '［令和元年度からの5年間］', '［令和7年度からの5か年］'],
  ['かっこの中の数', '目標値：年間［30回］（累計［150回］）', '目標値：年間［40回］（累計［200回］）'],
  ['期の数', '［第2期］総合戦略', '［第3期］総合戦略'],
  ['KPI の測り方', '新規就農者数（［年間］）', '新規就農者数（［累計］）'],
  ['KPI の名', '空き家バンクの［登録］件数', '空き家バンクの［成約］件数'],
  ['KPI の単位', '相談会の開催　［12回］', '相談会の開催　［120人］'],
  ['ことばを加える', '道路の補修を進めます。', '道路［及び橋］の補修を進めます。'],
  ['並びに加えたことばは、読点から', '農林水産業、商工業、観光業の連携', '農林水産業、商工業、観光業［、福祉］の連携'],
  ['同じ語が続くとき', '観光の振興に取り組みます。', '観光の振興［及び観光の人材の育成］に取り組みます。'],
  ['片仮名は途中で切らない', '［プログラム］を活用して支援します。', '［プログラミング］を活用して支援します。'],
  ['英字は途中で切らない', '［DX］の推進', '［GX］の推進'],
  ['全角と半角', '〈Ｗｅｂ〉広告で発信します。', '〈Web〉広告で発信します。'],
  ['かっこの幅', '〈（１）〉創業支援', '〈(1)〉創業支援'],
  ['組の字を割らない', '〈１〉𠮷田地区の活性化', '〈1〉𠮷田地区の活性化［𠮷］'],
  ['文を加える', '○移住相談の実施\n○空き家の活用', '○移住相談の実施\n［○移住体験ツアーの開催］\n○空き家の活用'],
  ['文を削る', '相談窓口を設けます。［冊子を配ります。］見学会を開きます。', '相談窓口を設けます。見学会を開きます。'],
  [
    '箇条の並べ替え',
    '○スマート農業の普及\n○森林の適正管理\n｛○新たな担い手の確保｝',
    '｛○新たな担い手の確保｝\n○スマート農業の普及\n○森林の適正管理',
  ],
  [
    '並べ替えて、ことばも加える',
    '○スマート農業の普及\n○森林の適正な管理\n｛○新たな担い手の確保｝',
    '｛○新たな担い手の確保｝［と育成］\n○スマート農業の普及\n○森林の適正な管理',
  ],
  ['書き改めた文は、まるごと', '［放課後児童クラブの充実を図ります。］', '［子育て家庭の経済的な負担を軽くします。］'],
  [
    '計画の名',
    '「地域公共交通計画」に基づき、路線の再編を進めます。',
    '「［第2次］地域公共交通計画」に基づき、路線の再編を進めます。',
  ],
  [
    '長い段落の一文だけ',
    '本市の農業は基幹産業です。［若い］担い手が減っています。販路の拡大を支えます。',
    '本市の農業は基幹産業です。［次の時代を支える］担い手が減っています。販路の拡大を支えます。',
  ],
  ['行の割りかただけ', '創業を支援します。雇用を守ります。', '創業を支援します。\n雇用を守ります。'],
]

describe('改めたところ', () => {
  test.each(pairs)('%s', (_, before, after) => {
    const found = textDifference(read(before), read(after))
    expect([marked(read(before), found.before), marked(read(after), found.after)]).toEqual([before, after])
  })

  test('同じ文章には線がない', () => {
    expect(textDifference('創業を支援します。', '創業を支援します。')).toEqual({ before: [], after: [] })
  })

  test('空の文章からは、みな新しい', () => {
    expect(textDifference('', '創業').after).toEqual([{ from: 0, to: 2, kind: 'wording' }])
  })
})

const phrases = [
  '創業の支援',
  '30件',
  '令和6年度',
  '、',
  '。',
  '\n',
  '○',
  'の',
  '𠮷田町',
  'デジタル',
  'ＤＸ',
  'DX',
  '（',
  '）',
  ' ',
  'が\u3099',
]
const aText = fc
  .array(fc.oneof(fc.constantFrom(...phrases), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 24 })
  .map((parts) => parts.join(''))

describe('どんな文章でも', () => {
  test('線のないところをつなぐと、旧も新も同じ（空白と改行のほか）', () => {
    fc.assert(
      fc.property(aText, aText, (before, after) => {
        const found = textDifference(before, after)
        expect(unmarked(after, found.after)).toBe(unmarked(before, found.before))
      }),
      { numRuns: 500 },
    )
  })

  test('線は順に並び、重ならず、組の字を割らない', () => {
    fc.assert(
      fc.property(aText, aText, (before, after) => {
        const { after: marks } = textDifference(before, after)
        let last = 0
        for (const { from, to } of marks) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(after.slice(from, to).isWellFormed()).toBe(after.isWellFormed())
          last = to
        }
      }),
    )
  })

  test('語をつなぐと元に戻る', () => {
    fc.assert(fc.property(aText, (text) => wordsOf(text).join('') === text))
  })
})

const unmarked = (text: string, marks: readonly TextMark[]): string => {
  const edges = [0, ...marks.flatMap(({ from, to }) => [from, to]), text.length]
  return edges
    .filter((_, at) => at % 2 === 0)
    .map((from, at) => text.slice(from, edges[at * 2 + 1]))
    .join('')
    .replace(/\s/g, '')
}
