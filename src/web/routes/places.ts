import type { Route } from '../routes.ts'

/** 重点目標・改訂・担当課・印の頁。 */
export const placesRoutes: readonly Route[] = []
