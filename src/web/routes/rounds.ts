import type { Act, Route } from '../routes.ts'

/** 照会と進行表の頁。 */
export const roundsRoutes: readonly Route[] = []

export const roundsActs: readonly Act[] = []
