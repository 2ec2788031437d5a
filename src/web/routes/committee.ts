import type { Act, Route } from '../routes.ts'

/** 外部の会議への付議と、意見・対応の頁。 */
export const committeeRoutes: readonly Route[] = []

export const committeeActs: readonly Act[] = []
