import type { Route } from '../routes.ts'

/** 集計表の頁。 */
export const summaryRoutes: readonly Route[] = []
