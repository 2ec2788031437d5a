import type { Catalogue } from '../message.ts'

export const achievementWords = {} as const satisfies Catalogue
