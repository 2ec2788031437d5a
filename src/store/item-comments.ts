import type { ResponseItem } from '#domain/collection/response.ts'
import { subjectOf } from './evidence.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 項目への書き込み。課と企画課のやりとりで、消せない。 */
export type ItemComment = {
  readonly id: string
  readonly itemId: string
  readonly text: string
  readonly at: string
  readonly by: string
}

/** 回答一つの書き込み。項目ごとに、古い順。 */
export const commentsOf = ({ municipality, query }: Transaction, responseId: string): Promise<readonly ItemComment[]> =>
  query<ItemComment>(
    `select c.id, c.item_id as "itemId", c.text, ${isoTime('c.at')} as at, c.by from item_comment c
       join response_item i on i.municipality = c.municipality and i.id = c.item_id
      where c.municipality = $1 and i.response_id = $2 order by i.ordinal, c.at, c.id`,
    [municipality, responseId],
    'comments-of-response',
  )

/** 書き込む。 */
export const addComment = async (tx: Writing, item: ResponseItem, id: string, text: string): Promise<void> => {
  await tx.query(
    `insert into item_comment (municipality, id, item_id, department_id, text, at, by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.municipality, id, item.id, item.departmentId, text, tx.at, tx.by],
  )
  await tx.record({ act: 'comment-added', subject: subjectOf(item), before: null, after: { text } }, 'work')
}
