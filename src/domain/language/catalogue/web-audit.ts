import type { Catalogue } from '../message.ts'

/** 監査記録と控えのことば。 */
export const webAuditWords = {} as const satisfies Catalogue
