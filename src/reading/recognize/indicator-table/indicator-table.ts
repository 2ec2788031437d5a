import { type Likeness, type Recognizer, why } from '../recognizer.ts'
import type { Block } from '../tables/blocks.ts'
import { blocksIn, documentTables } from '../tables/document-tables.ts'
import { tablesDraft } from '../tables/tables-draft.ts'

/** 五つの様式のどれかの証拠が一つでも重なれば、そちらを採る点。 */
const likeATable = 0.55

/**
 * 五つの様式のどれでもない、指標の表の読み手。見出しに指標名と、基準値・目標値・実績値・年度・達成率のどれかがあれば読む。
 * 読みかたは進捗状況一覧表と同じ（`recognize/tables`）で、違うのは様式の見分けだけ。
 *
 * @example indicatorTable.recognise(document) // → { score: 0.55, reasons: [{ code: 'form-why-indicator-table', … }] }
 */
export const indicatorTable: Recognizer = {
  form: 'indicator-table',
  highest: likeATable,
  recognise: (document, choices) => likeness(blocksIn(documentTables(document, choices))),
  read: (document, choices) => tablesDraft(document, 'indicator-table', choices),
}

const likeness = (blocks: readonly Block[]): Likeness => {
  const tables = blocks.filter(
    (block) => block.kind === 'table' && block.header.columns.some(({ header: { roles } }) => roles.includes('name')),
  )
  return tables.length === 0
    ? { score: 0, reasons: [] }
    : { score: likeATable, reasons: [why('form-why-indicator-table', { count: tables.length })] }
}
