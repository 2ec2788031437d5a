/**
 * 表計算の部品（目次・関係・シートの骨組み）から札の属性だけを拾う小さな読み手。
 * 木は作らない。正規表現の長さはどれも限って、壊れた XML でも長さに比例した時間で終わる。
 */
export type Attributes = Readonly<Record<string, string>>

/** ある名の開き札の属性を、出てくる順に。名前空間の接頭辞（`x:sheet`）は問わない。 */
export const tagsNamed = (xml: string, name: string): readonly Attributes[] =>
  Array.from(xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}(\\s[^<>]{0,4000})?/?>`, 'g')), ([, attributes]) =>
    attributesOf(attributes ?? ''),
  )

const attributesOf = (written: string): Attributes =>
  Object.fromEntries(
    Array.from(
      written.matchAll(/([\w:.-]{1,60})\s{0,9}=\s{0,9}(?:"([^"]{0,4000})"|'([^']{0,4000})')/g),
      ([, name = '', double, single]) => [name, decodeXml(double ?? single ?? '')],
    ),
  )

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (written, decimal, hex, name) => {
    if (name) return named[name] ?? written
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : written
  })

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** ある名の要素のはじめから終わりまで（入れ子にならないもの）。なければ空。 */
export const elementNamed = (xml: string, name: string): string => {
  const open = new RegExp(`<((?:\\w{1,20}:)?${name})(?=[\\s/>])`).exec(xml)
  if (!open) return ''
  const openEnd = xml.indexOf('>', open.index)
  if (openEnd < 0) return ''
  if (xml[openEnd - 1] === '/') return xml.slice(open.index, openEnd + 1)
  const close = `</${open[1]}>`
  const end = xml.indexOf(close, openEnd)
  return end < 0 ? '' : xml.slice(open.index, end + close.length)
}

/** 「<」の数。木にする前に、部品の大きさを測る。 */
export const tagCount = (xml: string): number => {
  let count = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) count += 1
  return count
}

/** 文書型宣言・実体宣言があるか。表計算の XML に要るものではなく、実体の展開は爆弾や外部参照に使われる。 */
export const declaresEntities = (xml: string): boolean => /<!\s{0,9}(?:DOCTYPE|ENTITY)/i.test(xml)
