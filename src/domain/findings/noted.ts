import type { Note, PlanDraft } from '../plan/draft.ts'

/** 読み手の気づきのうち、読みかたではなく図書そのものの食い違いを言うもの。 */
const contradictions = new Set([
  'goal-title-varies',
  'heading-without-content',
  'kpi-actual-differs',
  'matrix-goal-unmarked',
  'matrix-numbers-missing',
  'sheet-goal-not-listed',
])

/** 読むときに見つけた食い違い。突合の答えにも並べる。 */
export const notedFindings = ({ notes }: PlanDraft): readonly Note[] =>
  notes.filter(({ code }) => contradictions.has(code))
