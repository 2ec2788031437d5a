import { done, type Result } from '#domain/problem.ts'
import { withStore } from './with-store.ts'

/** 団体ごとの確かめ。 */
export type AuditReport = { readonly municipality: string; readonly count: number }

/** 記録の鎖をすべての団体について確かめる。一つでも壊れていれば、初めの食い違いで断る。 */
export const verifyAudit = (data: string | null, only: string | null): Promise<Result<readonly AuditReport[]>> =>
  withStore(data, async (store) => {
    const known = await store.municipalities()
    const asked = known.filter(({ code }) => only === null || code === only)
    const reports: AuditReport[] = []
    for (const { code, name } of asked) {
      const verified = await store.verifyAudit(code)
      if (!verified.ok) return verified
      reports.push({ municipality: name, count: verified.value.entries })
    }
    return done(reports)
  })
