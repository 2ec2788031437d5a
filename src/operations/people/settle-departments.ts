import type { OrganisationUnit } from '#domain/people/organisation.ts'
import { joinedState, type ResponseMove, responseMoves } from '#domain/people/response-moves.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReadTransaction, WriteTransaction } from '#store/tenant.ts'
import type { Act } from '#store/writing.ts'
import type { App } from '../app.ts'
import { moveSheetsToHeirs, sheetMovesDue } from '../priority/follow-departments.ts'

/**
 * 機構改革の日が来た課の、開いている照会の回答と、閉じていない重点目標調書を後継へ移す。移した回答の数を返す。
 * 何度呼んでも同じ（移すものがなければ何も書かない）。時計（毎日）と、その日から働く機構改革を決めたときに呼ぶ。
 */
export const settleDepartments = async (app: App, code: string, act: Act): Promise<number> => {
  const due = await app.store.read(
    code,
    async (tx) => (await movesDue(tx, app)).length + (await sheetMovesDue(tx, dayInJapan(app.now()))).length,
  )
  if (due === 0) return 0
  return app.store.write(code, act, (tx) => settleIn(tx, app))
}

const movesDue = async (
  tx: Pick<ReadTransaction, 'organisation' | 'owners' | 'rounds' | 'responses'>,
  { now, newId }: Pick<App, 'now' | 'newId'>,
): Promise<readonly ResponseMove[]> => {
  const day = dayInJapan(now())
  const units = await tx.organisation.units()
  if (!units.some(({ validTo }) => validTo !== null && validTo < day)) return []
  const open = (await tx.rounds.list()).filter(({ status }) => status === 'open')
  const responses = []
  const items = []
  for (const { id } of open) {
    responses.push(...(await tx.responses.ofRound(id)))
    items.push(...(await tx.responses.itemsOfRound(id)))
  }
  return responseMoves({ day, units, owners: await tx.owners.list(), responses, items }, newId)
}

/** 書く取引の中で移す。 */
export const settleIn = async (tx: WriteTransaction, app: Pick<App, 'now' | 'newId'>): Promise<number> => {
  const responses = await settleResponses(tx, app)
  await moveSheetsToHeirs(tx, dayInJapan(app.now()))
  return responses
}

const settleResponses = async (tx: WriteTransaction, app: Pick<App, 'now' | 'newId'>): Promise<number> => {
  const moves = await movesDue(tx, app)
  if (moves.length === 0) return 0
  const units = await tx.organisation.units()
  const before = await statesBefore(tx, moves)
  await tx.responses.moveToSuccessors(moves)
  for (const [to, its] of Map.groupBy(moves, (move) => move.to)) {
    const response = await tx.responses.get(to)
    if (!response) throw new Error(`a response just moved was not found: ${to}`)
    const joined = its.some(({ kind }) => kind === 'joined')
    const states = [response.state, ...its.flatMap(({ from }) => before.get(from)?.state ?? [])]
    await tx.responses.move(response, {
      step: 'reorganised',
      to: joined ? joinedState(states) : response.state,
      reason: reasonOf(its, units, before),
    })
  }
  return moves.length
}

/** どの市でも、日の来た機構改革の回答を移す（時計が毎分呼ぶ。移すものがなければ読むだけ）。 */
export const settleEveryCity = async (app: App): Promise<number> => {
  let moved = 0
  for (const { code } of await app.store.municipalities())
    moved += await settleDepartments(app, code, { by: 'しるべ（自動）', at: app.now(), newId: app.newId })
  return moved
}

type Known = { readonly state: Parameters<typeof joinedState>[0][number]; readonly departmentId: string }

const statesBefore = async (
  tx: WriteTransaction,
  moves: readonly ResponseMove[],
): Promise<ReadonlyMap<string, Known>> => {
  const known = new Map<string, Known>()
  for (const id of new Set(moves.map(({ from }) => from))) {
    const response = await tx.responses.get(id)
    if (response) known.set(id, response)
  }
  return known
}

/** 記録に残すわけ。「商工課・観光課から（機構改革）」 */
const reasonOf = (
  moves: readonly ResponseMove[],
  units: readonly OrganisationUnit[],
  before: ReadonlyMap<string, Known>,
): string => {
  const from = new Set(moves.map((move) => before.get(move.from)?.departmentId))
  const names = units.filter(({ id }) => from.has(id)).map(({ name }) => name)
  return `${names.join('・')}から（機構改革）`
}
