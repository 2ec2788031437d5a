import type { Catalogue } from '../message.ts'

/** 探す頁のことば。 */
export const webSearchWords = {} as const satisfies Catalogue
