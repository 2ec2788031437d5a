import type { DepartmentChange } from '#domain/people/reorganisation.ts'
import type { ResponseMove } from '#domain/people/response-moves.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** これまでの機構改革。新しい順。 */
export const departmentChanges = ({ municipality, query }: Transaction): Promise<readonly DepartmentChange[]> =>
  query<DepartmentChange>(
    `select c.id, c.kind, to_char(c.on_day, 'YYYY-MM-DD') as day, c.note, ${isoTime('c.at')} as at, c.by,
            coalesce((select json_agg(json_build_object('from', s.from_id, 'to', s.to_id) order by s.from_id, s.ordinal)
                        from department_successor s
                       where s.municipality = c.municipality and s.change_id = c.id), '[]') as successions
       from department_change c where c.municipality = $1 order by c.on_day desc, c.at desc, c.id`,
    [municipality],
    'department-changes',
  )

/** 機構改革の一つを残す。後継は、渡した順（初めのものが主な後継）。 */
export const addDepartmentChange = async (tx: Writing, change: Omit<DepartmentChange, 'at' | 'by'>): Promise<void> => {
  await tx.query(
    `insert into department_change (municipality, id, kind, on_day, note, at, by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.municipality, change.id, change.kind, change.day, change.note, tx.at, tx.by],
  )
  await tx.query(
    `insert into department_successor (municipality, change_id, from_id, to_id, ordinal)
     select $1, $2, x."from", x."to", x.ordinal from json_to_recordset($3) as x("from" uuid, "to" uuid, ordinal integer)`,
    [
      tx.municipality,
      change.id,
      JSON.stringify(change.successions.map((succession, ordinal) => ({ ...succession, ordinal }))),
    ],
  )
  await tx.record(
    { act: 'department-reorganised', subject: { change: change.id }, before: null, after: change },
    'work',
  )
}

/**
 * 課の変わった回答と項目を、後継の課へ移す。項目の下（値・根拠・書き込み）は、外部キーの cascade でいっしょに移る。
 * 先に新しい回答を作り、よそへ行く項目を移してから、残った回答の課を変える。
 */
export const moveResponses = async (tx: Writing, moves: readonly ResponseMove[]): Promise<void> => {
  for (const move of moves.filter(({ kind }) => kind === 'new')) await openCopy(tx, move)
  for (const move of moves) if (move.kind !== 'whole') await moveItems(tx, move)
  for (const move of moves) if (move.kind === 'whole') await moveWhole(tx, move)
  for (const move of moves) if (move.kind === 'joined' && move.emptied) await markMerged(tx, move)
}

const openCopy = (tx: Writing, move: ResponseMove) =>
  tx.query(
    `insert into response (municipality, id, round_id, department_id, state, revision, extended_to, extension_reason,
       last_at, last_by)
     select municipality, $3, round_id, $4, state, 1, extended_to, extension_reason, last_at, last_by
       from response where municipality = $1 and id = $2`,
    [tx.municipality, move.from, move.to, move.department],
  )

const moveItems = async (tx: Writing, move: ResponseMove): Promise<void> => {
  await tx.query(
    `update response_item i set response_id = $2, department_id = r.department_id,
       ordinal = i.ordinal + (select coalesce(max(o.ordinal) + 1, 0) from response_item o
                               where o.municipality = $1 and o.response_id = $2)
       from response r where r.municipality = $1 and r.id = $2 and i.municipality = $1 and i.id = any($3::uuid[])`,
    [tx.municipality, move.to, move.items],
  )
  await recordMove(tx, move)
}

const moveWhole = async (tx: Writing, move: ResponseMove): Promise<void> => {
  await tx.query(
    'update response set department_id = $3, revision = revision + 1 where municipality = $1 and id = $2',
    [tx.municipality, move.from, move.department],
  )
  await recordMove(tx, move)
}

const markMerged = (tx: Writing, move: ResponseMove) =>
  tx.query('update response set merged_into = $3, revision = revision + 1 where municipality = $1 and id = $2', [
    tx.municipality,
    move.from,
    move.to,
  ])

const recordMove = (tx: Writing, { from, to, department, items, kind, round }: ResponseMove) =>
  tx.record(
    {
      act: 'response-moved',
      subject: { round, response: to, department },
      before: { response: from },
      after: { kind, items },
    },
    'work',
  )
