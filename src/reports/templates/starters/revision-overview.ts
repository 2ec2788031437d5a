import type { Section } from '../../report.ts'
import {
  a4Portrait,
  bandRow,
  columnsOf,
  headingsOf,
  loopRows,
  type StarterColumn,
  starterSection,
  tableBlock,
  tagRow,
} from './pieces.ts'

const gradeColumns: readonly StarterColumn[] = [
  { key: 'goal', width: 30, align: 'start', heading: '基本目標', mark: '{{行の見出し}}' },
  { key: 'class', width: 9, align: 'center', heading: '種別', mark: '{{種別}}' },
  ...['A', 'B', 'C', 'D'].map((grade) => ({
    key: `grade-${grade.toLowerCase()}`,
    width: 6,
    align: 'end' as const,
    heading: grade,
    mark: `{{件数 ${grade}}}`,
  })),
  { key: 'total', width: 6, align: 'end', heading: '計', mark: '{{件数計}}' },
]

const ruleColumns: readonly StarterColumn[] = [
  { key: 'grade', width: 8, align: 'center', heading: '評価区分', mark: '{{評価区分}}' },
  { key: 'rule', width: 32, align: 'start', heading: '見直し基準', mark: '{{見直し基準|改行}}' },
  { key: 'count', width: 10, align: 'end', heading: '修正指標数', mark: '{{修正指標数}}' },
  { key: 'changes', width: 26, align: 'start', heading: '修正の内容', mark: '{{修正の内容|改行}}' },
]

const changeColumns: readonly StarterColumn[] = [
  { key: 'package', width: 26, align: 'start', heading: '戦略パッケージ', mark: '{{戦略パッケージ}}' },
  { key: 'change', width: 50, align: 'start', heading: '主な変更内容', mark: '{{変更内容}}' },
]

/** 改訂概要のひな形。評価区分ごとの件数・見直し基準・主な変更内容の三つの表。 */
export const revisionOverviewStarter = (): Section =>
  starterSection('改訂概要', '改訂概要', a4Portrait, [
    tableBlock({
      caption: '評価区分ごとの件数',
      showCaption: true,
      columns: columnsOf(gradeColumns),
      header: [headingsOf(gradeColumns)],
      groups: loopRows('評価集計', gradeColumns),
    }),
    tableBlock({
      caption: '評価区分ごとの見直し基準',
      showCaption: true,
      columns: columnsOf(ruleColumns),
      header: [headingsOf(ruleColumns)],
      groups: loopRows('見直し基準', ruleColumns),
    }),
    tableBlock({
      caption: '主な変更内容',
      showCaption: true,
      columns: columnsOf(changeColumns),
      header: [headingsOf(changeColumns)],
      groups: [
        tagRow('{{#基本目標}}', 2),
        bandRow('{{基本目標}}', 2),
        ...loopRows('変更内容', changeColumns),
        tagRow('{{/基本目標}}', 2),
      ],
    }),
  ])
