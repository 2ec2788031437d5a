import type { CellNumber } from '../../report.ts'
import { formattedNumber } from '../../writers/xlsx/number-format.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  element,
  withAttributes,
  withChildren,
  type XmlDocument,
  type XmlElement,
} from '../package/xml.ts'
import { keptNumber } from './number-formats.ts'

/** 升目の書式のうち、差し込みに要るもの。 */
export type CellStyle = { readonly wrap: boolean; readonly size: number; readonly format: string }

/** 書式の表。元の書式は変えず、数の見え方の要る所だけ、元の書式に表示形式を足したものを増やす。 */
export type StyleBook = {
  readonly styleOf: (style: string) => CellStyle
  /** 数として入れるときの値と書式。数にすると字面と違って見えるなら undefined。 */
  readonly number: (
    style: string,
    text: string,
    number: CellNumber,
  ) => { readonly value: string; readonly style: string } | undefined
  /** 折り返す書式。 */
  readonly wrapped: (style: string) => string
  readonly document: () => XmlDocument | null
}

/** 書式のない表計算。数は字のまま置く。 */
const noStyles: StyleBook = {
  styleOf: () => ({ wrap: false, size: 11, format: 'General' }),
  number: () => undefined,
  wrapped: (style) => style,
  document: () => null,
}

export const styleBook = (styles: XmlDocument | null): StyleBook => {
  const list = styles && childOf(styles.root, 'cellXfs')
  if (!styles || !list) return noStyles
  const xfs = [...childrenOf(list, 'xf')]
  const formats = new Map(
    childrenOf(childOf(styles.root, 'numFmts') ?? element('numFmts'), 'numFmt').map((each) => [
      attributeOf(each, 'numFmtId') ?? '',
      attributeOf(each, 'formatCode') ?? '',
    ]),
  )
  const fonts = childrenOf(childOf(styles.root, 'fonts') ?? element('fonts'), 'font')
  const made = new Map<string, string>()
  const add = (key: string, make: () => XmlElement): string => {
    const known = made.get(key)
    if (known !== undefined) return known
    xfs.push(make())
    made.set(key, String(xfs.length - 1))
    return String(xfs.length - 1)
  }
  const xfOf = (style: string): XmlElement => xfs[Number(style)] ?? element('xf')
  const formatOf = (style: string): string => {
    const id = attributeOf(xfOf(style), 'numFmtId') ?? '0'
    return formats.get(id) ?? builtinFormats[id] ?? 'General'
  }
  const formatId = (code: string): string => {
    const known = [...formats].find(([, each]) => each === code)?.[0]
    if (known) return known
    // 表示形式の番号は 164 から先が、その図書で決めたもの（ECMA-376 18.8.30）。
    const id = String(Math.max(163, ...[...formats.keys()].map(Number)) + 1)
    formats.set(id, code)
    return id
  }
  return {
    styleOf: (style) => ({
      wrap: isOn(attributeOf(childOf(xfOf(style), 'alignment') ?? element('alignment'), 'wrapText')),
      size: fontSize(fonts[Number(attributeOf(xfOf(style), 'fontId') ?? '0')]),
      format: formatOf(style),
    }),
    number: (style, text, number) => {
      const formatted = formattedNumber(text, number, '')
      if (!formatted) return undefined
      const kept = keptNumber(formatOf(style), number)
      if (kept !== undefined) return { value: kept, style }
      const id = formatId(formatted.format)
      const own = add(`${style}|${id}`, () => withAttributes(xfOf(style), { numFmtId: id, applyNumberFormat: '1' }))
      return { value: number.value, style: own }
    },
    wrapped: (style) => add(`${style}|wrap`, () => withWrap(xfOf(style))),
    document: () => ({ ...styles, root: withTables(styles.root, xfs, formats) }),
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

const fontSize = (font: XmlElement | undefined): number => {
  const size = Number((font && attributeOf(childOf(font, 'sz') ?? font, 'val')) ?? '11')
  return size > 0 && size < 410 ? size : 11
}

const withWrap = (xf: XmlElement): XmlElement => {
  const alignment = withAttributes(childOf(xf, 'alignment') ?? element('alignment'), { wrapText: '1' })
  const others = xf.children.filter((child) => child.kind === 'raw' || !/(?:^|:)alignment$/.test(child.name))
  return withAttributes(withChildren(xf, [alignment, ...others]), { applyAlignment: '1' })
}

const withTables = (root: XmlElement, xfs: readonly XmlElement[], formats: ReadonlyMap<string, string>): XmlElement => {
  const numFmts = element(
    'numFmts',
    { count: String(formats.size) },
    [...formats].map(([numFmtId, formatCode]) => element('numFmt', { numFmtId, formatCode })),
  )
  const rest = root.children.filter((child) => child.kind === 'raw' || child.name !== 'numFmts')
  const children = rest.map((child) =>
    child.kind === 'element' && child.name === 'cellXfs'
      ? withAttributes(withChildren(child, xfs), { count: String(xfs.length) })
      : child,
  )
  return withChildren(root, formats.size === 0 ? children : [numFmts, ...children])
}

/** 番号だけの表示形式のうち、数のもの（ECMA-376 18.8.30）。 */
const builtinFormats: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
  '14': 'yyyy/m/d',
  '37': '#,##0;-#,##0',
  '38': '#,##0;-#,##0',
  '39': '#,##0.00;-#,##0.00',
  '40': '#,##0.00;-#,##0.00',
  '49': '@',
}
