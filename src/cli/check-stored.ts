import { checkStoredPlans } from '#operations/check-stored.ts'
import type { Arguments } from './arguments.ts'
import { printChecked } from './printed-findings.ts'
import { complainOf, type Exit, type Terminal } from './terminal.ts'

/** 取り込んだ計画の食い違いを出す（check --municipality）。 */
export const checkStored = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  const checked = await checkStoredPlans(args.data, args.municipality ?? '')
  if (!checked.ok) return complainOf(terminal, checked.problem)
  return printChecked(
    checked.value.map(({ title, findings }) => ({ file: title, findings })),
    args.json,
    terminal,
  )
}
