import { type AuditEntry, auditColumns } from './audit.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 監査記録の絞り込み。どれも、なければ絞らない。 */
export type AuditFilter = {
  /** 名の一部。 */
  readonly by?: string | undefined
  /** 利用者の id。`by` の名か、この id の人のした記録。 */
  readonly people?: readonly string[] | undefined
  readonly acts?: readonly string[] | undefined
  /** 照会・回答・課・指標などの id。どれかに関わる記録。 */
  readonly subjects?: readonly string[] | undefined
  /** この時から（ISO 8601）。 */
  readonly from?: string | undefined
  /** この時より前。 */
  readonly before?: string | undefined
}

/** 記録の一頁。新しい順に、番号 `below` より前を `limit` 件まで。 */
export type AuditPage = { readonly below: number; readonly limit: number }

/** 絞り込んだ記録。新しい順に。 */
export const findEntries = (
  { municipality, query }: Transaction,
  filter: AuditFilter,
  { below, limit }: AuditPage,
): Promise<readonly AuditEntry[]> =>
  query<AuditEntry>(
    `select ${auditColumns} from audit_entry e where ${conditions} and number < $8 order by number desc limit $9`,
    [...valuesOf(municipality, filter), below, limit],
  )

/** 絞り込んだ記録の数と、全部の数。 */
export const countEntries = async (
  { municipality, query }: Transaction,
  filter: AuditFilter,
): Promise<{ readonly found: number; readonly all: number }> => {
  const [row] = await query<{ found: number; all: number }>(
    `select (select count(*)::int from audit_entry e where ${conditions}) as found,
            coalesce((select entries::int from audit_head where municipality = $1), 0) as all`,
    valuesOf(municipality, filter),
  )
  return row ?? { found: 0, all: 0 }
}

const conditions = `e.municipality = $1
  and ($2::text is null and $3::text[] is null
    or e.by ilike $2 or e.subject ->> 'person' = any ($3))
  and ($4::text[] is null or e.act = any ($4))
  and ($5::text[] is null or exists (select 1 from jsonb_each_text(e.subject) s where s.value = any ($5)))
  and ($6::timestamptz is null or e.at >= $6)
  and ($7::timestamptz is null or e.at < $7)`

const valuesOf = (municipality: string, { by, people, acts, subjects, from, before }: AuditFilter) => [
  municipality,
  by === undefined ? null : `%${by.replace(/[\\%_]/g, '\\$&')}%`,
  by === undefined && people === undefined ? null : (people ?? []),
  acts ?? null,
  subjects ?? null,
  from ?? null,
  before ?? null,
]

/** 名のあるもの。`kind` は照会・課・指標など。 */
export type Named = { readonly id: string; readonly kind: string; readonly name: string }

const named = `
  select 'department' as kind, id, name from department where municipality = $1
  union all select 'member', id, name from member where municipality = $1
  union all select 'round', id, title from collection_round where municipality = $1
  union all select 'response', r.id, d.name || '　' || c.title
    from response r join department d on d.municipality = r.municipality and d.id = r.department_id
    join collection_round c on c.municipality = r.municipality and c.id = r.round_id where r.municipality = $1
  union all select 'item', id, name from response_item where municipality = $1
  union all select 'indicator', id, name from indicator where municipality = $1
  union all select 'edition', id, title from edition where municipality = $1
  union all select 'publication', id, title from publication where municipality = $1
  union all select 'review', id, file from review where municipality = $1
  union all select 'file', id, title from made_file where municipality = $1
  union all select 'report', id, name from named_report where municipality = $1
  union all select 'template', id, name from report_template where municipality = $1`

/** その id の名。同じ指標が二つの版にあるときは、どちらか一つ。 */
export const namesOf = ({ municipality, query }: Transaction, ids: readonly string[]): Promise<readonly Named[]> =>
  query<Named>(
    `select distinct on (id) id::text, kind, name from (${named}) all_names where id = any ($2::uuid[]) order by id, kind`,
    [municipality, ids],
  )

/** 名に `text` を含むもの。多すぎるときは初めの千まで。 */
export const idsNamed = ({ municipality, query }: Transaction, text: string): Promise<readonly Named[]> =>
  query<Named>(`select distinct id::text, kind, name from (${named}) all_names where name ilike $2 limit 1000`, [
    municipality,
    `%${text.replace(/[\\%_]/g, '\\$&')}%`,
  ])

/** 市を丸ごと書き出したことを残す。 */
export const recordExport = (tx: Writing): Promise<void> =>
  tx.record({ act: 'municipality-exported', subject: {}, before: null, after: null }, 'work')
