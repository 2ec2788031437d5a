import PizZip from 'pizzip'

/** 部品を zip に包む。時刻を書かないので、同じ部品なら同じバイト列になる。 */
export const packed = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const zip = new PizZip()
  // 目録は先頭に置く決まり（OPC 附属書）。ほかは元の順のまま。
  for (const [name, bytes] of [...parts].toSorted(
    ([a], [b]) => Number(b === contentTypesPart) - Number(a === contentTypesPart),
  ))
    zip.file(name, bytes, { binary: true, date: earliest, createFolders: false })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}

export const contentTypesPart = '[Content_Types].xml'

/** zip に書ける最も早い日時。 */
const earliest = new Date(1980, 0, 1)
