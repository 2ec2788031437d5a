import type { NewVersion } from '#domain/collection/next-version.ts'
import type { Response, ResponseItem } from '#domain/collection/response.ts'
import type { RoundStep } from '#domain/collection/round.ts'
import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import type { AchievementRules } from '#domain/indicator/achievement.ts'
import type { NewNotice } from '#domain/notices/notice.ts'
import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { IndicatorOwner } from '#domain/people/ownership.ts'
import type { FormName, PlanContent, PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Problem } from '#domain/problem.ts'
import type { Correction, ReadingChoices } from '#domain/review/correction.ts'
import type { Review } from '#domain/review/review.ts'
import type { LearnedMapping } from '#domain/review/table-outline.ts'
import { actualVersions, addActualVersions, unpublishedActuals } from './actual-versions.ts'
import { type AdoptedFrom, adopt, compareWithEdition } from './adopt.ts'
import { getAdoption, listedAdoptions } from './adoptions.ts'
import { type AnswerChange, answersOf, answersOfRound, writeAnswers } from './answers.ts'
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
import { boardRows, unaskedIndicators } from './board.ts'
import { keepMapping, learnedMappings } from './column-mappings.ts'
import { addDepartmentChange, departmentChanges, moveResponses } from './department-changes.ts'
import { editionHeadings, getEdition } from './editions.ts'
import { addEvidence, evidenceContent, evidenceOf, removeEvidence } from './evidence.ts'
import { findEdition } from './find-edition.ts'
import { findingAnswers, putAnswer, removeAnswer } from './finding-answers.ts'
import { addOwner, addOwners, endOwners, indicatorOwners } from './indicator-owners.ts'
import {
  addInvitation,
  endInvitations,
  invitationOfToken,
  invitations,
  type NewInvitation,
  useInvitation,
} from './invitations.ts'
import { addComment, commentsOf } from './item-comments.ts'
import {
  endDemonstration,
  isDemonstration,
  type LoginAct,
  type LoginSetting,
  loginSetting,
  markDemonstration,
  putLoginSetting,
  recordLogin,
  removeLoginSetting,
} from './logins.ts'
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
import {
  claimDigest,
  digestsDue,
  endMail,
  type KeptMailSetting,
  type MailOut,
  mailSetting,
  mails,
  noteMail,
  noticesInMail,
  postponeDigests,
  putMailSetting,
  queueDigests,
} from './mail.ts'
import { addMember, addMembership, changeMember, endMembership, memberOf, memberOfAccount, members } from './members.ts'
import { addMunicipality, nameOf, versionIn } from './municipalities.ts'
import { namedReports, putNamedReport, removeNamedReport } from './named-reports.ts'
import { keysTold, noticesFor, noticesOfCity, seeNotices, tell, tellOnce, unseenNotices } from './notices.ts'
import { addUnit, changeUnit, organisationUnits, unitName } from './organisation.ts'
import { ownerlessIndicators } from './ownerless-indicators.ts'
import {
  addPublication,
  type NewPublication,
  publicationOf,
  publications,
  publishedContents,
  publishedFile,
} from './publications.ts'
import { putTemplate, removeTemplate, reportTemplate, reportTemplates } from './report-templates.ts'
import {
  addReceivedSheet,
  endReceivedSheet,
  itemsWithKeys,
  openSheetsOfRound,
  receivedContent,
  receivedSheet,
  sheetsOfResponse,
} from './response-sheets.ts'
import {
  addItems,
  addLateItems,
  addResponse,
  extendResponse,
  itemsOf,
  itemsOfRound,
  moveResponse,
  responseOf,
  responsesOf,
  stepsOf,
  touchResponse,
} from './responses.ts'
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
import { addRoundStep, putRound, removeRound, roundOf, roundSteps, rounds } from './rounds.ts'
import { getSource } from './sources.ts'
import type { Transaction } from './transaction.ts'
import { undoAdoption } from './undo-adoption.ts'
import { doubtfulIndicators, unseenStandIns, unstaffedDepartments } from './waiting.ts'
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
    file: (id: string, fileName: string) => publishedFile(tx, id, fileName),
  },
  templates: { list: () => reportTemplates(tx), get: (id: string) => reportTemplate(tx, id) },
  organisation: {
    nameOf: (id: string) => unitName(tx, id),
    units: () => organisationUnits(tx),
    /** これまでの機構改革。 */
    changes: () => departmentChanges(tx),
  },
  members: {
    list: () => members(tx),
    get: (id: string) => memberOf(tx, id),
    ofAccount: (accountId: string) => memberOfAccount(tx, accountId),
  },
  invitations: { list: () => invitations(tx), ofToken: (tokenSha256: string) => invitationOfToken(tx, tokenSha256) },
  notices: {
    for: (memberId: string, page: Parameters<typeof noticesFor>[2]) => noticesFor(tx, memberId, page),
    ofCity: (page: Parameters<typeof noticesOfCity>[1]) => noticesOfCity(tx, page),
    unseen: (memberId: string) => unseenNotices(tx, memberId),
    keysTold: (keys: readonly string[]) => keysTold(tx, keys),
  },
  mail: {
    setting: () => mailSetting(tx),
    list: (limit: number) => mails(tx, limit),
    notices: (mailId: string) => noticesInMail(tx, mailId),
    digestsDue: (now: string) => digestsDue(tx, now),
  },
  logins: { setting: () => loginSetting(tx), isDemonstration: () => isDemonstration(tx) },
  owners: { list: () => indicatorOwners(tx), ownerless: (day: string) => ownerlessIndicators(tx, day) },
  /** 人を待っているもの（あなたの仕事）。 */
  waiting: {
    unseenStandIns: (roundId: string) => unseenStandIns(tx, roundId),
    doubtful: () => doubtfulIndicators(tx),
    unstaffed: (day: string) => unstaffedDepartments(tx, day),
  },
  /** 実績の版。 */
  actuals: {
    of: (indicatorIds: readonly string[]) => actualVersions(tx, indicatorIds),
    list: () => actualVersions(tx),
    unpublished: () => unpublishedActuals(tx),
  },
  sheets: {
    get: (id: string) => receivedSheet(tx, id),
    content: (id: string) => receivedContent(tx, id),
    ofResponse: (responseId: string) => sheetsOfResponse(tx, responseId),
    openOfRound: (roundId: string) => openSheetsOfRound(tx, roundId),
    itemsWithKeys: (keys: readonly string[]) => itemsWithKeys(tx, keys),
  },
  rounds: {
    list: () => rounds(tx),
    get: (id: string) => roundOf(tx, id),
    steps: (id: string) => roundSteps(tx, id),
    board: (id: string, fields: readonly string[]) => boardRows(tx, id, fields),
    unasked: (id: string, day: string) => unaskedIndicators(tx, id, day),
  },
  responses: {
    ofRound: (roundId: string) => responsesOf(tx, roundId),
    get: (id: string) => responseOf(tx, id),
    items: (responseId: string) => itemsOf(tx, responseId),
    itemsOfRound: (roundId: string) => itemsOfRound(tx, roundId),
    steps: (responseId: string) => stepsOf(tx, responseId),
    answers: (responseId: string) => answersOf(tx, responseId),
    answersOfRound: (roundId: string) => answersOfRound(tx, roundId),
    /** 根拠の資料（中身を除く）。 */
    evidence: (responseId: string) => evidenceOf(tx, responseId),
    evidenceContent: (itemId: string, id: string) => evidenceContent(tx, itemId, id),
    /** 項目への書き込み。 */
    comments: (responseId: string) => commentsOf(tx, responseId),
  },
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
    organisation: {
      ...readable.organisation,
      add: (unit: OrganisationUnit) => addUnit(tx, unit),
      change: (id: string, change: Parameters<typeof changeUnit>[2]) => changeUnit(tx, id, change),
      reorganise: (change: Parameters<typeof addDepartmentChange>[1]) => addDepartmentChange(tx, change),
    },
    members: {
      ...readable.members,
      add: (member: Parameters<typeof addMember>[1]) => addMember(tx, member),
      change: (id: string, change: Parameters<typeof changeMember>[2]) => changeMember(tx, id, change),
      give: (memberId: string, membership: Parameters<typeof addMembership>[2]) =>
        addMembership(tx, memberId, membership),
      end: (membershipId: string, to: string) => endMembership(tx, membershipId, to),
    },
    invitations: {
      ...readable.invitations,
      add: (invitation: NewInvitation) => addInvitation(tx, invitation),
      end: (memberId: string) => endInvitations(tx, memberId),
      use: (invitation: Parameters<typeof useInvitation>[1]) => useInvitation(tx, invitation),
    },
    logins: {
      ...readable.logins,
      record: (act: LoginAct, memberId: string, how?: string) => recordLogin(tx, act, memberId, how),
      put: (setting: LoginSetting) => putLoginSetting(tx, setting),
      remove: () => removeLoginSetting(tx),
      markDemonstration: () => markDemonstration(tx),
      endDemonstration: () => endDemonstration(tx),
    },
    actuals: {
      ...readable.actuals,
      add: (versions: readonly NewVersion[]) => addActualVersions(tx, versions),
    },
    owners: {
      ...readable.owners,
      add: (owner: IndicatorOwner) => addOwner(tx, owner),
      addAll: (owners: readonly IndicatorOwner[]) => addOwners(tx, owners),
      end: (ids: readonly string[], to: string) => endOwners(tx, ids, to),
    },
    notices: {
      ...readable.notices,
      /** 知らせる。知らせることと同じ取引の中で呼ぶ。受け手は種類と課から決まる。 */
      tell: (notice: NewNotice) => tell(tx, notice),
      /** 鍵ごとに一度だけ知らせる（締切の知らせ）。もう知らせてあれば false。 */
      tellOnce: (key: string, notice: NewNotice) => tellOnce(tx, key, notice),
      see: (memberId: string, upTo: number) => seeNotices(tx, memberId, upTo),
    },
    mail: {
      ...readable.mail,
      put: (setting: KeptMailSetting) => putMailSetting(tx, setting),
      queueDigests: (day: string, enabledAt: string) => queueDigests(tx, day, enabledAt),
      claim: (leaseUntil: string) => claimDigest(tx, leaseUntil),
      end: (mail: MailOut, ending: Parameters<typeof endMail>[2]) => endMail(tx, mail, ending),
      postpone: (until: string) => postponeDigests(tx, until),
      note: (mail: Parameters<typeof noteMail>[1]) => noteMail(tx, mail),
    },
    sheets: {
      ...readable.sheets,
      add: (sheet: Parameters<typeof addReceivedSheet>[1]) => addReceivedSheet(tx, sheet),
      end: (id: string, status: 'taken' | 'discarded', told?: unknown) => endReceivedSheet(tx, id, status, told),
    },
    rounds: {
      ...readable.rounds,
      put: (round: Parameters<typeof putRound>[1]) => putRound(tx, round),
      remove: (id: string) => removeRound(tx, id),
      step: (id: string, step: RoundStep['step'], reason?: string) => addRoundStep(tx, id, step, reason),
    },
    responses: {
      ...readable.responses,
      open: (response: Parameters<typeof addResponse>[1], items: Parameters<typeof addResponse>[2]) =>
        addResponse(tx, response, items),
      addItems: (response: Parameters<typeof addItems>[1], items: Parameters<typeof addItems>[2]) =>
        addItems(tx, response, items),
      addLate: (response: Response, items: Parameters<typeof addItems>[2]) => addLateItems(tx, response, items),
      move: (before: Parameters<typeof moveResponse>[1], move: Parameters<typeof moveResponse>[2]) =>
        moveResponse(tx, before, move),
      extend: (before: Parameters<typeof extendResponse>[1], to: string | null, reason: string) =>
        extendResponse(tx, before, to, reason),
      touch: (id: string) => touchResponse(tx, id),
      addEvidence: (item: ResponseItem, file: Parameters<typeof addEvidence>[2]) => addEvidence(tx, item, file),
      removeEvidence: (item: ResponseItem, id: string) => removeEvidence(tx, item, id),
      comment: (item: ResponseItem, id: string, text: string) => addComment(tx, item, id, text),
      /** 機構改革で、後継の課へ移す。 */
      moveToSuccessors: (moves: Parameters<typeof moveResponses>[1]) => moveResponses(tx, moves),
      write: (items: readonly ResponseItem[], changes: readonly AnswerChange[]) => writeAnswers(tx, items, changes),
    },
  }
}
