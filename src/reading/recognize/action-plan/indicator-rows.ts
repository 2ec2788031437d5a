import type { Indicator } from '#domain/plan/draft.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import type { Doubt } from './doubt.ts'
import type { RelatedIndicator } from './related-indicators.ts'
import type { SettingIndicator } from './setting-indicators.ts'

/** 指標の持ち主：個票の事業、載っている節、個票の番号。 */
export type Owner = { readonly project: string; readonly node: string | null; readonly sheetNo: string | null }
/** 個票の指標一つと、その気づきの種。 */
export type IndicatorRow = { readonly indicator: Indicator; readonly doubts: readonly Doubt[] }

const blank = {
  baseline: null,
  actuals: [],
  rates: [],
  costs: [],
  departments: [],
  remarks: null,
  breakdownOf: null,
  repeatOf: null,
} as const

/** 関連する成果目標・KPI を指標の行に。 */
export const relatedRow = (
  { target, doubts, ...related }: RelatedIndicator,
  owner: Owner,
  id: IdMaker,
): IndicatorRow => ({
  indicator: {
    ...blank,
    ...related,
    ...owner,
    id: id('i', owner.project, related.class, related.name),
    targets: target ? [target] : [],
  },
  doubts,
})

/** 設定指標を指標の行に。 */
export const settingRow = (
  { doubts, certainty, ...setting }: SettingIndicator,
  owner: Owner,
  id: IdMaker,
): IndicatorRow => ({
  indicator: {
    ...blank,
    ...setting,
    ...owner,
    ...(certainty ? { certainty } : {}),
    id: id('i', owner.project, '設定指標', setting.name),
    class: '設定指標',
  },
  doubts,
})
