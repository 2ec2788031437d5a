import type { Act, Route } from '../routes.ts'

/** 回答の Excel の出し入れの頁。 */
export const sheetsRoutes: readonly Route[] = []

export const sheetsActs: readonly Act[] = []
