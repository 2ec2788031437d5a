import { basename, dirname, join } from 'node:path'
import { proposeRules } from '#domain/indicator/rules.ts'
import type { Difference } from '#domain/plan/difference.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { decodeText } from '#reading/formats/encoding.ts'
import { readBytes } from '#reading/formats/file-bytes.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import type { Store } from '#store/store.ts'
import type { Act } from '#store/writing.ts'
import { sha256Of } from './sha256.ts'

/** 取り込んだ結果。`municipality` は団体コード。`unchanged` なら何も書いていない。 */
export type Adopted = {
  readonly municipality: string
  readonly draft: PlanDraft
  readonly editionId: string
  readonly outcome: 'new' | 'unchanged' | 'updated'
  readonly difference: Difference
  /** 取り込んだ記録（`undo` で指す）。`unchanged` ではない。 */
  readonly adoptionId?: string
}

/** 読んだ案と、その出典のバイト列。案だけを受け取り、原本が手元にないときは null。 */
export type ReadToAdopt = { readonly draft: PlanDraft; readonly content: Uint8Array | null }

/**
 * 図書、または計画案（shirube-draft/1 の JSON）を団体 `code` に取り込む。一つのトランザクションで、
 * 同じものを二度取り込んでも増えない。別の市の図書らしいときは断る。
 *
 * @example await adoptDocument(store, '進捗状況一覧表.txt', '152081', act)
 */
export const adoptDocument = async (store: Store, path: string, code: string, act: Act): Promise<Result<Adopted>> => {
  const read = await readToAdopt(path)
  return read.ok ? adoptRead(store, read.value, code, act) : read
}

/** 取り込むために読む。倉庫には触れない。 */
export const readToAdopt = async (path: string): Promise<Result<ReadToAdopt>> => {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const json = draftTextIn(path, bytes.value)
  return json === undefined ? fromDocument(path, bytes.value) : fromDraft(path, json)
}

/**
 * 案の JSON の文章。`{"` で始まるか（図書がそう始まることはない）、二つ以上を一度に読んだ `[{"` で始まる。
 * Windows の PowerShell が「>」で書く UTF-16 も読む。JSON でなければ undefined。
 */
export const draftTextIn = (path: string, bytes: Uint8Array): string | undefined => {
  const opening = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 64))
    .replace(/[\s\0\u00ef\u00bb\u00bf\u00fe\u00ff]/g, '')
  if (!/^\[?\{["}]/.test(opening)) return undefined
  const decoded = decodeText(basename(path), bytes)
  return decoded.ok ? decoded.value.text : undefined
}

const fromDocument = async (path: string, content: Uint8Array): Promise<Result<ReadToAdopt>> => {
  const document = await openDocument(basename(path), content)
  if (!document.ok) return document
  const draft = readPlan(document.value)
  return draft.ok ? done({ draft: draft.value, content }) : draft
}

const fromDraft = async (path: string, text: string): Promise<Result<ReadToAdopt>> => {
  const { parseDraftText } = await import('#reading/draft-json.ts')
  const draft = parseDraftText(text, basename(path))
  return draft.ok ? done({ draft: draft.value, content: await originalBeside(path, draft.value) }) : draft
}

/** 案のとなりに原本があれば、いっしょに保存する（名だけで選び、道筋はたどらない）。 */
const originalBeside = async (path: string, { source }: PlanDraft): Promise<Uint8Array | null> => {
  const content = await readBytes(join(dirname(path), basename(source.file)))
  return content.ok && sha256Of(content.value) === source.sha256 ? content.value : null
}

/** 読んだものを団体 `code` に取り込む。 */
export const adoptRead = async (
  store: Store,
  { draft, content }: ReadToAdopt,
  code: string,
  act: Act,
): Promise<Result<Adopted>> => {
  const problem = await wrongCity(store, draft, code)
  if (problem) return { ok: false, problem }
  const { rules } = proposeRules(draft)
  const adopted = await store.write(code, act, (tx) => tx.editions.adopt(draft, content, rules))
  return adopted.ok ? done({ municipality: code, draft, ...adopted.value }) : adopted
}

/**
 * 別の市の図書らしいわけ。登録された名と違うとき、または、同じ名の市の同じ図書がほかの団体コードに取り込んであるとき
 * （同じ名の市は府中市・伊達市のように本当にあるので、名だけでは断れない）。
 */
export const wrongCity = async (
  store: Store,
  { municipality: { name: stated }, source }: PlanDraft,
  code: string,
): Promise<Problem | undefined> => {
  const known = await store.municipalities()
  const here = known.find((each) => each.code === code)
  if (here && here.name !== stated)
    return refused('municipality-name-differs', { code, known: here.name, stated }).problem
  for (const other of known.filter((each) => each.name === stated && each.code !== code))
    if (await store.read(other.code, (tx) => tx.sources.get(source.sha256)))
      return refused('document-of-other-code', { name: stated, other: other.code, code }).problem
  return undefined
}
