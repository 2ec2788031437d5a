import { openCsv } from './open-csv.ts'
import { openJson } from './open-json.ts'
import { openXlsx } from './open-xlsx.ts'
import {
  codesIn,
  definitionsIn,
  type Format,
  type GivenFile,
  type Opened,
  type OpenedTable,
  tableNamed,
} from './opened.ts'

type Contents = Pick<Opened, 'tables' | 'unreadable'>

/** 一組のファイルを開く。CSV は表ごとのファイルが一組。 */
export const open = async (files: readonly GivenFile[], format: Format): Promise<Opened> => {
  const { tables, unreadable } = await contentsOf(files, format)
  return {
    format,
    files,
    tables,
    unreadable,
    definitions: definitionsIn(tableNamed({ tables }, 'columns')),
    codes: codesIn(tableNamed({ tables }, 'codes')),
  }
}

const contentsOf = async (files: readonly GivenFile[], format: Format): Promise<Contents> => {
  if (format === 'csv') {
    const read = files.map(openCsv)
    return {
      tables: read.flatMap((each) => ('table' in each ? [each.table] : [])),
      unreadable: read.flatMap((each) => ('rule' in each ? [each] : [])),
    }
  }
  const read = await Promise.all(files.map(async (file) => (format === 'json' ? openJson(file) : await openXlsx(file))))
  return {
    tables: read.flatMap((tables): readonly OpenedTable[] => tables ?? []),
    unreadable: read.flatMap((tables, at) =>
      tables ? [] : [{ rule: 'L1-01' as const, message: `${files[at]?.fileName ?? ''}: ${format} として読めない` }],
    ),
  }
}
