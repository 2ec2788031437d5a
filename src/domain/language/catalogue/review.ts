import type { Catalogue } from '../message.ts'

/** 取込みの見直し（訂正・断り・差分の気づき）のことば。 */
export const reviewWords = {} as const satisfies Catalogue
