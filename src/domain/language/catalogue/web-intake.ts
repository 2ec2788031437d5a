import type { Catalogue } from '../message.ts'

/** 取込みの頁のことば。 */
export const webIntakeWords = {} as const satisfies Catalogue
