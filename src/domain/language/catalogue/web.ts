import type { Catalogue } from '../message.ts'

export const webWords = {} as const satisfies Catalogue
