import { type ItemRow, itemRow } from '#domain/collection/item-row.ts'
import type { Response, ResponseStep } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { standInAmong } from '#domain/collection/steps-taken.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { permitted } from '../people/acting-person.ts'
import type { EditionSource } from './entry-view.ts'

/** まとめて受理の一行。 */
export type AcceptLine = {
  readonly response: Response
  readonly department: string
  readonly items: number
  /** 入力のときの尋ねに「このままでよい」と答えた数。 */
  readonly confirmed: number
  /** 値のないもの、暫定値の数。 */
  readonly absent: number
  readonly provisional: number
  /** これまでに差し戻された数。 */
  readonly returns: number
  /** 代決で、まだ後閲されていない。 */
  readonly unseen: boolean
}

/** まとめて受理の頁に要るもの。 */
export type AcceptView = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly round: CollectionRound
  readonly lines: readonly AcceptLine[]
  /** まだ受理できない回答の数（入力中・課長の確認待ち）と、受理済みの数。 */
  readonly pending: number
  readonly accepted: number
  /** 照会のすべての回答の id → 課の名。 */
  readonly departments: ReadonlyMap<string, string>
}

/** 受理を待つ回答の一覧。断る符号: `not-permitted`・`flow.round-absent`。 */
export const acceptView = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  editionOf: EditionSource,
): Promise<Result<AcceptView>> => {
  const allowed = permitted(person, 'answer-accept')
  if (!allowed.ok) return allowed
  const found = await app.store.read(code, async (tx) => {
    const round = await tx.rounds.get(roundId)
    if (!round) return undefined
    const responses = await tx.responses.ofRound(roundId)
    const ready = responses.filter(({ state }) => state === (round.approval ? 'approved' : 'submitted'))
    const steps = new Map<string, readonly ResponseStep[]>()
    for (const { id } of ready) steps.set(id, await tx.responses.steps(id))
    return {
      round,
      responses,
      ready: ready.map((response) => ({ response, steps: steps.get(response.id) ?? [] })),
      units: await tx.organisation.units(),
      items: Map.groupBy(await tx.responses.itemsOfRound(roundId), ({ responseId }) => responseId),
      answers: Map.groupBy(await tx.responses.answersOfRound(roundId), ({ itemId }) => itemId),
      name: (await tx.name()) ?? code,
    }
  })
  if (!found) return refused('flow.round-absent')
  const { round, responses, ready, units, items, answers, name } = found
  const editions = new Map<string, Edition | undefined>()
  for (const id of round.editionIds) editions.set(id, await editionOf(id))
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  const departments = new Map(responses.map(({ id, departmentId }) => [id, nameOf.get(departmentId) ?? '']))
  const lines = ready.map(({ response, steps }): AcceptLine => {
    const rows = (items.get(response.id) ?? []).map((item) =>
      itemRow({ round, item, edition: editions.get(item.editionId), answers: answers.get(item.id) ?? [], evidence: 0 }),
    )
    const standIn = standInAmong(steps)
    return {
      response,
      department: departments.get(response.id) ?? '',
      ...countsOf(rows),
      returns: steps.filter(({ to }) => to === 'returned').length,
      unseen: standIn !== undefined && standIn.seen === undefined,
    }
  })
  const order = new Map(units.map(({ id }, index) => [id, index]))
  const accepted = responses.filter(({ state }) => state === 'accepted').length
  return done({
    municipality: { code, name },
    round,
    lines: lines.toSorted(
      (a, b) => (order.get(a.response.departmentId) ?? 0) - (order.get(b.response.departmentId) ?? 0),
    ),
    departments,
    pending: responses.length - lines.length - accepted,
    accepted,
  })
}

const countsOf = (rows: readonly ItemRow[]): Pick<AcceptLine, 'items' | 'confirmed' | 'absent' | 'provisional'> => {
  const actuals = rows.flatMap(({ answers }) =>
    answers.flatMap(({ value }) => (value.kind === 'actual' ? [value] : [])),
  )
  return {
    items: rows.length,
    confirmed: rows.reduce((sum, { questions, open }) => sum + questions.length - open.length, 0),
    absent: actuals.filter(({ absence }) => absence !== null).length,
    provisional: actuals.filter(({ provisional }) => provisional).length,
  }
}
