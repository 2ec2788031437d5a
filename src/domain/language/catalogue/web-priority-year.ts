import type { Catalogue } from '../message.ts'

export const webPriorityYearWords = {} as const satisfies Catalogue
