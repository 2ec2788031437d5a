import { plainLine, plainText } from '#domain/language/plain-text.ts'

/** 集計表の行のことば。行の役を、番号や位置でなくことばで決める。 */

/** 頁の頭書き（「第２期…総合戦略 数値目標・KPI集計表 【資料４】」）。 */
export const isPageHeading = (text: string): boolean => {
  const plain = plainText(text)
  return plain.includes('集計表') && plain.length <= 80 && !plain.includes('。')
}

/** 「基本目標２ 新しい…」。番号と題。 */
export const goalHeading = (text: string): { readonly number: string; readonly title: string } | null => {
  const match =
    /^(?:【|〈)?基本(?:目標|方針|戦略)[ ]?([0-9]+|[ⅠⅡⅢⅣⅤIVX]+|[一二三四五六七八九十]+)(?:】|〉)?[ ::.、]*(.*)$/u.exec(
      plainLine(text),
    )
  if (!match?.[1] || match[2]?.includes('。')) return null
  return { number: match[1], title: (match[2] ?? '').trim() }
}

export type Depth = 2 | 3

/** 施策の見出し。「(1) 人材育成」は深さ 2、「① …」は深さ 3。題が別の行に離れていれば title は null。 */
export const sectionHeading = (
  text: string,
): { readonly depth: Depth; readonly number: string; readonly order: number; readonly title: string | null } | null => {
  const plain = plainLine(text)
  const round = /^\(([0-9]{1,2})\) ?(.*)$/u.exec(plain)
  const circled = /^([①-⑳]) ?(.*)$/u.exec(plain)
  const match = round ?? circled
  if (!match?.[1] || (match[2] ?? '').includes('。') || (match[2] ?? '').length > 45) return null
  const title = (match[2] ?? '').trim()
  return {
    depth: round ? 2 : 3,
    number: round ? `(${match[1]})` : match[1],
    order: round ? Number(match[1]) : (match[1].codePointAt(0) ?? 0) - 0x2460 + 1,
    title: title === '' ? null : title,
  }
}

/** 小計・合計の行（「小計（事業数：９、ＫＰＩ数：８）」）。 */
export const subtotalWords = (
  text: string,
): { readonly kind: '小計' | '合計'; readonly projects: number | null; readonly indicators: number | null } | null => {
  const plain = plainText(text)
  const kind = /^(小計|合計|総計)/u.exec(plain)?.[1]
  if (!kind || !/(?:事業|KPI|指標)数?/iu.test(plain)) return null
  const count = (pattern: RegExp) => {
    const digits = pattern.exec(plain)?.[1]
    return digits === undefined ? null : Number(digits)
  }
  const [projects, indicators] = [count(/事業数?[:=]?([0-9]+)/u), count(/(?:KPI|指標)数?[:=]?([0-9]+)/iu)]
  if (projects === null && indicators === null) return null
  return { kind: kind === '小計' ? '小計' : '合計', projects, indicators }
}

const headerVocabulary =
  /^(?:施策名?|事業名?|施策名・事業名|重要業績評価指標(?:\(KPI\))?|KPI|数値目標|基準値?|目標値?|区分|現状値|5年間の|[0-9]+年間の|合計|5年間の合計|[0-9]+年間の合計|計画期間の|単位|備考|所見|指標名?|担当課)$/u

/** 表の見出しだけからなる行（「施策名・事業名 重要業績評価指標（KPI） 区分」「合計」）。 */
export const isTableHeader = (text: string): boolean => {
  const words = plainLine(text).split(' ')
  return marker(text) === null && words.every((word) => headerVocabulary.test(word))
}

/** 所見の欄の見出し。「令和３年度実績値に対する所見」。報告する年度が分かる。 */
export const remarksHeader = (text: string): 'goal' | 'kpi' | null => {
  const plain = plainText(text)
  if (plain.includes('。') || plain.length > 40) return null
  if (/実績値?(?:の)?(?:増減理由|に対する増減理由)|今後の(?:取り?組み?|方針)$/u.test(plain)) return 'kpi'
  return /実績値?に対する所見$|^所見$/u.test(plain) ? 'goal' : null
}

/** 「3年度 4年度 5年度…」。年度の見出しの語。 */
export const yearWords = (text: string): readonly string[] | null => {
  const words = plainLine(text).split(' ')
  const years = words.filter((word) => /^(?:令和|平成|R|H)?(?:[0-9]{1,2}|元|20[0-9]{2})年度$/u.test(word))
  return years.length >= 2 && years.length >= words.length - 2 ? years : null
}

/** 段の名だけの行。 */
export const marker = (text: string): 'target' | 'actual' | null => {
  const plain = plainText(text)
  return plain === '目標値' ? 'target' : plain === '実績値' ? 'actual' : null
}

/** KPI を置かない断り（「KPIの設定が困難なため設定しない」「…実績値の管理とする」）。 */
export const noTargetWords =
  /(?:KPI|ＫＰＩ|目標値?|指標)の設定(?:が|は)?困難|目標値?(?:を|は)設定しない|実績値の管理とする/u

/** 事業の名らしい語か（「…事業」「…事業（…）」）。 */
export const looksLikeProject = (text: string): boolean => /事業(?:[（(][^）)]*[)）])?$/u.test(text.trim())

/** 前の行の続きのかっこ書き（「（情報共有ネットワーク事業）」）。 */
export const isBracketed = (text: string): boolean => /^[（(][^（()）]*[)）]$/u.test(text.trim())

/** 文らしいか。所見の一行は欄の幅いっぱい（三十字あまり）に書かれるか、句点を持つ。 */
export const looksLikeSentence = (text: string): boolean => {
  const plain = plainText(text)
  return plain.includes('。') || plain.length >= 32 || isStatusRemark(plain)
}

/** 一言の所見（「令和４年度新規事業」「令和3年度で終了」）。 */
export const isStatusRemark = (text: string): boolean =>
  /^(?:令和|平成|R|H)?[0-9元]+年度?(?:から|より|で|に|をもって)?(?:の)?(?:新規|終了|廃止|開始|休止|完了)(?:事業)?(?:のため)?$/u.test(
    plainText(text),
  )

export const endsSentence = (text: string): boolean => /[。．」）)]$/u.test(text.trim())
