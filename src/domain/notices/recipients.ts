import type { NewNotice, Recipient, RecipientRole } from './notice.ts'

/** 受け取れるかもしれない人と、その役。level は課からの上への遠さ（0 がその課）。active は、招きに応じてログインできる人。 */
export type Candidate = {
  readonly memberId: string
  readonly role: Exclude<RecipientRole, 'person'>
  readonly level: number
  readonly active: boolean
}

/** だれのための通知か。clerks 課の担当、heads 課長、planners 企画課。 */
export type Audience = 'clerks' | 'heads' | 'planners'

/** 通知の種類から受け手を決めるのに要る、回答のいま。 */
export type Standing = { readonly state: string | null; readonly approval: boolean }

/**
 * だれのための通知か。催促と締切は、いまの段で止まっている人に向ける。課を言わないものは企画課に。
 *
 * @example audienceOf({ kind: 'reminder', … }, { state: 'submitted', approval: true }) // → 'heads'
 */
export const audienceOf = ({ kind, departmentId, params }: NewNotice, { state, approval }: Standing): Audience => {
  if (departmentId === null) return 'planners'
  const heads = approval ? 'heads' : 'planners'
  switch (kind) {
    case 'submitted':
    case 'withdrawn':
      return heads
    case 'approved':
    case 'instruction-answered':
      return 'planners'
    case 'due-soon':
    case 'overdue':
      return params.stage === 'accept' ? 'planners' : params.stage === 'approve' ? heads : 'clerks'
    case 'reminder':
      return state === 'submitted' ? heads : state === 'approved' ? 'planners' : 'clerks'
    default:
      return 'clerks'
  }
}

/** 外部委員のみんなに届けるものか（課によらない）。 */
export const isForReviewers = ({ kind }: Pick<NewNotice, 'kind'>): boolean =>
  kind === 'referral-released' || kind === 'referral-closing'

const firstRole: Readonly<Record<Audience, Candidate['role']>> = {
  clerks: 'editor',
  heads: 'approver',
  planners: 'planner',
}
const ladder: readonly Candidate['role'][] = ['editor', 'approver', 'planner', 'administrator']

/**
 * 受け手。担当 → 課長（近い上から）→ 企画課 → 管理者の順に探し、ログインできる人が見つかるまで上る。
 * 途中の、まだ招きに応じていない人にも届けておく（応じたときに読める）。一人には一度だけ届く。
 */
export const recipientsFor = (audience: Audience, candidates: readonly Candidate[]): readonly Recipient[] => {
  const steps = ladder
    .slice(ladder.indexOf(firstRole[audience]))
    .flatMap((role) => byLevel(candidates.filter((each) => each.role === role)))
  const reached = steps.findIndex((step) => step.some(({ active }) => active))
  const told = steps.slice(0, reached < 0 ? steps.length : reached + 1).flat()
  const first = new Map<string, Recipient>()
  for (const { memberId, role } of told)
    if (!first.has(memberId)) first.set(memberId, { memberId, as: role, fallback: role !== firstRole[audience] })
  return [...first.values()]
}

const byLevel = (candidates: readonly Candidate[]): readonly (readonly Candidate[])[] =>
  [...Map.groupBy(candidates, ({ level }) => level)].sort(([a], [b]) => a - b).map(([, step]) => step)
