import { givenWhenOpen, type RoundGiven, readRound } from '#domain/collection/read-round.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import type { RoundTrouble } from '#domain/collection/round-check.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 置いた照会か、直すところか、見ていたあいだにほかの人が変えた照会（何も書いていない）。 */
export type RoundSaved =
  | { readonly saved: CollectionRound }
  | { readonly troubles: readonly RoundTrouble[] }
  | { readonly meanwhile: CollectionRound }

/**
 * 照会を作る（`roundId` が null）か、直す。`revision` は、直す人が見ていた版数。
 * 開いた照会で直せるのは、題・案内文・締切・境だけ（尋ねる欄や課は、もう課に届いている）。閉じた照会は直せない。
 * 断る符号: `rounds.absent`・`rounds.is-closed`。
 */
export const saveRound = async (
  app: App,
  person: Person,
  code: string,
  roundId: string | null,
  given: RoundGiven,
  revision: number,
): Promise<Result<RoundSaved>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<RoundSaved>> => {
    const now = roundId === null ? undefined : await tx.rounds.get(roundId)
    if (roundId !== null && !now) return refused('rounds.absent')
    if (now?.status === 'closed') return refused('rounds.is-closed')
    const typed = now?.status === 'open' ? givenWhenOpen(now, given) : given
    const { content, troubles } = readRound(storableGiven(typed), today, now?.deadlines)
    if (troubles.length > 0) return done({ troubles })
    if (now && now.revision !== revision) return done({ meanwhile: now })
    const base = now ?? { ...unopened, id: app.newId() }
    return done({ saved: await tx.rounds.put({ ...base, ...content }) })
  })
}

const unopened = { status: 'draft', opensAt: null, openedAt: null, closedAt: null, reopenedReason: null } as const

const storableGiven = (given: RoundGiven): RoundGiven => ({
  ...given,
  title: storable(given.title),
  guidance: storable(given.guidance),
  texts: given.texts.map((each) => ({ ...each, heading: storable(each.heading) })),
})

/** まだ開いていない照会を消す。断る符号: `rounds.absent`・`rounds.not-draft`。 */
export const removeRound = async (app: App, person: Person, code: string, roundId: string): Promise<Result<null>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<null>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    return (await tx.rounds.remove(roundId)) ? done(null) : refused('rounds.not-draft')
  })
}
