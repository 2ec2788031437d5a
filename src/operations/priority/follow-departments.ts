import { isValidOn } from '#domain/people/organisation.ts'
import { heirsOn } from '#domain/people/response-moves.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import type { ReadTransaction, WriteTransaction } from '#store/tenant.ts'

/** 部局とともに移る調書。 */
export type SheetMove = { readonly sheet: PrioritySheet; readonly to: string }

/**
 * 機構改革の日が来た部局の、閉じていない調書の移る先。主な後継がその年の調書をもう持っていれば移さない
 * （二つの部局の目標を、人に尋ねずに混ぜない。移らない調書は、もとの部局の名で残り、企画課が続けられる）。
 * 閉じた調書は、もとの部局のもの。
 */
export const sheetMovesDue = async (tx: ReadTransaction, day: string): Promise<readonly SheetMove[]> => {
  const units = await tx.organisation.units()
  const ended = new Set(units.filter((unit) => !isValidOn(unit, day)).map(({ id }) => id))
  if (ended.size === 0) return []
  const moves: SheetMove[] = []
  for (const { year } of await tx.priorityYears.list()) {
    const sheets = await tx.prioritySheets.ofYear(year)
    const held = new Set(sheets.map(({ departmentId }) => departmentId))
    for (const sheet of sheets) {
      const [to] = heirsOn(units, sheet.departmentId, day)
      if (!ended.has(sheet.departmentId) || sheet.state === 'closed' || to === undefined || held.has(to)) continue
      held.add(to)
      moves.push({ sheet, to })
    }
  }
  return moves
}

/** 書く取引の中で移す。移した数を返す。何度呼んでも同じ。 */
export const moveSheetsToHeirs = async (tx: WriteTransaction, day: string): Promise<number> => {
  const moves = await sheetMovesDue(tx, day)
  for (const { sheet, to } of moves) await tx.prioritySheets.moveToDepartment(sheet, to)
  return moves.length
}
