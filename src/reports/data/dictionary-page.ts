import { codeTables } from './code-tables.ts'
import { type DataColumn, isNumeric } from './dataset.ts'
import { datasets } from './datasets.ts'
import { describedTables, formatChanges } from './dictionary.ts'

/** データ辞書の頁（docs/data-dictionary.md）。列の定めから作るので、書いてあることとファイルは違わない。 */
export const dictionaryPage = (): string =>
  [
    '# データ辞書',
    '',
    '<!-- scripts/write-data-dictionary.ts が書く。手で直さない。 -->',
    '',
    '機械可読なデータの表・列・符号の定義。同じものを、どのデータにも `datasets`・`columns`・`codes` の表として添える。',
    '使い方と、字や数の決まりは [オープンデータを出す](tasks/open-data.md)。',
    '',
    '## 書式の変更の履歴',
    '',
    ...tableLines(
      ['書式の版', '日', '変更'],
      formatChanges.map(({ version, date, change }) => [version, date, change]),
    ),
    '',
    ...describedTables(datasets).flatMap(({ name, title, description, columns }) => [
      `## ${name} — ${title}`,
      '',
      `${description}。`,
      '',
      ...tableLines(['物理名', '列名', '種類', '定義', '単位・符号表', '空欄'], columns.map(columnLine)),
      '',
    ]),
    '## 符号表',
    '',
    ...Object.entries(codeTables).flatMap(([name, { title, codes }]) => [
      `### ${name} — ${title}`,
      '',
      ...tableLines(
        ['符号', 'ことば', '説明'],
        Object.entries(codes).map(([code, [label, description]]) => [`\`${code}\``, label, description]),
      ),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')

const columnLine = (each: DataColumn): readonly string[] => [
  `\`${each.name}\``,
  each.title,
  each.kind,
  each.description,
  isNumeric(each) ? unitWords(each.unit) : each.codes === null ? '' : `符号表 \`${each.codes}\``,
  each.blank ?? '空欄なし',
]

const unitWords = (unit: DataColumn['unit']): string =>
  unit === null ? '' : typeof unit === 'string' ? unit : `\`${unit.column}\` の列`

const tableLines = (header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [header, header.map(() => '---'), ...rows].map(
    (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  )
