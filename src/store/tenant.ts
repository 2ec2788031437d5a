import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import type { AchievementRules } from '#domain/indicator/achievement.ts'
import type { FormName, PlanContent, PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Problem } from '#domain/problem.ts'
import type { Correction, ReadingChoices } from '#domain/review/correction.ts'
import type { Review } from '#domain/review/review.ts'
import type { LearnedMapping } from '#domain/review/table-outline.ts'
import { type AdoptedFrom, adopt, compareWithEdition } from './adopt.ts'
import { getAdoption, listedAdoptions } from './adoptions.ts'
import { latestEntries } from './audit.ts'
import {
  type AuditFilter,
  type AuditPage,
  countEntries,
  findEntries,
  idsNamed,
  namesOf,
  recordExport,
} from './audit-reading.ts'
import { keepMapping, learnedMappings } from './column-mappings.ts'
import { editionHeadings, getEdition } from './editions.ts'
import { findEdition } from './find-edition.ts'
import { findingAnswers, putAnswer, removeAnswer } from './finding-answers.ts'
import {
  type AskedFile,
  askForFile,
  cancelMadeFile,
  failMadeFile,
  type KeptFile,
  keepMadeFile,
  madeFile,
  madeFileContent,
  madeFiles,
  noteProgress,
  removeMadeFile,
} from './made-files.ts'
import { addMunicipality, nameOf, versionIn } from './municipalities.ts'
import { namedReports, putNamedReport, removeNamedReport } from './named-reports.ts'
import {
  addPublication,
  type NewPublication,
  publicationOf,
  publications,
  publicationsCiting,
  publishedContents,
  publishedFile,
} from './publications.ts'
import { putTemplate, removeTemplate, reportTemplate, reportTemplates } from './report-templates.ts'
import {
  addEdits,
  insertReview,
  type NewReview,
  type ReviewCounts,
  removeReview,
  setChoices,
  setCounts,
  setStatus,
  undoOneEdit,
} from './review-writes.ts'
import { getReview, listedReviews, openReviewLike, reviewChanges, reviewContent } from './reviews.ts'
import { reviseEdition } from './revise-edition.ts'
import { getSource } from './sources.ts'
import { collectionReads, collectionWrites } from './tenant-collection.ts'
import { committeeReads, committeeWrites } from './tenant-committee.ts'
import { evaluationReads, evaluationWrites } from './tenant-evaluation.ts'
import { peopleReads, peopleWrites } from './tenant-people.ts'
import { priorityReads, priorityWrites } from './tenant-priority.ts'
import { revisionReads, revisionWrites } from './tenant-revisions.ts'
import type { Transaction } from './transaction.ts'
import { undoAdoption } from './undo-adoption.ts'
import type { Writing } from './writing.ts'

export type ReadTransaction = ReturnType<typeof readTransaction>
export type WriteTransaction = ReturnType<typeof writeTransaction>

/** 団体一つを読む口。何をするかは、それぞれの問い合わせが言う。 */
export const readTransaction = (tx: Transaction) => ({
  municipality: tx.municipality,
  /** この時点の版数（一度も書かれていなければ 0）。 */
  dataVersion: () => versionIn(tx, 'data_version'),
  /** 取込みの見直しの版数。見直しに手が入るたびに上がる。 */
  workVersion: () => versionIn(tx, 'work_version'),
  /** 登録された市の名。 */
  name: () => nameOf(tx),
  editions: {
    headings: () => editionHeadings(tx),
    /** 版を中身ごと（一度の問い合わせで）。なければ undefined。 */
    get: (id: string) => getEdition(tx, id),
    /** 案の行く先の版。 */
    find: (plan: PlanDraft['plan'], editionId: string | null) => findEdition(tx, plan, editionId),
    /** 取り込むと変わるところ。何も書かない。 */
    compare: (edition: Edition, draft: PlanDraft, newId: () => string) => compareWithEdition(tx, edition, draft, newId),
  },
  sources: { get: (sha256: string) => getSource(tx, sha256) },
  audit: {
    /** 新しい順に。 */
    latest: (page: { readonly limit: number; readonly before?: number }) => latestEntries(tx, page),
    find: (filter: AuditFilter, page: AuditPage) => findEntries(tx, filter, page),
    count: (filter: AuditFilter) => countEntries(tx, filter),
    namesOf: (ids: readonly string[]) => namesOf(tx, ids),
    idsNamed: (text: string) => idsNamed(tx, text),
  },
  reviews: {
    get: (id: string) => getReview(tx, id),
    content: (id: string) => reviewContent(tx, id),
    list: () => listedReviews(tx),
    openLike: (like: Parameters<typeof openReviewLike>[1]) => openReviewLike(tx, like),
    changesSince: (id: string, revision: number) => reviewChanges(tx, id, revision),
  },
  adoptions: {
    get: (id: string) => getAdoption(tx, id),
    list: (of: Parameters<typeof listedAdoptions>[1]) => listedAdoptions(tx, of),
  },
  mappings: { learned: (form: FormName) => learnedMappings(tx, form) },
  answers: { of: (editionId: string) => findingAnswers(tx, editionId) },
  namedReports: { of: (editionId: string) => namedReports(tx, editionId) },
  files: {
    list: (editionId?: string) => madeFiles(tx, editionId),
    get: (id: string) => madeFile(tx, id),
    content: (id: string) => madeFileContent(tx, id),
  },
  publications: {
    list: (editionId?: string) => publications(tx, editionId),
    get: (id: string) => publicationOf(tx, id),
    contents: (id: string) => publishedContents(tx, id),
    citing: (editionIds: readonly string[], text: string) => publicationsCiting(tx, editionIds, text),
    file: (id: string, fileName: string) => publishedFile(tx, id, fileName),
  },
  templates: { list: () => reportTemplates(tx), get: (id: string) => reportTemplate(tx, id) },
  ...peopleReads(tx),
  ...collectionReads(tx),
  ...evaluationReads(tx),
  ...committeeReads(tx),
  ...priorityReads(tx),
  ...revisionReads(tx),
})

/** 団体一つに書く口。書いたことにはみな監査記録が付く。 */
export const writeTransaction = (tx: Writing) => {
  const readable = readTransaction(tx)
  return {
    ...readable,
    audit: { ...readable.audit, recordExport: () => recordExport(tx) },
    /** この団体を登録する（もうあれば何もしない）。 */
    register: (name: string) => addMunicipality(tx, name),
    editions: {
      ...readable.editions,
      /** 案を取り込む（`adopt.ts`）。原本が手元になければ `sourceContent` は null。断る符号は `check-draft.ts`。 */
      adopt: (draft: PlanDraft, sourceContent: Uint8Array | null, rules: AchievementRules, from?: AdoptedFrom) =>
        adopt(tx, draft, sourceContent, rules, from),
      /** 図書によらずに改める（受理した答え、実績の訂正）。 */
      revise: (before: Edition, content: PlanContent, about: Parameters<typeof reviseEdition>[3]) =>
        reviseEdition(tx, before, content, about),
    },
    reviews: {
      ...readable.reviews,
      open: (review: NewReview) => insertReview(tx, review),
      edit: (id: string, corrections: readonly Correction[]) => addEdits(tx, id, corrections),
      undoEdit: (id: string, number: number) => undoOneEdit(tx, id, number),
      choose: (review: Review, choices: ReadingChoices) => setChoices(tx, review, choices),
      count: (id: string, counts: ReviewCounts) => setCounts(tx, id, counts),
      turn: (review: Review, status: Review['status']) => setStatus(tx, review, status),
      remove: (review: Review, to: string) => removeReview(tx, review, to),
    },
    adoptions: { ...readable.adoptions, undo: (id: string) => undoAdoption(tx, id) },
    mappings: {
      ...readable.mappings,
      keep: (form: FormName, year: number, mapping: LearnedMapping) => keepMapping(tx, form, year, mapping),
    },
    answers: {
      ...readable.answers,
      put: (editionId: string, answer: Pick<FindingAnswer, 'key' | 'answer' | 'reason'>) =>
        putAnswer(tx, editionId, answer),
      remove: (editionId: string, key: string) => removeAnswer(tx, editionId, key),
    },
    namedReports: {
      ...readable.namedReports,
      put: (editionId: string, report: Parameters<typeof putNamedReport>[2]) => putNamedReport(tx, editionId, report),
      remove: (id: string) => removeNamedReport(tx, id),
    },
    files: {
      ...readable.files,
      ask: (file: AskedFile) => askForFile(tx, file),
      progress: (id: string, done: number, of: number) => noteProgress(tx, id, done, of),
      keep: (id: string, file: KeptFile) => keepMadeFile(tx, id, file),
      fail: (id: string, problem: Problem) => failMadeFile(tx, id, problem),
      cancel: (id: string) => cancelMadeFile(tx, id),
      remove: (id: string) => removeMadeFile(tx, id),
    },
    publications: { ...readable.publications, add: (publication: NewPublication) => addPublication(tx, publication) },
    templates: {
      ...readable.templates,
      put: (template: Parameters<typeof putTemplate>[1]) => putTemplate(tx, template),
      remove: (id: string) => removeTemplate(tx, id),
    },
    ...peopleWrites(tx, readable),
    ...collectionWrites(tx, readable),
    ...evaluationWrites(tx, readable),
    ...committeeWrites(tx, readable),
    ...priorityWrites(tx, readable),
    ...revisionWrites(tx, readable),
  }
}
