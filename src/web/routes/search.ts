import type { Route } from '../routes.ts'

/** 探すの頁。 */
export const searchRoutes: readonly Route[] = []
