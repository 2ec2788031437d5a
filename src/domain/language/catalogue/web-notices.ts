import type { Catalogue } from '../message.ts'

/** 通知のことば。 */
export const webNoticesWords = {} as const satisfies Catalogue
