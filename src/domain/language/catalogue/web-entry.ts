import type { Catalogue } from '../message.ts'
import { answerWords } from './answers.ts'

/** 課の入力のことば。 */
export const webEntryWords = { ...answerWords } as const satisfies Catalogue
