import type { Act, Route } from '../routes.ts'

/** 取込みの頁。 */
export const intakeRoutes: readonly Route[] = []

/** 取込みの送信。 */
export const intakeActs: readonly Act[] = []
