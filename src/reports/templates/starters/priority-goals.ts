import { headingRow, textCell } from '../../forms/cells.ts'
import type { Section } from '../../report.ts'
import {
  a3Landscape,
  bandRow,
  columnsOf,
  headingsOf,
  loopRows,
  type StarterColumn,
  starterSection,
  tableBlock,
  tagParagraph,
  tagRow,
} from './pieces.ts'

const itemColumns: readonly StarterColumn[] = [
  { key: 'item', width: 30, align: 'start', heading: '重点取組項目', mark: '{{項目の番号|空白}}{{取組項目}}' },
  { key: 'targets', width: 32, align: 'start', heading: '期限・数値目標', mark: '{{期限・数値目標|改行}}' },
  { key: 'progress', width: 48, align: 'start', heading: '進捗状況', mark: '{{進捗状況|改行}}' },
  { key: 'grade', width: 8, align: 'center', heading: '評価', mark: '{{項目の評価}}' },
]

/** 重点目標一覧表（中間・期末報告調書）のひな形。部局ごとに表が一つ、後に評価基準と市長指示事項。 */
export const priorityGoalsStarter = (): Section =>
  starterSection('重点目標一覧表（{{報告の段階}}調書）', '重点目標一覧表', a3Landscape, [
    tagParagraph('{{#部局}}'),
    tagParagraph('部局名：{{部局名}}'),
    tableBlock({
      caption: '重点目標',
      showCaption: false,
      columns: columnsOf(itemColumns),
      header: [headingsOf(itemColumns)],
      groups: [
        tagRow('{{#重点目標}}', 4),
        bandRow('重点目標{{重点目標番号}}　{{重点目標名}}', 4),
        ...loopRows('取組項目', itemColumns),
        tagRow('{{/重点目標}}', 4),
      ],
    }),
    tagParagraph('{{/部局}}'),
    tagParagraph('評価基準　{{#評価基準}}{{評価基準の印}}：{{評価基準の意味}}　{{/評価基準}}'),
    tableBlock({
      caption: '市長指示事項',
      showCaption: true,
      columns: [
        { key: 'instruction', width: 59, align: 'start' },
        { key: 'response', width: 59, align: 'start' },
      ],
      header: [headingRow([textCell('市長指示事項'), textCell('対応')])],
      groups: [
        tagRow('{{#市長指示事項}}', 2),
        { kind: 'entry', rows: [{ cells: [textCell('{{市長指示事項}}'), textCell('')] }] },
        tagRow('{{/市長指示事項}}', 2),
      ],
    }),
  ])
