import type { PlanNode } from '#domain/plan/draft.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import type { Heading, Passage } from '../headings.ts'

/** 木に組みかけの節。`rank` は段の深さ、`repeated` は（再掲）の節。`text` は節の文の段落。 */
type Branch = {
  readonly node: PlanNode
  readonly rank: number
  readonly repeated: boolean
  readonly text: string[]
}

/** 表の中の帯の段。表の外の見出しより深く、節の列より浅い。 */
export const bandRank = 6

/** 組みかけの木。`path` はいま下にいる節（上から）。 */
export type Tree = {
  readonly path: () => readonly Branch[]
  readonly addHeading: (heading: Heading) => void
  /**
   * 節を閉じる。小計のあとは、いちばん内の節。合計のあとと別の表の前では、表の中の節（帯と節の列）すべて。
   * 頁（シート）が変われば、すべて。前の表や頁の節を、次に持ち越さないため。
   */
  readonly closeAfter: (what: 'subtotal' | 'total' | 'table' | 'page') => void
  readonly addPassage: (passage: Passage) => void
  readonly nodes: () => readonly PlanNode[]
}

/**
 * 見出しと文を上から受けて木を組む。見出しは、同じ深さかそれより下の節を閉じ、その親の下に置く。
 * 印刷された場所ごとに一つの節とする（「全体目標」と「個別目標」の基本目標①は別の節で、番号が同じ）。
 * 文は、基本方針・事業等か、そのすぐ後に続く文だけを節に足す（断り書きは節の文でない）。
 */
export const growTree = (id: IdMaker): Tree => {
  const branches: Branch[] = []
  let path: readonly Branch[] = []
  return {
    path: () => path,
    addHeading: (heading) => {
      const above = path.filter(({ rank }) => rank < heading.rank)
      const branch = branchOf(heading, above.at(-1)?.node.id ?? null, id)
      branches.push(branch)
      path = [...above, branch]
    },
    closeAfter: (what) => {
      if (what === 'page') path = []
      else path = what === 'subtotal' ? path.slice(0, -1) : path.filter(({ rank }) => rank < bandRank)
    },
    addPassage: ({ kind, text }) => {
      const at = path.at(-1)
      if (at && (kind !== 'plain' || at.text.length > 0)) at.text.push(text)
    },
    nodes: () => branches.map(({ node, text }) => ({ ...node, text: text.length === 0 ? null : text.join('\n') })),
  }
}

const branchOf = (
  { level, number, title, place, rank, repeated }: Heading,
  parent: string | null,
  id: IdMaker,
): Branch => ({
  node: { id: id('n', parent, level, number ?? title), parent, level, number, title, text: null, place },
  rank,
  repeated,
  text: [],
})
