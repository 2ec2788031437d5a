import type { Response, ResponseStep } from '#domain/collection/response.ts'
import { responseColumns } from './responses.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'

/** 進行表の一行のもと。項目の数、答えのある項目の数、いちばん近い一歩。 */
export type BoardRow = Response & {
  readonly asked: number
  readonly answered: number
  readonly lastStep: Pick<ResponseStep, 'step' | 'reason' | 'onBehalfOf' | 'at' | 'by'> | null
  /** これまでに差し戻された数。 */
  readonly returns: number
}

/**
 * 照会の進行表（一度の問い合わせで）。`fields` のどれかが入っていれば、その項目は答えられたと数える。
 * 課の数だけ問い合わせると百課で百往復になるので、数えるのはデータベースがする。
 */
export const boardRows = (
  { municipality, query }: Transaction,
  roundId: string,
  fields: readonly string[],
): Promise<readonly BoardRow[]> =>
  query<BoardRow>(
    `with mine as (select * from response where municipality = $1 and round_id = $2),
     counted as (
       select i.response_id, count(*)::int as asked, count(a.item_id)::int as answered
         from response_item i
         left join (select distinct item_id from answer where municipality = $1 and field = any($3::text[])) a
           on a.item_id = i.id
        where i.municipality = $1 and i.response_id in (select id from mine)
        group by i.response_id),
     stepped as (
       select distinct on (response_id) response_id,
              json_build_object('step', step, 'reason', reason, 'onBehalfOf', on_behalf_of, 'at', ${isoTime('at')},
                'by', by) as last_step,
              (count(*) filter (where to_state = 'returned') over (partition by response_id))::int as returns
         from response_step where municipality = $1 and response_id in (select id from mine)
        order by response_id, number desc)
     select ${responseColumns}, coalesce(c.asked, 0) as asked, coalesce(c.answered, 0) as answered,
            s.last_step as "lastStep", coalesce(s.returns, 0) as returns
       from mine
       left join counted c on c.response_id = mine.id
       left join stepped s on s.response_id = mine.id
      order by mine.id`,
    [municipality, roundId, fields],
    'board',
  )
