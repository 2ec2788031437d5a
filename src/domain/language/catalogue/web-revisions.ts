import type { Catalogue } from '../message.ts'

export const webRevisionWords = {} as const satisfies Catalogue
