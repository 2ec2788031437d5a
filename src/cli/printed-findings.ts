import type { Note } from '#domain/plan/draft.ts'
import { placeInWords } from '#domain/provenance.ts'
import { noteLine } from './summary.ts'
import { type Exit, type Terminal, words } from './terminal.ts'

/** 突き合わせた図書（または取り込んだ計画の題）と、その食い違い。 */
export type Checked = { readonly file: string; readonly findings: readonly Note[] }

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
