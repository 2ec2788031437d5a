import type { ReportFont } from '../writer.ts'
import { fontNames } from './styles.ts'

/**
 * 日本語の文書としての決まり。docx の部品にはこれらの指定がないので、できた XML に書き足す。
 * 書き足す所が見つからないのは部品が変わったときで、黙って日本語の組みを失わないように投げる。
 */
const added = (xml: string, before: string, addition: string): string => {
  if (!xml.includes(before)) throw new Error(`"${before}" was expected in the document's parts`)
  return xml.replace(before, addition + before)
}

/**
 * すべての段落の決まり：禁則と句読点のぶら下げをし、和文と数字の間を空けず（「令和 6 年」とならず、狭い升目でも見積りどおりに折れる）、
 * 行を文書の格子に合わせない。
 */
export const japaneseStyles = (styles: string): string =>
  added(
    styles,
    '<w:spacing w:after="0" w:before="0"',
    '<w:kinsoku/><w:wordWrap/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
  )

/** 約物のつめかた（日本語の Word の普通）と、書体を選ぶときの言語。 */
export const japaneseSettings = (settings: string): string =>
  added(settings, '<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/>').replace(
    '</w:compat>',
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>',
  )

/** 書体の表。PC に名のった書体がないときに、代わりに使う書体を順に書く（ECMA-376 17.8.3.1）。 */
export const japaneseFontTable = (table: string, font: ReportFont): string => {
  const others = standIns.filter((name) => name !== fontNames[font])
  const entry = `<w:font w:name="${fontNames[font]}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="80"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>`
  if (!/<w:fonts [^>]*\/>/.test(table)) throw new Error('an empty font table was expected')
  return table.replace(/(<w:fonts [^>]*?)\/>/, `$1>${entry}</w:fonts>`)
}

/** Windows にある書体。並びは、字の形の近い順。 */
const standIns = ['BIZ UDPゴシック', 'BIZ UDPGothic', '游ゴシック', 'Yu Gothic', 'ＭＳ ゴシック', 'MS Gothic'] as const
