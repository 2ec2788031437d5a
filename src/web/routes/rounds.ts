import type { Act, Route } from '../routes.ts'
import { boardActs, boardRoutes } from './rounds-board.ts'
import { roundFormActs, roundFormRoutes } from './rounds-form.ts'

/** 照会と進行表の頁。 */
export const roundsRoutes: readonly Route[] = [...roundFormRoutes, ...boardRoutes]

export const roundsActs: readonly Act[] = [...roundFormActs, ...boardActs]
