import type { ResponseStep } from './response.ts'

const returning: readonly string[] = ['return-by-head', 'return-by-planner']

/** いちばん近い差戻し。差し戻されたことがなければ undefined。 */
export const lastReturn = (steps: readonly ResponseStep[]): ResponseStep | undefined =>
  steps.findLast(({ step }) => returning.includes(step))

/**
 * いま効いている代決。提出し直せば前の代決は効かない。課長が自分で確認していれば undefined。
 * `seen` は、代決のあとの後閲（まだなら undefined）。
 */
export const standInAmong = (
  steps: readonly ResponseStep[],
): { readonly approved: ResponseStep; readonly seen: ResponseStep | undefined } | undefined => {
  const at = steps.findLastIndex(({ step }) => step === 'submit' || step === 'approve' || step === 'approve-for')
  const approved = steps[at]
  if (approved?.step !== 'approve-for') return undefined
  return { approved, seen: steps.slice(at + 1).find(({ step }) => step === 'note-seen') }
}

/** その人がもうその一歩を進めてあるか（二度押し）。`revision` は押した人が見ていたもの。 */
export const isSameStepAgain = (
  steps: readonly { readonly step: string; readonly by: string }[],
  seen: { readonly revision: number; readonly now: number; readonly step: string; readonly by: string },
): boolean => {
  const last = steps.at(-1)
  return seen.now === seen.revision + 1 && last?.step === seen.step && last.by === seen.by
}
