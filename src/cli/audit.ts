import { auditActInWords, auditSubjectInWords } from '#domain/audit/in-words.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { AuditAsked } from '#operations/audit/asked.ts'
import { listAudit } from '#operations/audit/list-audit.ts'
import type { AuditRow, AuditView } from '#operations/audit/view-audit.ts'
import { verifyAudit } from '#operations/verify-audit.ts'
import type { Arguments, AuditOption } from './arguments.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 監査記録を確かめる（verify）、読む（list）。 */
export const auditCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  const [what] = args.files
  if (args.files.length === 1 && what === 'verify') return verify(args, terminal)
  if (args.files.length === 1 && what === 'list' && args.municipality !== null)
    return list(args, args.municipality, terminal)
  terminal.complain(words(terminal, 'audit-usage'))
  return 2
}

/** 記録が書きかえられていないかを確かめる。 */
const verify = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  const verified = await verifyAudit(args.data, args.municipality)
  if (!verified.ok) return complainOf(terminal, verified.problem)
  if (args.json) terminal.print(JSON.stringify(verified.value, null, 2))
  else if (verified.value.length === 0) terminal.print(words(terminal, 'audit-none'))
  else for (const report of verified.value) terminal.print(words(terminal, 'audit-intact', { ...report }))
  return 0
}

const usualLimit = 100

/** 記録を新しい順に出す。 */
const list = async (args: Arguments, municipality: string, terminal: Terminal): Promise<Exit> => {
  const last = (option: AuditOption) => args.audit[option].at(-1) ?? ''
  const asked: AuditAsked = {
    by: last('by'),
    act: last('act'),
    about: last('about'),
    from: last('from'),
    to: last('to'),
  }
  const limit = last('limit') === '' ? usualLimit : Number(last('limit'))
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100_000)) {
    terminal.complain(words(terminal, 'audit-limit-wrong', { given: last('limit') }))
    return 2
  }
  const view = await listAudit(args.data, municipality, asked, limit)
  if (!view.ok) return complainOf(terminal, view.problem)
  const { rows, found, all, names } = view.value
  if (args.json)
    terminal.print(
      JSON.stringify(
        rows.map(({ changes: _, ...entry }) => entry),
        null,
        2,
      ),
    )
  else {
    for (const row of rows) terminal.print(lineOf(row, names, terminal))
    terminal.print(words(terminal, 'audit-found', { all, found, shown: rows.length }))
  }
  return 0
}

const lineOf = ({ number, at, by, act, subject }: AuditRow, names: AuditView['names'], terminal: Terminal): string => {
  const told = Object.entries(subject).flatMap(([key, id]) => {
    const [what, name] = [auditSubjectInWords(key, terminal.language), names.get(id)?.name]
    return key !== 'person' && what && name ? [`${what} ${name}`] : []
  })
  const about = told.length > 0 ? words(terminal, 'audit-about', { about: told.join('、') }) : ''
  const params = { number, at: momentInWords(at), by, act: auditActInWords(act, terminal.language), about }
  return words(terminal, 'audit-line', params)
}
