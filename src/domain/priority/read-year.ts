import { type Problem, refused } from '../problem.ts'
import { orNextMonday, readDay } from '../year/calendar.ts'
import { isDay } from '../year/day.ts'
import type { PriorityYear } from './priority-sheet.ts'

/** 打たれた、年の決め。 */
export type TypedPriorityYear = {
  readonly interim: boolean
  readonly setBy: string
  readonly interimBy: string
  readonly finalBy: string
}

/**
 * はじめの締切：設定は 5 月末、中間は 10 月 15 日、期末は翌年の 3 月末。土日なら次の月曜。市が直す。
 * 開く日にもう過ぎている締切は置かない（開いたとたんに、どの部局も遅れていることになるので）。
 *
 * @example usualPriorityYear(2026, '2026-11-26') // → setBy・interimBy は null、finalBy は 2027-03-31
 */
export const usualPriorityYear = (year: number, today: string): PriorityYear => {
  const ahead = (day: string): string | null => (day < today ? null : day)
  return {
    year,
    interim: true,
    setBy: ahead(orNextMonday(`${year}-05-31`)),
    interimBy: ahead(orNextMonday(`${year}-10-15`)),
    finalBy: ahead(orNextMonday(`${year + 1}-03-31`)),
    revision: 0,
  }
}

/** 年の決めを読む。締切は空でもよく、書くなら本当の日で、設定・中間・期末の順。 */
export const readPriorityYear = (
  typed: TypedPriorityYear,
  year: number,
  revision: number,
): { readonly value: PriorityYear; readonly troubles: readonly Problem[] } => {
  const troubles: Problem[] = []
  const day = (given: string): string | null => {
    if (given.trim() === '') return null
    const read = isDay(given) ? given : readDay(given)
    if (read === undefined) troubles.push(refused('priority-year.day-unreadable', { given }).problem)
    return read ?? null
  }
  const [setBy, interimBy, finalBy] = [day(typed.setBy), day(typed.interimBy), day(typed.finalBy)]
  const ordered = [setBy, typed.interim ? interimBy : null, finalBy].filter((each) => each !== null)
  if (ordered.some((each, at) => at > 0 && each <= (ordered[at - 1] ?? '')))
    troubles.push(refused('priority-year.days-backwards').problem)
  return { value: { year, interim: typed.interim, setBy, interimBy, finalBy, revision }, troubles }
}
