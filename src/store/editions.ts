import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import { type ContentRows, contentFrom, type Row } from './content-rows.ts'
import { type ContentTable, type ContentTableName, contentTables } from './content-tables.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'

const headingColumns = `
  e.id, json_build_object('code', m.municipality, 'name', m.name) as municipality, e.title, e.kind, p.form,
  e.first_year as "firstYear", e.last_year as "lastYear", e.rules,
  (select json_agg(json_build_object('sha256', s.sha256, 'file', es.file, 'bytes', s.bytes,
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

/** 表の行を、列の値の並びの JSON にする（名を繰り返さないので、小さく速い）。 */
const rowsAsJson = ({ name, columns, withdraws, order }: ContentTable): string =>
  `'${name}', (select json_agg(json_build_array(${columns.map(({ column }) => column).join(', ')}) order by ${order})
    from "${name}" where municipality = $1 and edition_id = $2${withdraws ? ' and withdrawn_at is null' : ''})`

/** 版一つを一度の問い合わせで読む。行ごとに解くより、JSON 一つのほうが PGlite では数倍速い。 */
const editionSql = `select ${headingColumns}, json_build_object(${contentTables.map(rowsAsJson).join(',\n')}) as tables
  from ${headingTables} where e.municipality = $1 and e.id = $2`

type PackedTables = Readonly<Record<ContentTableName, readonly (readonly unknown[])[] | null>>

/** 版を中身ごと読む。なければ undefined。 */
export const getEdition = async ({ municipality, query }: Transaction, id: string): Promise<Edition | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<EditionHeading & { tables: PackedTables }>(editionSql, [municipality, id], 'edition')
  if (!row) return undefined
  const { tables, ...heading } = row
  return { ...heading, content: contentFrom(unpacked(tables)) }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const unpacked = (tables: PackedTables): ContentRows =>
  Object.fromEntries(
    contentTables.map((table) => [table.name, named(table, tables[table.name] ?? [])]),
  ) as unknown as ContentRows

const named = ({ columns }: ContentTable, rows: readonly (readonly unknown[])[]): Row[] =>
  rows.map((values) => Object.fromEntries(columns.map(({ column }, index) => [column, values[index]])))

/** 以前に載らなくなった行。また載ったときに、同じ id に戻すために読む。 */
export const withdrawnRows = async (
  { municipality, query }: Transaction,
  editionId: string,
): Promise<ReturnType<typeof contentFrom>> => {
  const withdrawing = contentTables.filter(({ withdraws }) => withdraws)
  const parts = withdrawing.map((table) =>
    rowsAsJson(table).replace('withdrawn_at is null', 'withdrawn_at is not null'),
  )
  const [row] = await query<{ tables: PackedTables }>(`select json_build_object(${parts.join(', ')}) as tables`, [
    municipality,
    editionId,
  ])
  return contentFrom(unpacked((row?.tables ?? {}) as PackedTables))
}
