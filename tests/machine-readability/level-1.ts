import { dataRows, definitionsOf, headingOf, type OpenedTable, tableNamed } from './opened.ts'
import { every, inCells, inTables, isBlankRow, isNumber, kindIs, type Rule } from './rule.ts'

/** 段階1：表の形。規則の番号と名は、デジタル庁「行政データにおける機械可読性に関するルール」による。 */

const sameAsHeader = (table: OpenedTable, row: number): boolean =>
  headingOf(table).length > 0 && headingOf(table).every((heading, at) => table.rows[row]?.[at]?.text === heading)

const blankRows = ({ rows }: OpenedTable): readonly number[] =>
  rows.flatMap((row, at) => (at > 0 && isBlankRow(row) ? [at] : []))

/** 空の行の後に、見出しか、この表の行とは幅の違う行が続くか。 */
const startsAnother = (table: OpenedTable, blank: number): boolean => {
  const next = table.rows[blank + 1]
  if (next === undefined || isBlankRow(next)) return false
  const filled = next.filter(({ text }) => text !== '').length
  return sameAsHeader(table, blank + 1) || filled * 2 < headingOf(table).length
}

/** 値のない行の身分（ゼロではない）。 */
const absent = new Set(
  'text not-measured not-published not-started ended cancelled not-applicable undecided withheld blank dash unreadable judged not-computed'.split(
    ' ',
  ),
)

const meaningless = /^(?:|列|column|unnamed.*|項目|field)\s*\d*$|^[a-z]$/i

/** 丸数字・ローマ数字・分数・囲み字・合わせ字・縦書きの記号・波ダッシュ。 */
const dependent =
  /[\u2116\u2121\u2150-\u217f\u2460-\u24ff\u2776-\u2793\u3200-\u321e\u3220-\u3247\u3250-\u33ff\ufe30-\ufe44\ufe47-\ufe4f\u301c\uff5e\uff61-\uff9f]/

const severalInCell = /[\r\n、;；]|・.*・|(?<!\d),|,(?!\d)/

export const level1: readonly Rule[] = [
  {
    id: 'L1-01',
    name: 'ファイル形式は機械が直接読み取れるExcelやCSV等となっているか',
    formats: every,
    check: ({ unreadable }) => unreadable.filter(({ rule }) => rule === 'L1-01').map(({ message }) => message),
  },
  {
    id: 'L1-02',
    name: '１シート（ファイル）に複数の表が掲載されていないか',
    formats: every,
    check: inTables((table) =>
      blankRows(table)
        .filter((at) => startsAnother(table, at))
        .map((at) => `${at + 2}行目から別の表`),
    ),
  },
  {
    id: 'L1-03',
    name: 'データが分断されていないか',
    formats: every,
    check: inTables((table, columns) => [
      ...blankRows(table).map((at) => `${at + 1}行目が空の行`),
      ...table.rows.flatMap((_, at) => (at > 0 && sameAsHeader(table, at) ? [`${at + 1}行目が見出しの繰り返し`] : [])),
      ...columns.flatMap(({ at, heading }) =>
        heading === '' && table.rows.every((row) => (row[at]?.text ?? '') === '') ? [`${at + 1}列目が空の列`] : [],
      ),
    ]),
  },
  {
    id: 'L1-04',
    name: 'データ本体と無関係な情報がないか',
    formats: every,
    check: inTables((table, _columns, opened) => {
      const needed = definitionsOf(opened, table).filter(({ required }) => required).length
      const width = headingOf(table).length
      return dataRows(table).flatMap((row, at) => {
        const filled = row.filter(({ text }) => text !== '').length
        const beyond = row.slice(width).some(({ text }) => text !== '')
        return beyond || (filled > 0 && filled < needed) ? [`${at + 2}行目に、表の外の書き込み`] : []
      })
    }),
  },
  {
    id: 'L1-05',
    name: 'すべての列に意味が推測できる項目名が存在するか',
    formats: every,
    check: inTables((_table, columns) =>
      columns.flatMap(({ heading, at }) => (meaningless.test(heading) ? [`${at + 1}列目の名「${heading}」`] : [])),
    ),
  },
  {
    id: 'L1-06',
    name: 'スペースや改行等で体裁を整えていないか',
    formats: every,
    check: inCells(
      () => true,
      ({ text }) => /^\s|\s$|[\u3000\t\r\n]|\s{2}/.test(text),
    ),
  },
  {
    id: 'L1-07',
    name: '１セル１データとなっているか',
    formats: every,
    check: (opened, previous) => [
      ...inCells(
        (column) => isNumber(column),
        ({ text }) => (text.match(/\d+(?:\.\d+)?/g) ?? []).length > 1,
      )(opened, previous),
      ...inCells(kindIs('id', 'code', 'word', 'date', 'moment'), ({ text }) => severalInCell.test(text))(
        opened,
        previous,
      ),
      ...inCells(
        () => true,
        ({ text }) => /[\r\n]/.test(text),
      )(opened, previous),
    ],
  },
  {
    id: 'L1-08',
    name: '機種依存文字を使用していないか',
    formats: every,
    // 固有名詞と、書かれたままの字の列は除く。どの列がそうかは、データ辞書（as_written）が言う。
    check: inCells(
      ({ definition }) => definition?.asWritten !== true,
      ({ text }) => dependent.test(text),
    ),
  },
  {
    id: 'L1-09',
    name: '空白とゼロが明確に区別されているか',
    formats: every,
    check: inTables((table, columns) => {
      const status = columns.find(({ definition }) => definition?.name === 'status')
      const value = columns.find(({ definition }) => definition?.name === 'value' || definition?.name === 'count')
      const unexplained = columns.filter(
        ({ definition }) =>
          definition &&
          isNumber({ at: 0, heading: '', definition }) &&
          !definition.required &&
          definition.blankMeaning === '',
      )
      const confused = dataRows(table).flatMap((row, at) => {
        if (!status || !value) return []
        const [said, written] = [row[status.at]?.text ?? '', row[value.at]?.text ?? '']
        return (written === '') === absent.has(said)
          ? []
          : [`${at + 2}行目：値「${written}」と状態「${said}」が合わない`]
      })
      return [...unexplained.map(({ heading }) => `「${heading}」の空欄の意味がない`), ...confused]
    }),
  },
  {
    id: 'L1-10',
    name: '【Excel】オブジェクトを使用していないか',
    formats: ['xlsx'],
    check: inTables(({ extras }) => extras.objects),
  },
  {
    id: 'L1-11',
    name: '【Excel】書式でデータの違いを表現していないか',
    formats: ['xlsx'],
    check: inTables((table, columns) => [
      ...(table.extras.conditional ? ['条件付き書式がある'] : []),
      ...columns.flatMap(({ at, heading }) => {
        const looks = new Set(dataRows(table).flatMap((row) => (row[at]?.text ? [row[at].look] : [])))
        return looks.size > 1 ? [`「${heading}」の列に、見た目の違う升目がある`] : []
      }),
    ]),
  },
  {
    id: 'L1-12',
    name: '【Excel】セルの結合をしていないか',
    formats: ['xlsx'],
    check: inTables(({ extras }) => extras.merged),
  },
  {
    id: 'L1-13',
    name: '【Excel】不要な行や列が非表示のまま残されていないか',
    formats: ['xlsx'],
    check: inTables(({ extras }) => extras.hidden),
  },
  {
    id: 'L1-14',
    name: '【CSV】１行１データで表現されているか',
    formats: ['csv'],
    check: ({ files, tables }) =>
      files.flatMap(({ fileName, bytes }) => {
        const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).length - 1
        const records = tables.find(({ file }) => file === fileName)?.rows.length
        return records === undefined || lines === records ? [] : [`${fileName}: ${records}件が${lines}行にわたる`]
      }),
  },
  {
    id: 'L1-15',
    name: '【CSV】文字列にカンマが含まれているフィールドの値はダブルコーテーションで囲んでいるか',
    formats: ['csv'],
    check: (opened) => [
      ...opened.unreadable.filter(({ rule }) => rule === 'L1-15').map(({ message }) => message),
      ...opened.tables.flatMap((table) =>
        table.rows.flatMap((row, at) =>
          row.length === headingOf(table).length ? [] : [`${table.file} ${at + 1}行目の値の数が${row.length}`],
        ),
      ),
      ...(tableNamed(opened, 'columns') ? [] : ['列の定義の表がない']),
    ],
  },
]
