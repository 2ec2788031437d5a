import type { RevisionItem, RevisionRule, Subtotal } from '#domain/plan/draft.ts'
import type { RuleEntry } from '../code-tables.ts'
import { countColumns, editionColumns, numberOr, outlineColumns, placeColumn } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'
import { linesOf } from '../lines.ts'

type RuleRow = RevisionRule & { readonly entry: RuleEntry; readonly order: number; readonly text: string }

/** 評価ごとの見直し基準と、行った修正。 */
export const revisionRules = datasetMaker<RuleRow>(
  {
    name: 'revision-rules',
    title: '見直し基準',
    description: '評価ごとの見直し基準と、行った修正。一行が一つの記載',
  },
  [
    ...editionColumns,
    column('grade', '評価', 'word', '評価の区分。意味は grade-meanings の表', ({ grade }) => grade),
    column('entry_kind', '記載の種類', 'code', '見直し基準か、修正の内容か', ({ entry }) => entry, {
      codes: 'rule-entry',
    }),
    column('entry_number', '記載の番号', 'integer', '同じ評価・同じ種類の、書かれた順', ({ order }) => String(order), {
      unit: '番目',
    }),
    column('text', '記載', 'text', '書かれた文', ({ text }) => text),
    placeColumn,
  ],
  ({ content }) =>
    content.revisionRules.flatMap((row) => [...entries(row, 'rule', row.rule), ...entries(row, 'change', row.changes)]),
)

const entries = (row: RevisionRule, entry: RuleEntry, written: readonly string[]): readonly RuleRow[] =>
  written.flatMap(linesOf).map((text, at) => ({ ...row, entry, text, order: at + 1 }))

/** 評価ごとの、修正した指標の数。 */
export const revisionCounts = datasetMaker<RevisionRule>(
  {
    name: 'revision-counts',
    title: '修正した指標の数',
    description: '評価ごとの、修正した指標の数。一行が一つの評価',
  },
  [
    ...editionColumns,
    column('grade', '評価', 'word', '評価の区分。意味は grade-meanings の表', ({ grade }) => grade),
    ...countColumns('修正した指標の数', '図書に書かれた数'),
    placeColumn,
  ],
  ({ content }) => content.revisionRules.map((row) => ({ ...row, place: row.countPlace ?? row.place })),
)

/** 主な変更内容。 */
export const revisionItems = datasetMaker<RevisionItem & { readonly order: number }>(
  {
    name: 'revision-items',
    title: '主な変更内容',
    description: '戦略パッケージごとの主な変更内容。一行が一つの変更',
  },
  [
    ...editionColumns,
    ...outlineColumns,
    column('item_number', '並びの番号', 'integer', '図書に書かれた順', ({ order }) => String(order), { unit: '番目' }),
    column('package', '戦略パッケージ', 'name', '書かれたとおりの名', (row) => row.package),
    column('text', '変更の内容', 'text', '書かれた文', ({ text }) => text),
    placeColumn,
  ],
  ({ content }) =>
    content.revisionItems
      .flatMap((item) => linesOf(item.text).map((text) => ({ ...item, text })))
      .map((item, at) => ({ ...item, order: at + 1 })),
)

/** 印刷された小計（事業数・KPI数）。 */
export const subtotals = datasetMaker<Subtotal>(
  {
    name: 'subtotals',
    title: '小計',
    description: '図書に印刷された小計・合計（事業数・KPI数）。一行が小計の一行。数え直していない',
  },
  [
    ...editionColumns,
    ...outlineColumns,
    column('is_total', '合計の行か', 'code', '節に属さない、全体の合計', ({ node }) => (node === null ? '1' : '0'), {
      codes: 'yes-no',
    }),
    column('projects', '事業数', 'integer', '印刷された事業の数', (row) => numberOr(row.projects), {
      blank: '数が書かれていない',
      unit: '事業',
    }),
    column('indicators', 'KPI数', 'integer', '印刷された指標の数', (row) => numberOr(row.indicators), {
      blank: '数が書かれていない',
      unit: '指標',
    }),
    placeColumn,
  ],
  ({ content }) => content.subtotals,
)
