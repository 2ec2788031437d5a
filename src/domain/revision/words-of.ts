/**
 * 文を、新旧で比べる語に分ける。つなぐと元の文に戻る。
 * 数は助数詞ごと（「45件」「令和6年度」「第2期」）、片仮名・英字の続きも一語にする。語の途中に線を引かないため。
 * ほかは Unicode の語の切れ目（`Intl.Segmenter`、UAX #29 と ICU の辞書）による。辞書は版で変わるので、
 * 一字だけ残るような切れ方は、あとで線をまとめるときにならす。
 *
 * @example wordsOf('創業件数を45件とする。') // → ['創業', '件数', 'を', '45件', 'と', 'する', '。']
 */
export const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(pieces)].flatMap(([piece]) => (fromDictionary.test(piece) ? segments(piece) : [piece]))

const digits = '[0-9０-９〇]+(?:[,，.．][0-9０-９]+)*'

/** 数の後に付いて、数と一つになることば。長いものから試す。 */
const units = [
  '年度末 年度 年間 か年 ヵ年 カ年 ヶ年 年 か月 ヵ月 カ月 ヶ月 月 日間 日 時間 時 分 秒 週間 億円',
  '百万円 千円 万円 円 億 万人 千人 人日 人泊 人 万 千 百 か所 ヵ所 カ所 ヶ所 箇所 個所 所 件 回 校',
  '社 者 戸 世帯 組合 組 台 名 団体 経営体 施設 品目 品 事業所 事業 地区 地域 集落 路線 本 枚 冊 点',
  '種類 種 割 倍 位 歳 期 次 章 節 項目 項 条 号 番 編 部 課 級 度 頭 羽 隻 泊 室 床 店舗 店',
  '市町村 市町 市 町 村 法人 企業 講座 教室 園 館 公園 系統 便 便数 割合 ％ % ‰ ポイント キロ トン',
  'ha ｈａ ヘクタール アール km ｋｍ ㎞ m ｍ ㎡ ㎥ kg ㎏ g t ｔ kWh kW MW GB',
]
  .flatMap((line) => line.split(' '))
  .toSorted((a, b) => b.length - a.length)

const pieces = new RegExp(
  [
    `(?:令和|平成|昭和|[RHS])\\s?(?:元|${digits})(?:年度|年)?(?:${digits}月(?:${digits}日)?|末|度末)?`,
    `第?[約計]?${digits}(?:${units.join('|')})?(?:目|以上|以下|未満)?`,
    '[ァ-ヺー・ヽヾｦ-ﾟ]*[ァ-ヺｦ-ﾟ][ァ-ヺーヽヾｦ-ﾟ]*',
    "[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ'’&＆-]*",
    '[\\p{Script=Han}\\p{Script=Hiragana}々〆ヶヵ\\p{M}]{1,60}',
    '\\r\\n',
    '[^]\\p{M}*',
  ].join('|'),
  'gu',
)

const fromDictionary = /^[\p{Script=Han}\p{Script=Hiragana}々〆ヶヵ\p{M}]+$/u

const dictionary = new Intl.Segmenter('ja', { granularity: 'word' })

/** 語の切れ目で分ける。長い文をひとつなぎで渡すと長さの二乗の時間がかかるので（ICU）、短く切ったものだけを渡す。 */
const segments = (piece: string): readonly string[] => {
  const known = remembered.get(piece)
  if (known) return known
  if (remembered.size >= rememberedAtMost) remembered.clear()
  const found = Array.from(dictionary.segment(piece), ({ segment }) => segment)
  remembered.set(piece, found)
  return found
}

/** 旧と新には同じ句が並ぶ。分けたものを覚えておき、増えすぎたら忘れる。 */
const remembered = new Map<string, readonly string[]>()
const rememberedAtMost = 20_000
