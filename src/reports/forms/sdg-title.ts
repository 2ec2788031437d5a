import { say } from '#domain/language/say.ts'
import type { SdgGoal } from '#domain/plan/sdg.ts'

/** SDGs のゴールの題。`sdgTitle(4)` → 質の高い教育をみんなに */
export const sdgTitle = (goal: SdgGoal): string => say({ code: `sdg.${goal}`, params: {} })
