import type { Act, Route } from '../routes.ts'

/** 改訂の案：作る・直す・決めるの頁。 */
export const revisionRoutes: readonly Route[] = []

export const revisionActs: readonly Act[] = []
