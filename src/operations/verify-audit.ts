import { municipalityCode } from '#domain/people/municipality.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { withExistingStore } from './with-store.ts'

/** 団体ごとの確かめ。 */
export type AuditReport = { readonly municipality: string; readonly count: number }

/** 記録の鎖をすべての団体（`only` があればその団体）について確かめる。一つでも壊れていれば、初めの食い違いで断る。 */
export const verifyAudit = async (
  data: string | null,
  only: string | null,
): Promise<Result<readonly AuditReport[]>> => {
  const wanted = only === null ? done(null) : municipalityCode(only)
  if (!wanted.ok) return wanted
  return withExistingStore(data, async (store) => {
    const known = await store.municipalities()
    const asked = known.filter(({ code }) => wanted.value === null || code === wanted.value)
    if (wanted.value !== null && asked.length === 0) return refused('municipality-has-no-plan', { code: wanted.value })
    const reports: AuditReport[] = []
    for (const { code, name } of asked) {
      const verified = await store.verifyAudit(code)
      if (!verified.ok) return verified
      reports.push({ municipality: name, count: verified.value.entries })
    }
    return done(reports)
  })
}
