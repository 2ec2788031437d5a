import type { PriorityYear } from '#domain/priority/priority-sheet.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `year, interim, to_char(set_by, 'YYYY-MM-DD') as "setBy",
  to_char(interim_by, 'YYYY-MM-DD') as "interimBy", to_char(final_by, 'YYYY-MM-DD') as "finalBy", revision`

/** 重点目標の年。新しい順。 */
export const priorityYears = ({ municipality, query }: Transaction): Promise<readonly PriorityYear[]> =>
  query<PriorityYear>(
    `select ${columns} from priority_year where municipality = $1 order by year desc`,
    [municipality],
    'priority-years',
  )

export const priorityYearOf = async (
  { municipality, query }: Transaction,
  year: number,
): Promise<PriorityYear | undefined> => {
  const [found] = await query<PriorityYear>(
    `select ${columns} from priority_year where municipality = $1 and year = $2`,
    [municipality, year],
    'priority-year',
  )
  return found
}

/** 年を開く、締切などを改める。`revision` が今のものと違えば undefined で、何も書かない（まだない年は 0）。 */
export const putPriorityYear = async (tx: Writing, given: PriorityYear): Promise<PriorityYear | undefined> => {
  const before = await priorityYearOf(tx, given.year)
  if ((before?.revision ?? 0) !== given.revision) return undefined
  const { year, interim, setBy, interimBy, finalBy } = given
  const [after] = await tx.query<PriorityYear>(
    `insert into priority_year as y (municipality, year, interim, set_by, interim_by, final_by, revision)
     values ($1, $2, $3, $4, $5, $6, 1)
     on conflict (municipality, year) do update set interim = excluded.interim, set_by = excluded.set_by,
       interim_by = excluded.interim_by, final_by = excluded.final_by, revision = y.revision + 1
     returning ${columns}`,
    [tx.municipality, year, interim, setBy, interimBy, finalBy],
  )
  if (!after) throw new Error(`the priority year ${year} was not written`)
  await tx.record({ act: 'priority-year-put', subject: { year: String(year) }, before: before ?? null, after }, 'work')
  return after
}
