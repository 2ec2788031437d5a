import type { Catalogue } from '../message.ts'

/** 市のはじめの頁のことば。 */
export const webStartWords = {} as const satisfies Catalogue
