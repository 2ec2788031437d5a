import type { Catalogue } from '../message.ts'

export const readingWords = {} as const satisfies Catalogue
