import type { Act, Route } from '../routes.ts'

/** 部局の重点目標と、その報告の頁。 */
export const priorityYearRoutes: readonly Route[] = []

export const priorityYearActs: readonly Act[] = []
