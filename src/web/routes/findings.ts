import type { Act, Route } from '../routes.ts'

/** 突合結果の頁。 */
export const findingRoutes: readonly Route[] = []

/** 突合結果の送信。 */
export const findingActs: readonly Act[] = []
