import type { WriteOptions } from '../writer.ts'
import { japaneseFontTable, japaneseSettings, japaneseStyles } from './japanese.ts'
import { type Part, renumbered, repacked, settledNames } from './repacked.ts'

type Settling = Pick<WriteOptions, 'madeAt' | 'font'> & {
  /** 表の XML を、置く順に。 */
  readonly tables: readonly string[]
}

/**
 * 組み上がった文書に表を入れ、日本語の組みの決まりを足し、日時と名をそろえる。文書の日時は `madeAt` に、
 * 包みの中の日時は決まった日に、乱数の名は番号にし、同じ帳票からは同じバイト列ができるようにする（公表したものと後から比べられるように）。
 */
export const settled = (packed: Uint8Array, settling: Settling): Uint8Array => {
  const renamed = settledNames(packed)
  return repacked(packed, (name, file) => {
    // 図の値の入ったブックも、包みの一つ。
    if (name.endsWith('.xlsx')) return repacked(file.asUint8Array(), (_, inner) => inner.asUint8Array())
    if (!/\.(?:xml|rels)$/.test(name)) return file.asUint8Array()
    return (settledParts[name] ?? asItIs)(renamed(file.asText()), settling)
  })
}

type SettlePart = (xml: string, settling: Settling) => Part

const asItIs: SettlePart = (xml) => xml

const settledParts: Readonly<Record<string, SettlePart>> = {
  'word/document.xml': (xml, { tables }) => withTables(renumbered(xml), tables),
  'word/styles.xml': japaneseStyles,
  'word/settings.xml': japaneseSettings,
  'word/fontTable.xml': (xml, { font }) => japaneseFontTable(xml, font),
  'docProps/core.xml': (xml, { madeAt }) => stamped(xml, madeAt),
}

/** 表を入れる所の段落の様式。文書の中の字は XML の字に逃がされるので、この様式の段落は、書き手の置いたものしかない。 */
export const tablePlaceStyle = 'ReportTablePlace'

const tablePlace = new RegExp(`<w:p><w:pPr><w:pStyle w:val="${tablePlaceStyle}"/></w:pPr>(?:(?!</w:p>).)*</w:p>`, 'g')

const withTables = (document: string, tables: readonly string[]): string => {
  let placed = 0
  const filled = document.replace(tablePlace, () => tables[placed++] ?? '')
  if (placed !== tables.length) throw new Error(`${tables.length} tables were to be placed, found ${placed} places`)
  return filled
}

const stamped = (core: string, madeAt: string): string =>
  core.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${new Date(madeAt).toISOString().replace(/\.\d{3}Z$/, 'Z')}`,
  )
