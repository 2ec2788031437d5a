import { Readable } from 'node:stream'
import { type AuditAsked, nothingAsked } from '#operations/audit/asked.ts'
import { auditFile, auditFormats } from '#operations/audit/audit-file.ts'
import { auditView, checkAudit } from '#operations/audit/view-audit.ts'
import { exportCity } from '#operations/backup/export-city.ts'
import { numberIn } from '../number-in.ts'
import { auditPage, type ChainChecked } from '../pages/audit/audit-page.tsx'
import { backupPage } from '../pages/audit/backup-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 監査記録と控えの頁。 */
export const auditRoutes: readonly Route[] = [
  ['/:code/audit', audit],
  ['/:code/audit/:file{file\\.(?:csv|json)}', file],
  ['/:code/settings/backup', backup],
]

export const auditActs: readonly Act[] = [
  ['/:code/audit/verify', verify],
  ['/:code/settings/backup', exported],
]

async function audit(visit: Visit): Promise<Shown> {
  return audited(visit, null)
}

/** 鎖を確かめて、答えを頁の頭に。 */
async function verify(visit: Visit): Promise<Acted> {
  const { app, person, param } = visit
  const chain = await checkAudit(app, person, param('code'))
  if (!chain.ok && chain.problem.kind === 'not-permitted') return { problem: chain.problem }
  return audited(visit, chain)
}

const audited = async (visit: Visit, chain: ChainChecked | null): Promise<Shown> => {
  const { app, person, frame, query } = visit
  const municipality = await cityOf(visit)
  if (!municipality) return { missing: 'trouble.no-city', params: { code: visit.param('code') } }
  const asked = askedIn(visit)
  const below = numberIn(query('below'), 12)
  const view = await auditView(app, person, municipality.code, asked, { below })
  if (!view.ok && view.problem.kind === 'not-permitted') return { problem: view.problem }
  const html = auditPage({ frame, municipality, asked, view, deep: below !== undefined, chain })
  return { html, status: view.ok ? 200 : 422 }
}

async function file(visit: Visit): Promise<Shown> {
  const { app, person, param } = visit
  const format = auditFormats.find((each) => param('file') === `file.${each}`)
  if (!format) return { missing: 'trouble.no-page' }
  const made = await auditFile(app, person, param('code'), askedIn(visit), format)
  if (!made.ok) return { problem: made.problem }
  const { fileName, mediaType, chunks } = made.value
  return { file: { fileName, mediaType, bytes: Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array> } }
}

async function backup(visit: Visit): Promise<Shown> {
  const municipality = await cityOf(visit)
  if (!municipality) return { missing: 'trouble.no-city', params: { code: visit.param('code') } }
  return { html: backupPage(visit.frame, municipality) }
}

async function exported(visit: Visit): Promise<Acted> {
  const { app, person, param } = visit
  const made = await exportCity(app, person, param('code'))
  if (!made.ok) return { problem: made.problem }
  const { code = '', name = '' } = made.value.header.municipalities[0] ?? {}
  const fileName = `${name}_${code}.shirube`
  return { file: { fileName, mediaType: 'application/octet-stream', bytes: made.value.stream() } }
}

const askedIn = ({ query }: Visit): AuditAsked => {
  const text = (name: keyof AuditAsked) => (query(name) ?? '').trim().slice(0, 100)
  return { ...nothingAsked, by: text('by'), act: text('act'), about: text('about'), from: text('from'), to: text('to') }
}

const cityOf = async ({ app, param }: Visit) => {
  const found = (await app.store.municipalities()).find(({ code }) => code === param('code'))
  return found && { code: found.code, name: found.name }
}
