import { canonicalJson } from '#domain/canonical-json.ts'
import type { Answer, AnswerField, AnswerValue } from '#domain/collection/answer.ts'
import type { ResponseItem } from '#domain/collection/response.ts'
import { isUuid } from './editions.ts'
import { versionIn } from './municipalities.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `a.item_id as "itemId", a.field, a.value, a.revision, ${isoTime('a.at')} as at, a.by`

/** 回答一つの、欄の値すべて。 */
export const answersOf = ({ municipality, query }: Transaction, responseId: string): Promise<readonly Answer[]> =>
  query<Answer>(
    `select ${columns} from answer a join response_item i on i.municipality = a.municipality and i.id = a.item_id
      where a.municipality = $1 and i.response_id = $2`,
    [municipality, responseId],
    'answers',
  )

/** 照会全体の、欄の値。 */
export const answersOfRound = ({ municipality, query }: Transaction, roundId: string): Promise<readonly Answer[]> =>
  query<Answer>(
    `select ${columns} from answer a
       join response_item i on i.municipality = a.municipality and i.id = a.item_id
       join response r on r.municipality = i.municipality and r.id = i.response_id
      where a.municipality = $1 and r.round_id = $2`,
    [municipality, roundId],
    'round-answers',
  )

/** 書こうとする欄。`base` は、書く人が見ていた revision（まだなければ 0）。 */
export type AnswerChange = {
  readonly itemId: string
  readonly field: AnswerField
  /** null なら消す。 */
  readonly value: AnswerValue | null
  readonly base: number
}

/** 書いた結果。stale は、見ていたあいだにほかの人が変えていた欄（書いていない。今の値を添える）。 */
export type AnswersWritten = {
  readonly written: readonly Answer[]
  readonly removed: readonly Pick<AnswerChange, 'itemId' | 'field'>[]
  readonly stale: readonly { readonly change: AnswerChange; readonly now: Answer | null }[]
}

/**
 * 欄をまとめて書く。見ていた revision が今のものと同じ欄だけを書き、違う欄は書かずに今の値を返す。
 * 値が同じ欄は、だれが変えていても書かない（食い違いではない）。監査記録は一件。
 */
export const writeAnswers = async (
  tx: Writing,
  items: readonly ResponseItem[],
  changes: readonly AnswerChange[],
): Promise<AnswersWritten> => {
  const ids = [...new Set(changes.map(({ itemId }) => itemId))].filter(isUuid)
  const known = await tx.query<Answer>(
    `select ${columns} from answer a where a.municipality = $1 and a.item_id = any($2::uuid[])`,
    [tx.municipality, ids],
    'answers-of-items',
  )
  const nowOf = ({ itemId, field }: AnswerChange) =>
    known.find((answer) => answer.itemId === itemId && answer.field === field) ?? null
  const told = changes.map((change) => ({ change, now: nowOf(change) }))
  const different = told.filter(({ change, now }) => canonicalJson(change.value) !== canonicalJson(now?.value ?? null))
  const stale = different.filter(({ change, now }) => change.base !== (now?.revision ?? 0))
  const fresh = different.filter(({ change, now }) => change.base === (now?.revision ?? 0))
  const itemOf = new Map(items.map((item) => [item.id, item]))
  // 消した欄にまた書くとき、版を 1 からやり直すと、消される前を見ていた人と見分けがつかない。書くたびに上がる版数から始める。
  const isNew = fresh.some(({ change, now }) => change.value !== null && now === null)
  const born = isNew ? await versionIn(tx, 'work_version') : 0
  const written: Answer[] = fresh.flatMap(({ change: { itemId, field, value }, now }) =>
    value === null ? [] : [{ itemId, field, value, revision: (now?.revision ?? born) + 1, at: tx.at, by: tx.by }],
  )
  const removed = fresh.filter(({ change }) => change.value === null).map(({ change }) => change)
  await insertAnswers(tx, written, itemOf)
  for (const { itemId, field } of removed)
    await tx.query('delete from answer where municipality = $1 and item_id = $2 and field = $3', [
      tx.municipality,
      itemId,
      field,
    ])
  const [first] = fresh
  const item = first && itemOf.get(first.change.itemId)
  if (item)
    await tx.record(
      {
        act: 'answers-written',
        subject: { response: item.responseId, department: item.departmentId },
        before: fresh.flatMap(({ now }) => (now ? [now] : [])),
        after: { written, removed: removed.map(({ itemId, field }) => ({ itemId, field })) },
      },
      'work',
    )
  return { written, removed, stale }
}

const insertAnswers = async (
  tx: Writing,
  answers: readonly Answer[],
  itemOf: ReadonlyMap<string, ResponseItem>,
): Promise<void> => {
  if (answers.length === 0) return
  const rows = answers.map((answer) => {
    const item = itemOf.get(answer.itemId)
    if (!item) throw new Error(`answer to an item that was not given: ${answer.itemId}`)
    return { ...answer, departmentId: item.departmentId }
  })
  await tx.query(
    `insert into answer (municipality, item_id, field, department_id, value, revision, at, by)
     select $1, x."itemId", x.field, x."departmentId", x.value, x.revision, $3, $4
       from json_to_recordset($2) as x("itemId" uuid, field text, "departmentId" uuid, value json, revision integer)
     on conflict (municipality, item_id, field) do update
       set value = excluded.value, revision = excluded.revision, at = excluded.at, by = excluded.by`,
    [tx.municipality, JSON.stringify(rows), tx.at, tx.by],
    'answers-written',
  )
}
