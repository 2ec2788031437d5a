/**
 * 突き合わせのための平らな字面。NFKC（全角英数・半角カナ・康熙部首）、部首補助、ダッシュ・波線・かっこの統一、空白の除去。
 * 残る記号は ASCII の `( ) [ ] / % : , - ~ '`。山かっこは〈〉、【】「」『』と丸数字①は保つ。印刷の字面は別に残すこと。
 * `plainText('施 策：⼈材育成（H27〜累計）')` → `'施策:人材育成(H27~累計)'`
 */
export const plainText = (text: string): string => {
  if (text.length > longestRemembered) return flattened(text)
  const known = remembered.get(text)
  if (known !== undefined) return known
  if (remembered.size >= rememberedAtMost) remembered.clear()
  const plain = flattened(text)
  remembered.set(text, plain)
  return plain
}

/** `plainText` と同じで、語の切れ目の空白は一つ残す。`plainLine(' R2　 R3 ')` → `'R2 R3'` */
export const plainLine = (text: string): string =>
  alreadyPlain.test(text) ? text : unified(text).replace(/\s+/g, ' ').trim()

// 一つの図書の同じ欄を、様式・見出し・値・単位として何度も平らにする（伊万里市の図書では九万回、違う字面は四千ほど）。
// 短いものは覚えておき、数が増えすぎたら忘れる。
const remembered = new Map<string, string>()
const rememberedAtMost = 10_000
const longestRemembered = 200

const flattened = (text: string): string => (alreadyPlain.test(text) ? text : unified(text).replace(/\s+/g, ''))

const alreadyPlain = /^[!-~]*$/

const unified = (text: string): string =>
  compatible(text)
    .replace(lonelyLongVowel, (run) => '-'.repeat(run.length))
    .replace(variants, (char) => standard.get(char) ?? '')

// 丸数字は NFKC で「1」になってしまう。項目の印として区別したいので避けて通る。
const circled = /[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴]/
const betweenCircled = /[^①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴]+/g

const compatible = (text: string): string =>
  circled.test(text) ? text.replace(betweenCircled, (part) => part.normalize('NFKC')) : text.normalize('NFKC')

// 「ー」はかなに続くときだけ長音、単独なら「値なし」の横棒（「データ」は保ち「ー」は「-」）。
const lonelyLongVowel = /(?<![ぁ-ゖァ-ヺー])ー+/g

/** 康熙部首は NFKC が直すが、部首補助（U+2E80–）は直さない。PDF から出てくるものだけを挙げる。 */
const radicals =
  '⺃乚⺟母⺠民⺩王⺫目⺬示⺼肉⻁虎⻄西⻅見⻆角⻑長⻒長⻓長⻘青⻝食⻞食⻣骨⻤鬼⻥魚⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀⻳亀⻁虎⻝食⻟飠⻌辶⻖阝'

const pairs = (text: string): (readonly [string, string])[] => {
  const chars = [...text]
  return chars.flatMap((from, i) => (i % 2 === 0 ? [[from, chars[i + 1] ?? ''] as const] : []))
}

const standard = new Map<string, string>([
  ...pairs(radicals),
  ...[...'‐‑‒–—―−─━⁃﹣'].map((dash) => [dash, '-'] as const),
  ...[...'〜∼～˜'].map((wave) => [wave, '~'] as const),
  ...pairs('〔[〕]《〈》〉≪〈≫〉⟨〈⟩〉·・•・‧・∙・⋅・'),
  ...[...'’‘′‛´＇'].map((quote) => [quote, "'"] as const),
])

// 表にある字のほか、目に見えない字（零幅・書字方向・異体字選択）を取り除く。
const invisible = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}'
const variants = new RegExp(`[${[...standard.keys()].join('')}${invisible}]`, 'gu')
