import type { Message } from '#domain/language/message.ts'
import { closes, closingOf, type EdgeTag } from './leaf.ts'
import type { OpenTag } from './tags.ts'

/**
 * 行（表の行・シートの行）や段落の並びの上で、開いた印と閉じた印を組にする。
 * 並びの中で組にならなかった印は `left` に残り、外の並び（升目を含む行、表を含む段落の並び）が引き取る。
 */
export type Pairing = {
  readonly steps: readonly Step[]
  readonly left: readonly PlacedEdge[]
  readonly faults: readonly PairingFault[]
}

export type PlacedEdge = { readonly tag: EdgeTag; readonly place: Message }

export type Step = { readonly kind: 'unit'; readonly at: number } | BlockStep

/** `from` から `to` までの行を繰り返す（条件なら、残すか除く）。 */
export type BlockStep = {
  readonly kind: 'block'
  /** 並びの中で一つの番号。 */
  readonly id: number
  readonly open: OpenTag
  readonly place: Message
  readonly from: number
  readonly to: number
  readonly steps: readonly Step[]
}

/** crossed は入れ違い、beside は同じ行に二つの繰り返しが横に並ぶもの。 */
export type PairingFault = {
  readonly kind: 'crossed' | 'beside'
  readonly place: Message
  readonly written: string
  readonly expected: string
}

type Level = { readonly open: OpenTag; readonly place: Message; readonly from: number; readonly blocks: BlockStep[] }

/** `units[i]` は i 番目の行の印を、左から。 */
export const pairUp = (units: readonly (readonly PlacedEdge[])[]): Pairing => {
  const levels: Level[] = []
  const top: BlockStep[] = []
  const left: PlacedEdge[] = []
  const faults: PairingFault[] = []
  let id = 0
  units.forEach((edges, at) => {
    for (const edge of edges) {
      const { tag, place } = edge
      if (tag.kind === 'open') {
        levels.push({ open: tag, place, from: at, blocks: [] })
        continue
      }
      const level = levels.at(-1)
      if (!level) left.push(edge)
      else if (!closes(tag, level.open))
        faults.push({ kind: 'crossed', place, written: tag.written, expected: closingOf(level.open) })
      else {
        levels.pop()
        const siblings = levels.at(-1)?.blocks ?? top
        const before = siblings.at(-1)
        if (before && before.to >= level.from)
          faults.push({
            kind: 'beside',
            place: level.place,
            written: level.open.written,
            expected: before.open.written,
          })
        const steps = stepsIn(level.from, at, level.blocks)
        siblings.push({ kind: 'block', id, open: level.open, place: level.place, from: level.from, to: at, steps })
        id += 1
      }
    }
  })
  left.push(...levels.map(({ open, place }) => ({ tag: open, place })))
  const blocks = [...top, ...levels.flatMap((level) => level.blocks)]
  return { steps: stepsIn(0, units.length - 1, blocks), left, faults }
}

/** 繰り返しに入らない行を、繰り返しの間に並べる。 */
const stepsIn = (from: number, to: number, blocks: readonly BlockStep[]): readonly Step[] => {
  const steps: Step[] = []
  let at = from
  for (const block of blocks.toSorted((a, b) => a.from - b.from)) {
    for (; at < block.from; at += 1) steps.push({ kind: 'unit', at })
    steps.push(block)
    at = Math.max(at, block.to + 1)
  }
  for (; at <= to; at += 1) steps.push({ kind: 'unit', at })
  return steps
}
