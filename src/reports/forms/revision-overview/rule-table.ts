import type { RevisionRule } from '#domain/plan/draft.ts'
import type { Table } from '../../report.ts'
import { countCell, noValue, textCell } from '../cells.ts'
import { gradeWords } from './grade-table.ts'

/**
 * 評価ごとの見直し基準、修正した指標の数、修正の内容。見出しは大仙市の表のことば。
 * 列の線は、上の評価のクロス表（評価が四つのとき）とそろえる。Excel で一枚に載っても、列が細切れにならない。
 */
export const ruleTable = (rules: readonly RevisionRule[]): Table => ({
  caption: '評価ごとの見直し基準と見直し内容',
  showCaption: false,
  columns: [
    { key: 'grade', width: 8, align: 'center' },
    { key: 'rule', width: 21, align: 'start' },
    { key: 'count', width: 6, align: 'end' },
    { key: 'changes', width: 15, align: 'start' },
  ],
  header: [{ cells: [textCell('評価'), textCell('見直し基準'), textCell('修正指標数'), textCell('修正内容')] }],
  groups: rules.map(({ grade, rule, count, changes }) => ({
    kind: 'entry',
    rows: [
      {
        cells: [
          textCell(gradeWords(grade), { heading: true, tone: 'strong' }),
          textCell(bulleted(rule)),
          countCell(count),
          textCell(bulleted(changes)),
        ],
      },
    ],
  })),
})

/** 箇条書き。大仙市の図書と同じ「○」で並べる。一つもなければ「―」。 */
export const bulleted = (texts: readonly string[]): string =>
  texts.length === 0 ? noValue : texts.map((text) => `○${text}`).join('\n')
