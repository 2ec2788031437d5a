import type { Act, Route } from '../routes.ts'

/** ログイン・口座の頁。 */
export const accountRoutes: readonly Route[] = []

export const accountActs: readonly Act[] = []
