import { plainText } from '#domain/language/plain-text.ts'
import { doubt } from './doubt.ts'
import type { SheetYears, YearCells } from './sheet-years.ts'

/**
 * 年より升目の少ない個票を、同じ事業のほかの個票（升目のそろったもの）と比べて、年をそろえ直す。
 * 左に詰められた升目が、ほかの個票の後の年とどれも同じで、印刷された年とは違うときだけ動かす。
 */
export const realigned = (sheet: SheetYears, others: readonly SheetYears[]): SheetYears => {
  const moved = others.filter(isComplete).flatMap((other) => shifted(sheet.years, other.years) ?? [])
  const [first] = moved
  if (isComplete(sheet) || !first) return sheet
  const places = first.years.flatMap(({ cells }) => cells.map(({ place }) => place))
  const note = doubt('warning', 'sheet-years-realigned', { years: first.empty.join('・') }, [
    ...places,
    ...first.evidence,
  ])
  return {
    ...sheet,
    years: first.years,
    doubts: [...sheet.doubts.filter(({ code }) => code !== 'sheet-year-cells-fewer'), note],
  }
}

const isComplete = ({ years }: SheetYears): boolean => years.length > 1 && years.every(({ cells }) => cells.length > 0)

type Shifted = {
  readonly years: readonly YearCells[]
  readonly empty: readonly number[]
  readonly evidence: readonly YearCells['cells'][number]['place'][]
}

const shifted = (own: readonly YearCells[], other: readonly YearCells[]): Shifted | undefined => {
  const missing = own.length - (own.findLastIndex(({ cells }) => cells.length > 0) + 1)
  if (missing === 0 || own.length !== other.length) return undefined
  for (let from = 1; from < own.length - missing; from++) {
    const tail = own.slice(from, own.length - missing)
    const fits = tail.every(({ cells }, index) => same(cells, other[from + missing + index]?.cells))
    const wrong = !same(own[from]?.cells ?? [], other[from]?.cells)
    if (fits && wrong) return movedFrom(own, other, from, missing)
  }
  return undefined
}

const movedFrom = (own: readonly YearCells[], other: readonly YearCells[], from: number, missing: number): Shifted => ({
  years: own.map(({ year, cells }, index) => ({
    year,
    cells: index < from ? cells : index < from + missing ? [] : (own[index - missing]?.cells ?? []),
  })),
  empty: own.slice(from, from + missing).map(({ year }) => year),
  evidence: other.slice(from + missing, from + missing + 1).flatMap(({ cells }) => cells.map(({ place }) => place)),
})

const same = (a: YearCells['cells'], b: YearCells['cells'] | undefined): boolean => wordsOf(a) === wordsOf(b ?? [])

/** 札と箇条の印を除いた字面。 */
const wordsOf = (cells: YearCells['cells']): string =>
  cells.map(({ text }) => plainText(text.replace(/<[^<>]*>/gu, '')).replace(/[・○◆]/gu, '')).join('')
