import { mainFields } from '#domain/collection/asked-fields.ts'
import { boardLines } from '#domain/collection/board.ts'
import { readExpected } from '#domain/collection/read-answer.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { inOrder, type Waiting, waiting, waitingInRound } from '#domain/collection/waiting.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { daysBetween } from '#domain/year/calendar.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { committeeWaiting } from '../committee/waiting.ts'
import { evaluationsAwaited } from '../evaluation/evaluations-awaited.ts'
import { reachOf } from '../people/acting-person.ts'
import { waitingInstructions } from '../priority/waiting-instructions.ts'
import { sheetsWaiting } from '../priority/waiting-sheets.ts'

export type { Waiting } from '#domain/collection/waiting.ts'

/** あなたの仕事の頁。`next` は、つぎに開く照会（何も待っていないとき、いつ何が来るかを言う）。 */
export type WorkView = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly waiting: readonly Waiting[]
  readonly next: Pick<CollectionRound, 'title' | 'opensAt'> | null
  /** 開いている照会の数。 */
  readonly open: number
  /** まだ終わらない市長指示事項の数。見てよい人でなければ null。 */
  readonly instructions: number | null
}

/** この人を待っているもの。締切の早い順。 */
export const waitingFor = async (app: App, person: Person, code: string): Promise<readonly Waiting[]> =>
  (await workView(app, person, code)).waiting

/** 待っているものと、つぎに来るもの。 */
export const workView = ({ store, now }: App, person: Person, code: string): Promise<WorkView> =>
  store.read(
    code,
    async (tx) => {
      const today = dayInJapan(now())
      const rounds = await tx.rounds.list()
      const open = rounds.filter(({ status }) => status === 'open')
      const instructions = permits(person, 'priority-read') ? await tx.instructions.of({ open: true }) : null
      const found = [
        ...(permits(person, 'round-read') ? await inRounds(tx, person, open, today) : []),
        ...(permits(person, 'round-manage') ? await forPlanner(tx, rounds, today) : []),
        ...(permits(person, 'people-manage') ? await forAdministrator(tx) : []),
        ...(await committeeWaiting(tx, person, today)),
        ...(await waitingInstructions(tx, person, instructions ?? [], today)),
        ...(await sheetsWaiting(tx, person, today)),
        ...(await evaluationsAwaited(tx, person, today)),
      ]
      return {
        municipality: { code, name: (await tx.name()) ?? code },
        waiting: inOrder(found),
        next: rounds.findLast(({ status }) => status === 'scheduled') ?? null,
        open: open.length,
        instructions: instructions?.length ?? null,
      }
    },
    reachOf(person),
  )

const inRounds = async (
  tx: ReadTransaction,
  person: Person,
  open: readonly CollectionRound[],
  today: string,
): Promise<readonly Waiting[]> => {
  if (open.length === 0) return []
  const [units, members] = [await tx.organisation.units(), await tx.members.list()]
  const found: Waiting[] = []
  for (const round of open) {
    const facts = await tx.rounds.board(round.id, mainFields(round.asks))
    const lines = boardLines({ round, facts, units, members, today })
    found.push(...waitingInRound(person, { round, lines, unseen: await tx.waiting.unseenStandIns(round.id) }))
  }
  return found
}

/** 照会のほかに企画課を待っているもの：予定の照会、担当のない指標、人のいない課、疑わしい読み、未公表の期限。 */
const forPlanner = async (
  tx: ReadTransaction,
  rounds: readonly CollectionRound[],
  today: string,
): Promise<readonly Waiting[]> => {
  const ownerless = (await tx.owners.ownerless(today)).length
  const unstaffed = await tx.waiting.unstaffed(today)
  const doubtful = await tx.waiting.doubtful()
  return [
    ...rounds.flatMap((round) => beforeOpening(round, today)),
    ...(ownerless > 0 ? [waiting('ownerless', '', { count: ownerless })] : []),
    ...(unstaffed.length > 0
      ? [waiting('unstaffed', '', { count: unstaffed.length, note: unstaffed.map(({ name }) => name).join('・') })]
      : []),
    ...doubtful.map(({ editionId, title, count }) => waiting('doubtful', title, { count, at: { editionId } })),
    ...(await unpublishedDue(tx, today)),
  ]
}

const beforeOpening = ({ id, title, status, opensAt }: CollectionRound, today: string): readonly Waiting[] => {
  if (status === 'draft') return [waiting('draft', title, { at: { roundId: id } })]
  if (status !== 'scheduled' || opensAt === null) return []
  const due = dayInJapan(new Date(opensAt))
  return [waiting('scheduled', title, { due, left: daysBetween(today, due), at: { roundId: id } })]
}

/** 公表の見込みが来たもの。月だけの見込みは、その月が来たら。 */
const unpublishedDue = async (tx: ReadTransaction, today: string): Promise<readonly Waiting[]> => {
  const all = await tx.actuals.unpublished()
  return all.flatMap(({ indicatorId, editionId, name, figure }) => {
    const expected = figure.remark === undefined ? undefined : readExpected(figure.remark)
    if (expected === undefined || today.slice(0, expected.length) < expected) return []
    const about = { note: figure.raw, at: { editionId, indicatorId } }
    const due = expected.length === 7 ? {} : { due: expected, left: daysBetween(today, expected) }
    return [waiting('unpublished', name, { ...about, ...due })]
  })
}

const forAdministrator = async (tx: ReadTransaction): Promise<readonly Waiting[]> => {
  const invited = (await tx.members.list()).filter(({ status }) => status === 'invited').length
  return invited > 0 ? [waiting('invited', '', { count: invited })] : []
}
