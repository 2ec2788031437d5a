import { carryCollected } from '#domain/collection/carry-collected.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { AdoptionRecord } from '#domain/review/review.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { isEditionSuperseded, isEditionUsed } from './adopt-revision.ts'
import { adoptionToUndo, type EditionBefore, getAdoption, namesOfChanges } from './adoptions.ts'
import { contentTables } from './content-tables.ts'
import { getEdition } from './editions.ts'
import { setStatus } from './review-writes.ts'
import { getReview } from './reviews.ts'
import { rewriteContent } from './write-content.ts'
import type { Writing } from './writing.ts'

/**
 * 取り込みを取り消す。版は id も含めて取り込む前のとおりに戻り、新しい計画なら版ごとなくなる。
 * 見直しから取り込んだものなら、その見直しがまた開く。預かった図書と監査記録は残る。
 * 断る符号: `adoption-absent`・`adoption-already-undone`・`adoption-newer-exists`・`adoption-used-since`・`edition-superseded`。
 */
export const undoAdoption = async (tx: Writing, id: string): Promise<Result<AdoptionRecord>> => {
  const found = await adoptionToUndo(tx, id)
  if (!found) return refused('adoption-absent')
  const { record, before, newer } = found
  if (record.undone) return refused('adoption-already-undone', whenAndWho(record.undone))
  if (newer) return refused('adoption-newer-exists', whenAndWho(newer))
  if (record.outcome === 'new' && (await isEditionUsed(tx, record.editionId))) return refused('adoption-used-since')
  if (await isEditionSuperseded(tx, record.editionId)) return refused('edition-superseded')
  if (record.outcome === 'new') await deleteEdition(tx, record.editionId)
  if (before) await restoreEdition(tx, record.editionId, before)
  await tx.query('update adoption set undone_at = $3, undone_by = $4 where municipality = $1 and id = $2', [
    tx.municipality,
    id,
    tx.at,
    tx.by,
  ])
  await tx.record({
    act: 'adoption-undone',
    subject: { adoption: id, edition: record.editionId },
    before: { outcome: record.outcome, changes: namesOfChanges(record.changes) },
    after: before && { draft: before.draftSha256, source: before.sources[0]?.sha256 },
  })
  await reopen(tx, record.reviewId)
  const undone = await getAdoption(tx, id)
  return undone ? done(undone) : refused('adoption-absent')
}

const whenAndWho = ({ at, by }: { readonly at: string; readonly by: string }) => ({ at, by, time: momentInWords(at) })

const reopen = async (tx: Writing, reviewId: string | null): Promise<void> => {
  const review = reviewId === null ? undefined : await getReview(tx, reviewId)
  if (review?.status === 'adopted') await setStatus(tx, review, 'open')
}

/** 版と中身をすべて消す。ほかに版がなければ計画も。 */
const deleteEdition = async ({ municipality, query }: Writing, editionId: string): Promise<void> => {
  for (const { name } of contentTables.toReversed())
    await query(`delete from "${name}" where municipality = $1 and edition_id = $2`, [municipality, editionId])
  await query('delete from edition_source where municipality = $1 and edition_id = $2', [municipality, editionId])
  const [deleted] = await query<{ plan: string }>(
    'delete from edition where municipality = $1 and id = $2 returning plan_id as plan',
    [municipality, editionId],
  )
  await query(
    `delete from plan p where p.municipality = $1 and p.id = $2 and not exists
       (select 1 from edition e where e.municipality = p.municipality and e.plan_id = p.id)`,
    [municipality, deleted?.plan],
  )
  await query('update review set edition_id = null where municipality = $1 and edition_id = $2', [
    municipality,
    editionId,
  ])
}

const restoreEdition = async (tx: Writing, editionId: string, before: EditionBefore): Promise<void> => {
  const now = await getEdition(tx, editionId)
  if (!now) throw new Error(`edition ${editionId} was adopted but cannot be read`)
  // 取り込んだあとに照会で受け取った値は、取り込みを取り消しても残す。
  await rewriteContent(tx, editionId, now.content, carryCollected(now.content, before.content), tx.at)
  const { title, kind, firstYear, lastYear, draftSha256, form, plainTitle, sources } = before
  await tx.query(
    `update edition set title = $3, kind = $4, first_year = $5, last_year = $6, draft_sha256 = $7
      where municipality = $1 and id = $2`,
    [tx.municipality, editionId, title, kind, firstYear, lastYear, draftSha256],
  )
  await tx.query(
    `update plan p set form = $3, plain_title = $4 from edition e
      where p.municipality = $1 and e.municipality = p.municipality and e.plan_id = p.id and e.id = $2`,
    [tx.municipality, editionId, form, plainTitle],
  )
  await tx.query('delete from edition_source where municipality = $1 and edition_id = $2', [tx.municipality, editionId])
  await tx.query(
    `insert into edition_source (municipality, edition_id, sha256, number, file, adopted_at)
     select $1, $2, x.sha256, x.number, x.file, x."adoptedAt"
       from json_to_recordset($3) as x(sha256 text, number integer, file text, "adoptedAt" timestamptz)`,
    [
      tx.municipality,
      editionId,
      JSON.stringify(sources.map((source, nth) => ({ ...source, number: sources.length - nth }))),
    ],
  )
}
