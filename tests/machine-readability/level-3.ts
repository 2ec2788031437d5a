import {
  dataRows,
  definitionsOf,
  headingOf,
  type Opened,
  type OpenedColumn,
  type OpenedTable,
  recordsOf,
  tableNamed,
} from './opened.ts'
import { every, inCells, inTables, isNumber, kindIs, type Rule } from './rule.ts'

/** 段階3：ほかのデータと結べること。定義と履歴。 */

/** 添えられる表。市のデータではないので、地域の列を持たない。 */
const accompanying = new Set(['about', 'datasets', 'columns', 'codes', 'format-changes'])

const isData = ({ name }: OpenedTable): boolean => !accompanying.has(name)

const textAt = (table: OpenedTable, row: number, column: OpenedColumn | undefined): string =>
  column ? (dataRows(table)[row]?.[column.at]?.text ?? '') : ''

const statement = (opened: Opened, item: string): string =>
  recordsOf(tableNamed(opened, 'about'), { item: '記載事項', statement: '記載内容' }).find((row) => row.item === item)
    ?.statement ?? ''

const changes = (opened: Opened) =>
  recordsOf(tableNamed(opened, 'format-changes'), {
    format_version: '書式の版',
    change_date: '変更の日',
    change: '変更の内容',
  })

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

/** 団体コードの検査数字（総務省）。 */
const validCode = (code: string): boolean => {
  const digits = /^(\d{5})(\d)$/.exec(code)
  if (!digits) return false
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(code[at]), 0)
  return String((11 - (sum % 11)) % 10) === digits[2]
}

const withUnit = (table: OpenedTable, columns: readonly OpenedColumn[], column: OpenedColumn): readonly string[] => {
  const { unit = '', unitColumn = '' } = column.definition ?? {}
  if (unit !== '') return []
  const of = columns.find(({ definition }) => definition?.name === unitColumn)
  if (!of) return [`「${column.heading}」の単位がどこにもない`]
  return dataRows(table).flatMap((_, row) =>
    textAt(table, row, column) !== '' && textAt(table, row, of) === ''
      ? [`「${column.heading}」の${row + 2}行目の単位がない`]
      : [],
  )
}

export const level3: readonly Rule[] = [
  {
    id: 'L3-01',
    name: '項目名行から始まり、次行からデータ入力がされているか',
    formats: every,
    check: inTables((table, columns, opened) => {
      const known = columns.filter(({ definition }) => definition).length
      const wanted = definitionsOf(opened, table).length
      return known === 0 || known * 2 < wanted ? ['一行目が項目名の行でない'] : []
    }),
  },
  {
    id: 'L3-02',
    name: '回答のコード表が別添されているか',
    formats: every,
    check: (opened) => {
      const used = opened.definitions.filter(({ kind }) => kind === 'code')
      return used.flatMap(({ dataset, name, codeTable }) =>
        (opened.codes.get(codeTable)?.size ?? 0) > 0 ? [] : [`${dataset} の ${name} の符号表「${codeTable}」がない`],
      )
    },
  },
  {
    id: 'L3-03',
    name: '数値データの同一列内に特殊記号（秘匿等）を使用する場合は、その定義を明記しているか',
    formats: every,
    check: (opened, previous) => [
      ...(statement(opened, '特殊な記号') === '' ? ['特殊な記号の扱いが書かれていない'] : []),
      ...inCells(
        isNumber,
        ({ text, number }) => text !== '' && !number && !(opened.codes.get('special-symbols')?.has(text) ?? false),
      )(opened, previous),
    ],
  },
  {
    id: 'L3-04',
    name: 'データの単位を記載しているか',
    formats: every,
    check: inTables((table, columns) => columns.filter(isNumber).flatMap((column) => withUnit(table, columns, column))),
  },
  {
    id: 'L3-05',
    name: '時間軸の表記が標準化されているか',
    formats: every,
    check: (opened, previous) => [
      ...inCells(kindIs('date'), ({ text }) => text !== '' && !isoDate.test(text))(opened, previous),
      ...inCells(kindIs('moment'), ({ text }) => text !== '' && !isoMoment.test(text))(opened, previous),
      ...inCells(
        ({ definition }) => definition?.title.includes('（西暦）') ?? false,
        ({ text }) => text !== '' && !/^(?:18|19|20|21|22)\d\d$/.test(text),
      )(opened, previous),
      ...inTables((table, columns) => {
        const era = columns.find(({ definition }) => definition?.name === 'year_era')
        const western = columns.find(({ definition }) => definition?.name === 'year')
        if (!era) return []
        return dataRows(table).flatMap((_, row) =>
          textAt(table, row, era) !== '' && textAt(table, row, western) === '' ? [`${row + 2}行目が和暦だけ`] : [],
        )
      })(opened, previous),
    ],
  },
  {
    id: 'L3-06',
    name: '地域コード又は正式な地域名称が表記されているか',
    formats: every,
    check: inTables((table, columns) => {
      if (!isData(table)) return []
      const named = (name: string) => columns.find(({ definition }) => definition?.name === name)
      const [code, area, name] = ['municipality_code', 'standard_area_code', 'municipality_name'].map(named)
      return dataRows(table).flatMap((_, row) => {
        const six = textAt(table, row, code)
        const right =
          validCode(six) &&
          six.startsWith(textAt(table, row, area)) &&
          /[都道府県市区町村]$/.test(textAt(table, row, name))
        return right ? [] : [`${row + 2}行目の地域コード・地域名`]
      })
    }),
  },
  {
    id: 'L3-07',
    name: '年によってフォーマットが著しく異なっていないか',
    formats: every,
    check: (opened, previous) => {
      const version = statement(opened, '書式の版')
      const recorded = changes(opened).some(
        (row) => row.format_version === version && isoDate.test(row.change_date ?? ''),
      )
      const silent = (previous?.tables ?? []).filter((before) => {
        const now = tableNamed(opened, before.name)
        return now && headingOf(now).join() !== headingOf(before).join()
      })
      const unchanged = previous !== undefined && statement(previous, '書式の版') === version
      return [
        ...(recorded ? [] : [`書式の版「${version}」が変更の履歴にない`]),
        ...(unchanged ? silent.map(({ name }) => `${name} の列が、書式の版を改めずに変わった`) : []),
      ]
    },
  },
  {
    id: 'L3-08',
    name: 'データの定義や更新履歴が記載されているか',
    formats: every,
    check: (opened, previous) => [
      ...undefinedColumns(opened, previous),
      ...opened.definitions.flatMap(({ dataset, name }) =>
        /^[a-z][a-z0-9_]*$/.test(name) ? [] : [`${dataset} の物理名「${name}」`],
      ),
      ...['作成者', '書式の版', '最終更新日時', '更新の頻度', '文字コード', 'BOM', '達成率'].flatMap((item) =>
        statement(opened, item) === '' ? [`about に「${item}」がない`] : [],
      ),
      ...(dataRows(tableNamed(opened, 'sources') ?? emptyTable).length > 0 ? [] : ['出典と更新の履歴がない']),
      ...wrongBoms(opened),
    ],
  },
  {
    id: 'L3-09',
    name: 'データが縦持ち形式になっているか',
    formats: every,
    check: inTables((_table, columns) => [
      ...columns.flatMap(({ heading }) =>
        /(?:19|20)\d\d|(?:令和|平成|昭和)(?:\d|元)|^[RHS]\d{1,2}(?:$|年|_)/.test(heading)
          ? [`列の名「${heading}」が年度`]
          : [],
      ),
      ...columns.flatMap(({ heading }) => {
        const stem = /^(.+?)[_\s]?\d+$/.exec(heading)?.[1]
        const alike = columns.filter((other) => stem !== undefined && other.heading.replace(/[_\s]?\d+$/, '') === stem)
        return alike.length > 1 ? [`列の名「${heading}」が繰り返し`] : []
      }),
    ]),
  },
]

const emptyTable: OpenedTable = {
  name: '',
  file: '',
  rows: [],
  extras: { merged: [], hidden: [], objects: [], conditional: false },
}

const undefinedColumns = inTables((_table, columns) =>
  columns.flatMap(({ heading, definition }) =>
    definition && definition.description !== '' ? [] : [`列「${heading}」の定義がない`],
  ),
)

/** about に書いた BOM のあるなしが、どのファイルとも合うか。 */
const wrongBoms = (opened: Opened): readonly string[] => {
  const stated = statement(opened, 'BOM') === 'あり'
  return opened.files.flatMap(({ fileName, bytes }) => {
    const has = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return has === stated ? [] : [`${fileName} の BOM が、書かれていることと違う`]
  })
}
