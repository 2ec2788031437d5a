import type { Act, Route } from '../routes.ts'

/** 監査記録と控えの頁。 */
export const auditRoutes: readonly Route[] = []

export const auditActs: readonly Act[] = []
