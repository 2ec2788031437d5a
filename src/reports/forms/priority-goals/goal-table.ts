import type { PriorityGoal, PriorityItem } from '#domain/plan/draft.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, Column, RowGroup, Table } from '../../report.ts'
import { noValue, textCell } from '../cells.ts'

/** 調書の一列。`cell` は取組項目一つの升目。 */
type GoalColumn = Column & { readonly heading: string; readonly cell: (item: PriorityItem) => Cell }

/**
 * 重点目標一覧表。上田市の調書と同じく、重点目標を帯に、取組項目を一行にする。
 * 期末報告調書では、期末の達成状況と評価を書き込む欄を右に空けておく（中間の進捗は見比べられるように残す）。
 */
export const goalTable = (goals: readonly PriorityGoal[], choices: Pick<ReportChoices, 'stage' | 'grades'>): Table => {
  const columns = columnsFor(choices)
  return {
    caption: '重点目標と取組項目',
    showCaption: false,
    columns: columns.map(({ key, width, align }) => ({ key, width, align })),
    header: [{ cells: columns.map(({ heading }) => textCell(heading)) }],
    groups: goals.flatMap((goal) => [
      bandOf(goal, columns.length),
      ...goal.items.map(
        (item): RowGroup => ({ kind: 'entry', rows: [{ cells: columns.map(({ cell }) => cell(item)) }] }),
      ),
    ]),
  }
}

/** 表を二つに割る線。市長指示事項の表の欄をここで割り、Excel でも上の表の列をそのまま使う。 */
export const halves = (choices: Pick<ReportChoices, 'stage' | 'grades'>): readonly [number, number] => {
  const widths = columnsFor(choices).map(({ width }) => width)
  const left = choices.stage === 'final' ? 3 : 2
  const sum = (some: readonly number[]) => some.reduce((all, width) => all + width, 0)
  return [sum(widths.slice(0, left)), sum(widths.slice(left))]
}

const columnsFor = ({ stage, grades }: Pick<ReportChoices, 'stage' | 'grades'>): readonly GoalColumn[] => {
  const final = stage === 'final'
  const graded = (column: GoalColumn): readonly GoalColumn[] => (grades ? [column] : [])
  return [
    { key: 'item', width: final ? 24 : 28, align: 'start', heading: '具体的な重点取組項目', cell: itemCell },
    {
      key: 'targets',
      width: final ? 25 : 28,
      align: 'start',
      heading: '期限・数値目標等',
      cell: ({ targets }) => listCell(targets),
    },
    {
      key: 'progress',
      width: final ? 30 : 34,
      align: 'start',
      heading: final ? '進捗状況・進捗度（中間）' : '進捗状況・進捗度',
      cell: ({ progress }) => listCell(progress),
    },
    ...graded({
      key: 'grade',
      width: 6,
      align: 'center',
      heading: final ? '評価（中間）' : '評価',
      cell: ({ grade }) => textCell(grade ?? noValue, { tone: 'strong' }),
    }),
    ...(final
      ? [{ key: 'final-progress', width: 28, align: 'start', heading: '達成状況（期末）', cell: toFill } as const]
      : []),
    ...(final ? graded({ key: 'final-grade', width: 6, align: 'center', heading: '評価（期末）', cell: toFill }) : []),
  ]
}

/** 手で書き込む升目。 */
const toFill = (): Cell => textCell('')

/** 帯。「重点目標1」と題を別の升目に置く（上田市の調書）。 */
const bandOf = ({ number, title }: PriorityGoal, columns: number): RowGroup => ({
  kind: 'band',
  level: 1,
  rows: [{ cells: [textCell(`重点目標${number}`, { heading: true }), textCell(title, { columns: columns - 1 })] }],
})

/** 「①ラグビー…の取組」と、その下の細目。 */
const itemCell = ({ mark, title, details = [] }: PriorityItem): Cell =>
  textCell([`${mark}${title}`, ...details.map((text) => `・${text}`)].join('\n'), { heading: true })

/** 取組項目の番号に見える書き出し。「①」「(1)」「1.」 */
const numbered = /^[\s　]*(?:[①-⑳㉑-㉟]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．、])/u

/** 書かれたことば。二つ以上か、番号で始まるものは「・」で並べる（番号を取組項目の番号と取り違えないように）。 */
const listCell = (texts: readonly string[]): Cell => {
  const [first] = texts
  if (first === undefined) return textCell(noValue)
  const plain = texts.length === 1 && !numbered.test(first)
  return textCell(plain ? first : texts.map((text) => `・${text}`).join('\n'))
}
