import PizZip from 'pizzip'

/**
 * 組み上がったブックの部品のうち、hucre では決められないところを直す。ほかの部品は、縮めたまま詰め直す。
 * - 式は一つもないのに「開いたら計算し直す」と書かれ、見ただけで閉じても保存するかと聞かれるので、外す。
 * - 番号（「08」）のように、字として持つほかない数字の升目に、緑の三角を出さない。`areas` はシートごとの、
 *   そのような升目のある範囲（なければ undefined）。
 */
export const settled = (book: Uint8Array, areas: readonly (string | undefined)[]): Uint8Array => {
  const zip = new PizZip(book)
  const rewrite = (part: string, change: (xml: string) => string): void => {
    const file = zip.file(part)
    if (!file) throw new Error(`"${part}" was expected in the workbook`)
    const xml = file.asText()
    const changed = change(xml)
    if (changed === xml) throw new Error(`"${part}" was to be changed, but the place was not found`)
    zip.file(part, changed, { date: file.date, createFolders: false })
  }
  rewrite('xl/workbook.xml', (xml) => xml.replace(/<calcPr [^>]*\/>/, ''))
  rewrite('docProps/app.xml', (xml) => xml.replace('<Application>hucre<', '<Application>Shirube<'))
  areas.forEach((area, at) => {
    if (area !== undefined) rewrite(`xl/worksheets/sheet${at + 1}.xml`, (xml) => withIgnoredErrors(xml, area))
  })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** 要素の並びは決まっている（ECMA-376 18.3.1.99。改頁の後、図の前）。違うと、開くときに「修復」される。 */
const withIgnoredErrors = (sheet: string, area: string): string =>
  sheet.replace(
    /<drawing |<\/worksheet>/,
    (next) => `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>${next}`,
  )
