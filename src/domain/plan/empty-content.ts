import type { PlanContent } from './draft.ts'

/** 何も書かれていない中身。足す欄だけを書いて使う。`{ ...emptyContent, indicators }` */
export const emptyContent: PlanContent = {
  nodes: [],
  indicators: [],
  projects: [],
  priorityGoals: [],
  instructions: [],
  instructionPlaces: [],
  grades: [],
  revisionRules: [],
  revisionItems: [],
  subtotals: [],
  notes: [],
}
