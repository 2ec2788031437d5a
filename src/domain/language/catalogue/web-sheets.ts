import type { Catalogue } from '../message.ts'

/** 回答の Excel の出し入れのことば。 */
export const webSheetsWords = {} as const satisfies Catalogue
