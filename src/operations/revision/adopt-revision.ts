import type { Message } from '#domain/language/message.ts'
import type { Person } from '#domain/people/person.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { contentToAdopt } from '#domain/revision/adopted-content.ts'
import { type LeftToDo, leftToDo } from '#domain/revision/left.ts'
import { isDay } from '#domain/year/day.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { type AtRevision, inRevision } from './at-revision.ts'
import { carryOwners } from './carry-owners.ts'
import { gradingAt } from './grading-at.ts'

/** 決めるときの欄。`seen` は、見ていた案の版数。 */
export type AdoptionGiven = {
  readonly decidedOn: string
  readonly decidedBy: string
  readonly seen: number
  readonly confirmed: boolean
}

export type AdoptOutcome =
  | { readonly kind: 'adopted'; readonly editionId: string }
  | { readonly kind: 'asks'; readonly asks: readonly Message[] }

/**
 * 改訂を決める。新しい版になり、もとの版は旧版としてそのまま残る（次の期では、もとの版もいまの版のまま）。
 * 断る符号: `revision-day-unreadable`・`revision-body-needed`・`revision-moved-meanwhile`・`revision-base-superseded`・
 * `revision-conflicts-left`・`revision-nothing`・`revision-title-taken` と、案を開けないもの。
 */
export const adoptRevision = (
  app: App,
  person: Person,
  code: string,
  id: string,
  given: AdoptionGiven,
): Promise<Result<AdoptOutcome>> =>
  inRevision<AdoptOutcome>(
    app,
    person,
    code,
    id,
    async (at) => {
      const { tx, revision, base, changes, draft, conflicts } = at
      const problem = whyNotAdopted(at, given) ?? (await titleProblem(at))
      if (problem) return { ok: false, problem }
      const decisions = await tx.revisions.decisions(id)
      const { proposals } = await gradingAt(tx, revision, base)
      const asks = questionsLeft(leftToDo(proposals, decisions, changes, conflicts))
      if (asks.length > 0 && !given.confirmed) return done({ kind: 'asks', asks })
      const editionId = await tx.revisions.adopt({
        base,
        revision,
        changes,
        content: contentToAdopt(base.content, draft.content),
        decidedOn: given.decidedOn,
        decidedBy: storable(given.decidedBy.trim()),
      })
      await carryOwners(tx, changes, given.decidedOn, app.newId)
      return done({ kind: 'adopted', editionId })
    },
    'revision-adopt',
  )

const whyNotAdopted = (
  { revision, base, changes, conflicts }: AtRevision,
  { decidedOn, decidedBy, seen }: AdoptionGiven,
): Problem | undefined => {
  const refuse = (code: string, params = {}) => refused(code, params).problem
  if (isSuperseded(base)) return refuse('revision-base-superseded')
  if (conflicts.length > 0) return refuse('revision-conflicts-left', { count: conflicts.length })
  if (revision.kind === 'revision' && changes.length === 0) return refuse('revision-nothing')
  if (!isDay(decidedOn)) return refuse('revision-day-unreadable', { text: decidedOn })
  if (decidedBy.trim() === '') return refuse('revision-body-needed')
  return revision.revision === seen ? undefined : refuse('revision-moved-meanwhile')
}

const titleProblem = async ({ tx, revision, base }: AtRevision): Promise<Problem | undefined> =>
  (await tx.revisions.isTitleTaken(base, revision.title, revision.kind))
    ? refused('revision-title-taken', { title: revision.title }).problem
    : undefined

/** 残したまま決めてよいかを確かめること。 */
export const questionsLeft = ({ undecided, unchanged, unreasoned }: LeftToDo): readonly Message[] =>
  [
    { code: 'revision-left-undecided', params: { count: undecided.length } },
    { code: 'revision-left-unchanged', params: { count: unchanged.length } },
    { code: 'revision-left-unreasoned', params: { count: unreasoned.length } },
  ].filter(({ params }) => params.count > 0)
