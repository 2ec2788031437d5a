import type { Catalogue } from '../message.ts'

export const webCommitteeWords = {} as const satisfies Catalogue
