import { presetNamed } from '../evaluation/presets/scale-presets.ts'
import type { Scale } from '../evaluation/scale.ts'

const uedaScale = presetNamed('ueda')?.scale
if (!uedaScale) throw new Error('the preset "ueda" (◎○△×) is not among the scale presets')

/** 取組項目の評価（上田市「重点目標一覧表」の評価基準 ◎○△×）。人が選ぶ。 */
export const itemScale: Scale = uedaScale

export const itemGrades: readonly string[] = itemScale.grades.map(({ code }) => code)
