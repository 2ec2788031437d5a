import { headingRow, textCell } from '../../forms/cells.ts'
import type { RowGroup, Section } from '../../report.ts'
import { goalRows } from './goal-rows.ts'
import { a3Landscape, columnsOf, type StarterColumn, starterSection, tableBlock } from './pieces.ts'

/** 進捗状況一覧表のひな形。一件は実績と達成率の二行で、年度の列は載せる年度の一つ目から並べる。 */
export const progressTableStarter = (years: number): Section => {
  const left: readonly StarterColumn[] = [
    { key: 'name', width: 26, align: 'start', heading: '指標名', mark: '{{指標名}}{{?再掲}}（再掲）{{/?}}' },
    { key: 'unit', width: 5, align: 'center', heading: '単位', mark: '{{単位}}' },
    { key: 'baseline', width: 9, align: 'end', heading: '基準値', mark: '{{基準値}}' },
    { key: 'target', width: 9, align: 'end', heading: '目標値', mark: '{{目標値}}' },
  ]
  const yearly = Array.from({ length: years }, (_, index) => `${index + 1}年目`)
  const right: readonly StarterColumn[] = [
    { key: 'cost', width: 9, align: 'end', heading: '事業費', mark: '{{事業費}}' },
    { key: 'departments', width: 11, align: 'start', heading: '担当課', mark: '{{担当課|改行}}' },
    { key: 'remarks', width: 18, align: 'start', heading: '備考', mark: '{{備考|空白}}' },
  ]
  const columns = [
    ...columnsOf(left),
    { key: 'kind', width: 6, align: 'center' as const },
    ...yearly.map((_, index) => ({ key: `year-${index + 1}`, width: 9, align: 'end' as const })),
    ...columnsOf(right),
  ]
  const count = columns.length
  const entry: RowGroup = {
    kind: 'entry',
    rows: [
      {
        cells: [
          ...left.map(({ mark }) => textCell(mark, { rows: 2 })),
          textCell('実績', { heading: true }),
          ...yearly.map((year) => textCell(`{{実績 ${year}}}`)),
          ...right.map(({ mark }) => textCell(mark, { rows: 2 })),
        ],
      },
      {
        cells: [textCell('達成率', { heading: true }), ...yearly.map((year) => textCell(`{{達成率 ${year}}}`))],
      },
    ],
  }
  const table = tableBlock({
    caption: '進捗状況一覧表',
    showCaption: false,
    columns,
    header: [
      headingRow([
        ...left.map(({ heading }) => textCell(heading)),
        textCell('区分'),
        ...yearly.map((year) => textCell(`{{年度 ${year}}}`)),
        ...right.map(({ heading }) => textCell(heading)),
      ]),
    ],
    groups: goalRows(entry, count),
  })
  return starterSection('進捗状況一覧表', '進捗状況一覧表', a3Landscape, [table])
}
