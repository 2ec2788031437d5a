import type { PermittedAct } from '../people/permission.ts'
import type { ResponseState } from './response.ts'

/** 進む前に確かめること。分からないことは、満たさないものとする。 */
export type Check =
  | 'round-open'
  | 'complete'
  | 'questions-answered'
  | 'approval-asked'
  | 'approval-passed'
  | 'reason-given'
  | 'head-named'
  | 'stand-in-allowed'
  | 'approved-for-head'
  | 'not-yet-seen'
  | 'seen-by-another'

type Step = {
  readonly from: readonly ResponseState[]
  /** 進んだ先。null なら、そのまま。 */
  readonly to: ResponseState | null
  readonly act: PermittedAct
  readonly needs: readonly Check[]
}

/**
 * 回答の流れの表。入力 → 提出 → 課長の確認（代決・後閲） → 企画課の受理。差戻しはどの段でも、わけを添えて。
 * 頁も命令も、この表に尋ねて見せるだけで、自分では決めない。
 */
export const responseFlow = {
  /** 初めの一字が入った。 */
  begin: { from: ['not-started'], to: 'entering', act: 'answer-enter', needs: ['round-open'] },
  submit: {
    from: ['not-started', 'entering', 'returned'],
    to: 'submitted',
    act: 'answer-submit',
    needs: ['round-open', 'complete', 'questions-answered'],
  },
  /** 決裁の前に、課が取り下げる。 */
  withdraw: { from: ['submitted'], to: 'entering', act: 'answer-submit', needs: ['round-open'] },
  approve: { from: ['submitted'], to: 'approved', act: 'answer-approve', needs: ['round-open', 'approval-asked'] },
  /** 代決。課長の不在に、わけと課長の名を添えて。決裁できる人（部長など）か、課長が不在の課の担当者が。 */
  'approve-for': {
    from: ['submitted'],
    to: 'approved',
    act: 'answer-approve-for',
    needs: ['round-open', 'approval-asked', 'reason-given', 'head-named', 'stand-in-allowed'],
  },
  /** 後閲。代決されたものを、課長があとで見た（代決した人とは別の人が）。照会が閉じたあとでもできる。 */
  'note-seen': {
    from: ['approved', 'accepted'],
    to: null,
    act: 'answer-approve',
    needs: ['approved-for-head', 'not-yet-seen', 'seen-by-another'],
  },
  'return-by-head': {
    from: ['submitted'],
    to: 'returned',
    act: 'answer-approve',
    needs: ['round-open', 'reason-given'],
  },
  accept: {
    from: ['submitted', 'approved'],
    to: 'accepted',
    act: 'answer-accept',
    needs: ['round-open', 'approval-passed'],
  },
  'return-by-planner': {
    from: ['submitted', 'approved', 'accepted'],
    to: 'returned',
    act: 'answer-accept',
    needs: ['round-open', 'reason-given'],
  },
} as const satisfies Record<string, Step>

export type FlowStep = keyof typeof responseFlow
export const flowSteps = Object.keys(responseFlow) as readonly FlowStep[]
export const isFlowStep = (text: string): text is FlowStep => (flowSteps as readonly string[]).includes(text)

/** 入力してよい状態。 */
export const enterable: readonly ResponseState[] = ['not-started', 'entering', 'returned']

/**
 * 進めないわけ。なければ空で、進める。
 *
 * @example blockedBy('submit', 'entering', { 'round-open': true, complete: false }) // → ['complete', 'questions-answered']
 */
export const blockedBy = (
  step: FlowStep,
  state: ResponseState,
  known: Readonly<Partial<Record<Check, boolean>>>,
): readonly (Check | 'wrong-state')[] => {
  const { from, needs }: Step = responseFlow[step]
  return from.includes(state) ? needs.filter((check) => known[check] !== true) : ['wrong-state']
}

/** 進んだ先の状態。 */
export const stateAfter = (step: FlowStep, state: ResponseState): ResponseState => responseFlow[step].to ?? state
