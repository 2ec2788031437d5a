import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { proposeRules } from '#domain/indicator/rules.ts'
import type { Difference } from '#domain/plan/difference.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { readBytes } from '#reading/formats/file-bytes.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import type { Store } from '#store/store.ts'
import type { Act } from '#store/writing.ts'

/** 取り込んだ結果。`unchanged` なら何も書いていない。 */
export type Adopted = {
  readonly draft: PlanDraft
  readonly editionId: string
  readonly outcome: 'new' | 'unchanged' | 'updated'
  readonly difference: Difference
}

/** 読んだ案と、その出典のバイト列。案だけを受け取り、原本が手元にないときは null。 */
type Read = { readonly draft: PlanDraft; readonly content: Uint8Array | null }

/**
 * 図書、または計画案（shirube-draft/1 の JSON）を団体 `code` に取り込む。一つのトランザクションで、
 * 同じものを二度取り込んでも増えない。別の市の図書らしいときは断る。
 *
 * @example await adoptDocument(store, '進捗状況一覧表.txt', '152081', act)
 */
export const adoptDocument = async (store: Store, path: string, code: string, act: Act): Promise<Result<Adopted>> => {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const read = looksLikeJson(bytes.value) ? await fromDraft(path, bytes.value) : await fromDocument(path, bytes.value)
  return read.ok ? adoptDraft(store, read.value, code, act) : read
}

/** 案の JSON は `{` で始まる。図書がそう始まることはない。 */
const looksLikeJson = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().startsWith('{')

const fromDocument = async (path: string, content: Uint8Array): Promise<Result<Read>> => {
  const document = await openDocument(basename(path), content)
  if (!document.ok) return document
  const draft = readPlan(document.value)
  return draft.ok ? done({ draft: draft.value, content }) : draft
}

const fromDraft = async (path: string, bytes: Uint8Array): Promise<Result<Read>> => {
  const { parseDraftText } = await import('#reading/draft-json.ts')
  const draft = parseDraftText(new TextDecoder().decode(bytes), basename(path))
  return draft.ok ? done({ draft: draft.value, content: await originalBeside(path, draft.value) }) : draft
}

/** 案のとなりに原本があれば、いっしょに保存する（名だけで選び、道筋はたどらない）。 */
const originalBeside = async (path: string, { source }: PlanDraft): Promise<Uint8Array | null> => {
  const content = await readFile(join(dirname(path), basename(source.file))).catch(() => null)
  return content !== null && sha256(content) === source.sha256 ? content : null
}

const adoptDraft = async (store: Store, { draft, content }: Read, code: string, act: Act): Promise<Result<Adopted>> => {
  const known = (await store.municipalities()).find((each) => each.code === code)
  const stated = draft.municipality.name
  if (known && known.name !== stated) return refused('municipality-name-differs', { code, known: known.name, stated })
  const { rules } = proposeRules(draft)
  const adopted = await store.write(code, act, (tx) => tx.editions.adopt(draft, content, rules))
  return adopted.ok ? done({ draft, ...adopted.value }) : adopted
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
