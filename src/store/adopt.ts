import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { AchievementRules } from '#domain/indicator/achievement.ts'
import { plainText } from '#domain/language/plain-text.ts'
import { compareContents, type Difference, headingChanges, noDifference } from '#domain/plan/difference.ts'
import type { PlanContent, PlanDraft, PlanHeading } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { done, type Result } from '#domain/problem.ts'
import { whyNotAdoptable } from './check-draft.ts'
import { getEdition, withdrawnRows } from './editions.ts'
import { keepSource } from './sources.ts'
import type { Transaction } from './transaction.ts'
import { insertContent, rewriteContent } from './write-content.ts'
import type { Writing } from './writing.ts'

/** 取り込みの答え。`unchanged` では何も書かれていない。 */
export type Adoption = {
  readonly editionId: string
  readonly outcome: 'new' | 'unchanged' | 'updated'
  readonly difference: Difference
}

/**
 * 案を取り込む。計画は様式と計画名（字面をそろえたもの）で見分ける。
 * 同じ図書・同じ案なら何も変えない。直した図書なら違うところだけを書き換え、id は変えない。
 * `rules` は新しい版の決まり。すでにある版の決まりは、人が選んだものなので変えない。
 */
export const adopt = async (
  tx: Writing,
  draft: PlanDraft,
  sourceContent: Uint8Array | null,
  rules: AchievementRules,
): Promise<Result<Adoption>> => {
  const problem = whyNotAdoptable(draft, sourceContent, tx.municipality)
  if (problem) return { ok: false, problem }
  const found = await findEdition(tx, draft.plan)
  const draftSha256 = fingerprint(draft)
  if (!found) return done(await adoptNew(tx, draft, sourceContent, rules, draftSha256))
  if (found.draftSha256 === draftSha256 && found.sourceSha256 === draft.source.sha256) {
    return done(await adoptSame(tx, found, draft, sourceContent))
  }
  return done(await adoptAgain(tx, found.id, draft, sourceContent, draftSha256))
}

/** 案の指紋。ファイルの名は入れない（同じ中身を別の名で取り込んでも、同じ案）。 */
const fingerprint = ({ source, ...draft }: PlanDraft): string => sha256(canonicalJson(draft))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Found = {
  readonly id: string
  readonly draftSha256: string
  readonly sourceSha256: string
  /** 出典の原本を預かっているか。 */
  readonly hasContent: boolean
}

const findEdition = async ({ municipality, query }: Transaction, plan: PlanHeading): Promise<Found | undefined> => {
  const rows = await query<Found>(
    `select e.id, e.draft_sha256 as "draftSha256", s.sha256 as "sourceSha256", s.content is not null as "hasContent"
       from plan p
       join edition e on e.municipality = p.municipality and e.plan_id = p.id
       join edition_source es on es.municipality = e.municipality and es.edition_id = e.id
       join source s on s.municipality = es.municipality and s.sha256 = es.sha256
      where p.municipality = $1 and p.form = $2 and p.plain_title = $3
      order by e.number desc, es.number desc limit 1`,
    [municipality, plan.form, plainText(plan.title)],
  )
  return rows[0]
}

/** 同じ図書の同じ案。原本のないまま取り込んであったものに原本が来たときだけ、それを預かる。 */
const adoptSame = async (
  tx: Writing,
  { id: editionId, hasContent }: Found,
  { source }: PlanDraft,
  sourceContent: Uint8Array | null,
): Promise<Adoption> => {
  if (hasContent || sourceContent === null) return { editionId, outcome: 'unchanged', difference: noDifference }
  await keepSource(tx, source, sourceContent, tx.at)
  await tx.record({ act: 'source-kept', subject: { edition: editionId }, before: null, after: { source } })
  return { editionId, outcome: 'updated', difference: noDifference }
}

const adoptNew = async (
  tx: Writing,
  draft: PlanDraft,
  sourceContent: Uint8Array | null,
  rules: AchievementRules,
  draftSha256: string,
): Promise<Adoption> => {
  const { municipality, query, at, newId } = tx
  const { title, kind, form, firstYear, lastYear } = draft.plan
  const [planId, editionId] = [newId(), newId()]
  const { difference, content } = compareContents(emptyContent, contentOf(draft), newId)
  await query('insert into municipality (municipality, name) values ($1, $2) on conflict (municipality) do nothing', [
    municipality,
    draft.municipality.name,
  ])
  await query('insert into plan (municipality, id, form, plain_title) values ($1, $2, $3, $4)', [
    municipality,
    planId,
    form,
    plainText(title),
  ])
  await query(
    `insert into edition (municipality, id, plan_id, number, title, kind, first_year, last_year, rules, draft_sha256, adopted_at)
     values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10)`,
    [municipality, editionId, planId, title, kind, firstYear, lastYear, JSON.stringify(rules), draftSha256, at],
  )
  await keepSource(tx, draft.source, sourceContent, at)
  await citeSource(tx, editionId, draft.source)
  await insertContent(tx, editionId, content)
  await tx.record({
    act: 'edition-adopted',
    subject: { edition: editionId, plan: planId },
    before: null,
    after: { ...summaryOf(draft, draftSha256), rules },
  })
  return { editionId, outcome: 'new', difference }
}

const adoptAgain = async (
  tx: Writing,
  editionId: string,
  draft: PlanDraft,
  sourceContent: Uint8Array | null,
  draftSha256: string,
): Promise<Adoption> => {
  const before = await getEdition(tx, editionId)
  if (!before) throw new Error(`edition ${editionId} was found but cannot be read`)
  const withdrawn = await withdrawnRows(tx, editionId)
  const compared = compareContents(before.content, contentOf(draft), tx.newId, withdrawn)
  const changes = [...headingChanges(headingOf(before), draft.plan, editionId), ...compared.difference.changes]
  const touched = await rewriteContent(tx, editionId, before.content, compared.content, tx.at)
  await reviseHeading(tx, editionId, draft.plan, draftSha256)
  const newSource = before.sources[0]?.sha256 !== draft.source.sha256
  if (newSource) {
    await keepSource(tx, draft.source, sourceContent, tx.at)
    await citeSource(tx, editionId, draft.source)
  }
  // 案の書き方（案の中の id など）が違うだけなら、指紋を新しくするほかは何も変わっていない。
  if (changes.length === 0 && touched === 0 && !newSource) {
    return { editionId, outcome: 'unchanged', difference: noDifference }
  }
  await tx.record({
    act: 'edition-updated',
    subject: { edition: editionId },
    before: { source: before.sources[0]?.sha256, changes: changes.map(earlierSide) },
    after: { ...summaryOf(draft, draftSha256), changes: changes.map(laterSide) },
  })
  return { editionId, outcome: 'updated', difference: { changes } }
}

const contentOf = (draft: PlanDraft): PlanContent => {
  const { format, source, municipality, plan, ...content } = draft
  return content
}

const headingOf = ({ title, kind, form, firstYear, lastYear }: Edition): PlanHeading => ({
  title,
  kind,
  form,
  firstYear,
  lastYear,
})

const reviseHeading = ({ municipality, query }: Writing, id: string, plan: PlanHeading, draftSha256: string) =>
  query(
    `update edition set title = $3, kind = $4, first_year = $5, last_year = $6, draft_sha256 = $7
      where municipality = $1 and id = $2`,
    [municipality, id, plan.title, plan.kind, plan.firstYear, plan.lastYear, draftSha256],
  )

/** この版の出典の先頭に置く。前に使った図書に戻ったときも、先頭に戻る。 */
const citeSource = (
  { municipality, query, at }: Writing,
  editionId: string,
  { sha256, file }: PlanDraft['source'],
): Promise<unknown> =>
  query(
    `insert into edition_source (municipality, edition_id, sha256, number, file, adopted_at)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5
       from edition_source where municipality = $1 and edition_id = $2
     on conflict (municipality, edition_id, sha256)
       do update set number = excluded.number, file = excluded.file, adopted_at = excluded.adopted_at`,
    [municipality, editionId, sha256, file, at],
  )

const summaryOf = (draft: PlanDraft, draftSha256: string) => ({
  plan: draft.plan,
  source: draft.source,
  draft: draftSha256,
  counts: {
    nodes: draft.nodes.length,
    indicators: draft.indicators.length,
    projects: draft.projects.length,
    priorityGoals: draft.priorityGoals.length,
  },
})

type Change = Difference['changes'][number]

const aboutOf = ({ kind, id, name, change }: Change) => ({ kind, id, name, change })

/** 監査記録の「前」: 変わった欄の前の値、載らなくなった行そのもの。 */
const earlierSide = (change: Change) => ({
  ...aboutOf(change),
  ...(change.change === 'gone' && { was: change.before }),
  ...(change.change === 'changed' && {
    fields: change.fields.map(({ field, year, before }) => ({ field, year, value: before })),
  }),
})

/** 監査記録の「後」: 変わった欄の後の値、新しい行そのもの。 */
const laterSide = (change: Change) => ({
  ...aboutOf(change),
  ...(change.change === 'new' && { is: change.after }),
  ...(change.change === 'changed' && {
    fields: change.fields.map(({ field, year, after }) => ({ field, year, value: after })),
  }),
})
