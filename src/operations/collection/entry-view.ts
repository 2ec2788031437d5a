import { areQuestionsAnswered, isComplete } from '#domain/collection/completeness.ts'
import { type Due, dueOf, isOverdue } from '#domain/collection/due.ts'
import { type ItemRow, itemRow } from '#domain/collection/item-row.ts'
import type { Response, ResponseStep } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { Evidence } from '#store/evidence.ts'
import type { ItemComment } from '#store/item-comments.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { notEnterable, type ResponseAtHand, responseAtHand } from './enterable-response.ts'

export type { Evidence } from '#store/evidence.ts'
export type { ItemComment } from '#store/item-comments.ts'

/** 入力の頁の一行。 */
export type EntryRow = ItemRow & {
  readonly files: readonly Evidence[]
  readonly comments: readonly ItemComment[]
}

/** 入力の頁に要るもの。 */
export type EntryView = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly round: CollectionRound
  readonly response: Response
  readonly department: string
  /** 尋ねている計画。二つ以上なら、頁は計画ごとに分ける。 */
  readonly plans: readonly { readonly id: string; readonly title: string }[]
  readonly rows: readonly EntryRow[]
  readonly steps: readonly ResponseStep[]
  readonly complete: boolean
  readonly questionsAnswered: boolean
  readonly due: Due | null
  readonly overdue: boolean
  /** 日本の今日。 */
  readonly today: string
  /** この人が、いま、できること。 */
  readonly may: {
    readonly enter: boolean
    readonly submit: boolean
    readonly withdraw: boolean
    readonly comment: boolean
  }
}

/** 版を取り出す口。頁は、覚えている棚から渡す（渡さなければ倉庫から）。 */
export type EditionSource = (id: string) => Promise<Edition | undefined>

/**
 * 課の回答の、入力の頁。読んでよい人（`answer-read`）なら、入れられない人にも見せる。
 * 断る符号: `entry-absent`・`not-permitted`。
 */
export const entryView = async (
  app: App,
  person: Person,
  code: string,
  responseId: string,
  editionOf: EditionSource = (id) => app.store.read(code, (tx) => tx.editions.get(id)),
): Promise<Result<EntryView>> => {
  const found = await app.store.read(
    code,
    async (tx) => {
      const at = await responseAtHand(tx, person, responseId, 'answer-read')
      if (!at.ok) return at
      return done({
        at: at.value,
        name: (await tx.name()) ?? code,
        answers: await tx.responses.answers(responseId),
        files: await tx.responses.evidence(responseId),
        comments: await tx.responses.comments(responseId),
        steps: await tx.responses.steps(responseId),
        department: (await tx.organisation.nameOf(at.value.response.departmentId)) ?? '',
      })
    },
    reachOf(person),
  )
  if (!found.ok) return found
  const { at, name, answers, files, comments, steps, department } = found.value
  const { response, round, items } = at
  const editions = new Map<string, Edition | undefined>()
  for (const id of new Set(items.map(({ editionId }) => editionId))) editions.set(id, await editionOf(id))
  const rows = items.map((item): EntryRow => {
    const of = <T extends { readonly itemId: string }>(each: readonly T[]) =>
      each.filter(({ itemId }) => itemId === item.id)
    const own = of(files)
    const row = itemRow({
      round,
      item,
      edition: editions.get(item.editionId),
      answers: of(answers),
      evidence: own.length,
    })
    return { ...row, files: own, comments: of(comments) }
  })
  const missing = rows.flatMap((row) => row.missing)
  const today = dayInJapan(app.now())
  const due = dueOf(round, response)
  return done({
    municipality: { code, name },
    round,
    response,
    department,
    plans: [...editions.values()].flatMap((edition) => (edition ? [{ id: edition.id, title: edition.title }] : [])),
    rows,
    steps,
    complete: isComplete(missing),
    questionsAnswered: areQuestionsAnswered(missing),
    due,
    overdue: isOverdue(due, today),
    today,
    may: whatMay(person, at),
  })
}

const whatMay = (person: Person, at: ResponseAtHand): EntryView['may'] => {
  const { response, round } = at
  const open = notEnterable(at) === undefined
  const may = (act: 'answer-enter' | 'answer-submit') => permits(person, act, response.departmentId)
  return {
    enter: open && may('answer-enter'),
    submit: open && may('answer-submit'),
    withdraw: round.status === 'open' && response.state === 'submitted' && may('answer-submit'),
    comment: round.status !== 'closed',
  }
}
