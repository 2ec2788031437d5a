import { sharesOf, totalOf } from '#domain/evaluation/grade-counts.ts'
import { goalOver } from '#domain/plan/outline.ts'
import { editionGoals } from '#domain/plan/project-rows.ts'
import { type Field, fieldOf } from './field.ts'
import { amountValue, listValue, none, textValue } from './value.ts'

/** 重点目標一覧表（中間・期末報告調書）の名。 */
const priority: readonly Field[] = [
  fieldOf('department')('部局名', { aliases: ['department'], words: '部局の名', example: '政策企画部' }, (name) =>
    textValue(name),
  ),
  fieldOf('priorityGoal')(
    '重点目標番号',
    { aliases: ['priority-number'], words: '重点目標の番号', example: '1' },
    ({ number }) => textValue(number),
  ),
  fieldOf('priorityGoal')(
    '重点目標名',
    { aliases: ['priority-title'], words: '重点目標', example: '地方創生の推進' },
    ({ title }) => textValue(title),
  ),
  fieldOf('priorityItem')(
    '項目の番号',
    { aliases: ['item-mark'], words: '取組項目の番号（①など）', example: '①' },
    ({ mark }) => textValue(mark),
  ),
  fieldOf('priorityItem')(
    '取組項目',
    { aliases: ['item'], words: '重点取組項目', example: '推進交付金の活用' },
    ({ title }) => textValue(title),
  ),
  fieldOf('priorityItem')(
    '期限・数値目標',
    { aliases: ['item-targets'], kind: 'list', words: '期限・数値目標', example: '新規事業 2' },
    ({ targets }) => listValue(targets),
  ),
  fieldOf('priorityItem')(
    '進捗状況',
    { aliases: ['progress'], kind: 'list', words: '進捗状況の文', example: '5月開催' },
    ({ progress }) => listValue(progress),
  ),
  fieldOf('priorityItem')(
    '項目の評価',
    { aliases: ['item-grade'], words: '項目の評価（◎○△×）', example: '○' },
    ({ grade }) => textValue(grade),
  ),
  fieldOf('instruction')(
    '市長指示事項',
    { aliases: ['instruction'], words: '市長指示事項の文', example: '早めに着手すること' },
    (text) => textValue(text),
  ),
  fieldOf('legend')('評価基準の印', { aliases: ['legend-mark'], words: '評価の印', example: '◎' }, ({ mark }) =>
    textValue(mark),
  ),
  fieldOf('legend')(
    '評価基準の意味',
    { aliases: ['legend-meaning'], words: '評価の印の意味', example: '目標を上回る進捗' },
    ({ meaning }) => textValue(meaning),
  ),
]

const gradeRow = fieldOf('gradeRow')

/** 改訂概要の名。空欄は値なしで、ゼロではない。 */
const revision: readonly Field[] = [
  gradeRow(
    '行の見出し',
    {
      aliases: ['row-heading'],
      words: '基本目標の番号と題。合計の行なら「合計」',
      example: '基本目標1 しごとをつくり…',
    },
    ({ node, total }, { edition, nodes }) =>
      total ? textValue('合計') : textValue(goalOver(editionGoals(edition), nodes, node)?.words),
  ),
  gradeRow('種別', { aliases: ['row-class'], words: '数値目標・KPI の別', example: 'KPI' }, (row) =>
    textValue(row.class),
  ),
  gradeRow(
    '合計の行',
    { aliases: ['total-row'], kind: 'mark', words: '図書に印刷された合計の行なら「○」', example: '○' },
    ({ total }) => (total ? { kind: 'text', text: '○' } : none),
  ),
  gradeRow(
    '件数',
    {
      aliases: ['count'],
      kind: 'count',
      argument: 'grade',
      words: '評価区分ごとの件数。区分を添える',
      example: '8',
    },
    ({ counts }, _data, grade) => amountValue(gradeIn(counts, grade)),
  ),
  gradeRow(
    '割合',
    {
      aliases: ['share'],
      kind: 'count',
      argument: 'grade',
      words: '評価区分ごとの構成比。区分を添える',
      example: '40.0％',
    },
    ({ counts }, _data, grade) => amountValue(gradeIn(sharesOf(counts), grade), '％'),
  ),
  gradeRow(
    '件数計',
    { aliases: ['count-total'], kind: 'count', words: 'その行の件数の合計', example: '20' },
    ({ counts }) => amountValue(totalOf(counts)),
  ),
  fieldOf('revisionRule')('評価区分', { aliases: ['rule-grade'], words: '評価区分', example: 'A' }, ({ grade }) =>
    textValue(grade),
  ),
  fieldOf('revisionRule')(
    '見直し基準',
    { aliases: ['rule'], kind: 'list', words: '評価区分ごとの見直しの基準', example: '目標値の引き上げが基本。' },
    ({ rule }) => listValue(rule),
  ),
  fieldOf('revisionRule')(
    '修正指標数',
    { aliases: ['rule-count'], kind: 'count', words: '修正した指標の数', example: '14' },
    ({ count }) => amountValue(count),
  ),
  fieldOf('revisionRule')(
    '修正の内容',
    { aliases: ['rule-changes'], kind: 'list', words: '何を修正したか', example: 'すべての目標値を修正' },
    ({ changes }) => listValue(changes),
  ),
  fieldOf('change')(
    '戦略パッケージ',
    { aliases: ['package'], words: '変更した戦略パッケージ', example: '(1)未来を見据えた農業' },
    (change) => textValue(change.package),
  ),
  fieldOf('change')(
    '変更内容',
    { aliases: ['change'], words: '主な変更内容', example: '構想の内容を更新' },
    ({ text }) => textValue(text),
  ),
]

const gradeIn = <T>(counts: Readonly<Record<string, T | null>>, grade: string | null): T | null => {
  const code = Object.keys(counts).find((each) => each.normalize('NFKC') === grade)
  return code === undefined ? null : (counts[code] ?? null)
}

export const documentFields: readonly Field[] = [...priority, ...revision]
