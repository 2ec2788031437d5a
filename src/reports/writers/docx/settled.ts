import PizZip from 'pizzip'
import type { WriteOptions } from '../writer.ts'
import { japaneseFontTable, japaneseSettings, japaneseStyles } from './japanese.ts'

type Settling = Pick<WriteOptions, 'madeAt' | 'font'> & {
  /** 表の XML を、置く順に。 */
  readonly tables: readonly string[]
}

/**
 * 組み上がった文書に表を入れ、日本語の組みの決まりを足し、日時をそろえる。文書の日時は `madeAt` に、包みの中の日時は決まった日にし、
 * 同じ帳票からは同じバイト列ができるようにする（公表したものと後から比べられるように）。
 */
export const settled = (packed: Uint8Array, settling: Settling): Uint8Array => {
  const zip = new PizZip(packed)
  const again = new PizZip()
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue
    again.file(name, (settledParts[name] ?? asItIs)(file, settling), { date: packingDate, createFolders: false })
  }
  return again.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

type SettlePart = (file: PizZip.ZipObject, settling: Settling) => string | Uint8Array

const asItIs: SettlePart = (file) => file.asUint8Array()

const settledParts: Readonly<Record<string, SettlePart>> = {
  'word/document.xml': (file, { tables }) => withTables(file.asText(), tables),
  'word/styles.xml': (file) => japaneseStyles(file.asText()),
  'word/settings.xml': (file) => japaneseSettings(file.asText()),
  'word/fontTable.xml': (file, { font }) => japaneseFontTable(file.asText(), font),
  'docProps/core.xml': (file, { madeAt }) => stamped(file.asText(), madeAt),
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

/** zip に書ける最も古い日。zip は機械の時刻帯の日時を書くので、その時刻帯の 1980 年 1 月 1 日にする。 */
const packingDate = new Date(1980, 0, 1)

const stamped = (core: string, madeAt: string): string =>
  core.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${new Date(madeAt).toISOString().replace(/\.\d{3}Z$/, 'Z')}`,
  )
