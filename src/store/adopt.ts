import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import { carryCollected } from '#domain/collection/carry-collected.ts'
import type { AchievementRules } from '#domain/indicator/achievement.ts'
import { plainText } from '#domain/language/plain-text.ts'
import { type Change, compareContents, type Difference, headingChanges, noDifference } from '#domain/plan/difference.ts'
import type { PlanContent, PlanDraft, PlanHeading } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { type EditionBefore, recordAdoption, type Vanished, vanishedEdition } from './adoptions.ts'
import { earlierSide, laterSide } from './change-sides.ts'
import { whyNotAdoptable } from './check-draft.ts'
import { withdrawnRows } from './editions.ts'
import { beforeOf, editionFound, type Found, findEdition, isTitleTaken } from './find-edition.ts'
import { keepSource } from './sources.ts'
import type { Transaction } from './transaction.ts'
import { insertContent, rewriteContent } from './write-content.ts'
import type { Writing } from './writing.ts'

/** 取り込みの答え。`unchanged` では何も書かれていない（見直しからなら、取り込んだ記録だけが残る）。 */
export type Adoption = {
  readonly editionId: string
  readonly outcome: 'new' | 'unchanged' | 'updated'
  readonly difference: Difference
  /** 取り込んだ記録（取り消すときに指す）。 */
  readonly adoptionId?: string
}

/** どの見直しから、どの版に。`editionId` がなければ、計画は様式と計画名で見分ける。 */
export type AdoptedFrom = { readonly reviewId: string | null; readonly editionId: string | null }

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
  from: AdoptedFrom = { reviewId: null, editionId: null },
): Promise<Result<Adoption>> => {
  const problem = whyNotAdoptable(draft, sourceContent, tx.municipality)
  if (problem) return { ok: false, problem }
  const found = await findEdition(tx, draft.plan, from.editionId)
  if (!found && from.editionId !== null) return refused('edition-absent')
  // 改訂して次の版に替わった版は、そのままの姿で残す。
  if (found?.isSuperseded) return refused('edition-superseded')
  if (found && (await isTitleTaken(tx, found, draft.plan)))
    return refused('plan-title-taken', { title: draft.plan.title })
  const written = found
    ? await adoptInto(tx, found, draft, sourceContent)
    : await adoptNew(tx, draft, sourceContent, rules, await vanishedEdition(tx, from.reviewId))
  const { before, ...adoption } = written
  const { editionId, outcome, difference } = adoption
  // 端末から同じものを取り込んだときは、何も起きていない。見直しは閉じるので、そのことを残す。
  if (outcome === 'unchanged' && from.reviewId === null) return done(adoption)
  const id = tx.newId()
  const { changes } = difference
  await recordAdoption(tx, { id, editionId, reviewId: from.reviewId, outcome, changes, before })
  return done({ ...adoption, adoptionId: id })
}

/** 書いたことと、取り込む前の版（新しい計画と、何も変わらないときは null）。 */
type Written = Adoption & { readonly before: EditionBefore | null }

const adoptInto = (tx: Writing, found: Found, draft: PlanDraft, sourceContent: Uint8Array | null): Promise<Written> => {
  const draftSha256 = draftFingerprint(draft)
  return found.draftSha256 === draftSha256 && found.sourceSha256 === draft.source.sha256
    ? adoptSame(tx, found, draft, sourceContent)
    : adoptAgain(tx, found, draft, sourceContent, draftSha256)
}

/** 案の指紋。ファイルの名は入れない（同じ中身を別の名で取り込んでも、同じ案）。 */
export const draftFingerprint = ({ source, ...draft }: PlanDraft): string => sha256(canonicalJson(draft))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** 同じ図書の同じ案。原本のないまま取り込んであったものに原本が来たときだけ、それを預かる。 */
const adoptSame = async (
  tx: Writing,
  found: Found,
  { source }: PlanDraft,
  sourceContent: Uint8Array | null,
): Promise<Written> => {
  const { id: editionId, hasContent } = found
  if (hasContent || sourceContent === null)
    return { editionId, outcome: 'unchanged', difference: noDifference, before: null }
  const before = beforeOf(await editionFound(tx, editionId), found)
  await keepSource(tx, source, sourceContent, tx.at)
  await tx.record({ act: 'source-kept', subject: { edition: editionId }, before: null, after: { source } })
  return { editionId, outcome: 'updated', difference: noDifference, before }
}

const adoptNew = async (
  tx: Writing,
  draft: PlanDraft,
  sourceContent: Uint8Array | null,
  rules: AchievementRules,
  vanished: Vanished | undefined,
): Promise<Written> => {
  const { municipality, query, at, newId } = tx
  const { title, kind, form, firstYear, lastYear } = draft.plan
  const draftSha256 = draftFingerprint(draft)
  const [planId, editionId] = [newId(), vanished?.editionId ?? newId()]
  const { difference, content } = compareContents(emptyContent, contentOf(draft), newId, vanished?.rows)
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
  return { editionId, outcome: 'new', difference, before: null }
}

const adoptAgain = async (
  tx: Writing,
  found: Found,
  draft: PlanDraft,
  sourceContent: Uint8Array | null,
  draftSha256: string,
): Promise<Written> => {
  const { id: editionId } = found
  const before = await editionFound(tx, editionId)
  const { changes, content } = await compareWithEdition(tx, before, draft, tx.newId)
  const touched = await rewriteContent(tx, editionId, before.content, content, tx.at)
  await reviseHeading(tx, found, draft.plan, draftSha256)
  const newSource = before.sources[0]?.sha256 !== draft.source.sha256
  if (newSource) {
    await keepSource(tx, draft.source, sourceContent, tx.at)
    await citeSource(tx, editionId, draft.source)
  }
  // 案の書き方（案の中の id など）が違うだけなら、指紋を新しくするほかは何も変わっていない。
  if (changes.length === 0 && touched === 0 && !newSource) {
    return { editionId, outcome: 'unchanged', difference: noDifference, before: null }
  }
  await tx.record({
    act: 'edition-updated',
    subject: { edition: editionId },
    before: { source: before.sources[0]?.sha256, changes: changes.map(earlierSide) },
    after: { ...summaryOf(draft, draftSha256), changes: changes.map(laterSide) },
  })
  return { editionId, outcome: 'updated', difference: { changes }, before: beforeOf(before, found) }
}

/** 版と案の違いと、取り込んだあとの中身（id は版から続くもの）。何も書かない。 */
export const compareWithEdition = async (
  tx: Transaction,
  before: Edition,
  draft: PlanDraft,
  newId: () => string,
): Promise<{ readonly changes: readonly Change[]; readonly content: PlanContent }> => {
  const withdrawn = await withdrawnRows(tx, before.id)
  const compared = compareContents(before.content, contentOf(draft), newId, withdrawn)
  // 照会で受け取った値は図書にはないので、図書を取り込み直しても引き継ぐ。
  const carried = carryCollected(before.content, compared.content)
  const { difference, content } =
    carried === compared.content ? compared : compareContents(before.content, carried, newId, withdrawn)
  return { changes: [...headingChanges(headingOf(before), draft.plan, before.id), ...difference.changes], content }
}

export const contentOf = (draft: PlanDraft): PlanContent => {
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

const reviseHeading = async (
  { municipality, query }: Writing,
  { id, planId }: Found,
  plan: PlanHeading,
  draftSha256: string,
): Promise<void> => {
  await query(
    `update edition set title = $3, kind = $4, first_year = $5, last_year = $6, draft_sha256 = $7
      where municipality = $1 and id = $2`,
    [municipality, id, plan.title, plan.kind, plan.firstYear, plan.lastYear, draftSha256],
  )
  await query('update plan set form = $3, plain_title = $4 where municipality = $1 and id = $2', [
    municipality,
    planId,
    plan.form,
    plainText(plan.title),
  ])
}

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
