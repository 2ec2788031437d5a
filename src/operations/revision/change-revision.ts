import type { Message } from '#domain/language/message.ts'
import type { Person } from '#domain/people/person.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { sameWritten } from '#domain/plan/field-changes.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { entryIn } from '#domain/revision/apply-changes.ts'
import { questionsAbout, whyNotRevised } from '#domain/revision/ask-change.ts'
import { groundIn } from '#domain/revision/ground.ts'
import { readTyped, touchedFields } from '#domain/revision/read-typed.ts'
import { type EntryOf, fieldOf, type RevisableKind } from '#domain/revision/revisable.ts'
import type { RevisionChange } from '#domain/revision/revision.ts'
import { fieldOfInput, type Typed, typedOf } from '#domain/revision/typed-entry.ts'
import type { WrittenChange } from '#store/plan-revisions.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { type AtRevision, inRevision, longestReason } from './at-revision.ts'
import { gradingAt } from './grading-at.ts'

/** 一件の直し。`shown` は頁に見せていた字で、違う欄だけが直したところ。`confirmed` は、確かめに「このまま」と答えたか。 */
export type ChangeGiven = {
  readonly on: RevisableKind
  readonly subjectId: string
  readonly typed: Typed
  readonly shown: Typed
  readonly reason: string
  readonly ground: string
  readonly confirmed: boolean
}

/** 打っているあいだに、ほかの人が直した欄。 */
export type Meanwhile = {
  readonly field: string
  readonly mine: Typed
  readonly theirs: Typed
  readonly by: string | null
}

/** 書いた（`changed` は変わった欄の数）か、まだ何も書いていない：欄の断り・確かめ・ほかの人の直し。 */
export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly changed: number }
  | { readonly kind: 'fields'; readonly problems: ReadonlyMap<string, Problem> }
  | { readonly kind: 'asks'; readonly asks: readonly Message[] }
  | { readonly kind: 'meanwhile'; readonly fields: readonly Meanwhile[] }

/**
 * 節・指標・事業の一件を直す。欄ごとに一つの変更になり、もとの版の値に戻せば、その変更はなくなる。
 * 断る符号: `revision-subject-absent`・`revision-unit-differs`・`revision-reason-long` と、案を開けないもの。
 */
export const changeRevision = (
  app: App,
  person: Person,
  code: string,
  id: string,
  given: ChangeGiven,
): Promise<Result<ChangeOutcome>> =>
  inRevision<ChangeOutcome>(app, person, code, id, async (at) => {
    const problem = reasonProblem(given.reason)
    if (problem) return { ok: false, problem }
    const before = entryIn(at.draft.content, given.on, given.subjectId)
    if (!before) return refused('revision-subject-absent')
    return changeEntry(at, before, given)
  })

/** 理由の断り（長すぎる）。 */
export const reasonProblem = (reason: string): Problem | undefined =>
  reason.length > longestReason ? refused('revision-reason-long', { limit: longestReason }).problem : undefined

/** 取引の中で一件を直す。 */
export const changeEntry = async (
  at: AtRevision,
  before: EntryOf[RevisableKind],
  given: ChangeGiven,
): Promise<Result<ChangeOutcome>> => {
  const { tx, revision } = at
  const typed = storableTyped(given.typed)
  const meanwhile = changedMeanwhile(at, before, { ...given, typed })
  if (meanwhile.length > 0) return done({ kind: 'meanwhile', fields: meanwhile })
  const { fields, problems } = readTyped(given.on, before, typed, given.shown)
  if (problems.size > 0) return done({ kind: 'fields', problems })
  const after = { ...before, ...Object.fromEntries(fields) } as EntryOf[RevisableKind]
  const grading = await gradingAt(tx, revision, at.base)
  if (given.on === 'indicator') {
    const refusal = fields.size > 0 ? whyNotRevised(after as Indicator) : undefined
    if (refusal) return { ok: false, problem: refusal }
    const action = grading.policyOf(given.subjectId)?.action ?? null
    const asks = questionsAbout(before as Indicator, after as Indicator, revision, action)
    if (asks.length > 0 && !given.confirmed) return done({ kind: 'asks', asks })
  }
  const ground = groundIn(given.ground, grading.groundOf(given.subjectId))
  const reason = storable(given.reason.trim())
  const written = await writeFields(at, given, fields, { reason, ground })
  return done({ kind: 'changed', changed: written })
}

/** 倉庫に置ける字にした欄。 */
export const storableTyped = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, storable(text)]))

/** 触れた欄のうち、見せたときといまの案の値が違うもの。 */
const changedMeanwhile = (
  { changes }: AtRevision,
  before: EntryOf[RevisableKind],
  { on, subjectId, typed, shown }: ChangeGiven,
): readonly Meanwhile[] => {
  const now = typedOf(on, before)
  const own = (field: string, all: Typed): Typed =>
    Object.fromEntries(Object.entries(all).filter(([name]) => fieldOfInput(name) === field))
  const moved = new Set(touchedFields(shown, now))
  return touchedFields(typed, shown)
    .filter((field) => moved.has(field) && touchedFields(own(field, typed), own(field, now)).length > 0)
    .map((field) => ({
      field,
      mine: own(field, typed),
      theirs: own(field, now),
      by: changes.find((change) => change.subjectId === subjectId && change.field === field)?.by ?? null,
    }))
}

/** 読めた欄を変更にして書く。もとの版の値と同じになった欄の変更は取りやめる。新しく入れた一件なら、その一件を書き直す。 */
const writeFields = async (
  { tx, revision, base, changes }: AtRevision,
  { on, subjectId }: ChangeGiven,
  fields: ReadonlyMap<string, unknown>,
  why: Pick<RevisionChange, 'reason' | 'ground'>,
): Promise<number> => {
  const own = changes.filter((change) => change.on === on && change.subjectId === subjectId)
  const added = own.find(({ op }) => op === 'add')
  if (added) {
    const after = { ...(added.after as object), ...Object.fromEntries(fields) }
    await tx.revisions.change(revision.id, [{ ...added, after, ...whyOr(why, added) }])
    return fields.size
  }
  const original = entryIn(base.content, on, subjectId)
  if (!original) return 0
  const [back, next]: [string[], WrittenChange[]] = [[], []]
  for (const [field, after] of fields) {
    const before = fieldOf(original, field)
    const earlier = own.find((change) => change.field === field)
    if (!sameWritten(before, after))
      next.push({ on, subjectId, op: 'set', field, before, after, replaces: null, ...why })
    else if (earlier) back.push(earlier.id)
  }
  // 値に触れず理由だけを書いたときは、この一件の変更の理由を改める。
  const reasoned = fields.size === 0 && why.reason !== '' ? own.map((change) => ({ ...change, ...why })) : []
  await tx.revisions.undo(revision.id, back)
  await tx.revisions.change(revision.id, [...next, ...reasoned])
  return next.length + back.length + reasoned.length
}

const whyOr = (why: Pick<RevisionChange, 'reason' | 'ground'>, earlier: RevisionChange) =>
  why.reason === '' ? { reason: earlier.reason, ground: earlier.ground } : why
