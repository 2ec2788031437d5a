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
  /** 改訂して、次の版に替わった版か（旧版）。 */
  readonly isSuperseded: boolean
}

/**
 * 案の行く先の版。`editionId` があればその版、なければ様式と計画名の同じ計画の、いちばん新しい版。
 * 改訂して題の変わった計画では、旧版の題の図書も、その計画の図書とみる。
 */
export const findEdition = async (
  tx: Transaction,
  plan: PlanHeading,
  editionId: string | null = null,
): Promise<Found | undefined> => {
  const found = await editionWhere(tx, plan, editionId)
  if (found || editionId !== null) return found
  const renamed = await currentOfFormerTitle(tx, plan)
  return renamed === undefined ? undefined : editionWhere(tx, plan, renamed)
}

/** 旧版のどれかがこの題を名のっていた計画の、いまの版の id。 */
const currentOfFormerTitle = async (
  { municipality, query }: Transaction,
  { form, title }: PlanHeading,
): Promise<string | undefined> => {
  const former = await query<{ title: string; current: string }>(
    `select e.title, (select c.id from edition c where c.municipality = e.municipality and c.plan_id = e.plan_id
                       order by c.number desc limit 1) as current
       from edition e join plan p on p.municipality = e.municipality and p.id = e.plan_id
      where e.municipality = $1 and p.form = $2 and e.superseded_by is not null`,
    [municipality, form],
  )
  return former.find((each) => plainText(each.title) === plainText(title))?.current
}

const editionWhere = async (
  { municipality, query }: Transaction,
  plan: PlanHeading,
  editionId: string | null,
): Promise<Found | undefined> => {
  const rows = await query<Found>(
    `select e.id, p.id as "planId", p.form, p.plain_title as "plainTitle",
            e.draft_sha256 as "draftSha256", s.sha256 as "sourceSha256", s.content is not null as "hasContent",
            e.superseded_by is not null as "isSuperseded"
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
