import type { Catalogue } from '../message.ts'

/** ログイン・口座のことば。 */
export const webAccountWords = {} as const satisfies Catalogue
