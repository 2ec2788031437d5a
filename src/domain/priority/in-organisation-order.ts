import type { UnitLine } from '../people/organisation.ts'
import type { PrioritySheet } from './priority-sheet.ts'

/** 調書を、いまの課の木の並びで。もうない部局のものは後ろに。 */
export const inOrganisationOrder = (
  sheets: readonly PrioritySheet[],
  tree: readonly UnitLine[],
): readonly PrioritySheet[] => {
  const order = new Map(tree.map(({ unit }, index) => [unit.id, index]))
  const last = order.size
  return sheets.toSorted((a, b) => (order.get(a.departmentId) ?? last) - (order.get(b.departmentId) ?? last))
}
