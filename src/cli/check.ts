import { checkDocument } from '#operations/check-document.ts'
import type { Arguments } from './arguments.ts'
import { type Checked, printChecked } from './printed-findings.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 食い違いを探す。見つかれば 1 で終わる。 */
export const checkCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  if (args.municipality !== null && args.files.length > 0) {
    terminal.complain(words(terminal, 'check-file-or-municipality'))
    return 2
  }
  if (args.municipality !== null) {
    const { checkStored } = await import('./check-stored.ts')
    return checkStored(args, terminal)
  }
  if (args.files.length === 0) {
    terminal.complain(words(terminal, 'file-missing-argument', { command: 'check' }))
    return 2
  }
  const checked: Checked[] = []
  let exit: Exit = 0
  for (const file of args.files) {
    const findings = await checkDocument(file)
    if (findings.ok) checked.push({ file, findings: findings.value })
    else exit = complainOf(terminal, findings.problem)
  }
  // 一つも読めなかったのに「[]」（食い違いなし）と答えない。
  if (checked.length === 0) return exit
  return printChecked(checked, args.json, terminal) === 1 ? 1 : exit
}
