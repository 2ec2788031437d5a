import { type AuditChange, auditDifference } from '#domain/audit/difference.ts'
import { isId } from '#domain/audit/in-words.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result } from '#domain/problem.ts'
import type { AuditEntry, AuditSummary } from '#store/audit.ts'
import type { Named } from '#store/audit-reading.ts'
import type { App } from '../app.ts'
import { permitted } from '../people/acting-person.ts'
import { type AuditAsked, readAsked } from './asked.ts'

export type { AuditEntry } from '#store/audit.ts'
export type { Named } from '#store/audit-reading.ts'

/** 一件と、前と後の違い。 */
export type AuditRow = AuditEntry & { readonly changes: readonly AuditChange[] }

/** 監査記録の一頁。`names` は、出てくる id の名。 */
export type AuditView = {
  readonly rows: readonly AuditRow[]
  readonly found: number
  readonly all: number
  readonly names: ReadonlyMap<string, Named>
  /** この番号より前に、まだある。 */
  readonly older: number | null
}

export const auditPageSize = 50

/** 監査記録を読む。新しい順に、番号 `below` より前の一頁。 */
export const auditView = async (
  app: App,
  person: Person,
  code: string,
  asked: AuditAsked,
  { below = Number.MAX_SAFE_INTEGER, limit = auditPageSize }: { below?: number | undefined; limit?: number } = {},
): Promise<Result<AuditView>> => {
  const allowed = permitted(person, 'audit-read')
  if (!allowed.ok) return allowed
  return app.store.read(code, async (tx) => {
    const filter = await readAsked(tx, asked)
    if (!filter.ok) return filter
    const entries = await tx.audit.find(filter.value, { below, limit: limit + 1 })
    const { found, all } = await tx.audit.count(filter.value)
    const rows = entries
      .slice(0, limit)
      .map((entry) => ({ ...entry, changes: auditDifference(entry.before, entry.after) }))
    const names = await tx.audit.namesOf(idsIn(rows))
    const older = entries.length > limit ? (rows.at(-1)?.number ?? null) : null
    return done({ rows, found, all, names: new Map(names.map((each) => [each.id, each])), older })
  })
}

const idsIn = (rows: readonly AuditRow[]): readonly string[] => [
  ...new Set(
    rows.flatMap(({ subject, changes }) => [
      ...Object.values(subject).filter(isId),
      ...changes
        .slice(0, changesShown)
        .flatMap(({ path, before, after }) => [...path, before ?? '', after ?? ''].filter(isId)),
    ]),
  ),
]

/** 一件に見せる違いの数。残りは、そのままの記録にある。 */
export const changesShown = 12

/** 鎖を確かめる。 */
export const checkAudit = async (app: App, person: Person, code: string): Promise<Result<AuditSummary>> => {
  const allowed = permitted(person, 'audit-read')
  return allowed.ok ? app.store.verifyAudit(code) : allowed
}
