import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database } from '../engine/database.ts'
import {
  type BackupHeader,
  type BackupPart,
  backupFormat,
  headerName,
  manifestName,
  partName,
} from './backup-format.ts'
import { type BackupCity, type Client, citiesIn, turnTo } from './client.ts'
import { type BackupTable, backupTables, belongsToCity, quoted, quotedTable } from './tables.ts'
import { tarEnd, tarEntry } from './tar.ts'

/** 何の控えか。 */
export type BackupScope = { readonly kind: 'whole' } | { readonly kind: 'municipality'; readonly code: string }

/** 控えを取る時と、取るプログラムの版。 */
export type BackupMaking = { readonly scope: BackupScope; readonly at: Date; readonly program: string }

/**
 * 控えを流す。始めから終わりまで同じ時点を見る（一つの取引）。一度に持つのは 1MB ほどか、一番大きな一件。
 * PGlite のつなぎは一本なので、流し終わるまで、ほかの人は待つ。受け手は止まらずに受けること。
 */
export const writeBackup = async (
  database: Database,
  making: BackupMaking,
  to: NodeJS.WritableStream,
): Promise<BackupHeader> => {
  const client = await database.pool.connect()
  try {
    await client.query(`begin isolation level repeatable read read only; set local timezone = 'UTC';
      set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex';
      set local extra_float_digits = 1`)
    const header = await headerOf(client, making)
    await pipeline(Readable.from(entries(client, header, making.scope)), createGzip({ level: 4 }), to)
    return header
  } finally {
    // 読むだけなので、やめかたはいつも同じ。
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(database.pipelined),
    )
  }
}

const headerOf = async (client: Client, { scope, at, program }: BackupMaking): Promise<BackupHeader> => {
  const { rows } = await client.query<{ number: number }>('select max(number)::int as number from schema_migration')
  const all = await citiesIn(client)
  const tables = await tablesFor(client, scope)
  return {
    format: backupFormat,
    kind: scope.kind,
    madeAt: at.toISOString(),
    program,
    migration: rows[0]?.number ?? 0,
    municipalities: scope.kind === 'whole' ? [...all] : all.filter(({ code }) => code === scope.code),
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  }
}

/** 団体一つの控えには、団体の列のある表だけを入れる。口座の枠は入れない。 */
const tablesFor = async (client: Client, { kind }: BackupScope): Promise<readonly BackupTable[]> =>
  (await backupTables(client)).filter((table) => kind === 'whole' || belongsToCity(table))

async function* entries(client: Client, header: BackupHeader, scope: BackupScope): AsyncGenerator<Uint8Array> {
  const head = Buffer.from(JSON.stringify(header, null, 1))
  yield* tarEntry(headerName, head)
  const parts: BackupPart[] = []
  for (const table of await tablesFor(client, scope)) {
    for (const city of table.ofMunicipality ? header.municipalities : [null]) {
      let number = 1
      for await (const { content, rows } of rowsOf(client, table, city)) {
        const name = partName(table, city?.code ?? null, number++)
        parts.push({ name, rows, sha256: createHash('sha256').update(content).digest('hex') })
        yield* tarEntry(name, content)
      }
    }
  }
  const told = { header: createHash('sha256').update(head).digest('hex'), parts }
  yield* tarEntry(manifestName, Buffer.from(JSON.stringify(told)))
  yield tarEnd()
}

/** 一つの項目の大きさの目安。 */
const partBytes = 1_000_000

type Rows = { readonly content: Buffer; readonly rows: number }

/** 表の行を、鍵の順に、項目の大きさに分けて。 */
async function* rowsOf(client: Client, table: BackupTable, city: BackupCity | null): AsyncGenerator<Rows> {
  if (city) await turnTo(client, city.code)
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  const where = city ? ` where municipality = '${city.code}'` : ''
  const order = table.key.length > 0 ? ` order by ${table.key.map(quoted).join(', ')}` : ''
  await client.query(
    `declare shirube_rows no scroll cursor for select ${columns} from ${quotedTable(table.name)}${where}${order}`,
  )
  let lines: string[] = []
  let bytes = 0
  for await (const row of fetched(client, startAt(table))) {
    const line = JSON.stringify(row)
    lines.push(line)
    bytes += line.length
    if (bytes < partBytes) continue
    yield asRows(lines)
    lines = []
    bytes = 0
  }
  if (lines.length > 0) yield asRows(lines)
  await client.query('close shirube_rows')
}

const asRows = (lines: readonly string[]): Rows => ({
  content: Buffer.from(`${lines.join('\n')}\n`),
  rows: lines.length,
})

/** 一度に引く行の数。バイト列の列のある表は、一件が 50MB のこともあるので、一件ずつ。 */
const startAt = ({ columns }: BackupTable): { readonly first: number; readonly most: number } =>
  columns.some(({ type }) => type === 'bytea') ? { first: 1, most: 1 } : { first: 64, most: 4096 }

type Row = readonly (string | null)[]

/** カーソルから。大きな行の続くところでは少しずつ、小さな行の続くところではまとめて引く。 */
async function* fetched(client: Client, { first, most }: ReturnType<typeof startAt>): AsyncGenerator<Row> {
  let size = first
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${size} from shirube_rows`,
      rowMode: 'array',
    })
    yield* rows
    if (rows.length < size) return
    const bytes = rows.reduce((total, row) => total + row.reduce((sum, value) => sum + (value?.length ?? 0), 0), 0)
    if (bytes > 2 * partBytes) size = Math.max(1, size >> 2)
    else if (bytes < partBytes / 2) size = Math.min(most, size * 2)
  }
}
