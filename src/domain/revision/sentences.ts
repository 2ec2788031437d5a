import { diffArrays } from 'diff'
import { likeness, likenessAtMost, type Shape, shapeOf } from '../language/likeness.ts'

/** 文の一つ。`from` はもとの文章の中の位置。 */
export type Sentence = { readonly text: string; readonly from: number }

/**
 * 文章を、句点と改行、箇条の印（○・◎…）の前で文に分ける。つなぐと元に戻る。かっこの中の句点では分けない。
 *
 * @example sentencesOf('進める。\n○創業') // → [{ text: '進める。\n', from: 0 }, { text: '○創業', from: 5 }]
 */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const starts = [0, ...breaksIn(text), text.length]
  return starts.slice(1).flatMap((to, at) => {
    const from = starts[at] ?? 0
    return to > from ? [{ text: text.slice(from, to), from }] : []
  })
}

const breaksIn = (text: string): readonly number[] => {
  const found: number[] = []
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/[（(「『]|[）)」』]|。\s*|\n\s*|(?<=\s)[○◎●◆■□▼・]/g)) {
    if (/^[（(「『]$/.test(mark)) depth += 1
    else if (/^[）)」』]$/.test(mark)) depth = Math.max(0, depth - 1)
    else if (/^[○◎●◆■□▼・]$/.test(mark)) found.push(index)
    else if (mark.includes('\n') || depth === 0) found.push(index + mark.length)
    if (mark.includes('\n')) depth = 0
  }
  return found
}

/** 対になった文。`moved` は、順の入れ替わった文。片方のないものは、新しい文か、なくなった文。 */
export type SentencePair = {
  readonly before: Sentence | undefined
  readonly after: Sentence | undefined
  readonly moved: boolean
}

/**
 * 旧と新の文を対にする。同じ文を順に、そのあいだに残った文は似ているものを順に、なお残った文は、離れていてもよく似ていれば
 * 入れ替わったものとする（施策の箇条の並べ替え）。
 */
export const pairSentences = (before: readonly Sentence[], after: readonly Sentence[]): readonly SentencePair[] => {
  const aligned = alignedBySame(before, after)
  const ordered = aligned.flatMap((gap) => ('same' in gap ? [gap.same] : alignedByLikeness(gap.before, gap.after)))
  return withMoved(ordered)
}

type Gap = { readonly before: readonly Sentence[]; readonly after: readonly Sentence[] }

const alignedBySame = (before: readonly Sentence[], after: readonly Sentence[]): (Gap | { same: SentencePair })[] => {
  const parts = diffArrays([...before], [...after], { comparator: (a, b) => a.text === b.text })
  const found: (Gap | { same: SentencePair })[] = []
  let [old, now] = [0, 0]
  let gap: { before: Sentence[]; after: Sentence[] } = { before: [], after: [] }
  for (const { added, removed, count } of parts) {
    if (removed) gap.before.push(...before.slice(old, old + count))
    else if (added) gap.after.push(...after.slice(now, now + count))
    else {
      found.push(gap)
      for (let at = 0; at < count; at++)
        found.push({ same: { before: before[old + at], after: after[now + at], moved: false } })
      gap = { before: [], after: [] }
    }
    if (!added) old += count
    if (!removed) now += count
  }
  return [...found, gap]
}

/** これより似ていない文は、書き改めたのではなく、別の文とみる。 */
const like = 0.35
/** 離れたところの文を、入れ替わったとみるのは、ほとんど同じときだけ。 */
const veryLike = 0.7
/** すべての組を比べるのは、ここまで。文の数の多い文章では、近くのものだけを比べる。 */
const farthest = 40

const shapes = (sentences: readonly Sentence[]): readonly Shape[] => sentences.map(({ text }) => shapeOf(text.trim()))

/** 順を変えずに、似かたの合計がいちばん大きくなる対（動的計画法）。 */
const alignedByLikeness = (before: readonly Sentence[], after: readonly Sentence[]): readonly SentencePair[] => {
  if (before.length === 0 || after.length === 0) return alone(before, after)
  const [old, now] = [shapes(before), shapes(after)]
  const score = (from: number, to: number): number => {
    if (Math.abs(from - to) > farthest) return 0
    const [a, b] = [old[from] as Shape, now[to] as Shape]
    if (likenessAtMost(a, b) < like) return 0
    const found = likeness(a, b)
    return found >= like ? found : 0
  }
  const wide = after.length + 1
  const scores = new Float64Array(before.length * after.length)
  const best = new Float64Array((before.length + 1) * wide)
  for (let from = before.length - 1; from >= 0; from--)
    for (let to = after.length - 1; to >= 0; to--) {
      const here = score(from, to)
      scores[from * after.length + to] = here
      const both = here > 0 ? here + (best[(from + 1) * wide + to + 1] ?? 0) : 0
      best[from * wide + to] = Math.max(both, best[(from + 1) * wide + to] ?? 0, best[from * wide + to + 1] ?? 0)
    }
  return alongBest(before, after, scores, best)
}

const alongBest = (
  before: readonly Sentence[],
  after: readonly Sentence[],
  scores: Float64Array,
  best: Float64Array,
): readonly SentencePair[] => {
  const wide = after.length + 1
  const pairs: SentencePair[] = []
  let [from, to] = [0, 0]
  while (from < before.length && to < after.length) {
    const here = scores[from * after.length + to] ?? 0
    const all = best[from * wide + to] ?? 0
    if (here > 0 && all === here + (best[(from + 1) * wide + to + 1] ?? 0))
      pairs.push({ before: before[from++], after: after[to++], moved: false })
    else if (all === (best[(from + 1) * wide + to] ?? 0)) pairs.push(...alone([before[from++] as Sentence], []))
    else pairs.push(...alone([], [after[to++] as Sentence]))
  }
  return [...pairs, ...alone(before.slice(from), after.slice(to))]
}

const alone = (before: readonly Sentence[], after: readonly Sentence[]): readonly SentencePair[] => [
  ...before.map((each) => ({ before: each, after: undefined, moved: false })),
  ...after.map((each) => ({ before: undefined, after: each, moved: false })),
]

/** 短い文（「また、」）は、同じでも入れ替わったとは言えない。 */
const shortest = 6

const withMoved = (pairs: readonly SentencePair[]): readonly SentencePair[] => {
  const gone = pairs.flatMap(({ before, after }) =>
    before && !after ? [{ before, shape: shapeOf(before.text.trim()) }] : [],
  )
  const came = pairs.flatMap(({ before, after }) => (after && !before ? [after] : []))
  if (gone.length === 0 || came.length === 0 || gone.length * came.length > 10_000) return pairs
  const from = new Map<Sentence, Sentence>()
  const taken = new Set<Sentence>()
  for (const after of came) {
    if (after.text.trim().length < shortest) continue
    const shape = shapeOf(after.text.trim())
    let best: { readonly before: Sentence; readonly score: number } | undefined
    for (const { before, shape: old } of gone) {
      if (taken.has(before) || before.text.trim().length < shortest || likenessAtMost(old, shape) < veryLike) continue
      const score = likeness(old, shape)
      if (score >= (best?.score ?? veryLike)) best = { before, score }
    }
    if (!best) continue
    from.set(after, best.before)
    taken.add(best.before)
  }
  return pairs.flatMap((pair) => {
    if (pair.before && taken.has(pair.before) && !pair.after) return []
    const before = pair.after && from.get(pair.after)
    return [before ? { before, after: pair.after, moved: true } : pair]
  })
}
