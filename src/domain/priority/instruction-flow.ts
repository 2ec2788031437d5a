import type { PermittedAct } from '../people/permission.ts'
import type { Instruction, InstructionState, InstructionStep } from './instruction.ts'

/** 一歩に要るもの。text ことば（対応・わけ）、date 期限の日、department 引き継ぐ部局。 */
export const instructionNeeds = ['text', 'date', 'department'] as const
export type InstructionNeed = (typeof instructionNeeds)[number]

type Step = {
  readonly from: readonly InstructionState[]
  /** 進んだ先。null なら、そのまま。 */
  readonly to: InstructionState | null
  readonly act: PermittedAct
  readonly needs: readonly InstructionNeed[]
}

const unfinished = ['open', 'asked-again', 'answered'] as const

/**
 * 市長指示事項の流れの表。指示 → 対応の報告 → 了（か、もう一度）。時が過ぎても、年度が替わっても、ひとりでには閉じない
 * （docs/decisions/032）。頁も命令も、この表に尋ねて見せるだけで、自分では決めない。
 */
export const instructionFlow = {
  /** 部局が対応を報告する。了となる前なら、書き足してもよい。 */
  answer: { from: unfinished, to: 'answered', act: 'instruction-answer', needs: ['text'] },
  accept: { from: ['answered'], to: 'accepted', act: 'instruct', needs: [] },
  /** 報告を見て、もう一度求める。了としたあとでも、事情が変われば求められる。 */
  'ask-again': { from: ['answered', 'accepted'], to: 'asked-again', act: 'instruct', needs: ['text'] },
  withdraw: { from: unfinished, to: 'withdrawn', act: 'instruct', needs: ['text'] },
  'hand-over': { from: unfinished, to: null, act: 'instruct', needs: ['department'] },
  extend: { from: unfinished, to: null, act: 'instruct', needs: ['date'] },
} as const satisfies Record<InstructionStep['step'], Step>

export type InstructionStepName = InstructionStep['step']
export const instructionSteps = Object.keys(instructionFlow) as readonly InstructionStepName[]
export const isInstructionStep = (text: string): text is InstructionStepName =>
  (instructionSteps as readonly string[]).includes(text)

/**
 * 進めないわけ。なければ空で、進める。分からないものは、ないものとする。
 *
 * @example instructionBlocks('ask-again', 'answered', {}) // → ['text']
 */
export const instructionBlocks = (
  step: InstructionStepName,
  state: InstructionState,
  given: Readonly<Partial<Record<InstructionNeed, boolean>>>,
): readonly (InstructionNeed | 'wrong-state')[] => {
  const { from, needs }: Step = instructionFlow[step]
  return from.includes(state) ? needs.filter((need) => given[need] !== true) : ['wrong-state']
}

/** その状態で、進められる一歩。 */
export const instructionStepsFrom = (state: InstructionState): readonly InstructionStepName[] =>
  instructionSteps.filter((step) => (instructionFlow[step].from as readonly InstructionState[]).includes(state))

/** まだ終わっていないか。人が了とするか取り消すまでは、何年度のものでも終わらない。 */
export const isUnfinished = ({ state }: Pick<Instruction, 'state'>): boolean =>
  (unfinished as readonly InstructionState[]).includes(state)

/** 部局の対応を待っているか。 */
export const awaitsAnswer = ({ state }: Pick<Instruction, 'state'>): boolean =>
  state === 'open' || state === 'asked-again'

/** 対応の期限を過ぎたか。報告が出ていれば、待っているのは市長の側なので、過ぎたとは言わない。 */
export const isPastDue = (instruction: Pick<Instruction, 'state' | 'dueOn'>, today: string): boolean =>
  awaitsAnswer(instruction) && instruction.dueOn !== null && instruction.dueOn < today
