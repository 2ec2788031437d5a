import { mainFields } from '#domain/collection/asked-fields.ts'
import { type BoardLine, type BoardTotals, boardLines, boardTotals } from '#domain/collection/board.ts'
import type { CollectionRound, RoundStep } from '#domain/collection/round.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { Unasked } from '#store/board.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'

export type { Unasked } from '#store/board.ts'

/** 進行表。課の役の人には、自分の課の行だけ。 */
export type BoardView = {
  readonly round: CollectionRound
  readonly today: string
  readonly lines: readonly BoardLine[]
  readonly totals: BoardTotals
  /** 開いた・閉じた・開け直したときの記録。 */
  readonly steps: readonly RoundStep[]
  /** まだ尋ねていない指標（照会を回す人にだけ数える）。 */
  readonly unasked: Unasked
  /** 照会を回してよい人か。 */
  readonly manages: boolean
}

const nothing: Unasked = { owned: 0, ownerless: 0 }

/** 照会の進行表。断る符号: `not-permitted`・`rounds.absent`。 */
export const boardView = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
): Promise<Result<BoardView>> => {
  const allowed = permitted(person, 'round-read')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  const manages = permits(person, 'round-manage')
  return app.store.read(
    code,
    async (tx): Promise<Result<BoardView>> => {
      const round = await tx.rounds.get(roundId)
      if (!round) return refused('rounds.absent')
      const facts = await tx.rounds.board(roundId, mainFields(round.asks))
      const units = await tx.organisation.units()
      const members = await tx.members.list()
      const steps = await tx.rounds.steps(roundId)
      const counts = manages && round.status === 'open' && round.asks.actual
      const unasked = counts ? await tx.rounds.unasked(roundId, today) : nothing
      const lines = boardLines({ round, facts, units, members, today })
      return done({ round, today, lines, totals: boardTotals(lines), steps, unasked, manages })
    },
    reachOf(person),
  )
}
