import { municipalityCode } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import { type Result, refused } from '#domain/problem.ts'
import { openApp } from '../app.ts'
import { holdsData } from '../project-folder.ts'
import { storeLocation } from '../store-location.ts'
import type { AuditAsked } from './asked.ts'
import { type AuditView, auditView } from './view-audit.ts'

const terminal: Person = { kind: 'terminal', id: null, name: '', grants: [] }

/** 端末から監査記録を読む。ない置き場は作らない。 */
export const listAudit = async (
  data: string | null,
  municipality: string,
  asked: AuditAsked,
  limit: number,
): Promise<Result<AuditView>> => {
  const code = municipalityCode(municipality)
  if (!code.ok) return code
  const location = storeLocation(data)
  if ('dataDirectory' in location && !holdsData(location.dataDirectory))
    return refused('data-absent', { folder: location.dataDirectory })
  const opened = await openApp(location)
  if (!opened.ok) return opened
  try {
    const known = await opened.value.store.municipalities()
    if (!known.some((each) => each.code === code.value)) return refused('backup-no-city', { code: code.value })
    return await auditView(opened.value, terminal, code.value, asked, { limit })
  } finally {
    await opened.value.close()
  }
}
