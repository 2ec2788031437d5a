import type { PriorityGoal, PriorityItem } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { instructionOwners } from '#domain/plan/instruction-owners.ts'
import type { InstructionStep, PlacedInstruction } from '#domain/priority/instruction.ts'
import { latestAnswer } from '#domain/priority/open-instructions.ts'
import { type Place, unstatedPlace } from '#domain/provenance.ts'
import type { Alongside } from '../../alongside.ts'
import type { PriorityEntry } from '../code-tables.ts'
import { editionColumns, placeColumn, yearColumns } from '../common-columns.ts'
import { type ColumnOf, column, datasetMaker } from '../dataset.ts'
import { linesOf } from '../lines.ts'

type InGoal = { readonly goal: PriorityGoal; readonly goalId: string }

/** 重点目標の列。どの表でも、部局と年度まで書く（L2-02）。 */
const goalColumns: readonly ColumnOf<InGoal>[] = [
  column('priority_goal_id', '重点目標ID', 'id', 'priority-goals の表と結ぶ', ({ goalId }) => goalId),
  column('department', '部局', 'word', '部局の名', ({ goal }) => goal.department),
  ...yearColumns<InGoal>(({ goal }) => goal.year, '図書から年度が分からない'),
]

type InItem = InGoal & { readonly item: PriorityItem; readonly itemId: string; readonly place: Place }

const itemColumns: readonly ColumnOf<InItem>[] = [
  column('priority_item_id', '重点取組項目ID', 'id', 'priority-items の表と結ぶ', ({ itemId }) => itemId),
  column('item_mark', '項目の印', 'word', '書かれた印。丸数字は (1) とする', ({ item }) => item.mark, {
    blank: '印が書かれていない',
  }),
]

/** 部局の重点目標。 */
export const priorityGoals = datasetMaker<InGoal & { readonly place: Place }>(
  {
    name: 'priority-goals',
    title: '重点目標',
    description: '部局の重点目標。一行が一つの重点目標',
  },
  [
    ...editionColumns,
    ...goalColumns,
    column('number', '重点目標の番号', 'word', '書かれた番号', ({ goal }) => goal.number, {
      blank: '番号が書かれていない',
    }),
    column('title', '重点目標', 'name', '書かれたとおりの題', ({ goal }) => goal.title),
    placeColumn,
  ],
  (edition) => goalsIn(edition).map((row) => ({ ...row, place: row.goal.place })),
)

/** 重点取組項目。 */
export const priorityItems = datasetMaker<InItem>(
  {
    name: 'priority-items',
    title: '重点取組項目',
    description: '重点目標の取組項目と評価。一行が一つの項目',
  },
  [
    ...editionColumns,
    ...goalColumns,
    ...itemColumns,
    column('item_mark_raw', '項目の印の書かれたままの字', 'raw', '丸数字も書かれたとおり', ({ item }) => item.mark, {
      blank: '印が書かれていない',
    }),
    column('item_title', '重点取組項目', 'name', '書かれたとおりの題', ({ item }) => item.title),
    column('grade', '評価', 'word', '進捗の評価（◎○△×）。意味は grade-meanings の表', ({ item }) => item.grade, {
      blank: '評価が書かれていない',
    }),
    placeColumn,
  ],
  (edition) => itemsIn(edition),
)

type EntryRow = InItem & { readonly entry: PriorityEntry; readonly text: string; readonly order: number }

/** 期限・数値目標と進捗状況。項目ごとに縦に。 */
export const priorityEntries = datasetMaker<EntryRow>(
  {
    name: 'priority-entries',
    title: '期限・数値目標と進捗状況',
    description: '重点取組項目の、期限・数値目標と進捗状況。一行が一つの記載（縦持ち）',
  },
  [
    ...editionColumns,
    ...goalColumns,
    ...itemColumns,
    column('entry_kind', '記載の種類', 'code', '期限・数値目標か、進捗状況か', ({ entry }) => entry, {
      codes: 'priority-entry',
    }),
    column('entry_number', '記載の番号', 'integer', '同じ項目・同じ種類の、書かれた順', ({ order }) => String(order), {
      unit: '番目',
    }),
    column('text', '記載', 'text', '書かれた文', ({ text }) => text),
    placeColumn,
  ],
  (edition) =>
    itemsIn(edition).flatMap((row) => [
      ...entriesOf(row, 'target', row.item.targets, row.item.targetPlaces),
      ...entriesOf(row, 'progress', row.item.progress, row.item.progressPlaces),
    ]),
)

const entriesOf = (
  row: InItem,
  entry: PriorityEntry,
  written: readonly string[],
  places: readonly Place[] = [],
): readonly EntryRow[] =>
  written
    .flatMap((text, at) => linesOf(text).map((line) => ({ text: line, place: places[at] ?? row.place })))
    .map((line, at) => ({ ...row, ...line, entry, order: at + 1 }))

/** 取り込んだ版では id がある。ない案では、図書の中の順を使う。 */
const goalsIn = ({ content }: Edition): readonly InGoal[] =>
  content.priorityGoals.map((goal, at) => ({ goal, goalId: goal.id ?? `g-${at + 1}` }))

const itemsIn = (edition: Edition): readonly InItem[] =>
  goalsIn(edition).flatMap((row) =>
    row.goal.items.map((item, at) => ({
      ...row,
      item,
      itemId: item.id ?? `${row.goalId}-${at + 1}`,
      place: item.place,
    })),
  )

/** 市長指示事項の一行。図書に書かれた文だけのものは `living` がない。 */
type InstructionRow = {
  readonly text: string
  readonly order: number
  readonly place: Place
  readonly department: string | null
  readonly living: PlacedInstruction | null
  readonly answer: InstructionStep | undefined
}

const onlyPrinted = '図書に書かれた文だけで、対応の記録がない'

/** 市長指示事項。出した指示があればその対応とともに、なければ図書に書かれたものを。 */
export const instructions = datasetMaker<InstructionRow>(
  {
    name: 'instructions',
    title: '市長指示事項',
    description: '市長（首長）の指示事項と、部局の対応。一行が一つの指示',
  },
  [
    ...editionColumns,
    column(
      'instruction_number',
      '指示の番号',
      'integer',
      '年度ごとの通し番号。図書のものは書かれた順',
      ({ order }) => String(order),
      { unit: '番目' },
    ),
    column('department', '部局', 'word', '受け持つ部局の名', ({ department }) => department, {
      blank: '図書から部局が分からない',
    }),
    ...yearColumns<InstructionRow>(({ living }) => living?.year ?? null, onlyPrinted),
    column('stage', '指示の時期', 'code', 'いつの指示か', ({ living }) => living?.stage ?? null, {
      codes: 'instruction-stage',
      blank: onlyPrinted,
    }),
    column('text', '指示事項', 'text', '書かれた文', ({ text }) => text),
    column(
      'goal_number',
      '重点目標の番号',
      'word',
      '付いている重点目標',
      ({ living }) => living?.place?.goalNumber ?? null,
      {
        blank: '部局の全体への指示か、図書に書かれた文だけのもの',
      },
    ),
    column('due_date', '期限', 'date', '対応の期限', ({ living }) => living?.dueOn ?? null, {
      blank: '期限を決めていない',
    }),
    column('state', '状態', 'code', '対応の状態', ({ living }) => living?.state ?? null, {
      codes: 'instruction-state',
      blank: onlyPrinted,
    }),
    column('answer', '最新の対応', 'text', '部局の、いちばん新しい対応の報告', ({ answer }) => answer?.text ?? null, {
      blank: 'まだ報告がない',
    }),
    column('answered_at', '最新の対応の日時', 'moment', 'その報告の日時', ({ answer }) => answer?.at ?? null, {
      blank: 'まだ報告がない',
    }),
    placeColumn,
  ],
  ({ content }, { instructions: given }) => (given ? livingRows(given) : printedRows(content)),
)

const livingRows = ({
  instructions: all,
  steps,
  departments,
}: NonNullable<Alongside['instructions']>): readonly InstructionRow[] => {
  const stepsOf = Map.groupBy(steps, ({ instructionId }) => instructionId)
  return all.map((living) => ({
    text: living.text,
    order: living.number,
    place: unstatedPlace,
    department: departments.get(living.departmentId) ?? null,
    living,
    answer: latestAnswer(stepsOf.get(living.id) ?? []),
  }))
}

const printedRows = (content: Edition['content']): readonly InstructionRow[] => {
  const owners = instructionOwners(content)
  return content.instructions
    .flatMap((text, at) =>
      linesOf(text).map((line) => ({
        text: line,
        place: content.instructionPlaces[at] ?? unstatedPlace,
        department: owners[at]?.department || null,
        living: null,
        answer: undefined,
      })),
    )
    .map((row, at) => ({ ...row, order: at + 1 }))
}
