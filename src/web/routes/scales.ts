import type { Act, Route } from '../routes.ts'

/** 評価区分と見直しの決まりの頁。 */
export const scaleRoutes: readonly Route[] = []

export const scaleActs: readonly Act[] = []
