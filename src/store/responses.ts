import type { Response, ResponseItem, ResponseState, ResponseStep } from '#domain/collection/response.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 回答の列（進行表でも使う）。 */
export const responseColumns = `id, round_id as "roundId", department_id as "departmentId", state, revision,
  to_char(extended_to, 'YYYY-MM-DD') as "extendedTo", extension_reason as "extensionReason",
  ${isoTime('last_at')} as "lastAt", last_by as "lastBy"`

/**
 * 開いている照会のあいだに計画が改訂されたら、項目は、その指標（事業）を載せる新しい版を指す。載らなくなった指標と、閉じた照会の項目は、
 * 尋ねたときの版のまま。
 */
const standingEdition = `coalesce((
    select n.id from edition o
      join edition n on n.municipality = o.municipality and n.plan_id = o.plan_id and n.superseded_by is null
     where o.municipality = i.municipality and o.id = i.edition_id and o.superseded_by is not null
       and not exists (
         select from response a join collection_round c on c.municipality = a.municipality and c.id = a.round_id
          where a.municipality = i.municipality and a.id = i.response_id and c.status = 'closed')
       and (exists (select from indicator x where x.municipality = n.municipality and x.edition_id = n.id
                       and x.id = i.subject_id and x.withdrawn_at is null)
         or exists (select from project x where x.municipality = n.municipality and x.edition_id = n.id
                       and x.id = i.subject_id and x.withdrawn_at is null))
     order by n.number desc limit 1), i.edition_id)`

const itemColumns = `i.id, i.response_id as "responseId", i.department_id as "departmentId",
  ${standingEdition} as "editionId", i.kind, i.subject_id as "subjectId", i.ordinal, i.name, i.unit`

const stepColumns = `number, response_id as "responseId", step, from_state as "from", to_state as "to", reason,
  on_behalf_of as "onBehalfOf", ${isoTime('at')} as at, by`

/** 照会の、課ごとの回答。 */
export const responsesOf = ({ municipality, query }: Transaction, roundId: string): Promise<readonly Response[]> =>
  query<Response>(
    `select ${responseColumns} from response where municipality = $1 and round_id = $2 and merged_into is null
      order by id`,
    [municipality, roundId],
    'responses',
  )

export const responseOf = async ({ municipality, query }: Transaction, id: string): Promise<Response | undefined> => {
  if (!isUuid(id)) return undefined
  const [found] = await query<Response>(
    `select ${responseColumns} from response where municipality = $1 and id = $2`,
    [municipality, id],
    'response',
  )
  return found
}

/** 回答の項目。並びの順。 */
export const itemsOf = ({ municipality, query }: Transaction, responseId: string): Promise<readonly ResponseItem[]> =>
  query<ResponseItem>(
    `select ${itemColumns} from response_item i where i.municipality = $1 and i.response_id = $2 order by i.ordinal`,
    [municipality, responseId],
    'response-items',
  )

/** 照会全体の項目。 */
export const itemsOfRound = ({ municipality, query }: Transaction, roundId: string): Promise<readonly ResponseItem[]> =>
  query<ResponseItem>(
    `select ${itemColumns} from response_item i where i.municipality = $1 and i.response_id in
       (select id from response where municipality = $1 and round_id = $2) order by i.response_id, i.ordinal`,
    [municipality, roundId],
    'round-items',
  )

/** 一歩の記録。古い順。 */
export const stepsOf = ({ municipality, query }: Transaction, responseId: string): Promise<readonly ResponseStep[]> =>
  query<ResponseStep>(
    `select ${stepColumns} from response_step where municipality = $1 and response_id = $2 order by number`,
    [municipality, responseId],
    'response-steps',
  )

/** 照会を開くとき、課の回答と項目を作る（監査記録は回答ごとに一件）。 */
export const addResponse = async (
  tx: Writing,
  response: Pick<Response, 'id' | 'roundId' | 'departmentId'>,
  items: readonly Omit<ResponseItem, 'responseId' | 'departmentId'>[],
): Promise<void> => {
  const { id, roundId, departmentId } = response
  await tx.query(
    `insert into response (municipality, id, round_id, department_id, state, revision)
     values ($1, $2, $3, $4, 'not-started', 1)`,
    [tx.municipality, id, roundId, departmentId],
  )
  await addItems(tx, response, items)
  await tx.record(
    {
      act: 'response-opened',
      subject: { round: roundId, response: id, department: departmentId },
      before: null,
      after: { items },
    },
    'work',
  )
}

/** 項目を足す。 */
export const addItems = async (
  tx: Writing,
  { id, departmentId }: Pick<Response, 'id' | 'departmentId'>,
  items: readonly Omit<ResponseItem, 'responseId' | 'departmentId'>[],
): Promise<void> => {
  await tx.query(
    `insert into response_item (municipality, id, response_id, department_id, edition_id, kind, subject_id, ordinal, name, unit)
     select $1, x.id, $2, $3, x."editionId", x.kind, x."subjectId", x.ordinal, x.name, x.unit
       from json_to_recordset($4) as x(id uuid, "editionId" uuid, kind text, "subjectId" uuid, ordinal integer,
         name text, unit text)`,
    [tx.municipality, id, departmentId, JSON.stringify(items)],
  )
}

/** 回答を一歩進める。`revision` が今のものと違えば（ほかの人が先に進めていれば）undefined で、何も書かない。 */
export const moveResponse = async (
  tx: Writing,
  before: Response,
  move: {
    readonly step: string
    readonly to: ResponseState
    readonly reason?: string | null
    readonly onBehalfOf?: string | null
  },
): Promise<Response | undefined> => {
  const [after] = await tx.query<Response>(
    `update response set state = $3, revision = revision + 1, last_at = $4, last_by = $5
      where municipality = $1 and id = $2 and revision = $6 returning ${responseColumns}`,
    [tx.municipality, before.id, move.to, tx.at, tx.by, before.revision],
  )
  if (!after) return undefined
  const reason = move.reason ?? null
  const onBehalfOf = move.onBehalfOf ?? null
  await tx.query(
    `insert into response_step (municipality, response_id, number, department_id, step, from_state, to_state, reason,
       on_behalf_of, at, by)
     values ($1, $2, (select coalesce(max(number), 0) + 1 from response_step where municipality = $1 and response_id = $2),
       $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.municipality,
      before.id,
      before.departmentId,
      move.step,
      before.state,
      move.to,
      reason,
      onBehalfOf,
      tx.at,
      tx.by,
    ],
  )
  await tx.record(
    {
      act: `response-${move.step}`,
      subject: { round: before.roundId, response: before.id, department: before.departmentId },
      before: { state: before.state },
      after: { state: move.to, reason, onBehalfOf },
    },
    'work',
  )
  return after
}

/** この課だけ締切を延ばす。 */
export const extendResponse = async (
  tx: Writing,
  before: Response,
  to: string | null,
  reason: string,
): Promise<void> => {
  await tx.query(
    `update response set extended_to = $3, extension_reason = $4, revision = revision + 1
      where municipality = $1 and id = $2`,
    [tx.municipality, before.id, to, reason],
  )
  await tx.record(
    {
      act: 'response-extended',
      subject: { round: before.roundId, response: before.id, department: before.departmentId },
      before: { extendedTo: before.extendedTo },
      after: { extendedTo: to, reason },
    },
    'work',
  )
}

/** 触れたことを残す（入力のたび）。state は変えない。 */
export const touchResponse = async (tx: Writing, id: string): Promise<void> => {
  await tx.query('update response set last_at = $3, last_by = $4 where municipality = $1 and id = $2', [
    tx.municipality,
    id,
    tx.at,
    tx.by,
  ])
}

/** 開いたあとの照会に、項目を足す（監査記録は回答ごとに一件）。 */
export const addLateItems = async (
  tx: Writing,
  response: Response,
  items: Parameters<typeof addItems>[2],
): Promise<void> => {
  await addItems(tx, response, items)
  await tx.record(
    {
      act: 'response-items-added',
      subject: { round: response.roundId, response: response.id, department: response.departmentId },
      before: null,
      after: { items },
    },
    'work',
  )
}
