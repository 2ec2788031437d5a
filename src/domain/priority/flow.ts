import type { PermittedAct } from '../people/permission.ts'
import type { PrioritySheetState, PrioritySheetStep, PriorityYear, ReportStage } from './priority-sheet.ts'

/** 進む前に確かめること。分からないことは、満たさないものとする。 */
export type SheetCheck =
  /** 目標にも項目にも名がある（項目が一つもない目標もない）。 */
  | 'goals-set'
  /** どの項目にも、期限・数値目標がある。 */
  | 'targets-set'
  /** どの項目にも、中間の報告（文と ◎○△×）がある。 */
  | 'interim-complete'
  | 'final-complete'
  /** 中間報告をする年か。 */
  | 'interim-asked'
  /** 中間ヒアリングを終えたか、中間報告をしない年か。 */
  | 'interim-passed'
  | 'reason-given'

/** 期末報告をする前の状態（中間報告をした市では interim-heard、しない市では confirmed）。 */
type BeforeFinal = 'before-final'

type Step = {
  /** どの状態から、どの状態へ。ここにない状態からは進めない。 */
  readonly moves: Readonly<Partial<Record<PrioritySheetState, PrioritySheetState | BeforeFinal>>>
  readonly act: PermittedAct
  readonly needs: readonly SheetCheck[]
}

/**
 * 重点目標調書の流れの表。春に設定して市長が確認し、中間（半年）と期末に報告し、ヒアリングを経て閉じる（上田市）。
 * 差し戻し・取り下げ・開け直しも、みなここにある。中間報告をしない市は、確認のあとすぐ期末の報告に進む。
 */
export const sheetFlow = {
  propose: { moves: { setting: 'proposed' }, act: 'priority-submit', needs: ['goals-set', 'targets-set'] },
  /** 確認の前に、部局が取り下げる。 */
  withdraw: { moves: { proposed: 'setting' }, act: 'priority-submit', needs: [] },
  confirm: { moves: { proposed: 'confirmed' }, act: 'priority-confirm', needs: [] },
  return: { moves: { proposed: 'setting' }, act: 'priority-confirm', needs: ['reason-given'] },
  'report-interim': {
    moves: { confirmed: 'interim-reported' },
    act: 'priority-submit',
    needs: ['interim-asked', 'interim-complete'],
  },
  'withdraw-interim': { moves: { 'interim-reported': 'confirmed' }, act: 'priority-submit', needs: [] },
  'hear-interim': { moves: { 'interim-reported': 'interim-heard' }, act: 'priority-confirm', needs: [] },
  'return-interim': {
    moves: { 'interim-reported': 'confirmed' },
    act: 'priority-confirm',
    needs: ['reason-given'],
  },
  'report-final': {
    moves: { confirmed: 'final-reported', 'interim-heard': 'final-reported' },
    act: 'priority-submit',
    needs: ['interim-passed', 'final-complete'],
  },
  'withdraw-final': { moves: { 'final-reported': 'before-final' }, act: 'priority-submit', needs: [] },
  close: { moves: { 'final-reported': 'closed' }, act: 'priority-confirm', needs: [] },
  'return-final': {
    moves: { 'final-reported': 'before-final' },
    act: 'priority-confirm',
    needs: ['reason-given'],
  },
  /** 決まったものを、企画課がわけを添えて一つ前に開け直す（年の途中の目標の変更、報告の訂正）。 */
  reopen: {
    moves: { confirmed: 'setting', 'interim-heard': 'confirmed', closed: 'before-final' },
    act: 'priority-manage',
    needs: ['reason-given'],
  },
} as const satisfies Record<string, Step>

export type SheetStep = keyof typeof sheetFlow
export const sheetSteps = Object.keys(sheetFlow) as readonly SheetStep[]
export const isSheetStep = (text: string): text is SheetStep => (sheetSteps as readonly string[]).includes(text)

/** 差戻しの歩み。わけが調書の頭に出る。 */
export const returningSteps: readonly SheetStep[] = ['return', 'return-interim', 'return-final']

/** 目標と項目を書ける状態。 */
export const settable = (state: PrioritySheetState): boolean => state === 'setting'

/**
 * いま書ける報告。中間報告をする年は、確認のあとに中間、中間ヒアリングのあとに期末。しない年は、確認のあとすぐ期末。
 *
 * @example reportingStage('confirmed', { interim: false }) // → 'final'
 */
export const reportingStage = (
  state: PrioritySheetState,
  { interim }: Pick<PriorityYear, 'interim'>,
): ReportStage | null => {
  if (state === 'confirmed') return interim ? 'interim' : 'final'
  return state === 'interim-heard' ? 'final' : null
}

const movesOf = (step: SheetStep): Step['moves'] => sheetFlow[step].moves

/**
 * 進めないわけ。なければ空で、進める。
 *
 * @example sheetBlockedBy('propose', 'setting', { 'goals-set': true }) // → ['targets-set']
 */
export const sheetBlockedBy = (
  step: SheetStep,
  state: PrioritySheetState,
  known: Readonly<Partial<Record<SheetCheck, boolean>>>,
): readonly (SheetCheck | 'wrong-state')[] => {
  const { needs }: Step = sheetFlow[step]
  return movesOf(step)[state] === undefined ? ['wrong-state'] : needs.filter((check) => known[check] !== true)
}

/**
 * 進んだ先の状態。期末から戻るときは、期末報告をする前の状態へ（これまでの歩みから分かる）。
 *
 * @example sheetStateAfter('confirm', 'proposed', []) // → 'confirmed'
 */
export const sheetStateAfter = (
  step: SheetStep,
  state: PrioritySheetState,
  taken: readonly Pick<PrioritySheetStep, 'step' | 'from'>[],
): PrioritySheetState => {
  const to = movesOf(step)[state] ?? state
  if (to !== 'before-final') return to
  return taken.findLast((each) => each.step === 'report-final')?.from ?? 'interim-heard'
}

/** 市長の番か（確認・ヒアリング・期末の評価を待っている）。 */
export const isMayorsTurn = (state: PrioritySheetState): boolean =>
  stepsFrom(state).some((step) => sheetFlow[step].act === 'priority-confirm')

/** その状態から進める歩み（許しと確かめることは別に見る）。 */
export const stepsFrom = (state: PrioritySheetState): readonly SheetStep[] =>
  sheetSteps.filter((step) => movesOf(step)[state] !== undefined)
