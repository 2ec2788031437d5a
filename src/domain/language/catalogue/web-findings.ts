import type { Catalogue } from '../message.ts'

/** 突合結果の頁のことば。 */
export const webFindingWords = {} as const satisfies Catalogue
