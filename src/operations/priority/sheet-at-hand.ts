import type { PermittedAct } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { PrioritySheet, PriorityYear } from '#domain/priority/priority-sheet.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { permitted } from '../people/acting-person.ts'

/** 調書と、その年。 */
export type SheetAtHand = { readonly sheet: PrioritySheet; readonly year: PriorityYear }

/** 年をまだ決めていない（取り込んだだけの）年度。中間報告をするものとみる。 */
export const yearUndecided = (year: number): PriorityYear => ({
  year,
  interim: true,
  setBy: null,
  interimBy: null,
  finalBy: null,
  revision: 0,
})

/**
 * 番地の調書を、してよい人に渡す。役のない人には、調書があるかどうかも言わない。
 * 断る符号: `not-permitted`・`priority-year.sheet-absent`。
 */
export const sheetAtHand = async (
  tx: ReadTransaction,
  person: Person,
  id: string,
  act: PermittedAct,
): Promise<Result<SheetAtHand>> => {
  const somewhere = permitted(person, act)
  if (!somewhere.ok) return somewhere
  const sheet = await tx.prioritySheets.get(id)
  if (!sheet) return refused('priority-year.sheet-absent')
  const here = permitted(person, act, sheet.departmentId)
  if (!here.ok) return here
  return done({ sheet, year: (await tx.priorityYears.get(sheet.year)) ?? yearUndecided(sheet.year) })
}

/** 見ていたあいだに、ほかの人が先に進めた・書いた。だれが、いつ、いまどこか。 */
export const sheetMovedMeanwhile = ({ state, lastAt, lastBy }: PrioritySheet): Result<never> =>
  refused('priority-year.moved-meanwhile', {
    state: `@what-sheet-${state}`,
    time: lastAt === null ? '―' : momentInWords(lastAt),
    by: lastBy ?? '―',
  })
