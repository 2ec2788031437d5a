import type { Catalogue } from '../message.ts'

export const cliWords = {} as const satisfies Catalogue
