import type { FormName, PlanDraft } from '#domain/plan/draft.ts'
import type { SourceDocument } from '../document.ts'

/** 様式の読み手。`recognise` は「この図書は自分の様式らしいか」を語と並びから 0～1 で答え、訳を添える。 */
export type Recognizer = {
  readonly form: FormName
  readonly recognise: (document: SourceDocument) => Likeness
  /** 案に組み立てる。読めない行で止まらず、気づきを notes に書く。 */
  readonly read: (document: SourceDocument) => PlanDraft
}

export type Likeness = { readonly score: number; readonly reasons: readonly string[] }
