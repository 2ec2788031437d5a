import type { Params } from '#domain/language/message.ts'
import type { Place } from '#domain/provenance.ts'
import type { SourceDocument } from '../document.ts'

/** 開くときに気づいたこと。断るほどではないが、人が見てから使うべきもの。 */
export type Remark = SourceDocument['remarks'][number]

/** `remark('unreadable-characters', { count: 2 }, [{ line: 3, column: 5, length: 1 }])` */
export const remark = (code: string, params: Params, places: readonly Place[]): Remark => ({
  message: { code, params },
  places,
})
