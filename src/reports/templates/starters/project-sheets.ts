import { headingRow, textCell } from '../../forms/cells.ts'
import type { Section } from '../../report.ts'
import {
  a4Portrait,
  columnsOf,
  headingsOf,
  labelRow,
  loopRows,
  type StarterColumn,
  starterSection,
  tableBlock,
  tagParagraph,
  tagRow,
} from './pieces.ts'

const indicatorColumns: readonly StarterColumn[] = [
  { key: 'class', width: 14, align: 'start', heading: '種類', mark: '{{指標の種類}}' },
  { key: 'name', width: 30, align: 'start', heading: '指標名', mark: '{{指標名}}' },
  { key: 'baseline', width: 10, align: 'end', heading: '基準値', mark: '{{基準値}}' },
  { key: 'target', width: 12, align: 'end', heading: '目標値', mark: '{{目標値}}' },
  { key: 'actual', width: 12, align: 'end', heading: '実績\n{{対象年度}}', mark: '{{実績}}' },
]

/** 個票のひな形。一枚に一事業で、次の事業から頁を改める。 */
export const projectSheetsStarter = (): Section => ({
  ...starterSection(
    '個票',
    '個票',
    a4Portrait,
    [
      tagParagraph('{{#個票}}'),
      tableBlock({
        caption: '事業の概要',
        showCaption: false,
        columns: [
          { key: 'item', width: 14, align: 'start' },
          { key: 'value', width: 64, align: 'start' },
        ],
        header: [],
        groups: [
          labelRow('個票No.', '{{事業番号}}', 1),
          labelRow('事業名', '{{事業名}}', 1),
          labelRow('基本目標', '{{基本目標}}', 1),
          labelRow('視点・関連施策', '{{印|改行}}', 1),
          labelRow('実施主体', '{{実施主体|改行}}', 1),
          labelRow('事業期間', '{{事業期間}}', 1),
          labelRow('事業内容', '{{事業内容}}', 1),
        ],
      }),
      tableBlock({
        caption: '関連する指標',
        showCaption: true,
        columns: columnsOf(indicatorColumns),
        header: [headingsOf(indicatorColumns)],
        groups: loopRows('指標', indicatorColumns),
      }),
      tableBlock({
        caption: '年度ごとの実績・予定',
        showCaption: true,
        columns: [
          { key: 'year', width: 14, align: 'start' },
          { key: 'items', width: 64, align: 'start' },
        ],
        header: [headingRow([textCell('年度'), textCell('取組の実績・予定')])],
        groups: [tagRow('{{#年度}}', 2), labelRow('{{年度}}', '{{取組内容|改行}}', 1), tagRow('{{/年度}}', 2)],
      }),
      tagParagraph('{{改ページ}}{{/個票}}'),
    ],
    [],
  ),
  // 注は一枚ごとに要るものではなく、終わりに置けば注だけの頁になる。
  notes: [],
})
