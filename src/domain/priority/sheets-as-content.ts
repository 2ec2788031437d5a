import type { Legend, PlanContent, PriorityGoal } from '../plan/draft.ts'
import type { Instruction } from './instruction.ts'
import { itemScale } from './item-grades.ts'
import { printedProgress } from './printed-progress.ts'
import type { PrioritySheet } from './priority-sheet.ts'
import { reportOf } from './sheet-facts.ts'

/** 調書の段。goals 春の設定（期限・数値目標まで）、interim 中間報告、final 期末報告。 */
export type SheetStage = 'goals' | 'interim' | 'final'

type SheetContent = Pick<PlanContent, 'priorityGoals' | 'instructions' | 'instructionPlaces' | 'legends'>

/** その段までに出ている指示か。 */
const upTo = {
  goals: ['spring', 'other'],
  interim: ['spring', 'interim', 'other'],
  final: ['spring', 'interim', 'final', 'other'],
} as const satisfies Record<SheetStage, readonly Instruction['stage'][]>

/**
 * 生きている調書を、取り込んだ重点目標一覧表と同じ形の中身に。帳票の様式も、これまでの頁も、そのまま使える。
 * 部局の並びは `departments`（id → 名）の順。期末の報告は、中間と並べるために様式が調書から読む（`Alongside.sheets`）。
 *
 * @example sheetsAsContent(sheets, instructions, names, 'interim').priorityGoals[0]?.department // → '政策企画部'
 */
export const sheetsAsContent = (
  sheets: readonly PrioritySheet[],
  instructions: readonly Instruction[],
  departments: ReadonlyMap<string, string>,
  stage: SheetStage,
): SheetContent => {
  const order = [...departments.keys()]
  const sorted = sheets.toSorted((a, b) => order.indexOf(a.departmentId) - order.indexOf(b.departmentId))
  // 紙には、出された順に（急ぐ順ではなく）。
  const given = instructions
    .filter((each) => each.state !== 'withdrawn' && (upTo[stage] as readonly string[]).includes(each.stage))
    .toSorted((a, b) => a.year - b.year || a.number - b.number)
  // 部局の目標のすぐ下の行に、その部局への指示を置く（`instructionOwners` が、行の上下で部局に結び付ける）。
  let line = 0
  const next = () => {
    line += 1
    return { line }
  }
  const parts = sorted.map((sheet) => {
    const goals = goalsOf(sheet, departments.get(sheet.departmentId) ?? '', stage, next)
    const own = given.filter(({ departmentId }) => departmentId === sheet.departmentId)
    return { goals, instructions: own.map(({ text }) => ({ text, place: next() })) }
  })
  const placed = parts.flatMap((part) => part.instructions)
  const apart = given.filter((each) => !sorted.some(({ departmentId }) => departmentId === each.departmentId))
  return {
    priorityGoals: parts.flatMap(({ goals }) => goals),
    instructions: [...placed.map(({ text }) => text), ...apart.map(({ text }) => text)],
    instructionPlaces: [...placed.map(({ place }) => place), ...apart.map(() => ({ line: 0 }))],
    legends: stage === 'goals' ? [] : [itemLegend],
  }
}

/** 評価基準（上田市「※ 評価基準［◎：目標を上回る進捗］…」）。 */
export const itemLegend: Legend = {
  marks: itemScale.grades.map(({ symbol }) => symbol),
  meanings: itemScale.grades.map(({ meaning }) => meaning),
  place: { line: 0 },
}

const goalsOf = (
  { goals, year }: PrioritySheet,
  department: string,
  stage: SheetStage,
  next: () => { readonly line: number },
): readonly PriorityGoal[] =>
  goals.map(({ id, number, title, items }) => ({
    id,
    department,
    year,
    number,
    title,
    place: next(),
    items: items.map((item) => {
      const report = stage === 'goals' ? undefined : reportOf(item, 'interim')
      return {
        id: item.id,
        mark: item.mark,
        title: item.title,
        ...(item.details.length > 0 && { details: item.details }),
        targets: item.targets.map(({ text }) => text),
        progress: printedProgress(item, report),
        grade: report?.grade ?? null,
        place: next(),
      }
    }),
  }))
