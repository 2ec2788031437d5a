import type {
  PrioritySheet,
  PrioritySheetState,
  PrioritySheetStep,
  ReportStage,
  SheetGoal,
} from '#domain/priority/priority-sheet.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 調書の列。項目と報告までを一度に読む（部局一つに目標は数個、項目は数十まで）。 */
const columns = `s.id, s.department_id as "departmentId", s.year, s.state, s.returned_reason as "returnedReason",
  s.revision, ${isoTime('s.last_at')} as "lastAt", s.last_by as "lastBy",
  coalesce((select json_agg(json_build_object('id', g.id, 'number', g.number, 'title', g.title, 'items',
      coalesce((select json_agg(json_build_object('id', i.id, 'mark', i.mark, 'title', i.title, 'details', i.details,
          'targets', i.targets, 'continues', i.continues, 'reports',
          coalesce((select json_agg(json_build_object('stage', p.stage, 'lines', p.lines, 'figures', p.figures,
              'grade', p.grade, 'revision', p.revision, 'at', ${isoTime('p.at')}, 'by', p.by) order by p.stage desc)
            from progress_report p where p.municipality = i.municipality and p.item_id = i.id), '[]'))
          order by i.ordinal)
        from sheet_item i where i.municipality = g.municipality and i.goal_id = g.id), '[]'))
      order by g.ordinal)
    from sheet_goal g where g.municipality = s.municipality and g.sheet_id = s.id), '[]') as goals`

/** 年度の調書。課の壁のため、課の人には自分の課のものだけが見える。 */
export const sheetsOfYear = ({ municipality, query }: Transaction, year: number): Promise<readonly PrioritySheet[]> =>
  query<PrioritySheet>(
    `select ${columns} from priority_sheet s where s.municipality = $1 and s.year = $2 order by s.id`,
    [municipality, year],
    'priority-sheets-of-year',
  )

/** どの年度のものでも、まだ閉じていない調書。 */
export const unclosedSheets = ({ municipality, query }: Transaction): Promise<readonly PrioritySheet[]> =>
  query<PrioritySheet>(
    `select ${columns} from priority_sheet s where s.municipality = $1 and s.state <> 'closed' order by s.id`,
    [municipality],
    'priority-sheets-unclosed',
  )

/** 部局の調書が、どの年度にあるか。新しい順。中身は読まない。 */
export const sheetYearsOf = (
  { municipality, query }: Transaction,
  departmentId: string,
): Promise<readonly Pick<PrioritySheet, 'id' | 'year'>[]> =>
  query<Pick<PrioritySheet, 'id' | 'year'>>(
    'select id, year from priority_sheet where municipality = $1 and department_id = $2 order by year desc',
    [municipality, departmentId],
    'priority-sheet-years',
  )

export const sheetOf = async ({ municipality, query }: Transaction, id: string): Promise<PrioritySheet | undefined> => {
  if (!isUuid(id)) return undefined
  const [found] = await query<PrioritySheet>(
    `select ${columns} from priority_sheet s where s.municipality = $1 and s.id = $2`,
    [municipality, id],
    'priority-sheet',
  )
  return found
}

/** 一歩の記録。古い順。 */
export const sheetSteps = ({ municipality, query }: Transaction, id: string): Promise<readonly PrioritySheetStep[]> =>
  query<PrioritySheetStep>(
    `select number, step, from_state as "from", to_state as "to", reason, ${isoTime('at')} as at, by
       from priority_sheet_step where municipality = $1 and sheet_id = $2 order by number`,
    [municipality, id],
    'priority-sheet-steps',
  )

const subjectOf = ({ id, departmentId }: Pick<PrioritySheet, 'id' | 'departmentId'>) => ({
  sheet: id,
  department: departmentId,
})

/** 調書を作る。取り込んだ調書（もう始まっているもの）は、はじめの状態と報告も渡せる。 */
export const addSheet = async (
  tx: Writing,
  sheet: Pick<PrioritySheet, 'id' | 'departmentId' | 'year' | 'goals'> & Partial<Pick<PrioritySheet, 'state'>>,
): Promise<void> => {
  const { id, departmentId, year, goals, state = 'setting' } = sheet
  await tx.query(
    `insert into priority_sheet (municipality, id, department_id, year, state, revision, last_at, last_by)
     values ($1, $2, $3, $4, $5, 1, $6, $7)`,
    [tx.municipality, id, departmentId, year, state, tx.at, tx.by],
  )
  await putGoals(tx, sheet, goals)
  for (const item of goals.flatMap((goal) => goal.items))
    for (const report of item.reports) await putReport(tx, sheet, { ...report, itemId: item.id })
  await tx.record(
    { act: 'priority-sheet-opened', subject: subjectOf(sheet), before: null, after: { year, state, goals } },
    'work',
  )
}

/**
 * 目標・項目を丸ごと書く。`revision` が今のものと違えば（ほかの人が先に書いていれば）undefined で、何も書かない。
 * 並びにない目標・項目は消える（報告のある項目を消してよいかは、操作が見る）。
 */
export const saveGoals = async (
  tx: Writing,
  before: PrioritySheet,
  goals: readonly SheetGoal[],
): Promise<PrioritySheet | undefined> => {
  if (!(await touchSheet(tx, before))) return undefined
  await putGoals(tx, before, goals)
  await tx.record(
    {
      act: 'priority-sheet-written',
      subject: subjectOf(before),
      before: { goals: withoutReports(before.goals) },
      after: { goals: withoutReports(goals) },
    },
    'work',
  )
  return sheetOf(tx, before.id)
}

const withoutReports = (goals: readonly SheetGoal[]) =>
  goals.map(({ items, ...goal }) => ({ ...goal, items: items.map(({ reports: _, ...item }) => item) }))

const touchSheet = async (tx: Writing, { id, revision }: PrioritySheet): Promise<boolean> => {
  const rows = await tx.query(
    `update priority_sheet set revision = revision + 1, last_at = $3, last_by = $4
      where municipality = $1 and id = $2 and revision = $5 returning id`,
    [tx.municipality, id, tx.at, tx.by, revision],
  )
  return rows.length > 0
}

/** 目標を先に置き、項目を移し、それから、なくなったものを消す（目標の間で移った項目を、いっしょに消さないように）。 */
const putGoals = async (
  tx: Writing,
  { id, departmentId }: Pick<PrioritySheet, 'id' | 'departmentId'>,
  goals: readonly SheetGoal[],
): Promise<void> => {
  const items = goals.flatMap((goal) => goal.items.map((item, ordinal) => ({ ...item, goalId: goal.id, ordinal })))
  await tx.query(
    `insert into sheet_goal as g (municipality, id, sheet_id, department_id, ordinal, number, title)
     select $1, x.id, $2, $3, x.ordinal, x.number, x.title
       from json_to_recordset($4) as x(id uuid, ordinal integer, number text, title text)
     on conflict (municipality, id) do update set ordinal = excluded.ordinal, number = excluded.number,
       title = excluded.title where g.sheet_id = $2`,
    [
      tx.municipality,
      id,
      departmentId,
      JSON.stringify(goals.map(({ id, number, title }, ordinal) => ({ id, ordinal, number, title }))),
    ],
  )
  await tx.query(
    `insert into sheet_item as i (municipality, id, goal_id, department_id, ordinal, mark, title, details, targets, continues)
     select $1, x.id, x."goalId", $2, x.ordinal, x.mark, x.title, x.details, x.targets, x.continues
       from json_to_recordset($3) as x(id uuid, "goalId" uuid, ordinal integer, mark text, title text, details json,
         targets json, continues uuid)
     on conflict (municipality, id) do update set goal_id = excluded.goal_id, ordinal = excluded.ordinal,
       mark = excluded.mark, title = excluded.title, details = excluded.details, targets = excluded.targets,
       continues = excluded.continues`,
    [tx.municipality, departmentId, JSON.stringify(items)],
  )
  await tx.query(
    `delete from sheet_item where municipality = $1 and id <> all($3::uuid[])
        and goal_id in (select id from sheet_goal where municipality = $1 and sheet_id = $2)`,
    [tx.municipality, id, items.map((item) => item.id)],
  )
  await tx.query('delete from sheet_goal where municipality = $1 and sheet_id = $2 and id <> all($3::uuid[])', [
    tx.municipality,
    id,
    goals.map((goal) => goal.id),
  ])
}

/** 項目一つの報告を書く。`revision` は、もとにした報告の版数（まだなければ 0）。 */
export type ReportChange = {
  readonly itemId: string
  readonly stage: ReportStage
  readonly lines: readonly string[]
  readonly figures: readonly (string | null)[]
  readonly grade: string | null
  readonly revision: number
}

/**
 * 報告を書く。項目ごとに版数を見て、ほかの人が先に書いた項目は書かない。書いた項目の id を返す。
 * 項目ごとなので、一枚の調書を幾人かで分けて書ける。
 */
export const saveReports = async (
  tx: Writing,
  sheet: PrioritySheet,
  changes: readonly ReportChange[],
): Promise<readonly string[]> => {
  const written: ReportChange[] = []
  for (const change of changes) if (await putReport(tx, sheet, change)) written.push(change)
  if (written.length === 0) return []
  await tx.query('update priority_sheet set last_at = $3, last_by = $4 where municipality = $1 and id = $2', [
    tx.municipality,
    sheet.id,
    tx.at,
    tx.by,
  ])
  const items = sheet.goals.flatMap((goal) => goal.items)
  await tx.record(
    {
      act: 'priority-reports-written',
      subject: subjectOf(sheet),
      before: written.map(({ itemId, stage }) => ({
        itemId,
        report: items.find(({ id }) => id === itemId)?.reports.find((each) => each.stage === stage) ?? null,
      })),
      after: written,
    },
    'work',
  )
  return written.map(({ itemId }) => itemId)
}

const putReport = async (
  tx: Writing,
  { departmentId }: Pick<PrioritySheet, 'departmentId'>,
  { itemId, stage, lines, figures, grade, revision }: ReportChange,
): Promise<boolean> => {
  const rows = await tx.query(
    `insert into progress_report as p (municipality, item_id, stage, department_id, lines, figures, grade, revision, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)
     on conflict (municipality, item_id, stage) do update set lines = excluded.lines, figures = excluded.figures,
       grade = excluded.grade, revision = p.revision + 1, at = excluded.at, by = excluded.by where p.revision = $10
     returning item_id`,
    [
      tx.municipality,
      itemId,
      stage,
      departmentId,
      JSON.stringify(lines),
      JSON.stringify(figures),
      grade,
      tx.at,
      tx.by,
      revision,
    ],
  )
  return rows.length > 0
}

/** 調書を一歩進める。`revision` が今のものと違えば undefined で、何も書かない。 */
export const moveSheet = async (
  tx: Writing,
  before: PrioritySheet,
  move: {
    readonly step: string
    readonly to: PrioritySheetState
    readonly reason: string | null
    readonly returned: boolean
  },
): Promise<PrioritySheet | undefined> => {
  if (!(await touchSheet(tx, before))) return undefined
  const { step, to, reason, returned } = move
  await tx.query('update priority_sheet set state = $3, returned_reason = $4 where municipality = $1 and id = $2', [
    tx.municipality,
    before.id,
    to,
    returned ? reason : null,
  ])
  await tx.query(
    `insert into priority_sheet_step (municipality, sheet_id, number, department_id, step, from_state, to_state, reason, at, by)
     values ($1, $2, (select coalesce(max(number), 0) + 1 from priority_sheet_step where municipality = $1 and sheet_id = $2),
       $3, $4, $5, $6, $7, $8, $9)`,
    [tx.municipality, before.id, before.departmentId, step, before.state, to, reason, tx.at, tx.by],
  )
  await tx.record(
    {
      act: `priority-${step}`,
      subject: subjectOf(before),
      before: { state: before.state },
      after: { state: to, reason },
    },
    'work',
  )
  return sheetOf(tx, before.id)
}

/** 機構改革で、後継の部局へ移す。項目・報告・一歩の記録も、外部キーの cascade でいっしょに移る。 */
export const moveSheetTo = async (tx: Writing, sheet: PrioritySheet, departmentId: string): Promise<void> => {
  await tx.query(
    'update priority_sheet set department_id = $3, revision = revision + 1 where municipality = $1 and id = $2',
    [tx.municipality, sheet.id, departmentId],
  )
  await tx.record(
    {
      act: 'priority-sheet-moved',
      subject: { sheet: sheet.id, department: departmentId },
      before: { department: sheet.departmentId },
      after: { department: departmentId },
    },
    'work',
  )
}
