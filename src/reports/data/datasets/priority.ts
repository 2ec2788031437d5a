import type { PriorityGoal, PriorityItem } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Place, unstatedPlace } from '#domain/provenance.ts'
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

/** 市長指示事項。 */
export const instructions = datasetMaker<{ readonly text: string; readonly order: number; readonly place: Place }>(
  {
    name: 'instructions',
    title: '市長指示事項',
    description: '市長（首長）の指示事項。一行が一つの指示',
  },
  [
    ...editionColumns,
    column('instruction_number', '指示の番号', 'integer', '図書に書かれた順', ({ order }) => String(order), {
      unit: '番目',
    }),
    column('text', '指示事項', 'text', '書かれた文', ({ text }) => text),
    placeColumn,
  ],
  ({ content }) =>
    content.instructions
      .flatMap((text, at) =>
        linesOf(text).map((line) => ({ text: line, place: content.instructionPlaces[at] ?? unstatedPlace })),
      )
      .map((row, at) => ({ ...row, order: at + 1 })),
)
