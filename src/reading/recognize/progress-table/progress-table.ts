import { plainText } from '#domain/language/plain-text.ts'
import { rowRole } from '../headers.ts'
import { type Likeness, type Recognizer, why } from '../recognizer.ts'
import type { Block } from '../tables/blocks.ts'
import { blocksIn, documentTables } from '../tables/document-tables.ts'
import { tablesDraft } from '../tables/tables-draft.ts'

/**
 * 進捗状況一覧表（指標 × 年度の実績値・達成率）の読み手。
 * 列の位置でなく見出しの語で読むので、列の順・余分の列・年度の違いを問わない。
 *
 * @example progressTable.read(document).indicators.length // 小千谷市の一覧表なら 84
 */
export const progressTable: Recognizer = {
  form: 'progress-table',
  recognise: (document, choices) => {
    const tables = documentTables(document, choices)
    return likeness(blocksIn(tables), plainText(tables.title?.text ?? ''))
  },
  read: (document, choices) => tablesDraft(document, 'progress-table', choices),
}

/** 題名と、指標と年度の並ぶ見出し、実績値・達成率の重なる行が証拠。 */
const likeness = (blocks: readonly Block[], title: string): Likeness => {
  const tables = blocks.filter((block) => block.kind === 'table')
  const labels = new Set(
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => rowRole(text)))),
  )
  const roles = new Set(tables.flatMap(({ header }) => header.columns.flatMap((column) => column.header.roles)))
  const evidence: readonly (readonly [found: boolean, score: number, reason: string])[] = [
    [/進捗(?:状況|管理)?(?:の?一覧|表|報告)/.test(title), 0.3, 'form-why-progress-title'],
    [tables.length > 0, 0.4, 'form-why-table'],
    [labels.has('actual') && labels.has('rate'), 0.2, 'form-why-stacked'],
    [roles.has('target') && (roles.has('year') || roles.has('actual')), 0.1, 'form-why-target-year'],
  ]
  const found = evidence.filter(([is]) => is)
  const score = found.reduce((sum, [, points]) => sum + points, 0)
  return {
    score: Math.round(score * 100) / 100,
    reasons: found.map(([, , reason]) => why(reason)),
  }
}
