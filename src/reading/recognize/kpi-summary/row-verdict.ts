import { commentClues, pointsOf } from './comment-evidence.ts'
import type { Others } from './goal-match.ts'
import type { RowPuzzle } from './match-rows.ts'
import type { NumberCell } from './number-rows.ts'
import type { Label, ValuedRow } from './page-parts.ts'
import { agreementWords, type Clue } from './row-evidence.ts'
import { spreadActuals, spreadTargets } from './row-values.ts'
import type { TableYears } from './stream-pages.ts'
import type { EntryCertainty, EntryNote, YearCell } from './table-entry.ts'

/** 次によい読みとの差がこれより小さければ、どちらとも言えない。 */
const clearMargin = 6

/** 所見の手がかりがこれより悪ければ、所見と行は食い違っている。 */
const contradiction = -3

/** 行の読みと、それを人に言う気づき。 */
type Verdict = { readonly certainty: EntryCertainty; readonly notes: readonly EntryNote[] }

type Case = {
  readonly label: Label
  readonly valued: ValuedRow
  readonly agrees: boolean
  readonly others: Others
  readonly words: readonly string[]
  readonly against: boolean
}

/**
 * 行をどれだけ確かに読めたか。目標の表記が合い、値の違うほかの行には合わないものだけを certain とする。
 * `remark` は付けた所見、`others` は目標の表記だけなら成り立つほかの行。
 */
export const verdictOn = (
  puzzle: RowPuzzle,
  at: number,
  row: number | null,
  others: Others,
  remark: string | null,
  years: TableYears,
): Verdict => {
  const label = puzzle.labels[at]
  if (!label) throw new Error(`no label ${at} among ${puzzle.labels.length}`)
  const valued = row === null ? undefined : puzzle.rows[row]
  const alternatives = otherReadings(puzzle, others, years)
  if (!valued || row === null) return missingRow(label, alternatives)
  const spoken = remark === null ? [] : commentClues(remark, label, valued.values, years)
  const found: Case = {
    label,
    valued,
    agrees: puzzle.agrees[at]?.[row] === 'agrees',
    others,
    words: wordsFor([...(puzzle.clues[at]?.[row] ?? []), ...spoken]),
    against: pointsOf(spoken) <= contradiction,
  }
  const level = levelOf(found)
  return {
    certainty: { level, evidence: evidenceFor(found), alternatives },
    notes: level === 'certain' ? [] : [doubt(found, level, puzzle.rows)],
  }
}

const missingRow = (label: Label, alternatives: EntryCertainty['alternatives']): Verdict => ({
  certainty: { level: 'doubtful', evidence: ['合う数の行が見つからない'], alternatives },
  notes: [
    {
      level: 'error',
      code: 'kpi-summary-row-missing',
      params: { name: label.name.text, target: targetWords(label) },
      places: [label.name.place],
    },
  ],
})

const wordsFor = (clues: readonly Clue[]): readonly string[] => [
  ...new Set(clues.flatMap(({ points, words }) => (points > 0 && words !== null ? [words] : []))),
]

const levelOf = ({ agrees, others, against, valued }: Case): EntryCertainty['level'] => {
  if (!agrees || valued.row.shaky) return 'doubtful'
  if (others.length === 0) return against ? 'likely' : 'certain'
  return (others[0]?.margin ?? 0) >= clearMargin && !against ? 'likely' : 'doubtful'
}

const evidenceFor = ({ label, valued, agrees, others, words, against }: Case): readonly string[] => [
  agrees ? agreementWords(label, valued.values) : '目標の表記は合わず、残った行を当てた',
  ...(agrees && others.length === 0 ? ['ほかに合う値の行はない'] : []),
  ...(others.length > 0 ? [`目標の表記だけなら、ほかに${others.length}通りの読みがある`] : []),
  ...words,
  ...((others[0]?.margin ?? 0) > 0 ? ['所見と、施策の見出し・印刷の順から選んだ'] : []),
  ...(against ? ['所見のことばとは食い違う'] : []),
  ...(valued.row.shaky ? ['目標と実績の段の数がそろわない'] : []),
]

const doubt = (found: Case, level: 'likely' | 'doubtful', rows: readonly ValuedRow[]): EntryNote => {
  const { label, valued, agrees, others, against } = found
  const rivals = others.flatMap(({ row }) => (row === null ? [] : (rows[row] ?? [])))
  const names = { name: label.name.text, reading: rowWords(valued) }
  const places = [label.name.place, valued.row.place, ...rivals.map(({ row }) => row.place)]
  const say = (code: string, params: EntryNote['params']): EntryNote => ({ level: 'warning', code, params, places })
  if (!agrees) return say('kpi-summary-target-unlike', { ...names, target: targetWords(label) })
  if (valued.row.shaky) return say('kpi-summary-lines-unpaired', names)
  if (rivals.length === 0)
    return say(against ? 'kpi-summary-remark-against' : 'kpi-summary-row-shared', {
      ...names,
      target: targetWords(label),
    })
  return say(level === 'doubtful' ? 'kpi-summary-row-doubtful' : 'kpi-summary-row-likely', {
    ...names,
    others: rivals.map(rowWords).join('、'),
  })
}

const targetWords = (label: Label): string => label.target?.raw ?? label.noTargetText ?? '―'

const otherReadings = (puzzle: RowPuzzle, others: Others, years: TableYears): EntryCertainty['alternatives'] =>
  others.flatMap(({ row }) => {
    const valued = row === null ? undefined : puzzle.rows[row]
    return valued ? [{ ...cellsOf(valued, years), reason: `${placeWords(valued)}の行も同じ目標の表記に合う` }] : []
  })

const placeWords = ({ row }: ValuedRow): string => ('line' in row.place ? `${row.place.line}行目` : 'ほか')

/** 数の行の升目を、年度と合計に分ける。 */
export const cellsOf = (
  { row }: ValuedRow,
  years: TableYears,
): { readonly targets: readonly YearCell[]; readonly actuals: readonly YearCell[] } => {
  const spread = ({ yearly, total }: ReturnType<typeof spreadTargets>) => [
    ...yearly.flatMap((cell, at) => dated(cell, years.years[at] ?? null)),
    ...dated(total, null),
  ]
  return { targets: spread(spreadTargets(row.targets, years)), actuals: spread(spreadActuals(row.actuals, years)) }
}

const dated = (cell: NumberCell | null, year: number | null): readonly YearCell[] => (cell ? [{ ...cell, year }] : [])

/** 「60.0 60.0 …／46.1 ―」のように、行を人に言う。 */
export const rowWords = ({ row }: ValuedRow): string =>
  `「${row.targets.map(({ raw }) => raw).join(' ')}／${row.actuals.map(({ raw }) => raw).join(' ')}」`
