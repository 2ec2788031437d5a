import PizZip from 'pizzip'
import type { WriteOptions } from '../writer.ts'

/**
 * 文書の日時を `madeAt` にそろえる。包みの中の日時も決まった日にし、同じ帳票からは同じバイト列ができるようにする
 * （公表したものと後から比べられるように）。
 */
export const settled = (packed: Uint8Array, { madeAt }: WriteOptions): Uint8Array => {
  const zip = new PizZip(packed)
  const again = new PizZip()
  const stamp = new Date(madeAt).toISOString().replace(/\.\d{3}Z$/, 'Z')
  for (const [name, file] of Object.entries(zip.files)) {
    if (file.dir) continue
    const content = name === 'docProps/core.xml' ? stamped(file.asText(), stamp) : file.asUint8Array()
    again.file(name, content, { date: packingDate, createFolders: false })
  }
  return again.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** zip に書ける最も古い日（1980 年 1 月 1 日）。zip は機械の時刻帯で書くので、時刻帯によらない値にする。 */
const packingDate = new Date(1980, 0, 1)

const stamped = (core: string, stamp: string): string =>
  core.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${stamp}`)
