import type { Act, Route } from '../routes.ts'

/** 新旧の比べの頁。 */
export const comparisonRoutes: readonly Route[] = []

export const comparisonActs: readonly Act[] = []
