import { permits } from '../people/permission.ts'
import { hasRole, type Person, serves } from '../people/person.ts'
import type { BoardLine } from './board.ts'
import { isUnsubmitted } from './due.ts'
import type { CollectionRound } from './round.ts'

/** 待っているものの種類。並びは、同じ日なら先に見せる順。 */
export const waitingKinds = [
  'returned',
  'enter',
  'sheet-returned',
  'sheet-set',
  'sheet-report',
  'sheet-submit',
  'instruction-answer',
  'approve',
  'stand-in',
  'accept',
  'see-later',
  'overdue',
  'close',
  'opinion',
  'referral-close',
  'opinion-answers',
  'sheet-confirm',
  'sheet-hear',
  'sheet-close',
  'sheet-late',
  'instruction-accept',
  'instruction-overdue',
  'instruction-adrift',
  'evaluate-self',
  'evaluate-head',
  'evaluate-office',
  'evaluate-headquarters',
  'evaluation-close',
  'unpublished',
  'draft',
  'referral-draft',
  'scheduled',
  'ownerless',
  'unstaffed',
  'doubtful',
  'invited',
  'progress',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

/** 待っているもの一つ。頁では一行になり、一つの番地につながる。 */
export type Waiting = {
  readonly kind: WaitingKind
  /** 照会の題、計画の名、指標の名。 */
  readonly title: string
  readonly department: string | null
  readonly count: number | null
  /** 締切の日と、あと何日か（過ぎていれば負）。 */
  readonly due: string | null
  readonly left: number | null
  /** 差し戻されたわけ、代決のわけ、公表の見込み。 */
  readonly note: string | null
  /** 前の一歩を進めた人。 */
  readonly by: string | null
  /** 進みぐあい（progress だけ）。 */
  readonly progress: { readonly submitted: number; readonly accepted: number; readonly of: number } | null
  readonly at: {
    readonly roundId?: string
    readonly referralId?: string
    readonly responseId?: string
    readonly editionId?: string
    readonly indicatorId?: string
    readonly instructionId?: string
    readonly sheetId?: string
    readonly priorityYear?: number
  }
}

export const waiting = (
  kind: WaitingKind,
  title: string,
  given: Partial<Omit<Waiting, 'kind' | 'title'>>,
): Waiting => ({
  kind,
  title,
  department: null,
  count: null,
  due: null,
  left: null,
  note: null,
  by: null,
  progress: null,
  at: {},
  ...given,
})

/** 代決され、まだ後閲されていない回答。 */
export type UnseenStandIn = {
  readonly responseId: string
  readonly departmentId: string
  readonly reason: string | null
  readonly by: string
}

type RoundLines = {
  readonly round: CollectionRound
  readonly lines: readonly BoardLine[]
  readonly unseen: readonly UnseenStandIn[]
}

/** 開いている照会一つで、この人を待っているもの。 */
export const waitingInRound = (person: Person, { round, lines, unseen }: RoundLines): readonly Waiting[] => [
  ...lines.flatMap((line) => ofDepartment(person, round, line)),
  ...unseen.flatMap((each) => toSee(person, round, lines, each)),
  ...(permits(person, 'answer-accept') ? forPlanner(round, lines) : []),
  ...(hasRole(person, 'executive') ? [progressOf(round, lines)] : []),
]

/** 締切の早いものから。締切のないものは後ろに、種類の順で。 */
export const inOrder = (all: readonly Waiting[]): readonly Waiting[] =>
  all.toSorted(
    (a, b) =>
      (a.left ?? never) - (b.left ?? never) ||
      waitingKinds.indexOf(a.kind) - waitingKinds.indexOf(b.kind) ||
      (a.department ?? '').localeCompare(b.department ?? '', 'ja'),
  )

const never = 100_000

/** 課の担当者と課長を待っているもの。担当者のいない課では、入力も課長を待つ。 */
const ofDepartment = (person: Person, round: CollectionRound, line: BoardLine): readonly Waiting[] => {
  const { departmentId, state, unit, lastStep, asked, answered } = line
  const about = dueOn(line, { department: unit.name, by: lastStep?.by ?? null, at: at(round, line.id) })
  const head = serves(person, 'approver', departmentId)
  const clerks = line.contacts.filter(({ role, absent }) => role === 'editor' && !absent)
  if (isUnsubmitted(state)) {
    if (!serves(person, 'editor', departmentId) && !(head && clerks.length === 0)) return []
    const given = { ...about, count: asked - answered }
    return state === 'returned'
      ? [waiting('returned', round.title, { ...given, note: lastStep?.reason ?? null })]
      : [waiting('enter', round.title, { ...given, by: null })]
  }
  if (state !== 'submitted' || !round.approval) return []
  if (head) return [waiting('approve', round.title, about)]
  const heads = line.contacts.filter(({ role }) => role === 'approver')
  const isAway = heads.length > 0 && heads.every(({ absent }) => absent)
  return isAway && serves(person, 'editor', departmentId) ? [waiting('stand-in', round.title, about)] : []
}

const dueOn = ({ due, left }: BoardLine, given: Partial<Waiting>): Partial<Waiting> => ({
  due: due?.day ?? null,
  left,
  ...given,
})

const at = ({ id: roundId }: CollectionRound, responseId?: string): Waiting['at'] => ({
  roundId,
  ...(responseId !== undefined && { responseId }),
})

/** 後閲。代決した人自身は待たせない。 */
const toSee = (
  person: Person,
  round: CollectionRound,
  lines: readonly BoardLine[],
  { responseId, departmentId, reason, by }: UnseenStandIn,
): readonly Waiting[] => {
  const line = lines.find(({ id }) => id === responseId)
  if (!line || !serves(person, 'approver', departmentId) || by === person.name) return []
  return [
    waiting('see-later', round.title, { department: line.unit.name, note: reason, by, at: at(round, responseId) }),
  ]
}

const forPlanner = (round: CollectionRound, lines: readonly BoardLine[]): readonly Waiting[] => {
  const ready = lines.filter(({ state }) => state === (round.approval ? 'approved' : 'submitted'))
  const late = lines.filter(({ overdue, state }) => overdue && state !== 'approved')
  const whole = lines.length > 0 && lines.every(({ state }) => state === 'accepted')
  return [
    ...(ready.length > 0
      ? [waiting('accept', round.title, { ...soonest(ready), count: ready.length, at: at(round) })]
      : []),
    ...(late.length > 0
      ? [waiting('overdue', round.title, { ...soonest(late), count: late.length, at: at(round) })]
      : []),
    ...(whole ? [waiting('close', round.title, { count: lines.length, at: at(round) })] : []),
    ...(whole ? [] : [progressOf(round, lines)]),
  ]
}

/** いちばん早い締切。 */
const soonest = (lines: readonly BoardLine[]): Partial<Waiting> => {
  const [first] = lines.toSorted((a, b) => (a.left ?? never) - (b.left ?? never))
  return first ? dueOn(first, {}) : {}
}

const progressOf = (round: CollectionRound, lines: readonly BoardLine[]): Waiting =>
  waiting('progress', round.title, {
    progress: {
      submitted: lines.filter(({ state }) => !isUnsubmitted(state)).length,
      accepted: lines.filter(({ state }) => state === 'accepted').length,
      of: lines.length,
    },
    at: at(round),
  })
