import { type Problem, refused } from '../problem.ts'
import type { Correction } from './correction.ts'

/**
 * 受け取れない訂正なら、そのわけ。案に掛かるかどうかは `applyCorrections` が言う。
 * `review-text-empty` 名・題・区分が空、`review-text-too-long` 長すぎる、`review-text-unstorable` 保存できない文字、
 * `review-year-impossible` 年でない、`review-reason-empty` 取り込まないわけがない。
 */
export const whyNotCorrect = (correction: Correction): Problem | undefined => {
  const texts = textsOf(correction)
  const unstorable = texts.find((text) => text.includes('\0') || !text.isWellFormed())
  if (unstorable !== undefined) return problem('review-text-unstorable')
  const long = texts.find((text) => text.length > longest)
  if (long !== undefined) return problem('review-text-too-long', { text: `${long.slice(0, 20)}…`, limit: longest })
  const empty = texts.some((text) => text.trim() === '')
  if (correction.what === 'left-out' && empty) return problem('review-reason-empty')
  if (correction.what !== 'value' && empty) return problem('review-text-empty')
  const year = 'year' in correction ? correction.year : null
  return year !== null && !(Number.isInteger(year) && year >= firstYear && year <= lastYear)
    ? problem('review-year-impossible', { year: String(year) })
    : undefined
}

// 交換様式（shirube-draft/1）の年の限り。
const [firstYear, lastYear] = [1868, 2200]

/** 一つの欄に打つ字の限り。図書のいちばん長い名（三行）の十倍ほど。 */
const longest = 1000

const problem = (...args: Parameters<typeof refused>): Problem => refused(...args).problem

const textsOf = (correction: Correction): readonly string[] => {
  switch (correction.what) {
    case 'value':
    case 'added-value':
      return [correction.raw]
    case 'unit':
      return correction.unit === null ? [] : [correction.unit]
    case 'name':
      return [correction.name]
    case 'class':
      return [correction.class]
    case 'departments':
      return correction.departments
    case 'left-out':
      return [correction.reason]
    case 'heading':
      return 'text' in correction ? [correction.text] : []
    default:
      return []
  }
}
