import type { NoRate } from '#domain/indicator/achievement.ts'
import type { Absence } from '#domain/quantity/figure.ts'

/** 率のないわけのうち、順位の外の区分が受けられるもの。 */
export const noRates = [
  'no-actual',
  'no-target',
  'no-baseline',
  'no-period',
  'qualitative',
  'units-differ',
  'several-series',
  'relative-target',
  'doubtful',
] as const satisfies readonly NoRate[]

/** 値のない升目の身分のうち、区分が受けられるもの。 */
export const gradedAbsences = [
  'not-measured',
  'not-published',
  'not-started',
  'ended',
  'cancelled',
  'not-applicable',
  'undecided',
  'withheld',
  'blank',
  'dash',
] as const satisfies readonly Absence[]
