import { crossTables, totalOf } from '#domain/evaluation/grade-counts.ts'
import type { GradeCount, PlanNode } from '#domain/plan/draft.ts'
import type { Column, ReportNote, Row, RowGroup, Table } from '../../report.ts'
import { countCell, noValue, textCell } from '../cells.ts'

type Nodes = ReadonlyMap<string, PlanNode>

/**
 * 評価のクロス表（基本目標 × 評価、数値目標・KPI の別）。大仙市の表と同じく、印刷された行と合計をそのまま置く。
 * 合計が印刷されていないか、行を足した数と違うときだけ、足した数を「合計（計算）」の行に添える。
 */
export const gradeTable = (grades: readonly GradeCount[], letters: readonly string[], nodes: Nodes): Table => ({
  caption: '評価の集計',
  showCaption: false,
  columns: [
    { key: 'goal', width: 8, align: 'start' },
    { key: 'class', width: 9, align: 'start' },
    ...letters.map((letter, index): Column => ({ key: letterKey(letter, index), width: 6, align: 'end' })),
    { key: 'all', width: 9, align: 'end' },
  ],
  header: [
    {
      cells: [
        textCell('基本目標'),
        textCell('区分'),
        ...letters.map((letter) => textCell(gradeWords(letter))),
        textCell('計'),
      ],
    },
  ],
  groups: [...printedGroups(grades, letters, nodes), ...reckonedRows(grades, letters)],
})

/** 列の名は英小文字。◎ のような評価は順番で呼ぶ。 */
export const letterKey = (letter: string, index: number): string =>
  /^[A-Z]$/.test(letter) ? `grade-${letter.toLowerCase()}` : `grade-${index + 1}`

/** 「A」→「A評価」。◎ や「順調」はそのまま。 */
export const gradeWords = (letter: string): string => (/^[A-Z]$/.test(letter) ? `${letter}評価` : letter)

/** 目標の短い名。番号があれば「基本目標1」、なければ題。どの目標か分からない行は「―」。 */
const goalName = (node: PlanNode | undefined): string => {
  if (!node) return noValue
  return node.number === null ? node.title : `${node.level}${node.number}`
}

const printedGroups = (grades: readonly GradeCount[], letters: readonly string[], nodes: Nodes): readonly RowGroup[] =>
  runsOf(grades).map((rows) => {
    const [first] = rows
    const total = first?.total === true
    const name = total ? '合計' : goalName(nodes.get(first?.node ?? ''))
    return {
      kind: total ? 'total' : 'entry',
      rows: rows.map((row, index) =>
        countRow(row, letters, index > 0 ? [] : [textCell(name, { heading: true, rows: rows.length })], total),
      ),
    }
  })

/** 続いて並ぶ、同じ目標（または合計）の行。 */
const runsOf = (grades: readonly GradeCount[]): readonly (readonly GradeCount[])[] => {
  const runs: GradeCount[][] = []
  for (const row of grades) {
    const last = runs.at(-1)
    if (last?.[0] && last[0].node === row.node && last[0].total === row.total) last.push(row)
    else runs.push([row])
  }
  return runs
}

const countRow = (
  { class: kind, counts }: Pick<GradeCount, 'class' | 'counts'>,
  letters: readonly string[],
  head: Row['cells'],
  strong: boolean,
): Row => {
  const tone = strong ? ({ tone: 'strong' } as const) : {}
  return {
    cells: [
      ...head,
      textCell(kind, { heading: true }),
      ...letters.map((letter) => countCell(counts[letter] ?? null, tone)),
      countCell(totalOf(counts), tone),
    ],
  }
}

/** 計算した合計の行。見出しに「（計算）」と断り、図書の行と取り違えないようにする。 */
const reckonedRows = (grades: readonly GradeCount[], letters: readonly string[]): readonly RowGroup[] =>
  reckonedTables(grades).map((table) => ({
    kind: 'total',
    rows: [
      countRow(
        { class: table.class, counts: table.summed },
        letters,
        [textCell('合計（計算）', { heading: true })],
        false,
      ),
    ],
  }))

const reckonedTables = (grades: readonly GradeCount[]) =>
  crossTables(grades).filter(({ stated, differences, rows }) => rows.length > 0 && (!stated || differences.length > 0))

/** 空欄があるか。 */
export const hasBlank = (grades: readonly GradeCount[], letters: readonly string[]): boolean =>
  grades.some(({ counts }) => letters.some((letter) => (counts[letter] ?? null) === null))

/** クロス表の注。合わない合計、計算した合計、目標の分からない行。 */
export const gradeNotes = (grades: readonly GradeCount[]): readonly ReportNote[] => {
  const reckoned = reckonedTables(grades)
  const unknown = grades.some(({ node, total }) => !total && node === null)
  return [
    ...(unknown ? [remark('基本目標の欄の「―」は、もとの図書の見出しからは、どの目標か決められない行。')] : []),
    ...reckoned.flatMap(({ class: kind, stated, differences }) =>
      stated
        ? differences.map(({ code, stated: printed, summed }) =>
            remark(`${kind}の${gradeWords(code)}は、図書の合計では${inWords(printed)}、行を足すと${inWords(summed)}。`),
          )
        : [remark(`${kind}の合計は図書に書かれていないため、行を足した。`)],
    ),
  ]
}

const inWords = (count: number | null): string => (count === null ? '空欄' : `${count}件`)

const remark = (text: string): ReportNote => ({ mark: '※', text })
