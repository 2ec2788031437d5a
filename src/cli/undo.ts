import type { Person } from '#domain/people/person.ts'
import { type UndoneImport, undoImport } from '#operations/undo-import.ts'
import type { Arguments } from './arguments.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 取り込みを取り消し、計画を取り込む前のとおりに戻す。 */
export const undoCommand = async (args: Arguments, terminal: Terminal, acting: Person): Promise<Exit> => {
  const [adoption = null] = args.files
  if (args.files.length > 1 || args.last === (adoption !== null)) {
    terminal.complain(words(terminal, 'undo-usage'))
    return 2
  }
  if (args.municipality === null) {
    terminal.complain(words(terminal, 'municipality-missing-argument'))
    return 2
  }
  const undone = await undoImport(adoption, args.municipality, args.data, acting)
  if (!undone.ok) return complainOf(terminal, undone.problem)
  terminal.print(args.json ? JSON.stringify(asJson(undone.value), null, 2) : said(undone.value, terminal))
  return 0
}

const asJson = ({ municipality, adoption: { id, editionId, outcome, undone } }: UndoneImport) => ({
  municipality,
  adoptionId: id,
  editionId,
  outcome,
  undone,
})

const said = ({ municipality, title, adoption }: UndoneImport, terminal: Terminal): string => {
  const of = (kind: string) => adoption.changes.filter(({ change }) => change === kind).length
  return words(terminal, `undo-${adoption.outcome}`, {
    code: municipality,
    title,
    added: of('new'),
    changed: of('changed'),
    gone: of('gone'),
  })
}
