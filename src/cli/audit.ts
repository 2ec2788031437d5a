import { verifyAudit } from '#operations/verify-audit.ts'
import type { Arguments } from './arguments.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 記録が書きかえられていないかを確かめる。 */
export const auditCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  if (args.files.length !== 1 || args.files[0] !== 'verify') {
    terminal.complain(words(terminal, 'audit-usage'))
    return 2
  }
  const verified = await verifyAudit(args.data, args.municipality)
  if (!verified.ok) return complainOf(terminal, verified.problem)
  if (args.json) terminal.print(JSON.stringify(verified.value, null, 2))
  else if (verified.value.length === 0) terminal.print(words(terminal, 'audit-none'))
  else for (const report of verified.value) terminal.print(words(terminal, 'audit-intact', { ...report }))
  return 0
}
