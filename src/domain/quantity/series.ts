import { halfWidth } from '#domain/language/half-width.ts'

/** 一つの升目に並んだいくつかの値。label は「小学校」「①」、なければ null。 */
export type Piece = { readonly label: string | null; readonly raw: string }

/**
 * いくつかの値に分けてみる。値として読めるかは `readFigure` が確かめるので、ここは切れ目の候補だけを返す。
 * `piecesOf('4校・13回')` → 4校, 13回。`piecesOf('小学校：3 中学校：4')` → 小学校 3, 中学校 4
 */
export const piecesOf = (raw: string): readonly (readonly Piece[])[] =>
  [
    circled(raw),
    labelled(raw),
    joined(raw, /[・･·•‧]/),
    joined(raw, /[\n\r]+/),
    joined(raw, /[、，;；]/),
    joined(raw, /\s+/),
    joined(raw, /[/／+＋]/),
  ].filter((pieces) => pieces.length > 1)

const circled = (raw: string): readonly Piece[] => {
  const found = [...raw.matchAll(/([①-⑳㉑-㉟㊱-㊿])\s*([^①-⑳㉑-㊿]*)/g)]
  if (found[0]?.index === undefined || raw.slice(0, found[0].index).trim() !== '') return []
  return found.map(([, label = '', text = '']) => ({ label, raw: text.replace(/[\s、，・･;；/／]+$/, '') }))
}

const labelBeforeColon = /(?:^|[\s、,，・･;；/／。])([^\s:：、,，・･;；／/\d][^\s:：、,，・･;；／/]{0,11})[:：]/g

const labelled = (raw: string): readonly Piece[] => {
  const found = [...raw.trim().matchAll(labelBeforeColon)]
  if (found[0]?.index !== 0) return []
  return found.map((match, i) => ({
    label: match[1] ?? '',
    raw: raw
      .trim()
      .slice(match.index + match[0].length, found[i + 1]?.index)
      .trim(),
  }))
}

const joined = (raw: string, between: RegExp): readonly Piece[] => raw.trim().split(between).map(labelledPiece)

/** 「小学校3校」の名と値。 */
const labelledPiece = (text: string): Piece => {
  const [, label] = /^\s*([一-龠ぁ-んァ-ヶー々]{1,10})(?=\s*[△▲-]?\d)/.exec(halfWidth(text)) ?? []
  return label && !/^(?:約|年|月|計|各|毎|延べ?|暫定値?|第)/.test(label)
    ? { label, raw: text.trim().slice(label.length).trim() }
    : { label: null, raw: text.trim() }
}
