import type { Person } from '#domain/people/person.ts'
import { type Adopted, importDocument } from '#operations/import-document.ts'
import type { Arguments } from './arguments.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 図書か計画案を取り込み、何が変わったかを言う。 */
export const importCommand = async (args: Arguments, terminal: Terminal, acting: Person): Promise<Exit> => {
  const [file] = args.files
  if (file === undefined || args.files.length > 1) {
    const code = file === undefined ? 'file-missing-argument' : 'one-file-only'
    terminal.complain(words(terminal, code, { command: 'import' }))
    return 2
  }
  if (args.municipality === null) {
    terminal.complain(words(terminal, 'municipality-missing-argument'))
    return 2
  }
  const adopted = await importDocument(file, args.municipality, args.data, acting)
  if (!adopted.ok) return complainOf(terminal, adopted.problem)
  terminal.print(args.json ? JSON.stringify(asJson(adopted.value), null, 2) : said(adopted.value, terminal))
  return 0
}

const asJson = ({ municipality, editionId, outcome, difference, adoptionId }: Adopted) => ({
  municipality,
  editionId,
  outcome,
  adoptionId: adoptionId ?? null,
  difference,
})

const said = ({ municipality, draft, outcome, difference }: Adopted, terminal: Terminal): string => {
  const of = (kind: string) => difference.changes.filter((change) => change.change === kind).length
  return words(terminal, `import-${outcome}`, {
    municipality: draft.municipality.name,
    code: municipality,
    title: draft.plan.title,
    indicators: draft.indicators.length,
    projects: draft.projects.length,
    added: of('new'),
    changed: of('changed'),
    gone: of('gone'),
  })
}
