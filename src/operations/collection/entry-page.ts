/** 入力の頁が使うもの（頁は倉庫を見ない）。 */
export type { ItemRow } from '#domain/collection/item-row.ts'
export type { EditionSource, EntryRow, EntryView, Evidence, ItemComment } from './entry-view.ts'
export type { AnswerChange, AnswersWritten, TypedChange, TypedWritten } from './save-answers.ts'
