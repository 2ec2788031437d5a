import type { Catalogue } from '../message.ts'

/** 照会と進行表のことば。 */
export const webRoundsWords = {} as const satisfies Catalogue
