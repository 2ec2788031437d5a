import PizZip from 'pizzip'

/**
 * 組み上がった文書に表を入れ、日時をそろえる。文書の日時は `madeAt` に、包みの中の日時は決まった日にし、
 * 同じ帳票からは同じバイト列ができるようにする（公表したものと後から比べられるように）。
 */
export const settled = (packed: Uint8Array, tables: readonly string[], madeAt: string): Uint8Array => {
  const zip = new PizZip(packed)
  const again = new PizZip()
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue
    again.file(name, settledPart(name, file, tables, madeAt), { date: packingDate, createFolders: false })
  }
  return again.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

const settledPart = (
  name: string,
  file: PizZip.ZipObject,
  tables: readonly string[],
  madeAt: string,
): string | Uint8Array => {
  if (name === 'word/document.xml') return withTables(file.asText(), tables)
  return name === 'docProps/core.xml' ? stamped(file.asText(), madeAt) : file.asUint8Array()
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
