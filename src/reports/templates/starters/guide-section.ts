import { headingRow, textCell } from '../../forms/cells.ts'
import type { Block, Section } from '../../report.ts'
import { guideEnd, guideSheet, guideStart } from '../language/guide.ts'
import { vocabularyTables } from '../vocabulary/vocabulary-tables.ts'
import { a4Portrait, tableBlock, tagParagraph } from './pieces.ts'

const howTo: readonly string[] = [
  'この「書き方」は、差し込んだ資料には残りません。消してもかまいません。',
  '入れたい所に、名を二重のかっこで囲んで書きます：{{指標名}}　{{実績 令和5年度}}　{{実績 前年度}}　{{実績 1年目}}',
  '書き方は縦棒の後に書きます：{{目標値|単位なし}}　{{備考|空白}}　{{担当課|改行}}',
  '一件ごとに繰り返す行は、始まりと終わりの印で囲みます：{{#指標}} … {{/指標}}（始まりの行から終わりの行までを繰り返します）',
  '値があるときだけの所：{{?再掲}}（再掲）{{/?}}　値がないときだけの所：{{?達成率 なし}}未測定{{/?}}',
  '頁を改める所：{{改ページ}}',
  '罫線・色・列の幅・図・グラフ・入力規則・保護は、直したとおりに残ります。列を足し、要らない列を消してかまいません。',
]

/** 「書き方」の章。名の一覧は語彙そのものから作る。 */
export const guideSection = (): Section => ({
  key: 'guide',
  name: guideSheet,
  paper: a4Portrait,
  title: null,
  lead: [],
  outline: 0,
  blocks: [
    tagParagraph(guideStart),
    { kind: 'heading', level: 2, text: '様式の書き方' },
    { kind: 'list', items: howTo },
    ...vocabularyTables().map(
      ({ title, headings, rows }): Block =>
        tableBlock({
          caption: title,
          showCaption: true,
          columns: headings.map((_, index) => ({
            key: `column-${index + 1}`,
            width: index === 1 ? 46 : 18,
            align: 'start' as const,
          })),
          header: [headingRow(headings.map((heading) => textCell(heading)))],
          groups: rows.map((row) => ({ kind: 'entry', rows: [{ cells: row.map((text) => textCell(text)) }] })),
        }),
    ),
    tagParagraph(guideEnd),
  ],
  notes: [],
})
