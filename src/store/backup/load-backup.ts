import { done, type Result, refused } from '#domain/problem.ts'
import { type BackupHeader, placeOfPart } from './backup-format.ts'
import { type Client, turnTo } from './client.ts'
import { backupEntries } from './read-backup.ts'
import { type BackupTable, backupTables, belongsToCity, quoted, quotedTable } from './tables.ts'
import type { TarEntry } from './tar.ts'

/**
 * 確かめた控えの行を、取引の中で、書かれたとおりに入れる。行の順によらないように外部キーは終わりに確かめ、
 * 閉じた照会の回答や、鎖のままの監査記録も入るように、表の引き金はこの取引の間だけ外す。
 * 役割は表の持ち主のまま、行の壁は効いたまま（団体ごとに向きを変える）。
 * 断る符号: `backup-damaged` その団体のものでない行がある、`restore-shape-differs` 表の形が違う。
 */
export const loadBackup = async (client: Client, file: string, header: BackupHeader): Promise<Result<null>> => {
  const tables = new Map((await backupTables(client)).map((table) => [table.name, table]))
  const wrong = header.tables.find(({ name, columns }) => !fits(tables.get(name), columns, header))
  if (wrong) return refused('restore-shape-differs', { file, table: wrong.name })
  const strict = await loosen(client, tables.values())
  let turned: string | null = null
  for await (const entry of backupEntries(file)) {
    const place = placeOfPart(entry.name)
    if (!place) continue // 頭書きと目録
    const table = tables.get(place.table)
    const columns = header.tables.find(({ name }) => name === place.table)?.columns
    const known = place.code === null || header.municipalities.some(({ code }) => code === place.code)
    if (!table || !columns || !known || table.ofMunicipality !== (place.code !== null))
      return refused('backup-damaged', { file, part: entry.name })
    if (place.code !== null && place.code !== turned) await turnTo(client, place.code)
    turned = place.code ?? turned
    if (!(await insert(client, table, columns, entry, place.code)))
      return refused('backup-damaged', { file, part: entry.name })
  }
  await tighten(client, tables.values(), strict)
  return done(null)
}

const fits = (table: BackupTable | undefined, columns: readonly string[], { kind }: BackupHeader): boolean =>
  table !== undefined &&
  (kind === 'whole' || belongsToCity(table)) &&
  columns.every((column) => table.columns.some(({ name }) => name === column))

/** 一つの項目の行を入れる。ほかの団体の行が混じっていれば入れずに false。 */
const insert = async (
  client: Client,
  table: BackupTable,
  columns: readonly string[],
  { content }: TarEntry,
  code: string | null,
): Promise<boolean> => {
  const rows = rowsIn(content, columns.length)
  const at = columns.indexOf('municipality')
  if (!rows || (code !== null && !rows.every((row) => row[at] === code))) return false
  const typed = columns.map((name) => table.columns.find((column) => column.name === name)?.type ?? 'text')
  await client.query(
    `insert into ${quotedTable(table.name)} (${columns.map(quoted).join(', ')}) overriding system value
     select ${typed.map((type, n) => `c${n}::${type}`).join(', ')}
       from unnest(${typed.map((_, n) => `$${n + 1}::text[]`).join(', ')}) as given(${typed.map((_, n) => `c${n}`).join(', ')})`,
    columns.map((_, n) => rows.map((row) => row[n] ?? null)),
  )
  return true
}

type Row = readonly (string | null)[]

const rowsIn = (content: Buffer, width: number): readonly Row[] | undefined => {
  const rows = content
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown)
  return rows.every((row): row is Row => isRow(row, width)) ? rows : undefined
}

const isRow = (row: unknown, width: number): boolean =>
  Array.isArray(row) && row.length === width && row.every((value) => value === null || typeof value === 'string')

/** ふだんすぐ確かめる外部キー。 */
type StrictKey = { readonly table: string; readonly name: string }

const loosen = async (client: Client, tables: Iterable<BackupTable>): Promise<readonly StrictKey[]> => {
  const names = [...tables].map(({ name }) => name)
  const { rows } = await client.query<StrictKey>(
    `select n.nspname || '.' || t.relname as table, c.conname as name
       from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where c.contype = 'f' and not c.condeferrable and n.nspname || '.' || t.relname = any ($1) order by 1, 2`,
    [names],
  )
  for (const name of names) await client.query(`alter table ${quotedTable(name)} disable trigger user`)
  for (const key of rows) await client.query(`${alterKey(key)} deferrable initially deferred`)
  await client.query('set constraints all deferred')
  return rows
}

/** 外部キーをここで確かめ、引き金と外部キーを元のとおりにする。 */
const tighten = async (client: Client, tables: Iterable<BackupTable>, strict: readonly StrictKey[]): Promise<void> => {
  await client.query('set constraints all immediate')
  for (const key of strict) await client.query(`${alterKey(key)} not deferrable`)
  for (const { name } of tables) await client.query(`alter table ${quotedTable(name)} enable trigger user`)
}

const alterKey = ({ table, name }: StrictKey): string =>
  `alter table ${quotedTable(table)} alter constraint ${quoted(name)}`
