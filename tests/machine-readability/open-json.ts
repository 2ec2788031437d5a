import { blankCell, type GivenFile, noExtras, type OpenedCell, type OpenedTable } from './opened.ts'

type JsonTable = {
  readonly name: string
  readonly columns: readonly { readonly name: string }[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** JSON を表に。列の並びは columns、行に余分な鍵があれば、見出しの外の升目になる。 */
export const openJson = ({ fileName, bytes }: GivenFile): readonly OpenedTable[] | undefined => {
  try {
    const document: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return tablesIn(document)?.map((table) => openedTable(table, fileName))
  } catch {
    return undefined
  }
}

const tablesIn = (document: unknown): readonly JsonTable[] | undefined => {
  const { datasets, accompanying } = Object(document)
  const all: unknown[] = [datasets, accompanying].flat()
  return all.every(isTable) ? all : undefined
}

const isTable = (value: unknown): value is JsonTable => {
  const { name, columns, rows } = Object(value)
  return typeof name === 'string' && Array.isArray(columns) && Array.isArray(rows)
}

const openedTable = ({ name, columns, rows }: JsonTable, file: string): OpenedTable => {
  const header = columns.map((each) => each.name)
  return {
    name,
    file,
    extras: noExtras,
    rows: [
      header.map((text) => ({ ...blankCell, text })),
      ...rows.map((row) => {
        const others = Object.keys(row).filter((key) => !header.includes(key))
        return [...header, ...others].map((key) => cellOf(row[key]))
      }),
    ],
  }
}

const cellOf = (value: unknown): OpenedCell =>
  value === null || value === undefined
    ? blankCell
    : { ...blankCell, text: String(value), number: typeof value === 'number' }
