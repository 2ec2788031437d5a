import type { Band } from '#domain/plan/bands.ts'
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

/** 帯一つ。表の端から端まで。 */
export const bandGroup = ({ node, depth }: Band, columns: number): RowGroup => ({
  kind: 'band',
  level: depth === 0 ? 1 : depth === 1 ? 2 : 3,
  rows: [{ cells: [textCell(bandWords(node), { columns, heading: true })] }],
})

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
