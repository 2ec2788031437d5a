import type { Catalogue } from '../message.ts'

/** 提出・確認・受理・差戻しと、実績の版のことば。 */
export const webFlowWords = {} as const satisfies Catalogue
