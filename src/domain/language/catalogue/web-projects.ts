import type { Catalogue } from '../message.ts'

/** 事業と集計表の頁のことば。 */
export const webProjectWords = {} as const satisfies Catalogue
