import type { Catalogue } from '../message.ts'

export const webScaleWords = {} as const satisfies Catalogue
