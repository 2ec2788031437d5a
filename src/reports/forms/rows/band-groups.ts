import type { PlanNode } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { RowGroup } from '../../report.ts'
import { textCell } from '../cells.ts'

/**
 * 帯の字。番号のない節には段の名を添える（「施策：キャリア教育の推進」）。図書の全体を分ける見出しは「■全体目標」。
 * 印刷された表の書き方なので、読み直しても同じ段・番号・題になる。
 */
export const bandWords = (node: PlanNode): string => {
  const { level, number, parent, title } = node
  if (number !== null) return nodeInWords(node)
  if (level === '区分') return parent === null ? `■${title}` : title
  return title.startsWith(level) ? title : `${level}：${title}`
}

type Level = 1 | 2 | 3

/**
 * 帯の段。基本目標（と、その上の「全体目標」）が 1、その下が 2、さらに下が 3。頁の頭には段ごとに一つずつ繰り返すので、
 * 四段の計画でも、基本目標・施策分野・施策が続きの頁に残るようにする。`path` は根からその節までの道すじ。
 */
export const bandLevel = (depth: number, path: readonly PlanNode[], goals: ReadonlySet<PlanNode>): Level => {
  const below =
    depth -
    Math.max(
      0,
      path.findIndex((node) => goals.has(node)),
    )
  return below <= 0 ? 1 : below === 1 ? 2 : 3
}

/** 帯一つ。表の端から端まで。 */
export const bandGroup = (node: PlanNode, level: Level, columns: number): RowGroup => ({
  kind: 'band',
  level,
  rows: [{ cells: [textCell(bandWords(node), { columns, heading: true })] }],
})

/**
 * すぐ続く同じ段の帯を、一つの帯の二行にする（「■全体目標」と「基本目標1」）。頁の頭に、両方が繰り返される。
 */
export const joinedBands = (groups: readonly RowGroup[]): readonly RowGroup[] => {
  const joined: RowGroup[] = []
  for (const group of groups) {
    const last = joined.at(-1)
    if (last?.kind === 'band' && group.kind === 'band' && last.level === group.level)
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...group.rows] }
    else joined.push(group)
  }
  return joined
}

/** 節の文（基本方針・事業等）。帯の下に一度だけ置き、次の頁では繰り返さない。 */
export const passageGroups = ({ text }: PlanNode, columns: number): readonly RowGroup[] =>
  (text ?? '')
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, at) => ({
      kind: 'entry',
      rows: [{ cells: [textCell(passageWords(paragraph, at), { columns, align: 'start', tone: 'quiet' })] }],
    }))

/** 節の初めの文は基本方針。「事業等：」と断ってある文はそのまま。 */
const passageWords = (paragraph: string, at: number): string =>
  at > 0 || /^[^。：:]{1,8}[：:]/u.test(paragraph) ? paragraph : `〈基本方針〉${paragraph}`
