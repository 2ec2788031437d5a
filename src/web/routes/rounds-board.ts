import { boardFilters } from '#domain/collection/board.ts'
import type { Problem } from '#domain/problem.ts'
import { addLateItems } from '#operations/collection/add-late-items.ts'
import { boardView } from '#operations/collection/board.ts'
import { closeRound, reopenRound } from '#operations/collection/close-round.ts'
import { extendDeadlines, remindDepartments, type Urged, type Whom } from '#operations/collection/urge.ts'
import type { UrgeGiven } from '../components/rounds/board-acts.tsx'
import { listed } from '../components/rounds/round-words.tsx'
import type { Form } from '../form.ts'
import type { Frame } from '../frame.ts'
import { numberIn } from '../number-in.ts'
import { type BoardAsked, boardPage } from '../pages/rounds/board-page.tsx'
import { closePage } from '../pages/rounds/close-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { cityOf, noCity, troubled } from './rounds-at.ts'

/** 進行表と、催促・延長・指標を足す・閉じる・開け直す。 */
export const boardRoutes: readonly Route[] = [
  ['/:code/rounds/:round', board],
  ['/:code/rounds/:round/close', confirmClose],
]

export const boardActs: readonly Act[] = [
  ['/:code/rounds/:round/remind', remind],
  ['/:code/rounds/:round/extend', extend],
  ['/:code/rounds/:round/add', add],
  ['/:code/rounds/:round/close', close],
  ['/:code/rounds/:round/reopen', reopen],
]

async function board(visit: Visit): Promise<Shown> {
  return showBoard(visit, askedIn(visit), didIn(visit))
}

const showBoard = async (
  visit: Visit,
  asked: BoardAsked,
  did: readonly string[],
  given?: UrgeGiven,
): Promise<Shown> => {
  const municipality = await cityOf(visit)
  if (!municipality) return noCity(visit)
  const { app, person, frame, param } = visit
  const view = await boardView(app, person, municipality.code, param('round'))
  if (!view.ok) return troubled(view.problem)
  const html = boardPage({ frame, municipality, person, view: view.value, asked, did, ...(given && { given }) })
  return { html, ...(given && { status: 422 as const }) }
}

const askedIn = ({ query }: Visit): BoardAsked => ({
  state: boardFilters.find((each) => each === query('state')),
  sort: query('sort') === 'department' ? 'department' : 'due',
})

/** 送信のあとの進行表で言う、したこと。 */
const didIn = ({ frame, query }: Visit): readonly string[] => {
  const did = query('did')
  const [count, skipped] = [numberIn(query('count'), 5) ?? 0, numberIn(query('skipped'), 5) ?? 0]
  const more = skipped > 0 ? [frame.t('rounds.do-skipped', { count: skipped })] : []
  if (did === 'remind' || did === 'extend') return [frame.t(`rounds.do-${did}`, { count }), ...more]
  if (did === 'add') return [frame.t('rounds.do-add', { count })]
  if (did === 'open' || did === 'close' || did === 'reopen' || did === 'save') return [frame.t(`rounds.do-${did}`)]
  return []
}

const nothingAsked: BoardAsked = { state: undefined, sort: 'due' }

/** 断ったあとの進行表。打ったまま。 */
const refusedBoard = (visit: Visit, act: UrgeGiven['act'], sent: Form, refused: Problem): Promise<Shown> =>
  refused.kind === 'not-permitted' || refused.kind === 'rounds.absent'
    ? Promise.resolve(troubled(refused))
    : showBoard(visit, nothingAsked, [], {
        act,
        whom: sent.text('whom'),
        ids: sent.all('response'),
        note: sent.text('note'),
        to: sent.text('to'),
        reason: sent.text('reason'),
        refused,
      })

/** どの課に。印を付けた課があって「選んだ課」なら、その課。 */
const whomIn = (sent: Form): Whom => {
  const whom = sent.text('whom')
  return whom === 'ticked' ? sent.all('response') : whom === 'overdue' ? 'overdue' : 'unsubmitted'
}

const seeUrged = (frame: Frame, visit: Visit, did: 'remind' | 'extend', urged: Urged): Acted => ({
  see: frame.to.round(visit.param('code'), visit.param('round'), {
    did,
    count: urged.done,
    ...(urged.skipped > 0 && { skipped: urged.skipped }),
  }),
})

async function remind(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const asked = { whom: whomIn(sent), note: sent.text('note') }
  const urged = await remindDepartments(app, person, param('code'), param('round'), asked)
  return urged.ok ? seeUrged(frame, visit, 'remind', urged.value) : refusedBoard(visit, 'remind', sent, urged.problem)
}

async function extend(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const asked = { whom: whomIn(sent), to: sent.text('to'), reason: sent.text('reason') }
  const urged = await extendDeadlines(app, person, param('code'), param('round'), asked)
  return urged.ok ? seeUrged(frame, visit, 'extend', urged.value) : refusedBoard(visit, 'extend', sent, urged.problem)
}

/** 足さなかった課があれば、その名を言うために、送り直さずに進行表を見せる。 */
async function add(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const added = await addLateItems(app, person, param('code'), param('round'))
  if (!added.ok) return refusedBoard(visit, 'add', sent, added.problem)
  const { added: count, submitted } = added.value
  if (submitted.length === 0) return { see: frame.to.round(param('code'), param('round'), { did: 'add', count }) }
  const names = listed(frame, submitted)
  return showBoard(visit, nothingAsked, [
    frame.t('rounds.do-add', { count }),
    frame.t('rounds.do-add-submitted', { names }),
  ])
}

async function confirmClose(visit: Visit): Promise<Shown> {
  return showClose(visit, undefined)
}

const showClose = async (visit: Visit, refused: Problem | undefined): Promise<Shown> => {
  const municipality = await cityOf(visit)
  if (!municipality) return noCity(visit)
  const { app, person, frame, param } = visit
  const view = await boardView(app, person, municipality.code, param('round'))
  if (!view.ok) return troubled(view.problem)
  const html = closePage({ frame, municipality, view: view.value, refused })
  return { html, ...(refused && { status: 422 as const }) }
}

async function close(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const revision = numberIn(sent.text('revision'), 9)
  const closed = await closeRound(app, person, param('code'), param('round'), {
    despiteUnaccepted: sent.text('despite') !== '',
    ...(revision !== undefined && { revision }),
  })
  if (!closed.ok)
    return closed.problem.kind === 'rounds.absent' ? troubled(closed.problem) : showClose(visit, closed.problem)
  return { see: frame.to.round(param('code'), closed.value.id, { did: 'close' }) }
}

async function reopen(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const reopened = await reopenRound(app, person, param('code'), param('round'), { reason: sent.text('reason') })
  if (!reopened.ok) return refusedBoard(visit, 'reopen', sent, reopened.problem)
  return { see: frame.to.round(param('code'), reopened.value.id, { did: 'reopen' }) }
}
