import { type AuditEntry, auditColumns } from './audit.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 監査記録の絞り込み。どれも、なければ絞らない。 */
export type AuditFilter = {
  /** 名の一部。 */
  readonly by?: string | undefined
  /** 利用者の id。 */
  readonly people?: readonly string[] | undefined
  readonly acts?: readonly string[] | undefined
  /** 照会・回答・課・指標などの id。どれかに関わる記録。 */
  readonly subjects?: readonly string[] | undefined
  /** その項目のある回答。回答の記録の中は、この回答のものだけを見る（すべての中を見ていくと遅い）。 */
  readonly responses?: readonly string[] | undefined
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
): Promise<readonly AuditEntry[]> => {
  const { where, values } = conditionsOf(municipality, filter)
  const [last, most] = [values.length + 1, values.length + 2]
  return query<AuditEntry>(
    `select ${auditColumns} from audit_entry e where ${where} and number < $${last} order by number desc limit $${most}`,
    [...values, below, limit],
  )
}

/** 絞り込んだ記録の数と、全部の数。 */
export const countEntries = async (
  { municipality, query }: Transaction,
  filter: AuditFilter,
): Promise<{ readonly found: number; readonly all: number }> => {
  const [head] = await query<{ entries: number }>(
    'select entries::int as entries from audit_head where municipality = $1',
    [municipality],
  )
  const all = head?.entries ?? 0
  const { where, values } = conditionsOf(municipality, filter)
  if (values.length === 1) return { found: all, all }
  const [row] = await query<{ found: number }>(
    `select count(*)::int as found from audit_entry e where ${where}`,
    values,
  )
  return { found: row?.found ?? 0, all }
}

/** 絞り込みを、要る条件だけの SQL に（使わない条件を並べると、索引が選ばれにくい）。 */
const conditionsOf = (municipality: string, filter: AuditFilter): { where: string; values: readonly unknown[] } => {
  const values: unknown[] = [municipality]
  const given = (value: unknown): string => `$${values.push(value)}`
  const { by, people, acts, subjects, responses, from, before } = filter
  const where = ['e.municipality = $1']
  if (acts) where.push(`e.act = any (${given(acts)})`)
  if (from !== undefined) where.push(`e.at >= ${given(from)}`)
  if (before !== undefined) where.push(`e.at < ${given(before)}`)
  if (by !== undefined) where.push(`e.by ilike ${given(containing(by))}`)
  if (people) where.push(`e.subject ->> 'person' = any (${given(people)})`)
  if (subjects) {
    const inBody = given(bodyPattern(subjects))
    where.push(`(exists (select 1 from jsonb_each_text(e.subject) s where s.value = any (${given(subjects)}))
      or ((not e.subject ? 'response' or e.subject ->> 'response' = any (${given(responses ?? [])}))
        and (e.after::text ~ ${inBody} or e.before::text ~ ${inBody})))`)
  }
  return { where: where.join(' and '), values }
}

/** `ilike` の、その字を含むもの。 */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** 前と後の中に id があるか（担当や回答の記録は、指標や項目を中に持つ）。多すぎるときは、初めのものだけ。 */
const bodyPattern = (subjects: readonly string[]): string => {
  const ids = subjects.filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, 200)
  return ids.length > 0 ? ids.join('|') : '^\\b$'
}

/** 名のあるもの。`kind` は照会・課・指標など。`within` は、項目のある回答。 */
export type Named = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly within: string | null
}

const named = `
  select 'department' as kind, id, name, null::uuid as within from department where municipality = $1
  union all select 'member', id, name, null from member where municipality = $1
  union all select 'round', id, title, null from collection_round where municipality = $1
  union all select 'response', r.id, d.name || '　' || c.title, null
    from response r join department d on d.municipality = r.municipality and d.id = r.department_id
    join collection_round c on c.municipality = r.municipality and c.id = r.round_id where r.municipality = $1
  union all select 'item', id, name, response_id from response_item where municipality = $1
  union all select 'indicator', id, name, null from indicator where municipality = $1
  union all select 'edition', id, title, null from edition where municipality = $1
  union all select 'publication', id, title, null from publication where municipality = $1
  union all select 'review', id, file, null from review where municipality = $1
  union all select 'file', id, title, null from made_file where municipality = $1
  union all select 'report', id, name, null from named_report where municipality = $1
  union all select 'template', id, name, null from report_template where municipality = $1`

/** その id の名。同じ指標が二つの版にあるときは、どちらか一つ。 */
export const namesOf = ({ municipality, query }: Transaction, ids: readonly string[]): Promise<readonly Named[]> =>
  query<Named>(
    `select distinct on (id) id::text, kind, name, within::text from (${named}) all_names where id = any ($2::uuid[]) order by id, kind`,
    [municipality, ids],
  )

/** 名に `text` を含むもの。多すぎるときは初めの千まで。 */
export const idsNamed = ({ municipality, query }: Transaction, text: string): Promise<readonly Named[]> =>
  query<Named>(
    `select distinct id::text, kind, name, within::text from (${named}) all_names where name ilike $2 limit 1000`,
    [municipality, containing(text)],
  )

/** 市を丸ごと書き出したことを残す。 */
export const recordExport = (tx: Writing): Promise<void> =>
  tx.record({ act: 'municipality-exported', subject: {}, before: null, after: null }, 'work')
