import type { Act, Route } from '../routes.ts'

/** 市長指示事項と、ヒアリングの頁。 */
export const instructionRoutes: readonly Route[] = []

export const instructionActs: readonly Act[] = []
