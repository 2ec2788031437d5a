import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Transaction } from './transaction.ts'

/** 監査記録の一件（誰が・いつ・何を・何に・前・後）。`number` は団体ごとの通し番号。 */
export type AuditEntry = {
  readonly number: number
  /** ISO 8601（協定世界時、ミリ秒まで）。 */
  readonly at: string
  readonly by: string
  /** したこと（`edition-adopted` など）。 */
  readonly act: string
  readonly subject: Readonly<Record<string, string>>
  readonly before: unknown
  readonly after: unknown
  /** 前の記録の指紋（最初は 0 が 64 個）。 */
  readonly previous: string
  readonly hash: string
}

/** 記録するときに言うこと。番号・指紋は鎖が決める。 */
export type AuditedAct = Pick<AuditEntry, 'act' | 'subject' | 'before' | 'after'>

/** 鎖を確かめた答え。件数と最後の指紋。 */
export type AuditSummary = { readonly entries: number; readonly hash: string }

const emptyHash = '0'.repeat(64)

/** 記録の指紋: 前の指紋と、記録の正準な JSON から。 */
const auditHash = (entry: Omit<AuditEntry, 'hash'>): string =>
  createHash('sha256').update(canonicalJson(entry)).digest('hex')

/** 記録を一件足す。書く取引は団体ごとに一つずつなので、続きの番号は変わらない。 */
export const record = async ({ municipality, query }: Transaction, by: string, at: string, done: AuditedAct) => {
  const head = await headOf(query)
  // 倉庫に入れて出したときと同じ形で指紋を取る（undefined の欄は落ちる）。
  const told = JSON.parse(JSON.stringify(done)) as AuditedAct
  const entry = { number: head.entries + 1, at, by, ...told, previous: head.hash }
  await query(
    `insert into audit_entry (municipality, number, at, by, act, subject, before, after, previous, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      municipality,
      entry.number,
      at,
      by,
      entry.act,
      JSON.stringify(entry.subject),
      jsonOrNull(entry.before),
      jsonOrNull(entry.after),
      entry.previous,
      auditHash(entry),
    ],
  )
}

const jsonOrNull = (value: unknown): string | null => (value == null ? null : JSON.stringify(value))

const headOf = async (query: Transaction['query']): Promise<AuditSummary> => {
  const [head] = await query<{ entries: number; hash: string }>('select entries::int as entries, hash from audit_head')
  return head ?? { entries: 0, hash: emptyHash }
}

export const auditColumns = `number::int as number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  by, act, subject, before, after, previous, hash`

/** 新しい順に `limit` 件まで。`before` はその番号より前。 */
export const latestEntries = (
  { query }: Transaction,
  { limit, before = Number.MAX_SAFE_INTEGER }: { readonly limit: number; readonly before?: number },
): Promise<AuditEntry[]> =>
  query<AuditEntry>(`select ${auditColumns} from audit_entry where number < $1 order by number desc limit $2`, [
    before,
    limit,
  ])

const pageSize = 500

/**
 * 鎖を始めから確かめる。壊れていれば、最初に合わないところを言って断る:
 * `audit-entry-missing` 番号が抜けている、`audit-entry-altered` 中身か前の指紋が合わない、
 * `audit-end-differs` 末尾が消えている（先頭の件数・指紋と合わない）。
 */
export const verifyChain = async ({ municipality, query }: Transaction): Promise<Result<AuditSummary>> => {
  let last: AuditSummary = { entries: 0, hash: emptyHash }
  for (;;) {
    const page = await query<AuditEntry>(
      `select ${auditColumns} from audit_entry where number > $1 order by number limit ${pageSize}`,
      [last.entries],
    )
    for (const entry of page) {
      const why = breakAt(entry, last)
      if (why) return refused(why, { municipality, number: last.entries + 1, at: entry.at, by: entry.by })
      last = { entries: entry.number, hash: entry.hash }
    }
    if (page.length < pageSize) break
  }
  const head = await headOf(query)
  return head.entries === last.entries && head.hash === last.hash
    ? done(last)
    : refused('audit-end-differs', { municipality, found: last.entries, expected: head.entries })
}

const breakAt = ({ hash, ...entry }: AuditEntry, last: AuditSummary): string | undefined => {
  if (entry.number !== last.entries + 1) return 'audit-entry-missing'
  return entry.previous === last.hash && auditHash(entry) === hash ? undefined : 'audit-entry-altered'
}
