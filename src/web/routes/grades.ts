import type { Act, Route } from '../routes.ts'

/** 評価の一覧・評価調書・まとめの頁。 */
export const gradeRoutes: readonly Route[] = []

export const gradeActs: readonly Act[] = []
