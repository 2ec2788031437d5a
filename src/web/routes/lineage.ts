import type { Act, Route } from '../routes.ts'

/** 版と系統、次の期の頁。 */
export const lineageRoutes: readonly Route[] = []

export const lineageActs: readonly Act[] = []
