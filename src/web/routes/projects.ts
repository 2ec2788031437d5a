import type { Route } from '../routes.ts'

/** 事業の頁。 */
export const projectRoutes: readonly Route[] = []
