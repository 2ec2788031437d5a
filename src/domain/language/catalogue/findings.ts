import type { Catalogue } from '../message.ts'

export const findingWords = {} as const satisfies Catalogue
