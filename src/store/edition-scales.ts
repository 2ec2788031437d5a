import type { EditionScale } from '#domain/evaluation/evaluation.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { readScale } from './scale-schema.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 形の合わない区分は、区分のない区分として読む（読む頁を止めず、直す頁が「区分がない」と言う）。 */
const nothing: Scale = { id: 'unreadable', name: '―', grades: [], outside: [] }

const read = (row: EditionScale): EditionScale => {
  const scale = readScale(row.scale)
  return { ...row, scale: scale.ok ? scale.value : nothing }
}

/** 版の評価区分。何を・どの年度から、の順。 */
export const editionScales = async (
  { municipality, query }: Transaction,
  editionId: string,
): Promise<readonly EditionScale[]> => {
  const rows = await query<EditionScale>(
    `select id, edition_id as "editionId", subject, from_year as "fromYear", scale, revision from edition_scale
      where municipality = $1 and edition_id = $2 order by subject, from_year`,
    [municipality, editionId],
    'edition-scales',
  )
  return rows.map(read)
}

const one = async (tx: Transaction, { editionId, subject, fromYear }: Where): Promise<EditionScale | undefined> =>
  (await editionScales(tx, editionId)).find((each) => each.subject === subject && each.fromYear === fromYear)

type Where = Pick<EditionScale, 'editionId' | 'subject' | 'fromYear'>

/** 評価区分を、その年度から置く。同じ年度に置いてあれば書き換える（書き換えてよいかは操作が決める）。 */
export const putEditionScale = async (
  tx: Writing,
  placed: Where & Pick<EditionScale, 'scale'>,
): Promise<EditionScale> => {
  const before = await one(tx, placed)
  await tx.query(
    `insert into edition_scale as s (municipality, id, edition_id, subject, from_year, scale, revision, at, by)
     values ($1, $2, $3, $4, $5, $6, 1, $7, $8)
     on conflict (municipality, edition_id, subject, from_year) do update set scale = excluded.scale,
       revision = s.revision + 1, at = excluded.at, by = excluded.by`,
    [
      tx.municipality,
      before?.id ?? tx.newId(),
      placed.editionId,
      placed.subject,
      placed.fromYear,
      JSON.stringify(placed.scale),
      tx.at,
      tx.by,
    ],
  )
  const after = await one(tx, placed)
  if (!after) throw new Error('a scale just written was not found')
  await tx.record({
    act: 'scale-placed',
    subject: { edition: placed.editionId },
    before: before ?? null,
    after,
  })
  return after
}

/** 置いた評価区分を取り去る。なければ false。 */
export const removeEditionScale = async (tx: Writing, placed: Where): Promise<boolean> => {
  const before = await one(tx, placed)
  if (!before) return false
  await tx.query('delete from edition_scale where municipality = $1 and id = $2', [tx.municipality, before.id])
  await tx.record({ act: 'scale-removed', subject: { edition: placed.editionId }, before, after: null })
  return true
}
