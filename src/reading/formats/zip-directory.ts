import { done, type Result, refused } from '#domain/problem.ts'
import { sizeLimits } from './size-limits.ts'

/** zip の一項目。大きさは目録（中央ディレクトリ）の申告で、展開するときに確かめる。 */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
/** 末尾の記録は 22 バイトと、65535 バイトまでの注釈。 */
const endSearch = 22 + 65_535
const unknown32 = 0xffffffff

/**
 * zip の目録を読む。中身は展開しない。
 * 断るもの: 目録のない（途中で切れた）もの、目録の壊れたもの、同じ名が二度あるもの、項目の多すぎるもの。
 * `readZipDirectory('表.xlsx', bytes)` → `{ ok: true, value: [{ name: 'xl/workbook.xml', … }] }`
 */
export const readZipDirectory = (file: string, bytes: Uint8Array): Result<readonly ZipEntry[]> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end < 0) return refused('zip-truncated', { file })
  const count = view.getUint16(end + 10, true)
  if (count > sizeLimits.zipEntries) return refused('zip-too-many-entries', { file, limit: sizeLimits.zipEntries })
  const entries = readEntries(bytes, view, view.getUint32(end + 16, true), count)
  if (entries === null) return refused('zip-damaged', { file })
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) return refused('zip-damaged', { file })
  return done(entries)
}

const endOfDirectory = (view: DataView): number => {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, view.byteLength - endSearch); at -= 1)
    if (view.getUint32(at, true) === endMark && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at
  return -1
}

const readEntries = (bytes: Uint8Array, view: DataView, start: number, count: number): ZipEntry[] | null => {
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return null
    const next = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > bytes.length) return null
    entries.push(readEntry(bytes, view, at))
    at = next
  }
  return entries
}

const readEntry = (bytes: Uint8Array, view: DataView, at: number): ZipEntry => {
  const nameLength = view.getUint16(at + 28, true)
  const declared = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  const extra = { from: at + 46 + nameLength, length: view.getUint16(at + 30, true) }
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    ...withLargeSizes(view, declared, extra),
  }
}

type Sizes = { readonly size: number; readonly packed: number; readonly offset: number }

/** 流しながら書く道具は、小さな中身でも ZIP64 の追加欄に大きさを書く（APPNOTE 4.5.3）。順は size・packed・offset。 */
const withLargeSizes = (view: DataView, declared: Sizes, extra: { from: number; length: number }): Sizes => {
  const keys = (['size', 'packed', 'offset'] as const).filter((key) => declared[key] === unknown32)
  if (keys.length === 0) return declared
  for (let at = extra.from; at + 4 <= extra.from + extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1 || view.getUint16(at + 2, true) < keys.length * 8) continue
    if (at + 4 + keys.length * 8 > view.byteLength) break
    const large = keys.map((key, index) => [key, Number(view.getBigUint64(at + 4 + index * 8, true))])
    return { ...declared, ...Object.fromEntries(large) }
  }
  return declared
}
