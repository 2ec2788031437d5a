import type { Problem } from '#domain/problem.ts'
import type { Leaf } from '../language/leaf.ts'

/** 印の確かめ。`leaves` は印のあった升目・段落のすべて。 */
export type CheckedMarks = { readonly problems: readonly Problem[]; readonly leaves: readonly Leaf[] }

/** 差し込みの答え。`problems` が空でなければ、部品は使わない（書きかけのファイルを渡さない）。 */
export type FilledParts = {
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly problems: readonly Problem[]
  /** 直すほどではないが、知らせること。 */
  readonly notes: readonly Problem[]
}
