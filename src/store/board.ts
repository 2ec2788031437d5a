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
 * 課の数だけ問い合わせると百課で百往復になるので、数えるのはデータベースがする。数えたものは materialized で一度だけ作る
 * （統計のない PGlite は、課の数だけ数え直す計画を選ぶことがある）。
 */
export const boardRows = (
  { municipality, query }: Transaction,
  roundId: string,
  fields: readonly string[],
): Promise<readonly BoardRow[]> =>
  query<BoardRow>(
    `with mine as materialized (select * from response where municipality = $1 and round_id = $2 and merged_into is null),
     counted as materialized (
       select response_id, count(*)::int as asked, (count(*) filter (where has))::int as answered
         from (select i.response_id, exists (select from answer a where a.municipality = i.municipality
                        and a.item_id = i.id and a.field = any($3::text[])) as has
                 from response_item i
                where i.municipality = $1 and i.response_id in (select id from mine)) item
        group by response_id),
     stepped as materialized (
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

/** まだ尋ねていない指標。担当のいるもの（いま足せる）と、いないもの。 */
export type Unasked = { readonly owned: number; readonly ownerless: number }

/**
 * 照会の計画（改訂されていれば、いまの版）にあって、照会の項目にない指標の数（再掲と、ほかの計画の同じ指標で尋ねたものを除く）。
 * 課を選んだ照会では、選んだ課の指標だけを owned に数える。
 * たいていは一つもないので、あるときだけ担当を調べる。
 */
export const unaskedIndicators = async (
  { municipality, query }: Transaction,
  roundId: string,
  day: string,
): Promise<Unasked> => {
  const missed = await query<{ id: string }>(
    `with asked as materialized (
       select r.subject_id from response_item r where r.municipality = $1 and r.response_id in
         (select id from response where municipality = $1 and round_id = $2))
     select distinct i.id from indicator i
      where i.municipality = $1
        and i.edition_id in (
          select n.id from round_edition e
            join edition o on o.municipality = e.municipality and o.id = e.edition_id
            join edition n on n.municipality = o.municipality and n.superseded_by is null
             and (n.id = o.id or (o.superseded_by is not null and n.plan_id = o.plan_id))
           where e.municipality = $1 and e.round_id = $2)
        and i.repeat_of is null and i.withdrawn_at is null
        and i.id not in (select subject_id from asked)
        and not exists (
          select from indicator_line l join indicator_line m on m.municipality = l.municipality and m.line_id = l.line_id
           where l.municipality = $1 and l.indicator_id = i.id and m.indicator_id in (select subject_id from asked))`,
    [municipality, roundId],
    'unasked',
  )
  if (missed.length === 0) return { owned: 0, ownerless: 0 }
  const owned = await query<{ id: string; chosen: boolean }>(
    `select o.indicator_id as id, bool_or(c.departments is null or o.department_id = any(c.departments)) as chosen
       from indicator_owner o
       join department d on d.municipality = o.municipality and d.id = o.department_id
       join collection_round c on c.municipality = o.municipality and c.id = $2
      where o.municipality = $1 and o.indicator_id = any($4::uuid[])
        and o.valid_from <= $3 and (o.valid_to is null or $3 <= o.valid_to)
        and d.valid_from <= $3 and (d.valid_to is null or $3 <= d.valid_to)
      group by o.indicator_id`,
    [municipality, roundId, day, missed.map(({ id }) => id)],
    'owners-of-unasked',
  )
  return { owned: owned.filter(({ chosen }) => chosen).length, ownerless: missed.length - owned.length }
}
