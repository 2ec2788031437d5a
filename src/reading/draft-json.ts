import type { PlanDraft } from '#domain/plan/draft.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { draftSchema } from './draft-schema.ts'
import { normaliseDraft } from './normalise-draft.ts'

/**
 * JSON の値を計画案（shirube-draft/1）として受け取る。決まりにない欄は残し、省ける欄は補う。
 * 合わないところがあれば、最初の一か所の道筋（`indicators[3].name`）を言って断る。
 * zod を読み込むので、要るところで `await import('#reading/draft-json.ts')` とする。
 *
 * `parseDraft(JSON.parse(text), '案.json')` → `{ ok: true, value: PlanDraft }`
 */
export const parseDraft = (json: unknown, file = 'shirube-draft'): Result<PlanDraft> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refused('draft-not-object', { file })
  const format = 'format' in json ? String(json.format) : ''
  if (format !== 'shirube-draft/1') return refused('draft-other-format', { file, format })
  if (isDeeperThan(json, deepest)) return refused('draft-too-deep', { file, limit: deepest })
  const parsed = draftSchema.safeParse(json)
  if (parsed.success) return done(normaliseDraft(parsed.data))
  const [first] = parsed.error.issues
  return refused('draft-wrong-field', {
    file,
    path: pathInWords(first?.path ?? []),
    reason: first?.message ?? '',
    count: parsed.error.issues.length,
  })
}

/** 本物の案の入れ子は十ほど。これより深いものは、たどる関数の段を使いきらせる悪意か誤り。 */
const deepest = 64

/** 入れ子が `limit` 段より深いか。段を一つずつ降り、自分を呼ばない。 */
const isDeeperThan = (json: unknown, limit: number): boolean => {
  let level: readonly unknown[] = [json]
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
    if (level.length === 0) return false
  }
  return true
}

/** JSON の文章から。JSON でなければ断る。 */
export const parseDraftText = (text: string, file = 'shirube-draft'): Result<PlanDraft> => {
  try {
    return parseDraft(JSON.parse(text.replace(/^\uFEFF/, '')), file)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return refused('draft-not-json', { file })
  }
}

/** `['indicators', 3, 'name']` → 'indicators[3].name' */
const pathInWords = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
