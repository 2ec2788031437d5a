import type { Catalogue } from '../message.ts'

export const webComparisonWords = {} as const satisfies Catalogue
