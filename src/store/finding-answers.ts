import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const told = `key, answer, reason, ${isoTime('at')} as at, by`

/** 版の突合結果への答え。 */
export const findingAnswers = async (
  { municipality, query }: Transaction,
  editionId: string,
): Promise<readonly FindingAnswer[]> =>
  isUuid(editionId)
    ? query<FindingAnswer>(
        `select ${told} from finding_answer where municipality = $1 and edition_id = $2 order by key`,
        [municipality, editionId],
      )
    : []

const answerTo = async ({ municipality, query }: Transaction, editionId: string, key: string) => {
  const [row] = await query<FindingAnswer>(
    `select ${told} from finding_answer where municipality = $1 and edition_id = $2 and key = $3`,
    [municipality, editionId, key],
  )
  return row
}

/** 答える。前の答えがあれば置きかえ、前の答えは監査記録に残る。 */
export const putAnswer = async (
  tx: Writing,
  editionId: string,
  { key, answer, reason }: Pick<FindingAnswer, 'key' | 'answer' | 'reason'>,
): Promise<FindingAnswer> => {
  const before = await answerTo(tx, editionId, key)
  await tx.query(
    `insert into finding_answer (municipality, edition_id, key, answer, reason, at, by)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (municipality, edition_id, key) do update
       set answer = excluded.answer, reason = excluded.reason, at = excluded.at, by = excluded.by`,
    [tx.municipality, editionId, key, answer, reason, tx.at, tx.by],
  )
  const after = { key, answer, reason, at: tx.at, by: tx.by }
  await tx.record({
    act: 'finding-answered',
    subject: { edition: editionId, finding: key },
    before: before ?? null,
    after,
  })
  return after
}

/** 答えを取り下げる。なければ false。 */
export const removeAnswer = async (tx: Writing, editionId: string, key: string): Promise<boolean> => {
  const before = await answerTo(tx, editionId, key)
  if (!before) return false
  await tx.query('delete from finding_answer where municipality = $1 and edition_id = $2 and key = $3', [
    tx.municipality,
    editionId,
    key,
  ])
  await tx.record({
    act: 'finding-answer-withdrawn',
    subject: { edition: editionId, finding: key },
    before,
    after: null,
  })
  return true
}
