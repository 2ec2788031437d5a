import type { Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { ComparedLine } from '#domain/revision/compared-lines.ts'
import { type ComparedEntry, type ComparedNode, type Comparison, withoutBandName } from '#domain/revision/comparison.ts'
import type { TextMark } from '#domain/revision/text-difference.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, Row, RowGroup } from '../../report.ts'
import { textCell } from '../cells.ts'
import { reasonsInWords } from './reasons.ts'

type Told = Pick<ReportChoices, 'audience' | 'yearStyle'>

/** 表の行。計画の見出し、節ごとの帯と行、どの節にも属さないもの。 */
export const comparisonGroups = ({ heading, nodes, loose }: Comparison, told: Told): readonly RowGroup[] => [
  ...(heading ? entryGroups(heading, told) : []),
  ...nodes.flatMap((row) => nodeGroups(row, told)),
  ...(loose.length === 0
    ? []
    : [band('（どの節にも属さないもの）', 1), ...loose.flatMap((each) => entryGroups(each, told))]),
]

const nodeGroups = ({ node, depth, self, entries }: ComparedNode, told: Told): readonly RowGroup[] => {
  return [
    band(nodeInWords(node), Math.min(depth + 1, 3) as 1 | 2 | 3),
    ...entryGroups(withoutBandName(self), told),
    ...entries.flatMap((each) => entryGroups(each, told)),
  ]
}

const band = (text: string, level: 1 | 2 | 3): RowGroup => ({
  kind: 'band',
  level,
  rows: [{ cells: [textCell(text, { columns: 4, heading: true })] }],
})

/** 一件の行。長い本文は、頁をまたげるように別のまとまりにする。理由は初めの行から終わりまで。 */
const entryGroups = (entry: ComparedEntry, told: Told): readonly RowGroup[] => {
  const { lines } = entry
  const reason = reasonsInWords(entry.changes, told)
  const long = lines.filter(({ before, after }) => (before ?? '').length + (after ?? '').length > longest)
  const short = lines.filter((line) => !long.includes(line))
  const parts = [short, ...long.map((line) => [line])].filter((part) => part.length > 0)
  return parts.map((part, at) => ({
    kind: 'entry',
    rows: part.map(
      (line, nth): Row => ({
        cells: [
          textCell(labelOf(line, entry), { heading: true }),
          ...sideCells(part, nth, entry),
          ...(nth === 0 ? [textCell(at === 0 ? reason : '', { rows: part.length })] : []),
        ],
      }),
    ),
  }))
}

/** これより長い行は、一件のまとまりから分ける（字の数、旧と新を合わせて）。 */
const longest = 400

const labelOf = ({ label, field }: ComparedLine, { state, on }: ComparedEntry): string => {
  const words = typeof label === 'string' ? label : inWords(label)
  return field === 'name' && state === 'replaced' && on === 'indicator' ? `${words}\n（代替指標）` : words
}

const inWords = (message: Message): string => say(message)

/** 現行と改訂後の升目。片方にしかないものは、もう片方の升目を一つにして、そのわけを書く。 */
const sideCells = (part: readonly ComparedLine[], nth: number, entry: ComparedEntry): readonly Cell[] => {
  const line = part[nth]
  if (!line) return []
  const only = (text: string) =>
    nth === 0 ? [textCell(text, { rows: part.length, tone: 'quiet', align: 'center' })] : []
  if (entry.state === 'new') return [...only('（新設）'), afterCell(line, entry)]
  if (entry.state === 'removed') return [beforeCell(line), ...only('（削除）')]
  return [beforeCell(line), afterCell(line, entry)]
}

const beforeCell = ({ before, marks }: ComparedLine): Cell => markedCell(before ?? '', marks.before)

const afterCell = ({ after, marks, field }: ComparedLine, { movedFrom, reordered }: ComparedEntry): Cell => {
  const moved =
    field !== 'name' ? '' : movedFrom !== null ? `\n（移動）旧：${movedFrom}` : reordered ? '\n（順の入替え）' : ''
  return markedCell(`${after ?? ''}${moved}`, marks.after)
}

/** 改めたことばに下線。字の幅だけの違いと、順を入れ替えただけの文には引かない（注で断る）。 */
const markedCell = (text: string, marks: readonly TextMark[]): Cell => {
  const underlined = marks.filter(({ kind }) => kind === 'wording').map(({ from, to }) => ({ from, to }))
  return textCell(text, underlined.length > 0 ? { underlined } : {})
}
