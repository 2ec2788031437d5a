/**
 * Office の部品の XML を、書かれたとおりに持ち、書かれたとおりに戻す小さな木。
 * 知らない要素・名前空間・注釈もそのまま残すので、様式の見た目や仕掛けを失わない。
 * 文書型宣言（DOCTYPE）と実体宣言は Office の部品に要らず、爆弾に使われるので読まない。
 */
export type XmlNode = XmlElement | XmlRaw

/** 字・注釈・処理命令・CDATA。`raw` は書かれたとおり（字は &amp; のまま）。 */
export type XmlRaw = { readonly kind: 'raw'; readonly raw: string }

export type XmlElement = {
  readonly kind: 'element'
  /** 接頭辞つきの名（`w:tbl`）。 */
  readonly name: string
  /** 値は復号した字。並びは書かれた順。 */
  readonly attributes: readonly Attribute[]
  readonly children: readonly XmlNode[]
}

export type Attribute = readonly [name: string, value: string]

/** 根の前（XML 宣言）と、根。 */
export type XmlDocument = { readonly prolog: string; readonly root: XmlElement }

/** 入れ子の深さの限り。本物の図書は 60 ほど。 */
const deepest = 256

/**
 * XML を木に読む。整形式でなければ null。
 *
 * `parseXml('<a b="1">x</a>')?.root.attributes` → `[['b', '1']]`
 */
export const parseXml = (xml: string): XmlDocument | null => {
  const text = xml.replace(/^\uFEFF/, '')
  const start = rootStart(text)
  if (start < 0) return null
  const roots: XmlNode[] = []
  const open: Open[] = []
  for (let at = start; at < text.length; ) {
    const piece = pieceAt(text, at)
    if (piece === null || open.length > deepest) return null
    const siblings = open.at(-1)?.children ?? roots
    if (piece.kind === 'open') open.push({ ...piece.tag, children: [] })
    else if (piece.kind === 'node') siblings.push(piece.node)
    else {
      const done = open.pop()
      if (done?.name !== piece.name) return null
      const parent = open.at(-1)?.children ?? roots
      parent.push({ kind: 'element', ...done })
    }
    at = piece.end
  }
  const [root, ...others] = roots.filter((node) => node.kind === 'element' || !isAside(node.raw))
  return root?.kind === 'element' && others.length === 0 && open.length === 0
    ? { prolog: text.slice(0, start), root }
    : null
}

type Tag = { readonly name: string; readonly attributes: readonly Attribute[] }

type Open = Tag & { readonly children: XmlNode[] }

type Piece =
  | { readonly kind: 'open'; readonly tag: Tag; readonly end: number }
  | { readonly kind: 'close'; readonly name: string; readonly end: number }
  | { readonly kind: 'node'; readonly node: XmlNode; readonly end: number }

/** 根の外にあってよいもの（空白・注釈・処理命令）。 */
const isAside = (raw: string): boolean => raw.trim() === '' || raw.startsWith('<!--') || raw.startsWith('<?')

/** 根の開き札の所。前には XML 宣言・処理命令・注釈だけがあってよい。 */
const rootStart = (text: string): number => {
  const before = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0] ?? ''
  return text[before.length] === '<' && text[before.length + 1] !== '!' ? before.length : -1
}

const pieceAt = (text: string, at: number): Piece | null => {
  const next = text.indexOf('<', at)
  if (next !== at) return rawPiece(text, at, next < 0 ? text.length : next)
  if (text[at + 1] === '!' || text[at + 1] === '?') {
    const end = asideEnd(text, at)
    return end === null ? null : rawPiece(text, at, end)
  }
  tagEnd.lastIndex = at + 1
  if (!tagEnd.test(text)) return null
  const end = tagEnd.lastIndex
  if (text[at + 1] === '/') return { kind: 'close', name: text.slice(at + 2, end - 1).trim(), end }
  const read = tagIn(text.slice(at + 1, end - 1))
  if (read === null) return null
  const { empty, ...tag } = read
  return empty ? { kind: 'node', node: { kind: 'element', ...tag, children: [] }, end } : { kind: 'open', tag, end }
}

const rawPiece = (text: string, from: number, end: number): Piece => ({
  kind: 'node',
  node: { kind: 'raw', raw: text.slice(from, end) },
  end,
})

/** 札の終わり。引用符の中の「>」は終わりではない。 */
const tagEnd = /[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/y

/** 注釈・CDATA・処理命令の終わり。ほかの `<!…`（DOCTYPE・ENTITY）なら null。 */
const asideEnd = (text: string, at: number): number | null => {
  const [, closer] = asides.find(([opener]) => text.startsWith(opener, at)) ?? []
  const end = closer === undefined ? -1 : text.indexOf(closer, at)
  return closer === undefined || end < 0 ? null : end + closer.length
}

const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

const attribute = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

const tagIn = (written: string) => {
  const empty = written.endsWith('/')
  const body = empty ? written.slice(0, -1) : written
  const name = /^[^\s<>"'/=]+/.exec(body)?.[0]
  if (name === undefined) return null
  const attributes: Attribute[] = []
  attribute.lastIndex = name.length
  let at = name.length
  for (let match = attribute.exec(body); match; match = attribute.exec(body)) {
    attributes.push([match[1] ?? '', decodeXml(match[2] ?? match[3] ?? '')])
    at = attribute.lastIndex
  }
  return body.slice(at).trim() === '' ? { name, attributes, empty } : null
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (written, decimal, hex, name) => {
        if (name) return named[name] ?? written
        const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : written
      })
    : text

/** XML 1.0 に書けない制御文字。値の中にあれば書かない（書けば、ファイル全体が開けなくなる）。 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: 書けない字そのものを除く
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const escapeText = (text: string): string =>
  text
    .replace(unwritable, '')
    .replace(/[&<>]/g, (letter) => (letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : '&gt;'))

const escapeAttribute = (text: string): string =>
  escapeText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** 木を XML に戻す。 */
export const writeXml = ({ prolog, root }: XmlDocument): string => {
  const out: string[] = [prolog]
  writeNode(root, out)
  return out.join('')
}

const writeNode = (node: XmlNode, out: string[]): void => {
  if (node.kind === 'raw') {
    out.push(node.raw)
    return
  }
  out.push('<', node.name)
  for (const [name, value] of node.attributes) out.push(' ', name, '="', escapeAttribute(value), '"')
  if (node.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of node.children) writeNode(child, out)
  out.push('</', node.name, '>')
}

/** 字の節。 */
export const textNode = (text: string): XmlRaw => ({ kind: 'raw', raw: escapeText(text) })

export const element = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({
  kind: 'element',
  name,
  attributes: Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  ),
  children,
})

/** 接頭辞を除いた名。`localName('w:tbl')` → 'tbl' */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** 接頭辞（`w:`）。なければ空。 */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1)

export const isElement = (node: XmlNode, local?: string): node is XmlElement =>
  node.kind === 'element' && (local === undefined || localName(node.name) === local)

/** その名の要素か（型は絞らない）。 */
export const isNamed = (node: XmlNode, local: string): boolean => isElement(node, local)

export const childrenOf = ({ children }: XmlElement, local?: string): readonly XmlElement[] =>
  children.filter((child): child is XmlElement => isElement(child, local))

export const childOf = (parent: XmlElement, local: string): XmlElement | undefined =>
  parent.children.find((child): child is XmlElement => isElement(child, local))

/** その名の子孫を、書かれた順に。 */
export const descendants = (within: XmlElement, local: string): readonly XmlElement[] =>
  within.children.flatMap((child) =>
    child.kind === 'raw' ? [] : [...(localName(child.name) === local ? [child] : []), ...descendants(child, local)],
  )

/** 属性の値。名は書かれたとおり（`r:id`）。 */
export const attributeOf = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.find(([each]) => each === name)?.[1]

/** 属性を置きかえる。undefined なら除く。 */
export const withAttributes = (from: XmlElement, changes: Readonly<Record<string, string | undefined>>): XmlElement => {
  const kept = from.attributes.flatMap(([name, value]): Attribute[] => {
    if (!Object.hasOwn(changes, name)) return [[name, value]]
    const changed = changes[name]
    return changed === undefined ? [] : [[name, changed]]
  })
  const added = Object.entries(changes).flatMap(([name, value]): Attribute[] =>
    value === undefined || from.attributes.some(([each]) => each === name) ? [] : [[name, value]],
  )
  return { ...from, attributes: [...kept, ...added] }
}

export const withChildren = (from: XmlElement, children: readonly XmlNode[]): XmlElement => ({ ...from, children })

/** 要素の中の字（子孫の字もつなげる）。 */
export const textOf = (node: XmlNode): string => {
  if (node.kind === 'element') return node.children.map(textOf).join('')
  if (node.raw.startsWith('<![CDATA[')) return node.raw.slice(9, -3)
  return node.raw.startsWith('<') ? '' : decodeXml(node.raw)
}

/** 木の要素を、下から順に作りかえる。変わらないところは同じ値のまま。undefined を返せば除く。 */
export const mapElements = (
  root: XmlElement,
  change: (element: XmlElement) => XmlElement | undefined,
): XmlElement | undefined => {
  let same = true
  const children = root.children.flatMap((child): readonly XmlNode[] => {
    if (child.kind === 'raw') return [child]
    const changed = mapElements(child, change)
    if (changed !== child) same = false
    return changed ? [changed] : []
  })
  return change(same ? root : { ...root, children })
}
