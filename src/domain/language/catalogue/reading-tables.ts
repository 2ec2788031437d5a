import type { Catalogue } from '../message.ts'

/** どの様式でもない表を読むときのことば。 */
export const tableReadingWords = {} as const satisfies Catalogue
