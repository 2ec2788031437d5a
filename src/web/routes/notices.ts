import type { Act, Route } from '../routes.ts'

/** 通知の頁。 */
export const noticesRoutes: readonly Route[] = []

export const noticesActs: readonly Act[] = []
