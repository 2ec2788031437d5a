import type { Catalogue } from '../message.ts'

/** 課の入力のことば。 */
export const webEntryWords = {} as const satisfies Catalogue
