import type { Place } from '#domain/provenance.ts'
import type { PlanContent, PriorityGoal } from './draft.ts'

/** 市長指示事項と、それがどの部局の調書に書かれていたか。決められないものは null。 */
export type OwnedInstruction = { readonly text: string; readonly department: string | null }

/**
 * 市長指示事項を部局に結び付ける。部局が一つならその部局、いくつもあれば、
 * 図書の中でその指示のすぐ上にある重点目標の部局（同じ文章か、同じシートの中でだけ比べる）。
 *
 * @example instructionOwners(content)[0] // → { text: '長野大学と連携すること。', department: '政策企画部' }
 */
export const instructionOwners = ({
  priorityGoals,
  instructions,
  instructionPlaces,
}: Pick<PlanContent, 'priorityGoals' | 'instructions' | 'instructionPlaces'>): readonly OwnedInstruction[] => {
  const departments = [...new Set(priorityGoals.map(({ department }) => department))]
  const [only] = departments.length === 1 ? departments : []
  return instructions.map((text, index) => ({
    text,
    department: only ?? departmentAbove(priorityGoals, instructionPlaces[index]),
  }))
}

const departmentAbove = (goals: readonly PriorityGoal[], place: Place | undefined): string | null =>
  place === undefined ? null : (goals.findLast((goal) => isBelow(place, goal.place))?.department ?? null)

const isBelow = (place: Place, above: Place): boolean => {
  if ('line' in place) return 'line' in above && above.line > 0 && place.line > above.line
  if ('cell' in place) return 'cell' in above && place.sheet === above.sheet && rowOf(place.cell) > rowOf(above.cell)
  return false
}

const rowOf = (cell: string): number => Number(cell.replace(/[^0-9]/g, ''))
