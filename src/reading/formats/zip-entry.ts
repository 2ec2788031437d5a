import { crc32, inflateRawSync } from 'node:zlib'
import { done, type Result, refused } from '#domain/problem.ts'
import { sizeLimits } from './size-limits.ts'
import type { ZipEntry } from './zip-directory.ts'

const localMark = 0x04034b50
const stored = 0
const deflated = 8

/**
 * zip の一項目を展開する。申告の大きさと展開率を先に見て、展開は申告の大きさで打ち切り、
 * できたものの大きさと CRC を確かめる。申告と違えば爆弾か破損なので断る。
 */
export const unzipEntry = (file: string, bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array> => {
  if (entry.encrypted) return refused('zip-encrypted', { file })
  const suspicious = entry.size > 1_000_000 && entry.size > entry.packed * sizeLimits.inflationRatio
  if (entry.size > sizeLimits.unpackedBytes || suspicious) return refused('zip-bomb', { file, part: entry.name })
  const packed = packedBytes(bytes, entry)
  if (packed === null) return refused('zip-truncated', { file })
  const unpacked = unpack(packed, entry)
  if (unpacked === 'larger') return refused('zip-bomb', { file, part: entry.name })
  if (unpacked === 'damaged' || unpacked.length !== entry.size || crc32(unpacked) !== entry.crc)
    return refused('zip-damaged', { file })
  return done(unpacked)
}

const packedBytes = (bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localMark) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed)
}

const unpack = (packed: Uint8Array, entry: ZipEntry): Uint8Array | 'larger' | 'damaged' => {
  if (entry.method === stored) return packed
  if (entry.method !== deflated) return 'damaged'
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (cause) {
    return cause instanceof RangeError ? 'larger' : 'damaged'
  }
}
