import type { Transaction } from './transaction.ts'

/** 担当のない指標。いくつもの版に載っていれば、新しい版のもの。 */
export type OwnerlessIndicator = { readonly id: string; readonly editionId: string; readonly name: string }

/** その日に担当のない指標（再掲と、系統につないだほかの計画の指標に担当のあるものを除く）。版を開かずに数える。計画の順。 */
export const ownerlessIndicators = (
  { municipality, query }: Transaction,
  day: string,
): Promise<readonly OwnerlessIndicator[]> =>
  query<OwnerlessIndicator>(
    `select distinct on (i.id) i.id, i.edition_id as "editionId", i.name
       from indicator i
       join edition e on e.municipality = i.municipality and e.id = i.edition_id
      where i.municipality = $1 and i.withdrawn_at is null and i.repeat_of is null and e.superseded_by is null
        and not exists (
          select from indicator_owner o
           where o.municipality = i.municipality
             and o.indicator_id = i.id
             and o.valid_from <= $2::date and (o.valid_to is null or o.valid_to >= $2::date))
        and not exists (
          select from indicator_line l
            join indicator_line m on m.municipality = l.municipality and m.line_id = l.line_id
            join indicator_owner o on o.municipality = m.municipality and o.indicator_id = m.indicator_id
           where l.municipality = i.municipality and l.indicator_id = i.id
             and o.valid_from <= $2::date and (o.valid_to is null or o.valid_to >= $2::date))
      order by i.id, e.adopted_at desc`,
    [municipality, day],
    'ownerless-indicators',
  )
