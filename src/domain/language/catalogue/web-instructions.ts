import type { Catalogue } from '../message.ts'

export const webInstructionWords = {} as const satisfies Catalogue
