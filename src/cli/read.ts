import type { PlanDraft } from '#domain/plan/draft.ts'
import { readDocument } from '#operations/read-document.ts'
import type { Arguments } from './arguments.ts'
import { summaryOf } from './summary.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 図書を読む。`--json` は計画案だけを出す（二つ以上なら配列）。 */
export const readCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  if (args.files.length === 0) {
    terminal.complain(words(terminal, 'file-missing-argument', { command: 'read' }))
    return 2
  }
  const drafts: PlanDraft[] = []
  let exit: Exit = 0
  for (const file of args.files) {
    const draft = await readDocument(file)
    if (!draft.ok) exit = complainOf(terminal, draft.problem)
    else if (args.json) drafts.push(draft.value)
    else for (const line of summaryOf(draft.value, terminal)) terminal.print(line)
  }
  if (args.json && drafts.length > 0)
    terminal.print(JSON.stringify(args.files.length === 1 ? drafts[0] : drafts, null, 2))
  return exit
}
