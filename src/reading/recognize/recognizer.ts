import type { Message } from '#domain/language/message.ts'
import type { FormName, PlanDraft } from '#domain/plan/draft.ts'
import type { ReadingChoices } from '#domain/review/correction.ts'
import type { SourceDocument } from '../document.ts'

/**
 * 様式の読み手。`recognise` は「この図書は自分の様式らしいか」を語と並びから 0～1 で答え、訳を添える。
 * 人の選んだ見出しや列（`choices`）は、表を読む読み手だけが使う。
 */
export type Recognizer = {
  readonly form: FormName
  /** 点の、これより上のないところ。書かなければ 1。 */
  readonly highest?: number
  readonly recognise: (document: SourceDocument, choices?: ReadingChoices) => Likeness
  /** 案に組み立てる。読めない行で止まらず、気づきを notes に書く。 */
  readonly read: (document: SourceDocument, choices?: ReadingChoices) => PlanDraft
}

export type Likeness = { readonly score: number; readonly reasons: readonly Message[] }

/** 見分けの訳。`why('form-why-table')` */
export const why = (code: string, params: Message['params'] = {}): Message => ({ code, params })
