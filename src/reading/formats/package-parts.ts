import { done, type Result, refused } from '#domain/problem.ts'
import { packageKindOf } from './package-kind.ts'
import { sizeLimits } from './size-limits.ts'
import { declaresEntities } from './xml-tags.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'
import { unzipEntry } from './zip-entry.ts'

/** 部品の XML を読む。なければ null。 */
export type PackagePart = (name: string) => Result<string | null>

/**
 * xlsx の包みを開く。展開は求められた部品だけで、合計の大きさを限る。
 * zip でも xlsx でないもの（Word・PowerPoint・書庫…）は、それぞれの文で断る。
 */
export const openPackage = (file: string, bytes: Uint8Array): Result<PackagePart> => {
  const directory = readZipDirectory(file, bytes)
  if (!directory.ok) return directory
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]))
  const kind = packageKindOf([...entries.keys()])
  if (kind !== 'xlsx') return refused(kind, { file })
  let unpacked = 0
  return done((name) => {
    const entry = entries.get(name) ?? sameName(directory.value, name)
    if (!entry) return done(null)
    unpacked += entry.size
    if (unpacked > sizeLimits.unpackedBytes) return refused('zip-bomb', { file, part: name })
    const read = unzipEntry(file, bytes, entry)
    return read.ok ? xmlText(file, name, read.value) : read
  })
}

/** 部品の名は大文字小文字を問わない（OPC 6.2.2.3）。 */
const sameName = (entries: readonly ZipEntry[], name: string): ZipEntry | undefined =>
  entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase())

const xmlText = (file: string, part: string, bytes: Uint8Array): Result<string> => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  const xml = new TextDecoder(encoding).decode(bytes)
  if (xml.includes('\0')) return refused('workbook-damaged', { file })
  return declaresEntities(xml) ? refused('xml-entity', { file, part }) : done(xml)
}
