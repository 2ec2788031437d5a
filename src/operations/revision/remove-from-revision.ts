import type { Message } from '#domain/language/message.ts'
import type { Person } from '#domain/people/person.ts'
import { editionsOfPlan } from '#domain/plan/current-edition.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { entryIn } from '#domain/revision/apply-changes.ts'
import { groundIn } from '#domain/revision/ground.ts'
import { type RevisableKind, removal } from '#domain/revision/revisable.ts'
import type { RevisionChange } from '#domain/revision/revision.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { type AtRevision, inRevision } from './at-revision.ts'
import { reasonProblem } from './change-revision.ts'
import { gradingAt } from './grading-at.ts'

export type RemoveGiven = {
  readonly on: RevisableKind
  readonly subjectId: string
  readonly reason: string
  readonly ground: string
  readonly confirmed: boolean
}

export type RemoveOutcome = { readonly kind: 'removed' } | { readonly kind: 'asks'; readonly asks: readonly Message[] }

/**
 * 一件を載せなくする。理由が要り、公表したものが引いていれば確かめる（公表したものは変わらない）。改訂で入れたものは、入れる前に戻る。
 * 断る符号: `revision-subject-absent`・`revision-reason-needed`・`revision-node-holds`。
 */
export const removeFromRevision = (
  app: App,
  person: Person,
  code: string,
  id: string,
  given: RemoveGiven,
): Promise<Result<RemoveOutcome>> =>
  inRevision<RemoveOutcome>(app, person, code, id, async (at) => {
    const { tx, revision, base, changes, draft } = at
    const { on, subjectId } = given
    const problem = reasonProblem(given.reason)
    if (problem) return { ok: false, problem }
    const entry = entryIn(draft.content, on, subjectId)
    if (!entry) return refused('revision-subject-absent')
    const holds = on === 'node' ? heldBy(draft.content, subjectId) : undefined
    if (holds) return { ok: false, problem: holds }
    const added = changes.filter((change) => change.subjectId === subjectId && change.on === on)
    if (added.some(({ op }) => op === 'add')) {
      await tx.revisions.undo(id, addedWith(changes, subjectId))
      return done({ kind: 'removed' })
    }
    const reason = storable(given.reason.trim())
    if (reason === '') return refused('revision-reason-needed')
    const original = entryIn(base.content, on, subjectId)
    if (!original) return refused('revision-subject-absent')
    const cited = given.confirmed
      ? []
      : await publicationsCiting(at, 'name' in original ? original.name : original.title)
    if (cited.length > 0)
      return done({
        kind: 'asks',
        asks: [
          { code: 'revision-ask-published', params: { titles: cited.slice(0, 3).join('、'), count: cited.length } },
        ],
      })
    const grading = await gradingAt(tx, revision, base)
    const ground = groundIn(given.ground, grading.groundOf(subjectId))
    await tx.revisions.change(id, [{ ...removal(on, original), reason, ground }])
    return done({ kind: 'removed' })
  })

/** 入れた一件の変更と、差替えで載せなくした片われの変更。 */
export const addedWith = (changes: readonly RevisionChange[], subjectId: string): readonly string[] => {
  const replaced = changes.find((change) => change.subjectId === subjectId && change.op === 'add')?.replaces
  return changes
    .filter((change) => change.subjectId === subjectId || (change.op === 'remove' && change.subjectId === replaced))
    .map((change) => change.id)
}

/** 節の下に残っているもの。 */
const heldBy = ({ nodes, indicators, projects }: PlanContent, id: string): Problem | undefined => {
  const counts = {
    nodes: nodes.filter(({ parent }) => parent === id).length,
    indicators: indicators.filter(({ node }) => node === id).length,
    projects: projects.filter((project) => project.nodes.every((node) => node === id) && project.nodes.length > 0)
      .length,
  }
  return counts.nodes + counts.indicators + counts.projects === 0
    ? undefined
    : refused('revision-node-holds', counts).problem
}

/** この計画の版の公表物で、中身に名が出てくるものの題。中身は JSON なので、名も JSON の書き方で探す。 */
const publicationsCiting = async ({ tx, base }: AtRevision, name: string): Promise<readonly string[]> => {
  const editions = editionsOfPlan(await tx.editions.headings(), base)
  return tx.publications.citing(
    editions.map(({ id }) => id),
    JSON.stringify(name).slice(1, -1),
  )
}
