import type { Act, Route } from '../routes.ts'

/** 人と課・機構改革・人事異動・担当の頁。 */
export const peopleRoutes: readonly Route[] = []

export const peopleActs: readonly Act[] = []
