import { canonicalJson } from '#domain/canonical-json.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import { type ContentRows, type Row, rowsOf } from './content-rows.ts'
import { type ContentTable, contentTables } from './content-tables.ts'
import type { Transaction } from './transaction.ts'

/** 新しい版の中身を書く。 */
export const insertContent = async (tx: Transaction, editionId: string, content: PlanContent): Promise<void> => {
  const rows = rowsOf(content)
  for (const table of contentTables) await upsert(tx, editionId, table, rows[table.name])
}

/** 版の中身を、変わった行だけ書き換える。載らなくなった行は、印を付けて残すか、消す。変わった行の数を返す。 */
export const rewriteContent = async (
  tx: Transaction,
  editionId: string,
  before: PlanContent,
  after: PlanContent,
  at: string,
): Promise<number> => {
  const old = rowsOf(before)
  const now = rowsOf(after)
  let touched = 0
  await clearChildrenOfReturning(tx, editionId, old, now)
  for (const table of contentTables) {
    const known = new Map(old[table.name].map((row) => [keyOf(table, row), canonicalJson(row)]))
    const changed = now[table.name].filter((row) => known.get(keyOf(table, row)) !== canonicalJson(row))
    await upsert(tx, editionId, table, changed)
    touched += changed.length
  }
  // 参照される表は後から消す。
  for (const table of contentTables.toReversed()) {
    const gone = goneRows(table, old, now)
    await (table.withdraws ? withdraw(tx, editionId, table, gone, at) : remove(tx, editionId, table, gone))
    touched += gone.length
  }
  return touched
}

const keyOf = ({ keys }: ContentTable, row: Row): string => canonicalJson(keys.map((key) => row[key]))

/** 載らなくなった行。持ち主ごと載らなくなったものは、持ち主とともに残す。 */
const goneRows = (table: ContentTable, old: ContentRows, now: ContentRows): Row[] => {
  const kept = new Set(now[table.name].map((row) => keyOf(table, row)))
  const { owner } = table
  const owners = owner && new Set(now[owner.table].map(({ id }) => id))
  return old[table.name].filter(
    (row) => !kept.has(keyOf(table, row)) && (!owners || owners.has(row[owner?.column ?? ''])),
  )
}

/** また載った行の、載っていなかったころの子（数値・事業費…）を消す。新しいものが書かれる。 */
const clearChildrenOfReturning = async (
  { municipality, query }: Transaction,
  editionId: string,
  old: ContentRows,
  now: ContentRows,
): Promise<void> => {
  for (const { name, owner } of contentTables) {
    if (!owner) continue
    const known = new Set(old[owner.table].map(({ id }) => id))
    const arriving = now[owner.table].map(({ id }) => id).filter((id) => !known.has(id))
    if (arriving.length === 0) continue
    await query(
      `delete from "${name}" where municipality = $1 and edition_id = $2 and ${owner.column} = any($3::uuid[])`,
      [municipality, editionId, arriving],
    )
  }
}

const upsert = async (tx: Transaction, editionId: string, table: ContentTable, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return
  const names = table.columns.map(({ column }) => column)
  const typed = table.columns.map(({ column, type }) => `${column} ${type}`)
  const set = names.map((name) => `${name} = excluded.${name}`)
  if (table.withdraws) set.push('withdrawn_at = null')
  await tx.query(
    `insert into "${table.name}" (municipality, edition_id, ${names.join(', ')})
     select $1, $2, ${names.map((name) => `x.${name}`).join(', ')} from json_to_recordset($3) as x(${typed.join(', ')})
     on conflict (municipality, edition_id, ${table.keys.join(', ')}) do update set ${set.join(', ')}`,
    [tx.municipality, editionId, JSON.stringify(rows)],
  )
}

const withdraw = async (
  tx: Transaction,
  editionId: string,
  { name }: ContentTable,
  rows: readonly Row[],
  at: string,
) => {
  if (rows.length === 0) return
  await tx.query(
    `update "${name}" set withdrawn_at = $4 where municipality = $1 and edition_id = $2 and id = any($3::uuid[])`,
    [tx.municipality, editionId, rows.map(({ id }) => id), at],
  )
}

const remove = async (tx: Transaction, editionId: string, table: ContentTable, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return
  const keys = table.columns.filter(({ column }) => table.keys.includes(column))
  await tx.query(
    `delete from "${table.name}" t
      using json_to_recordset($3) as x(${keys.map(({ column, type }) => `${column} ${type}`).join(', ')})
      where t.municipality = $1 and t.edition_id = $2
        and ${keys.map(({ column }) => `t.${column} = x.${column}`).join(' and ')}`,
    [tx.municipality, editionId, JSON.stringify(rows)],
  )
}
