/** 入力の頁が使うもの（頁は倉庫を見ない）。 */
export type { ItemRow } from '#domain/collection/item-row.ts'
export type { EntryRow, EntryView, Evidence } from './entry-view.ts'
export type { TypedChange, TypedWritten } from './save-answers.ts'
