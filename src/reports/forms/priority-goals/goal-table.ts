import type { PriorityGoal, PriorityItem } from '#domain/plan/draft.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, Column, RowGroup, Table } from '../../report.ts'
import { noValue, textCell } from '../cells.ts'

/** 項目一つの、期末の報告。 */
export type FinalReport = { readonly lines: readonly string[]; readonly grade: string | null }

/** 表の選びと、期末の報告の引き方（項目の id から。書かれていなければ undefined）。 */
export type GoalTableChoices = Pick<ReportChoices, 'stage' | 'grades'> & {
  readonly finalOf?: (itemId: string) => FinalReport | undefined
  /** 期末の調書に、中間の進捗と評価を並べるか。中間報告をしない市では並べない。 */
  readonly besideInterim?: boolean
}

/** 調書の一列。`cell` は取組項目一つの升目。 */
type GoalColumn = Column & { readonly heading: string; readonly cell: (item: PriorityItem) => Cell }

/**
 * 重点目標一覧表。上田市の調書と同じく、重点目標を帯に、取組項目を一行にする。
 * 春の一覧表は期限・数値目標まで。期末報告調書では、中間の進捗を見比べられるように残し、
 * 期末の達成状況と評価を右に置く（調書から作らないものは、書き込めるように空けておく）。
 */
export const goalTable = (goals: readonly PriorityGoal[], choices: GoalTableChoices): Table => {
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
export const halves = (choices: GoalTableChoices): readonly [number, number] => {
  const widths = columnsFor(choices).map(({ width }) => width)
  const left = choices.stage === 'final' && choices.besideInterim !== false ? 3 : choices.stage === 'goals' ? 1 : 2
  const sum = (some: readonly number[]) => some.reduce((all, width) => all + width, 0)
  return [sum(widths.slice(0, left)), sum(widths.slice(left))]
}

const columnsFor = (choices: GoalTableChoices): readonly GoalColumn[] => {
  const { stage, besideInterim = true } = choices
  const narrow = stage === 'final' && besideInterim
  return [
    {
      key: 'item',
      width: narrow ? 24 : stage === 'goals' ? 44 : 28,
      align: 'start',
      heading: '具体的な重点取組項目',
      cell: itemCell,
    },
    {
      key: 'targets',
      width: narrow ? 25 : stage === 'goals' ? 52 : 28,
      align: 'start',
      heading: '期限・数値目標等',
      cell: ({ targets }) => listCell(targets),
    },
    ...(stage === 'goals' ? [] : stage === 'interim' ? interimColumns(choices, false) : finalColumns(choices)),
  ]
}

const graded = ({ grades }: GoalTableChoices, column: GoalColumn): readonly GoalColumn[] => (grades ? [column] : [])

const interimColumns = (choices: GoalTableChoices, beside: boolean): readonly GoalColumn[] => [
  {
    key: 'progress',
    width: beside ? 30 : 34,
    align: 'start',
    heading: beside ? '進捗状況・進捗度（中間）' : '進捗状況・進捗度',
    cell: ({ progress }) => listCell(progress),
  },
  ...graded(choices, {
    key: 'grade',
    width: 6,
    align: 'center',
    heading: beside ? '評価（中間）' : '評価',
    cell: ({ grade }) => gradeCell(grade),
  }),
]

const finalColumns = (choices: GoalTableChoices): readonly GoalColumn[] => {
  const { besideInterim = true, finalOf } = choices
  const found = ({ id = '' }: PriorityItem): FinalReport | undefined => finalOf?.(id)
  return [
    ...(besideInterim ? interimColumns(choices, true) : []),
    {
      key: 'final-progress',
      width: besideInterim ? 28 : 34,
      align: 'start',
      heading: '達成状況（期末）',
      cell: (item) => listCell(found(item)?.lines ?? [], ''),
    },
    ...graded(choices, {
      key: 'final-grade',
      width: 6,
      align: 'center',
      heading: '評価（期末）',
      cell: (item) => gradeCell(found(item)?.grade ?? null, ''),
    }),
  ]
}

const gradeCell = (grade: string | null, none: string = noValue): Cell => {
  const written = grade ?? none
  return written === '' ? textCell('') : textCell(written, { tone: 'strong' })
}

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
const listCell = (texts: readonly string[], none: string = noValue): Cell => {
  const [first] = texts
  if (first === undefined) return textCell(none)
  const plain = texts.length === 1 && !numbered.test(first)
  return textCell(plain ? first : texts.map((text) => `・${text}`).join('\n'))
}
