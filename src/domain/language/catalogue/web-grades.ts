import type { Catalogue } from '../message.ts'

export const webGradeWords = {} as const satisfies Catalogue
