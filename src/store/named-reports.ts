import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 名を付けた帳票。計画に付くので、版が改まっても残る。`choices` の中は倉庫は見ない。 */
export type NamedReport = {
  readonly id: string
  readonly name: string
  readonly form: string
  readonly choices: unknown
  readonly changedAt: string
  readonly changedBy: string
}

const columns = `r.id, r.name, r.form, r.choices, ${isoTime('r.changed_at')} as "changedAt", r.changed_by as "changedBy"`

/** その版の計画の、名を付けた帳票。名の順。 */
export const namedReports = async (
  { municipality, query }: Transaction,
  editionId: string,
): Promise<readonly NamedReport[]> =>
  isUuid(editionId)
    ? query<NamedReport>(
        `select ${columns} from named_report r
           join edition e on e.municipality = r.municipality and e.plan_id = r.plan_id
          where r.municipality = $1 and e.id = $2 order by r.name`,
        [municipality, editionId],
      )
    : []

/** 名を付けて残す。同じ名のものがあれば置きかえ、前の選びは監査記録に残る。版がなければ undefined。 */
export const putNamedReport = async (
  tx: Writing,
  editionId: string,
  { name, form, choices }: Pick<NamedReport, 'name' | 'form' | 'choices'>,
): Promise<NamedReport | undefined> => {
  const before = (await namedReports(tx, editionId)).find((each) => each.name === name)
  const [row] = await tx.query<NamedReport>(
    `insert into named_report as r (municipality, id, plan_id, name, form, choices, changed_at, changed_by)
     select $1, $2, e.plan_id, $4, $5, $6, $7, $8 from edition e where e.municipality = $1 and e.id = $3
     on conflict (municipality, plan_id, name) do update
       set form = excluded.form, choices = excluded.choices,
           changed_at = excluded.changed_at, changed_by = excluded.changed_by
     returning ${columns}`,
    [tx.municipality, tx.newId(), editionId, name, form, JSON.stringify(choices), tx.at, tx.by],
  )
  if (!row) return undefined
  const subject = { report: row.id, edition: editionId }
  await tx.record({ act: 'report-named', subject, before: before ?? null, after: row }, 'work')
  return row
}

/** 名を付けた帳票を消す。なければ false。 */
export const removeNamedReport = async (tx: Writing, id: string): Promise<boolean> => {
  if (!isUuid(id)) return false
  const [before] = await tx.query<NamedReport>(
    `delete from named_report r where r.municipality = $1 and r.id = $2 returning ${columns}`,
    [tx.municipality, id],
  )
  if (!before) return false
  await tx.record({ act: 'report-name-removed', subject: { report: id }, before, after: null }, 'work')
  return true
}
