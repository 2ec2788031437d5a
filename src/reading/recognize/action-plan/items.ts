import { fragmentsOf, type Piece, part, type Written } from './fragments.ts'
import { phrasesOf } from './phrases.ts'

/** 実績・予定の項目一つ。`mark` は丸数字（①）。「・」「○」「◆」は箇条書きの印なので字面に入れない。 */
export type Item = Piece & { readonly mark: string | null }

const circled = '[①-⑳]'
const bullet = '[・○◯●◆◇■□▪]'

/** 項目の頭。行頭か空白のあとの印、番号（「2.」）、印の前に一つだけ立つかっこ書き（「(補助団体)」）。 */
const heads = new RegExp(
  String.raw`(?<=^|\s)(?:${circled}|${bullet}(?!\s*$)|\d{1,2}[.．](?=[^\d\s])|[(（【][^()（）【】]{1,20}[)）】](?=\s+(?:${bullet}|${circled})))`,
  'gu',
)

/**
 * 実績・予定の升目を項目に分ける。`<li>`・`<p>`、行頭や空白のあとの ・ ① ○ ◆ と「1.」で切り、「まち・ひと・しごと」の中黒では切らない。
 *
 * @example itemsOf(cell('・寄附金額20億円 ・新規事業者5社')).map(({ text }) => text) // → ['寄附金額20億円', '新規事業者5社']
 */
export const itemsOf = (cell: Written): readonly Item[] =>
  fragmentsOf(cell).flatMap(split).flatMap(withoutHeading).flatMap(byFigures)

const split = (fragment: Piece): readonly Item[] => {
  const starts = [0, ...[...fragment.text.matchAll(heads)].map(({ index }) => index)]
  return [...new Set(starts)].flatMap((start, index, all) => {
    const piece = part(fragment, start, all[index + 1])
    return piece ? itemOf(piece) : []
  })
}

const bulletAtHead = new RegExp(String.raw`^(?:${bullet}\s*)+`, 'u')
const circledAtHead = new RegExp(`^${circled}`, 'u')

const itemOf = (piece: Piece): readonly Item[] => {
  const body = part(piece, bulletAtHead.exec(piece.text)?.[0].length ?? 0)
  return body ? [{ ...body, mark: circledAtHead.exec(body.text)?.[0] ?? null }] : []
}

/** 数量で終わったあとに続く、次の組の見出し（「…支出 1回 佐賀県伊万里港振興会」）。丸数字の項目だけで見る。 */
const trailing = /^(?<item>.*\d[^\s\d]{0,6})\s+(?<heading>[^\s\d()（）【】※①-⑳]{4,30})$/u

const withoutHeading = (item: Item): readonly Item[] => {
  const found = item.mark === null ? undefined : trailing.exec(item.text)?.groups
  const body = found && part(item, 0, (found.item ?? '').length)
  const heading = found && part(item, item.text.length - (found.heading ?? '').length)
  return body && heading
    ? [
        { ...body, mark: item.mark },
        { ...heading, mark: null },
      ]
    : [item]
}

/**
 * 印のない折り返しが一行に潰れたもの（「開催回数 3回 参加人数 350人」）。どの組にも名と数量があるときだけ分ける。
 * 初めの組だけは、数量のない見出しでもよい（「委託料の支払 実施医療機関:5院 実施日数:10日」）。
 */
const byFigures = (item: Item): readonly Item[] => {
  const phrases = item.mark === null ? phrasesOf(item) : []
  const [, ...rest] = phrases
  const whole =
    rest.length > 0 && rest.every(({ name, figure, when }) => name !== null && figure !== null && when === null)
  if (!whole || phrases[0]?.name == null) return [item]
  let from = 0
  const starts = phrases.map(({ name }) => {
    from = item.text.indexOf(name?.text ?? '', from)
    return from
  })
  return starts.flatMap((start, index) => {
    const piece = part(item, index === 0 ? 0 : start, starts[index + 1])
    return piece ? [{ ...piece, mark: null }] : []
  })
}
