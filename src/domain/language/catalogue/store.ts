import type { Catalogue } from '../message.ts'

export const storeWords = {} as const satisfies Catalogue
