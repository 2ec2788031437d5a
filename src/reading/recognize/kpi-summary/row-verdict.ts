import { commentClues, pointsOf } from './comment-evidence.ts'
import type { Others } from './goal-match.ts'
import type { RowPuzzle } from './match-rows.ts'
import type { NumberCell } from './number-rows.ts'
import type { Label, ValuedRow } from './page-parts.ts'
import { agreementWords } from './row-evidence.ts'
import { spreadActuals, spreadTargets } from './row-values.ts'
import type { TableYears } from './stream-pages.ts'
import type { EntryCertainty, EntryNote, YearCell } from './table-entry.ts'

/** 次によい読みとの差がこれより小さければ、どちらとも言えない。 */
const clearMargin = 6

/** 行をどれだけ確かに読めたか。`remark` は付けた所見。 */
export const verdictOn = (
  puzzle: RowPuzzle,
  label: number,
  row: number | null,
  others: Others,
  remark: string | null,
  years: TableYears,
): EntryCertainty => {
  const wanted = puzzle.labels[label]
  const valued = row === null ? undefined : puzzle.rows[row]
  if (!wanted || !valued || row === null)
    return { level: 'doubtful', evidence: ['合う数の行が見つからない'], alternatives: [] }
  const agrees = puzzle.agrees[label]?.[row] === 'agrees'
  const clues = [
    ...(puzzle.clues[label]?.[row] ?? []),
    ...(remark === null ? [] : commentClues(remark, wanted, valued.values, years)),
  ]
  const against = remark !== null && pointsOf(commentClues(remark, wanted, valued.values, years)) <= -3
  const words = [...new Set(clues.flatMap(({ points, words: each }) => (points > 0 && each !== null ? [each] : [])))]
  const evidence = agrees ? [agreementWords(wanted, valued.values)] : ['目標の表記は合わず、残った行を当てた']
  if (!agrees)
    return { level: 'doubtful', evidence: [...evidence, ...words], alternatives: otherReadings(puzzle, others, years) }
  if (others.length === 0)
    return {
      level: against ? 'likely' : 'certain',
      evidence: [...evidence, 'ほかに合う値の行はない', ...words, ...(against ? ['所見のことばとは食い違う'] : [])],
      alternatives: [],
    }
  const margin = others[0]?.margin ?? 0
  return {
    level: margin >= clearMargin && !against ? 'likely' : 'doubtful',
    evidence: [
      ...evidence,
      `同じ表記に合う行がほかに${others.length}つある`,
      ...words,
      ...(margin > 0 ? ['施策の見出しと印刷の順から選んだ'] : []),
      ...(against ? ['所見のことばとは食い違う'] : []),
    ],
    alternatives: otherReadings(puzzle, others, years),
  }
}

const otherReadings = (puzzle: RowPuzzle, others: Others, years: TableYears): EntryCertainty['alternatives'] =>
  others.flatMap(({ row }) => {
    const valued = puzzle.rows[row]
    return valued ? [{ ...cellsOf(valued, years), reason: `同じ目標の表記に合う行（${placeWords(valued)}）` }] : []
  })

const placeWords = ({ row }: ValuedRow): string => ('line' in row.place ? `${row.place.line}行目` : '')

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

/** 確かでない行の気づき。 */
export const verdictNotes = (
  label: Label,
  valued: ValuedRow | null,
  verdict: EntryCertainty,
  others: Others,
  rows: readonly ValuedRow[],
): readonly EntryNote[] => {
  const name = label.name.text
  if (!valued)
    return [
      {
        level: 'error',
        code: 'kpi-summary-row-missing',
        params: { name, target: label.target?.raw ?? '―' },
        places: [label.name.place],
      },
    ]
  if (verdict.level === 'certain') return []
  const places = [label.name.place, valued.row.place, ...others.flatMap(({ row }) => rows[row]?.row.place ?? [])]
  const reading = rowWords(valued)
  if (others.length === 0)
    return [
      {
        level: 'warning',
        code: verdict.evidence.includes('所見のことばとは食い違う')
          ? 'kpi-summary-remark-against'
          : 'kpi-summary-target-unlike',
        params: { name, target: label.target?.raw ?? label.noTargetText ?? '―', reading },
        places,
      },
    ]
  return [
    {
      level: 'warning',
      code: verdict.level === 'doubtful' ? 'kpi-summary-row-doubtful' : 'kpi-summary-row-likely',
      params: {
        name,
        reading,
        others: others.flatMap(({ row }) => (rows[row] ? [rowWords(rows[row])] : [])).join('、'),
      },
      places,
    },
  ]
}

/** 「60.0 60.0 …／46.1 ―」のように、行を人に言う。 */
export const rowWords = ({ row }: ValuedRow): string =>
  `「${row.targets.map(({ raw }) => raw).join(' ')}／${row.actuals.map(({ raw }) => raw).join(' ')}」`
