import { headingRow, textCell } from '../../forms/cells.ts'
import type { RowGroup, Section } from '../../report.ts'
import { goalRows } from './goal-rows.ts'
import { a3Landscape, starterSection, tableBlock } from './pieces.ts'

/** 数値目標・KPI集計表のひな形。一件は目標と実績の二行で、右に期間の合計と所見。 */
export const kpiSummaryStarter = (years: number): Section => {
  const yearly = Array.from({ length: years }, (_, index) => `${index + 1}年目`)
  const columns = [
    { key: 'project', width: 20, align: 'start' as const },
    { key: 'name', width: 26, align: 'start' as const },
    { key: 'baseline', width: 9, align: 'end' as const },
    { key: 'kind', width: 5, align: 'center' as const },
    ...yearly.map((_, index) => ({ key: `year-${index + 1}`, width: 9, align: 'end' as const })),
    { key: 'total', width: 9, align: 'end' as const },
    { key: 'rate', width: 8, align: 'end' as const },
    { key: 'remarks', width: 32, align: 'start' as const },
  ]
  const count = columns.length
  const entry: RowGroup = {
    kind: 'entry',
    rows: [
      {
        cells: [
          textCell('{{事業名|空白}}', { rows: 2 }),
          textCell('{{指標名}}', { rows: 2 }),
          textCell('{{基準値}}', { rows: 2 }),
          textCell('目標', { heading: true }),
          ...yearly.map((year) => textCell(`{{目標 ${year}}}`)),
          textCell('{{期間の目標}}'),
          textCell('{{期間の達成率}}', { rows: 2 }),
          textCell('{{備考|空白}}{{?所見}}{{所見|改行}}{{/?}}', { rows: 2 }),
        ],
      },
      {
        cells: [
          textCell('実績', { heading: true }),
          ...yearly.map((year) => textCell(`{{実績 ${year}}}`)),
          textCell('{{期間の実績}}'),
        ],
      },
    ],
  }
  const table = tableBlock({
    caption: '数値目標・KPI集計表',
    showCaption: false,
    columns,
    header: [
      headingRow(
        [
          '事業名',
          '指標名',
          '基準値',
          '区分',
          ...yearly.map((year) => `{{年度 ${year}}}`),
          '期間計',
          '達成率',
          '実績値の増減理由・所見',
        ].map((heading) => textCell(heading)),
      ),
    ],
    groups: goalRows(entry, count),
  })
  return starterSection('数値目標・KPI集計表', '集計表', a3Landscape, [table])
}
