import { crc32 } from 'node:zlib'

/** 書き入れる一項目。 */
export type ZipPart = { readonly name: string; readonly bytes: Uint8Array }

/**
 * 圧縮せずに zip を書く。確かめ終えた部品だけを表計算の読み手に渡すために使う
 * （元の zip の目録と中身の食い違いを、読み手が別に解釈する余地をなくす）。
 */
export const storedZip = (parts: readonly ZipPart[]): Uint8Array => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    const shared = sharedFields(part, name)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, name, part.bytes])
    locals.push(local)
    directory.push(centralEntry(shared, name, offset))
    offset += local.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...locals, central, endRecord(parts.length, central.length, offset)])
}

/** 版 20・旗 UTF-8・無圧縮・日時なし・CRC・大きさ二つ・名の長さ・追加欄なし。 */
const sharedFields = ({ bytes }: ZipPart, name: Buffer): Buffer => {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(bytes.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const centralEntry = (shared: Buffer, name: Buffer, offset: number): Buffer => {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, tail, name])
}

const endRecord = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
