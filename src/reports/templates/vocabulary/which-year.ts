import { readYear } from '#domain/year/read-year.ts'
import type { Frames } from './scope.ts'
import type { TemplateData } from './template-data.ts'

/** 添えられた年度。決まった年度か、資料の年度から数えたものか、載せる年度の何番目か。 */
export type WhichYear =
  | { readonly kind: 'fixed'; readonly year: number }
  | { readonly kind: 'from-report'; readonly by: number }
  | { readonly kind: 'nth'; readonly index: number }

const fromReport: Readonly<Record<string, number>> = { 対象年度: 0, 前年度: -1, 前々年度: -2, 翌年度: 1 }

/**
 * 年度の添え書きを読む。読めなければ undefined。
 * `whichYear('R5')` → 2023、`whichYear('前年度')` → 資料の年度の前の年度、`whichYear('3年目')` → 載せる年度の三つ目
 */
export const whichYear = (argument: string): WhichYear | undefined => {
  const plain = argument.replaceAll(' ', '')
  const by = Object.hasOwn(fromReport, plain) ? fromReport[plain] : undefined
  if (by !== undefined) return { kind: 'from-report', by }
  const nth = /^([1-9]\d?)年目$/.exec(plain)?.[1]
  if (nth) return { kind: 'nth', index: Number(nth) - 1 }
  const read = readYear(plain)
  return read?.kind === 'fiscal-year' && read.month === undefined ? { kind: 'fixed', year: read.year } : undefined
}

/** いまの年度。添え書きがあればそれ、年度の繰り返しの中ならその年度、どちらでもなければ資料の年度。 */
export const yearNow = (argument: string | null, frames: Frames, data: TemplateData): number | undefined => {
  if (argument === null) return frames.year ?? data.year
  const which = whichYear(argument)
  if (!which) return undefined
  if (which.kind === 'fixed') return which.year
  if (which.kind === 'nth') return data.years[which.index]
  return data.year === undefined ? undefined : data.year + which.by
}
