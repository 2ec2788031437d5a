import type { Note } from '#domain/plan/draft.ts'
import { placeInWords } from '#domain/provenance.ts'
import { checkDocument } from '#operations/check-document.ts'
import type { Arguments } from './arguments.ts'
import { noteLine } from './summary.ts'
import { complainOf, type Exit, type Terminal, words } from './terminal.ts'

type Checked = { readonly file: string; readonly findings: readonly Note[] }

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

/** 気づきを出す。`--json` では、一つなら気づきの配列、二つ以上なら全部をつないだ配列。 */
export const printChecked = (checked: readonly Checked[], json: boolean, terminal: Terminal): Exit => {
  const all = checked.flatMap(({ findings }) => findings)
  if (json) terminal.print(JSON.stringify(all, null, 2))
  else for (const each of checked) printFindings(each, terminal)
  return all.length > 0 ? 1 : 0
}

const printFindings = ({ file, findings }: Checked, terminal: Terminal): void => {
  if (findings.length === 0) {
    terminal.print(words(terminal, 'check-clean', { file }))
    return
  }
  terminal.print(words(terminal, 'check-heading', { file, count: findings.length }))
  for (const finding of findings) {
    terminal.print(noteLine(finding, terminal))
    const others = finding.places.slice(1).map((place) => placeInWords(place, terminal.language))
    if (others.length > 0) terminal.print(words(terminal, 'check-places', { places: others.join('、') }))
  }
}
