import type { SubjectKind } from '../evaluation.ts'
import { byComparisonPresets } from './by-comparison.ts'
import { byPersonPresets } from './by-person.ts'
import { byPointsPresets } from './by-points.ts'
import { byRatePresets } from './by-rate.ts'
import type { ScalePreset } from './preset.ts'

/** 実際に使われている評価区分。どれも、出どころと、公表の基準での試験を持つ。 */
export const scalePresets: readonly ScalePreset[] = [
  ...byRatePresets,
  ...byComparisonPresets,
  ...byPersonPresets,
  ...byPointsPresets,
]

/** 名の preset。`presetNamed('tama')?.scale.grades.length` → 3 */
export const presetNamed = (id: string): ScalePreset | undefined => scalePresets.find(({ scale }) => scale.id === id)

/** そのものに使える preset。 */
export const presetsFor = (subject: SubjectKind): readonly ScalePreset[] =>
  scalePresets.filter(({ subjects }) => subjects.includes(subject))
