import { type GradeShares, goalShares, wholeShares } from '#domain/evaluation/goal-shares.ts'
import type { GradeCount, PlanNode } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import { compare, plus } from '#domain/quantity/decimal.ts'
import type { Column, ReportNote, RowGroup, Table } from '../../report.ts'
import { countCell, noValue, shareCell, textCell } from '../cells.ts'
import { gradeWords, letterKey } from './grade-table.ts'

type Nodes = ReadonlyMap<string, PlanNode>

/** 割合の表の題。大仙市の円グラフの題から。 */
export const shareTitle = '基本目標ごとの評価割合（「数値目標」＋「KPI」）'

/**
 * 基本目標ごとの評価割合。数値目標と KPI を合わせた数の下に、構成比をかっこで書く。
 * 大仙市は円グラフで見せる。ここでは数と割合を表にして、見直し基準まで一枚に収める（円グラフからは一件の違いが読めない）。
 */
export const shareTable = (grades: readonly GradeCount[], letters: readonly string[], nodes: Nodes): Table => ({
  caption: shareTitle,
  showCaption: false,
  columns: [
    { key: 'goal', width: 17, align: 'start' },
    ...letters.map((letter, index): Column => ({ key: letterKey(letter, index), width: 6, align: 'end' })),
    { key: 'all', width: 9, align: 'end' },
  ],
  header: [
    {
      cells: [
        textCell('基本目標'),
        ...letters.map((letter) => textCell(`${gradeWords(letter)}の数\n（割合）`)),
        textCell('計'),
      ],
    },
  ],
  groups: [
    ...goalShares(grades).map((shares) => shareRows('entry', nameOf(shares.node, nodes), shares, letters)),
    shareRows('total', '合計', wholeShares(grades), letters),
  ],
})

const nameOf = (id: string | null, nodes: Nodes): string => {
  const node = id === null ? undefined : nodes.get(id)
  return node ? nodeInWords(node) : noValue
}

/** 数の行と、その下の割合の行。数のない評価は、二行ぶんを「―」一つにする。 */
const shareRows = (
  kind: 'entry' | 'total',
  name: string,
  { counts, total, shares }: GradeShares,
  letters: readonly string[],
): RowGroup => {
  const tone = kind === 'total' ? ({ tone: 'strong' } as const) : {}
  const shared = (letter: string) => shares[letter] ?? null
  return {
    kind,
    rows: [
      {
        cells: [
          textCell(name, { heading: true, rows: 2 }),
          ...letters.map((letter) =>
            countCell(counts[letter] ?? null, { ...tone, ...(shared(letter) === null ? { rows: 2 } : {}) }),
          ),
          countCell(total, { ...tone, rows: 2 }),
        ],
      },
      {
        cells: letters.flatMap((letter) => {
          const share = shared(letter)
          return share === null ? [] : [shareCell(share, { tone: 'quiet' })]
        }),
      },
    ],
  }
}

/** 割合を足しても 100 にならない目標があれば、四捨五入のためと断る。 */
export const shareNotes = (grades: readonly GradeCount[]): readonly ReportNote[] => {
  const uneven = [...goalShares(grades), wholeShares(grades)].some(({ shares }) => {
    const known = Object.values(shares).filter((share) => share !== null)
    return known.length > 0 && compare(known.reduce(plus), '100') !== 0
  })
  return uneven ? [{ mark: '※', text: '割合は小数第2位を四捨五入したので、足して100％にならないものがある。' }] : []
}
