import type { PlanNode } from './draft.ts'

/**
 * 表の行の間に立つ帯（節の見出し）と、節の終わり。一覧表・集計表の画面と紙が同じ並びで使う。
 * `path` は根からその行の節までの道すじ（`pathTo`）。
 */
export type Band = { readonly node: PlanNode; readonly depth: number }

type Path = readonly PlanNode[]

/** 二つの道すじが、上からいくつ同じか。 */
const sharedDepth = (a: Path, b: Path): number => {
  const at = b.findIndex((node, depth) => a[depth] !== node)
  return at === -1 ? b.length : at
}

/** 前の行から次の行へ移るとき、新しく入る節。上から。`depth` は道すじの中の深さ（0 から）。 */
export const enteredBands = (before: Path, path: Path): readonly Band[] =>
  path.slice(sharedDepth(before, path)).map((node) => ({ node, depth: path.indexOf(node) }))

/** 前の行から次の行へ移るとき、出る節。内から。次の行がなければ、すべての節を出る。 */
export const leftNodes = (from: Path, to: Path | undefined): readonly PlanNode[] =>
  from.slice(to ? sharedDepth(to, from) : 0).toReversed()
