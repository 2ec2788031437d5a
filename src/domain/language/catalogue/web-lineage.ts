import type { Catalogue } from '../message.ts'

export const webLineageWords = {} as const satisfies Catalogue
