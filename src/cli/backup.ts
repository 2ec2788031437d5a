import type { Person } from '#domain/people/person.ts'
import { type MadeBackup, makeBackup } from '#operations/backup/make-backup.ts'
import type { Arguments } from './arguments.ts'
import { sizeInWords } from './size-in-words.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

/** 控えを丸ごと取る。 */
export const backupCommand = async (args: Arguments, terminal: Terminal): Promise<Exit> => {
  const output = args.report.output.at(-1)
  if (output === undefined) return misused('backup-output-missing', terminal)
  const made = await makeBackup(args.data, null, output)
  if (!made.ok) return complainOf(terminal, made.problem)
  if (args.json) terminal.print(JSON.stringify(asJson(made.value), null, 2))
  else {
    const { header, rows, bytes } = made.value
    const told = { file: output, size: sizeInWords(bytes), rows, cities: header.municipalities.length }
    terminal.print(words(terminal, 'backup-made', told))
    terminal.print(words(terminal, 'backup-secret'))
  }
  return 0
}

/** 市を丸ごと書き出す。 */
export const exportCommand = async (args: Arguments, terminal: Terminal, acting: Person): Promise<Exit> => {
  const output = args.report.output.at(-1)
  if (output === undefined || args.municipality === null) return misused('export-usage', terminal)
  const made = await makeBackup(args.data, args.municipality, output, acting)
  if (!made.ok) return complainOf(terminal, made.problem)
  if (args.json) terminal.print(JSON.stringify(asJson(made.value), null, 2))
  else {
    const { header, rows, bytes } = made.value
    const city = header.municipalities[0]?.name ?? args.municipality
    terminal.print(words(terminal, 'backup-city-made', { file: output, size: sizeInWords(bytes), rows, city }))
  }
  return 0
}

const misused = (code: string, terminal: Terminal): Exit => {
  terminal.complain(words(terminal, code))
  return 2
}

const asJson = ({ file, bytes, rows, counts, header }: MadeBackup) => ({
  file,
  bytes,
  kind: header.kind,
  madeAt: header.madeAt,
  municipalities: header.municipalities,
  rows,
  tables: counts,
})
