import type { Instruction, InstructionStep, PlacedInstruction } from '#domain/priority/instruction.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `i.id, i.department_id as "departmentId", i.year, i.sheet_id as "sheetId", i.goal_id as "goalId",
  i.item_id as "itemId", i.stage, i.number, i.text, to_char(i.due_on, 'YYYY-MM-DD') as "dueOn", i.state, i.revision,
  ${isoTime('i.at')} as at, i.by`

/** 付いている目標と項目の題。ほかの部局の調書は、課の壁の向こうで見えない。 */
const place = `(select json_build_object('goalNumber', g.number, 'goalTitle', g.title,
    'itemMark', t.mark, 'itemTitle', t.title)
   from sheet_goal g
   left join sheet_item t on t.municipality = g.municipality and t.goal_id = g.id and t.id = i.item_id
  where g.municipality = i.municipality and g.id = i.goal_id) as place`

const stepColumns = `s.instruction_id as "instructionId", s.number, s.step, s.text,
  to_char(s.due_on, 'YYYY-MM-DD') as "dueOn", s.from_department as "fromDepartmentId", ${isoTime('s.at')} as at, s.by`

/**
 * 指示を絞る。`open` は、まだ終わっていないもの（true）か、終わったもの（false）だけ。
 * `departmentId` に `sheetId` を添えると、部局のもののほか、その調書に付いたもの（部局がなくなり、まだ引き継がれていないもの）も。
 */
export type InstructionFilter = {
  readonly year?: number | undefined
  readonly departmentId?: string | undefined
  readonly sheetId?: string | undefined
  readonly open?: boolean | undefined
}

/** 市長指示事項。期限の早い順、ないものは後ろに年度と番号の順で。 */
export const instructionsOf = (
  { municipality, query }: Transaction,
  { year, departmentId, sheetId, open }: InstructionFilter = {},
): Promise<readonly PlacedInstruction[]> =>
  query<PlacedInstruction>(
    `select ${columns}, ${place} from mayor_instruction i
      where i.municipality = $1 and ($2::int is null or i.year = $2)
        and ($3::uuid is null or i.department_id = $3 or i.sheet_id = $5::uuid)
        and ($4::boolean is null or (i.state in ('open', 'answered', 'asked-again')) = $4)
      order by i.due_on nulls last, i.year, i.number`,
    [municipality, year ?? null, departmentId ?? null, open ?? null, sheetId ?? null],
    'instructions',
  )

export const instructionOf = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<PlacedInstruction | undefined> => {
  if (!isUuid(id)) return undefined
  const [found] = await query<PlacedInstruction>(
    `select ${columns}, ${place} from mayor_instruction i where i.municipality = $1 and i.id = $2`,
    [municipality, id],
    'instruction',
  )
  return found
}

/** 指示への一歩の記録。古い順。 */
export const instructionStepsOf = (
  { municipality, query }: Transaction,
  ids: readonly string[],
): Promise<readonly InstructionStep[]> =>
  query<InstructionStep>(
    `select ${stepColumns} from mayor_instruction_step s
      where s.municipality = $1 and s.instruction_id = any ($2::uuid[]) order by s.instruction_id, s.number`,
    [municipality, ids],
    'instruction-steps',
  )

/** 置く指示。番号（年度ごとの通し番号）と版数は倉庫が付ける。 */
export type NewInstruction = Omit<Instruction, 'number' | 'state' | 'revision' | 'at' | 'by'>

/** 指示を出す。 */
export const addInstruction = async (tx: Writing, given: NewInstruction): Promise<PlacedInstruction> => {
  await tx.query(
    `insert into mayor_instruction (municipality, id, department_id, year, sheet_id, goal_id, item_id, stage, number, text,
       due_on, state, revision, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8,
       (select coalesce(max(number), 0) + 1 from mayor_instruction where municipality = $1 and year = $4),
       $9, $10, 'open', 1, $11, $12)`,
    [
      tx.municipality,
      given.id,
      given.departmentId,
      given.year,
      given.sheetId,
      given.goalId,
      given.itemId,
      given.stage,
      given.text,
      given.dueOn,
      tx.at,
      tx.by,
    ],
  )
  const after = await instructionOf(tx, given.id)
  if (!after) throw new Error('an instruction just written was not found')
  await tx.record({ act: 'instruction-given', subject: subjectOf(after), before: null, after }, 'work')
  return after
}

/** 進めかた。`dueOn`・`departmentId` は、改めるときだけ。 */
export type InstructionMove = Pick<InstructionStep, 'step' | 'text'> & {
  readonly to: Instruction['state']
  readonly dueOn?: string | undefined
  readonly departmentId?: string | undefined
}

/** 一歩進める。`revision` が今のものと違えば（ほかの人が先に進めていれば）undefined で、何も書かない。 */
export const stepInstruction = async (
  tx: Writing,
  before: Instruction,
  { step, text, to, dueOn, departmentId }: InstructionMove,
): Promise<PlacedInstruction | undefined> => {
  const moved = await tx.query(
    `update mayor_instruction set state = $4, due_on = coalesce($5::date, due_on),
       department_id = coalesce($6::uuid, department_id), revision = revision + 1
      where municipality = $1 and id = $2 and revision = $3 returning 1`,
    [tx.municipality, before.id, before.revision, to, dueOn ?? null, departmentId ?? null],
  )
  if (moved.length === 0) return undefined
  await tx.query(
    `insert into mayor_instruction_step (municipality, instruction_id, number, department_id, step, text, due_on,
       from_department, at, by)
     values ($1, $2,
       (select coalesce(max(number), 0) + 1 from mayor_instruction_step where municipality = $1 and instruction_id = $2),
       $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.municipality,
      before.id,
      departmentId ?? before.departmentId,
      step,
      text,
      dueOn ?? null,
      departmentId === undefined ? null : before.departmentId,
      tx.at,
      tx.by,
    ],
  )
  const after = await instructionOf(tx, before.id)
  if (!after) throw new Error('an instruction just moved was not found')
  const sides = { before: changedPart(before), after: { ...changedPart(after), text } }
  await tx.record({ act: `instruction-${step}`, subject: subjectOf(after), ...sides }, 'work')
  return after
}

const subjectOf = ({ id, departmentId }: Instruction) => ({ instruction: id, department: departmentId })

const changedPart = ({ state, dueOn, departmentId }: Instruction) => ({ state, dueOn, departmentId })
