import type { Catalogue } from '../message.ts'

/** 人と課・機構改革・人事異動・担当のことば。 */
export const webPeopleWords = {} as const satisfies Catalogue
