import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import { contentFrom, type PackedTables } from './content-columns.ts'
import { type ContentTable, contentTables } from './content-tables.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'

const headingColumns = `
  e.id, json_build_object('code', m.municipality, 'name', m.name) as municipality, e.title, e.kind, p.form,
  e.first_year as "firstYear", e.last_year as "lastYear", e.rules,
  json_build_object('planId', e.plan_id, 'number', e.number, 'basedOn', e.based_on, 'supersededBy', e.superseded_by,
    'supersededOn', (select n.decided_on from edition n where n.municipality = e.municipality and n.id = e.superseded_by),
    'decidedOn', e.decided_on, 'decidedBy', e.decided_by, 'frame', e.frame) as history,
  (select json_agg(json_build_object('sha256', s.sha256, 'file', es.file, 'bytes', coalesce(s.bytes, 0),
            'adoptedAt', ${isoTime('es.adopted_at')}) order by es.number desc)
     from edition_source es join source s on s.municipality = es.municipality and s.sha256 = es.sha256
    where es.municipality = e.municipality and es.edition_id = e.id) as sources`

const headingTables = `edition e
  join plan p on p.municipality = e.municipality and p.id = e.plan_id
  join municipality m on m.municipality = e.municipality`

/** この団体の版の見出し。計画名の順。 */
export const editionHeadings = ({ municipality, query }: Transaction): Promise<EditionHeading[]> =>
  query<EditionHeading>(
    `select ${headingColumns} from ${headingTables} where e.municipality = $1 order by e.title, e.number`,
    [municipality],
    'edition-headings',
  )

/** 表を、列ごとの値の並びの JSON にする。行ごとの組にするより、PGlite でおよそ半分の時間で済む。 */
const columnsAsJson = ({ name, columns, withdraws, order }: ContentTable, withdrawn = false): string =>
  `'${name}', (select json_build_array(${columns.map(({ column }) => `json_agg(${column})`).join(', ')})
    from (select * from "${name}" where municipality = $1 and edition_id = $2
      ${withdraws ? `and withdrawn_at is ${withdrawn ? 'not null' : 'null'}` : ''} order by ${order}) as t)`

/** 版一つを一度の問い合わせで読む。 */
const editionSql = `select ${headingColumns}, json_build_object(
    ${contentTables.map((table) => columnsAsJson(table)).join(',\n')}) as tables
  from ${headingTables} where e.municipality = $1 and e.id = $2`

/** 版を中身ごと読む。なければ undefined。 */
export const getEdition = async ({ municipality, query }: Transaction, id: string): Promise<Edition | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<EditionHeading & { tables: PackedTables }>(editionSql, [municipality, id], 'edition')
  if (!row) return undefined
  const { tables, ...heading } = row
  return { ...heading, content: contentFrom(tables) }
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** 以前に載らなくなった行。また載ったときに、同じ id に戻すために読む。 */
export const withdrawnRows = async ({ municipality, query }: Transaction, editionId: string): Promise<PlanContent> => {
  const parts = contentTables.filter(({ withdraws }) => withdraws).map((table) => columnsAsJson(table, true))
  const [row] = await query<{ tables: PackedTables }>(`select json_build_object(${parts.join(', ')}) as tables`, [
    municipality,
    editionId,
  ])
  return contentFrom(row?.tables ?? {})
}
