import type { Act, Route } from '../routes.ts'

/** 課の入力の頁。 */
export const entryRoutes: readonly Route[] = []

export const entryActs: readonly Act[] = []
