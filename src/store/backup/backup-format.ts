import { z } from 'zod'
import type { BackupTable } from './tables.ts'

/**
 * 控えの形 `shirube-backup/1`。gzip した tar で、項目の順は:
 * `shirube-backup.json` 頭書き、`rows/<表>/<団体コードか all>/<番号>.ndjson` 行（一行が一件、列の順の字の並び、なければ null）、
 * 終わりに `manifest.json` 目録（項目ごとの件数と指紋）。目録のない控えは、途中で切れている。
 * 値はどれも PostgreSQL の字の形（時は協定世界時、バイト列は 16 進）。
 */
export const backupFormat = 'shirube-backup/1'
export const headerName = 'shirube-backup.json'
export const manifestName = 'manifest.json'

/** whole しるべの丸ごと、municipality 団体一つ（口座と合言葉を含まない）。 */
export const backupKinds = ['whole', 'municipality'] as const

const headerShape = z.object({
  format: z.string(),
  kind: z.enum(backupKinds),
  madeAt: z.iso.datetime(),
  program: z.string(),
  /** 当ててある移行の番号。 */
  migration: z.number().int().positive(),
  municipalities: z.array(z.object({ code: z.string().regex(/^\d{6}$/), name: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})

const partShape = z.object({
  name: z.string(),
  rows: z.number().int().nonnegative(),
  sha256: z.string(),
})

const manifestShape = z.object({ header: z.string(), parts: z.array(partShape) })

export type BackupHeader = z.infer<typeof headerShape>
export type BackupPart = z.infer<typeof partShape>
export type BackupManifest = z.infer<typeof manifestShape>

export const readHeader = (content: Buffer): BackupHeader | undefined => shaped(headerShape, content)
export const readManifest = (content: Buffer): BackupManifest | undefined => shaped(manifestShape, content)

const shaped = <T>(shape: z.ZodType<T>, content: Buffer): T | undefined => {
  try {
    return shape.safeParse(JSON.parse(content.toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** 行の項目の名。 */
export const partName = ({ name }: Pick<BackupTable, 'name'>, code: string | null, number: number): string =>
  `rows/${name}/${code ?? 'all'}/${String(number).padStart(6, '0')}.ndjson`

/** 行の項目の、表と団体。 */
export const placeOfPart = (name: string): { readonly table: string; readonly code: string | null } | undefined => {
  const found = /^rows\/([^/]+)\/(\d{6}|all)\/\d{6,}\.ndjson$/.exec(name)
  return found?.[1] && found[2] ? { table: found[1], code: found[2] === 'all' ? null : found[2] } : undefined
}
