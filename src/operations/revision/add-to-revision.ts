import type { Person } from '#domain/people/person.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { entryIn } from '#domain/revision/apply-changes.ts'
import { whyNotRevised } from '#domain/revision/ask-change.ts'
import { groundIn } from '#domain/revision/ground.ts'
import { newEntry } from '#domain/revision/new-entry.ts'
import { readTyped } from '#domain/revision/read-typed.ts'
import { type EntryOf, type RevisableKind, removal, wholeEntry } from '#domain/revision/revisable.ts'
import { type Typed, typedOf } from '#domain/revision/typed-entry.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { inRevision } from './at-revision.ts'
import { reasonProblem, storableTyped } from './change-revision.ts'
import { gradingAt } from './grading-at.ts'

/** 新しい一件。`replaces` は、置きかわる指標（差替え）。 */
export type AddGiven = {
  readonly on: RevisableKind
  readonly under: string | null
  readonly typed: Typed
  readonly replaces: string | null
  readonly reason: string
  readonly ground: string
}

/** 入れた一件の id か、欄の断り（何も書いていない）。 */
export type AddOutcome =
  | { readonly kind: 'added'; readonly subjectId: string }
  | { readonly kind: 'fields'; readonly problems: ReadonlyMap<string, Problem> }

/**
 * 節・指標・事業を新しく入れる。差替えなら、いまの指標を載せなくする変更もいっしょに書く。
 * 断る符号: `revision-subject-absent`（差し替える指標がもうない）・`revision-unit-differs` と、案を開けないもの。
 */
export const addToRevision = (
  app: App,
  person: Person,
  code: string,
  id: string,
  given: AddGiven,
): Promise<Result<AddOutcome>> =>
  inRevision<AddOutcome>(app, person, code, id, async (at) => {
    const problem = reasonProblem(given.reason)
    if (problem) return { ok: false, problem }
    const { tx, revision, base } = at
    const replaced = given.replaces === null ? null : (entryIn(base.content, 'indicator', given.replaces) ?? null)
    if (given.replaces !== null && !replaced) return refused('revision-subject-absent')
    const subjectId = app.newId()
    const read = entryTyped(subjectId, given)
    if (read.problems.size > 0) return done({ kind: 'fields', problems: read.problems })
    const refusal = given.on === 'indicator' ? whyNotRevised(read.entry as Indicator) : undefined
    if (refusal) return { ok: false, problem: refusal }
    const grading = await gradingAt(tx, revision, base)
    const ground = groundIn(given.ground, grading.groundOf(given.replaces ?? subjectId))
    const why = { reason: storable(given.reason.trim()), ground }
    await tx.revisions.change(id, [
      {
        on: given.on,
        subjectId,
        op: 'add',
        field: wholeEntry,
        before: null,
        after: read.entry,
        replaces: given.replaces,
        ...why,
      },
      ...(replaced ? [{ ...removal('indicator', replaced), ...why }] : []),
    ])
    return done({ kind: 'added', subjectId })
  })

/** 打たれた字から作った一件。名（題）は必ず要る。 */
const entryTyped = (subjectId: string, { on, under, typed }: AddGiven) => {
  const blank = newEntry(on, subjectId, under)
  const shown = typedOf(on, blank)
  const title = on === 'node' ? 'title' : 'name'
  const { fields, problems } = readTyped(on, blank, storableTyped(typed), shown)
  const missing =
    fields.has(title) || problems.has(title) ? [] : [[title, refused('revision-name-empty').problem] as const]
  const entry = { ...blank, ...Object.fromEntries(fields) } as EntryOf[RevisableKind]
  return { entry, problems: new Map([...problems, ...missing]) }
}
