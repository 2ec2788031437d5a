import type { Piece } from './evaluate.ts'

/** 書体の続く字のまとまり。`properties` は書体（そのまま受け継ぐだけで、中は見ない）。 */
export type Run<P> = { readonly text: string; readonly properties: P }

/**
 * 差し込んだ切れを、元の書体のまとまりに分ける。元からある字は元のまとまりの書体のまま、差し込んだ字は
 * 印の初めの字の書体になる。印がいくつものまとまりに分かれて書かれていても（Word は一語を細かく分ける）よい。
 */
export const runsOfPieces = <P>(runs: readonly Run<P>[], pieces: readonly Piece[]): readonly Run<P>[] => {
  const starts = startsOf(runs)
  const runAt = (position: number): Run<P> | undefined => {
    const index = starts.findLastIndex((start) => start <= position)
    return runs[Math.min(index, runs.length - 1)]
  }
  const made = pieces.flatMap(({ from, text, literal }): readonly Run<P>[] => {
    if (!literal) {
      const run = runAt(from)
      return run ? [{ text, properties: run.properties }] : []
    }
    return cut(from, text, starts).flatMap(({ at, text: part }) => {
      const run = runAt(at)
      return run ? [{ text: part, properties: run.properties }] : []
    })
  })
  return joined(made)
}

const startsOf = (runs: readonly { readonly text: string }[]): readonly number[] => {
  const starts: number[] = []
  let at = 0
  for (const { text } of runs) {
    starts.push(at)
    at += text.length
  }
  return starts
}

/** まとまりの境で字を切る。 */
const cut = (from: number, text: string, starts: readonly number[]): readonly { at: number; text: string }[] => {
  const inside = starts.filter((start) => start > from && start < from + text.length)
  const edges = [from, ...inside, from + text.length]
  return edges.slice(0, -1).map((at, index) => ({ at, text: text.slice(at - from, (edges[index + 1] ?? at) - from) }))
}

/** 続いた同じ書体を一つにする。 */
const joined = <P>(runs: readonly Run<P>[]): readonly Run<P>[] => {
  const out: Run<P>[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && last.properties === run.properties) out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}
