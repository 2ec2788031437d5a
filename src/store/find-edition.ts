import { plainText } from '#domain/language/plain-text.ts'
import type { PlanHeading } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { EditionBefore } from './adoptions.ts'
import { getEdition } from './editions.ts'
import type { Transaction } from './transaction.ts'

/** 案の行く先の版と、その計画・出典。 */
export type Found = {
  readonly id: string
  readonly planId: string
  readonly form: string
  readonly plainTitle: string
  readonly draftSha256: string
  readonly sourceSha256: string
  /** 出典の原本を預かっているか。 */
  readonly hasContent: boolean
}

/** 案の行く先の版。`editionId` があればその版、なければ様式と計画名の同じ計画の、いちばん新しい版。 */
export const findEdition = async (
  { municipality, query }: Transaction,
  plan: PlanHeading,
  editionId: string | null = null,
): Promise<Found | undefined> => {
  const rows = await query<Found>(
    `select e.id, p.id as "planId", p.form, p.plain_title as "plainTitle",
            e.draft_sha256 as "draftSha256", s.sha256 as "sourceSha256", s.content is not null as "hasContent"
       from plan p
       join edition e on e.municipality = p.municipality and e.plan_id = p.id
       join edition_source es on es.municipality = e.municipality and es.edition_id = e.id
       join source s on s.municipality = es.municipality and s.sha256 = es.sha256
      where p.municipality = $1
        and case when $4::text is null then p.form = $2 and p.plain_title = $3 else e.id::text = $4 end
      order by e.number desc, es.number desc limit 1`,
    [municipality, plan.form, plainText(plan.title), editionId],
  )
  return rows[0]
}

/** 題か様式を直した版の、直した先の名をほかの計画が使っているか。 */
export const isTitleTaken = async (
  { municipality, query }: Transaction,
  { planId }: Found,
  plan: PlanHeading,
): Promise<boolean> => {
  const others = await query(
    'select 1 from plan where municipality = $1 and form = $2 and plain_title = $3 and id <> $4',
    [municipality, plan.form, plainText(plan.title), planId],
  )
  return others.length > 0
}

/** 取り込む前の版として残すもの。 */
export const beforeOf = (edition: Edition, { form, plainTitle, draftSha256 }: Found): EditionBefore => {
  const { title, kind, firstYear, lastYear, sources, content } = edition
  return { form, plainTitle, title, kind, firstYear, lastYear, draftSha256, sources, content }
}

/** あると分かっている版。 */
export const editionFound = async (tx: Transaction, id: string): Promise<Edition> => {
  const edition = await getEdition(tx, id)
  if (!edition) throw new Error(`edition ${id} was found but cannot be read`)
  return edition
}
