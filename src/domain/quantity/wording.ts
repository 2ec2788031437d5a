import type { Figure, FigureStatus, Qualifier } from './figure.ts'

/** 数の前後の語から分かること。 */
export type Hints = {
  readonly qualifier?: Qualifier
  readonly status?: FigureStatus
  readonly scope?: NonNullable<Figure['scope']>
  readonly remark?: string
  /** 「約」「おおむね」。以下・以上と重なれば断り書きに回す。 */
  readonly about?: string
}

type Wording = readonly [pattern: RegExp, hints: Hints | ((words: string) => Hints)]

const asRemark = (words: string): Hints => ({ remark: words.trim() })

/** 数の前に付く語。長いものから。空白は語のあとに許す。 */
const before: readonly Wording[] = [
  [/^(?:暫定値?|速報値?)[::]?/, { status: 'provisional' }],
  [/^(?:見込み?値?|推計値?|予測値|概算値?)[::]?/, { status: 'estimated' }],
  [/^確定値?[::]?/, asRemark],
  [/^(?:約|およそ|おおよそ|おおむね|概ね|凡そ|ほぼ|≒)/, (words) => ({ qualifier: 'about', about: words })],
  [/^(?:≧|≥|>=|最低|少なくとも)/, { qualifier: 'at-least' }],
  [/^(?:≦|≤|<=|最大|多くとも)/, { qualifier: 'at-most' }],
  [/^</, { qualifier: 'below' }],
  [/^>/, { qualifier: 'above' }],
  [/^(?:各年度?|毎年度?|年間|単年度?|年(?=\s*\d))(?:に|で)?/, { scope: 'each-year' }],
  [
    /^(?:計画期間(?:中|内)?(?:に|で)?|期間(?:中|内)(?:に|で)?|期間(?:合計|累計)|\d{1,2}(?:年|か年|ヵ年|カ年|ヶ年)間?(?:の|で)(?:合計|累計)?)[::]?/,
    { scope: 'period' },
  ],
  [/^(?:累計|延べ?|のべ|合計|計|総数|総額|新規に?|平均|全国(?:平均)?|県内|県平均|市内|全)[::]?/, asRemark],
]

/** 数と単位のあとに付く語。 */
const after: readonly Wording[] = [
  [/以上(?:(?:を|の|で)?(?:維持|確保|持続|継続))$/, (words) => ({ qualifier: 'at-least', remark: words })],
  [
    /(?:以下|以内)(?:(?:を|の|に|で)?(?:維持|抑制|持続|継続))$/,
    (words) => ({ qualifier: words.startsWith('以内') ? 'within' : 'at-most', remark: words }),
  ],
  [/以上$/, { qualifier: 'at-least' }],
  [/以下$/, { qualifier: 'at-most' }],
  [/未満$/, { qualifier: 'below' }],
  [/以内$/, { qualifier: 'within' }],
  [/(?:を?超える|を?上回る|超え|超)$/, { qualifier: 'above' }],
  [/を?下回る$/, { qualifier: 'below' }],
  [/(?:程度|前後|くらい|ぐらい|弱|強)$/, { qualifier: 'about' }],
  [/(?:を|の|で)?(?:現状)?(?:維持|持続|キープ)$/, { qualifier: 'keep' }],
  [/を?確保$|を?達成$|を目指す$/, asRemark],
  [/(?:見込み?|見込値|推計)$/, { status: 'estimated' }],
  [/(?:暫定値?|速報値?)$/, { status: 'provisional' }],
  [/\s*[※*†](?:\d{0,2}|注\d?)$|。$/, asRemark],
  // 「180人未満/年」「65%以上/年」: 限りのあとに書かれた期間（「件/年」の単位とは別）。
  [/(?<=以上|以下|未満|以内|超)[/／](?:年度?|月)$/, asRemark],
]

/** かっこ書きの、値ではない語。 */
const inBrackets: readonly Wording[] = [
  [/^(?:暫定値?|速報値?)$/, { status: 'provisional' }],
  [/^(?:見込み?値?|推計値?|予測値?|年度末見込み?)$/, { status: 'estimated' }],
  [/^(?:各年度?|毎年度?|年間|単年度?)$/, { scope: 'each-year' }],
  [
    /^(?:計画期間(?:中|内)?|期間(?:合計|累計)|\d{1,2}(?:年|か年|ヵ年|カ年|ヶ年)間?(?:の?(?:合計|累計))?)$/,
    { scope: 'period' },
  ],
]

const given = (hints: Wording[1], words: string): Hints => (typeof hints === 'function' ? hints(words) : hints)

/** 前の語を一つ読む。読めた文字数と、分かること。 */
export const readBefore = (text: string): { readonly length: number; readonly hints: Hints } | undefined => {
  for (const [pattern, hints] of before) {
    const words = pattern.exec(text)?.[0]
    if (words) return { length: words.length + leadingSpace(text.slice(words.length)), hints: given(hints, words) }
  }
  return undefined
}

/** 後の語を一つ読む。 */
export const readAfter = (text: string): { readonly length: number; readonly hints: Hints } | undefined => {
  for (const [pattern, hints] of after) {
    const words = pattern.exec(text)?.[0]
    if (words) return { length: words.length, hints: given(hints, words) }
  }
  return undefined
}

/** かっこの中の語の意味。知らない語は undefined（断り書きか、副の値）。 */
export const readBracketed = (words: string): Hints | undefined => {
  const known = inBrackets.find(([pattern]) => pattern.test(words))
  return known && given(known[1], words)
}

const leadingSpace = (text: string): number => /^\s*/.exec(text)?.[0].length ?? 0

/** 分かったことを重ねる。限り（以上・以下…）は「約」より強く、断り書きはつなぐ。 */
export const together = (one: Hints, other: Hints): Hints => {
  const about = one.qualifier === 'about' && other.qualifier !== undefined && other.qualifier !== 'about'
  const remark = [about ? one.about : undefined, one.remark, other.remark].filter(Boolean).join(' ')
  const qualifier = about ? other.qualifier : (one.qualifier ?? other.qualifier)
  return {
    ...one,
    ...other,
    ...(qualifier ? { qualifier } : {}),
    ...(remark ? { remark } : {}),
  }
}
