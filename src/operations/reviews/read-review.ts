import { canonicalJson } from '#domain/canonical-json.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { ReadingChoices } from '#domain/review/correction.ts'
import { type DraftKeys, keysOf } from '#domain/review/keys.ts'
import type { FormGuess, TableOutline } from '#domain/review/table-outline.ts'
import type { SourceDocument } from '#reading/document.ts'
import { sizeInWords, sizeLimits } from '#reading/formats/size-limits.ts'
import { openDocument } from '#reading/open-document.ts'
import { readWithChoices } from '#reading/read-with-choices.ts'
import type { StoredReview } from '#store/reviews.ts'
import { draftTextIn } from '../adopt-document.ts'
import type { App } from '../app.ts'
import { recent } from '../recent.ts'

/** 開いた取込み。図書か、計画案か。 */
export type Opened =
  | { readonly base: 'document'; readonly document: SourceDocument }
  | { readonly base: 'draft'; readonly draft: PlanDraft }

/** 取込みを、決めてある読み方で読んだもの。まだ案にできなければ `problem` がわけを言う。 */
export type ReadReview = {
  readonly guesses: readonly FormGuess[]
  readonly tables: readonly TableOutline[]
  readonly sheets: readonly string[]
  readonly read: { readonly draft: PlanDraft; readonly keys: DraftKeys } | undefined
  readonly problem: Problem | undefined
}

/**
 * 送られたバイト列を開く。図書でも、計画案（shirube-draft/1 の JSON）でもよい。
 * 開けないファイルは、それが何で、どうすればよいかを言って断る。
 */
export const openSent = async (file: string, bytes: Uint8Array): Promise<Result<Opened>> => {
  const limit = sizeLimits.workbookBytes
  if (bytes.length > limit)
    return refused('file-too-large', { file, size: sizeInWords(bytes.length), limit: sizeInWords(limit) })
  const json = draftTextIn(file, bytes)
  if (json === undefined) {
    const document = await openDocument(file, bytes)
    return document.ok ? done({ base: 'document', document: document.value }) : document
  }
  const { parseDraftText } = await import('#reading/draft-json.ts')
  const draft = parseDraftText(json, file)
  return draft.ok ? done({ base: 'draft', draft: draft.value }) : draft
}

/** 決めた読み方で読む。 */
export const readOpened = (opened: Opened, choices: ReadingChoices): ReadReview => {
  if (opened.base === 'draft') {
    const { draft } = opened
    return { guesses: [], tables: [], sheets: [], read: { draft, keys: keysOf(draft) }, problem: undefined }
  }
  const { guesses, tables, draft } = readWithChoices(opened.document, choices)
  return {
    guesses,
    tables,
    sheets: opened.document.pages.flatMap(({ name }) => name ?? []),
    read: draft.ok ? { draft: draft.value, keys: keysOf(draft.value) } : undefined,
    problem: draft.ok ? undefined : draft.problem,
  }
}

// 送られたバイト列は変わらないので、開いた図書は取込みの id で、読んだ案は読み方で覚えておける。
const kept = new WeakMap<App, ReturnType<typeof remembering>>()

const remembering = () => ({ opened: recent<Opened>(6), readings: recent<ReadReview>(12) })

const memoryOf = (app: App) => {
  const known = kept.get(app) ?? remembering()
  kept.set(app, known)
  return known
}

/** 開いたばかりの取込みを覚える。次に見るときに、開き直しも読み直しもしない。 */
export const rememberOpened = (
  app: App,
  code: string,
  id: string,
  opened: Opened,
  choices: ReadingChoices,
  read: ReadReview,
): void => {
  const memory = memoryOf(app)
  memory.opened.set(`${code}/${id}`, opened)
  memory.readings.set(readingKey(code, id, choices), read)
}

const readingKey = (code: string, id: string, choices: ReadingChoices): string =>
  `${code}/${id}/${canonicalJson(choices)}`

/** 取込みを開く。預かったバイト列が、いまのプログラムでは開けないこともある（そのときは断る）。 */
export const openedOf = async (app: App, code: string, review: StoredReview): Promise<Result<Opened>> => {
  const { opened } = memoryOf(app)
  const known = opened.get(`${code}/${review.id}`)
  if (known) return done(known)
  const content = await app.store.read(code, (tx) => tx.reviews.content(review.id))
  if (!content) return refused('review-absent')
  const sent = await openSent(review.file, content)
  if (sent.ok) opened.set(`${code}/${review.id}`, sent.value)
  return sent
}

/** 取込みを、`choices`（初めは決めてある読み方）で読む。 */
export const readingOf = async (
  app: App,
  code: string,
  review: StoredReview,
  choices: ReadingChoices = review.choices,
): Promise<ReadReview> => {
  const { readings } = memoryOf(app)
  const key = readingKey(code, review.id, choices)
  const known = readings.get(key)
  if (known) return known
  const opened = await openedOf(app, code, review)
  if (!opened.ok) return { guesses: [], tables: [], sheets: [], read: undefined, problem: opened.problem }
  const read = readOpened(opened.value, choices)
  readings.set(key, read)
  return read
}
