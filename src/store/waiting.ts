import type { UnseenStandIn } from '#domain/collection/waiting.ts'
import type { Transaction } from './transaction.ts'

/** 代決され、まだ後閲されていない回答（照会ごと）。代決のあとに出し直したものは入らない。 */
export const unseenStandIns = (
  { municipality, query }: Transaction,
  roundId: string,
): Promise<readonly UnseenStandIn[]> =>
  query<UnseenStandIn>(
    `select s.response_id as "responseId", s.department_id as "departmentId", s.reason, s.by
       from response_step s join response r on r.municipality = s.municipality and r.id = s.response_id
      where s.municipality = $1 and r.round_id = $2 and s.step = 'approve-for' and r.state in ('approved', 'accepted')
        and not exists (
          select from response_step n where n.municipality = s.municipality and n.response_id = s.response_id
             and n.number > s.number and n.step in ('submit', 'approve', 'approve-for', 'note-seen'))
      order by s.at`,
    [municipality, roundId],
    'unseen-stand-ins',
  )

/** 読みの疑わしい指標の数（版ごと）。 */
export type DoubtfulIndicators = { readonly editionId: string; readonly title: string; readonly count: number }

export const doubtfulIndicators = ({ municipality, query }: Transaction): Promise<readonly DoubtfulIndicators[]> =>
  query<DoubtfulIndicators>(
    `select e.id as "editionId", e.title, count(*)::int as count
       from indicator i join edition e on e.municipality = i.municipality and e.id = i.edition_id
      where i.municipality = $1 and i.withdrawn_at is null and e.superseded_by is null
        and i.certainty ->> 'level' = 'doubtful'
      group by e.id, e.title order by e.title`,
    [municipality],
    'doubtful-indicators',
  )

/** 指標・終わらない調書・終わらない市長指示を受け持っているのに、入力も決裁もする人がいない課。 */
export const unstaffedDepartments = (
  { municipality, query }: Transaction,
  day: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  query<{ id: string; name: string }>(
    `select d.id, d.name from department d
      where d.municipality = $1 and d.valid_from <= $2 and (d.valid_to is null or $2 <= d.valid_to)
        and (exists (select from indicator_owner o where o.municipality = $1 and o.department_id = d.id
                        and o.valid_from <= $2 and (o.valid_to is null or $2 <= o.valid_to))
             or exists (select from priority_sheet p where p.municipality = $1 and p.department_id = d.id
                           and p.state <> 'closed')
             or exists (select from mayor_instruction i where i.municipality = $1 and i.department_id = d.id
                           and i.state in ('open', 'asked-again')))
        and not exists (select from membership s join member m on m.municipality = $1 and m.id = s.member_id
                         where s.municipality = $1 and s.department_id = d.id and m.status <> 'left'
                           and s.valid_from <= $2 and (s.valid_to is null or $2 <= s.valid_to))
      order by d.ordinal, d.name`,
    [municipality, day],
    'unstaffed-departments',
  )
