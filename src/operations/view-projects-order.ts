import { plainText } from '#domain/language/plain-text.ts'
import { byNumber, differs, type ProjectRow, tagValues } from '#domain/plan/project-rows.ts'

/** 番地に載る求め。どれも書かれたままの字で、読めないものはないものとする。 */
export type ProjectsAsked = {
  readonly part?: string | undefined
  readonly rows?: string | undefined
  readonly goal?: string | undefined
  /** `SDGs:4`、`新たな視点:1`、重点施策は `priority`、印刷の食い違うものは `differs`。 */
  readonly mark?: string | undefined
  readonly implementer?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly dir?: string | undefined
  readonly page?: number | undefined
}

/** 並べ方。`key` が undefined は印刷された順。 */
export type Sort = { readonly key: string | undefined; readonly down: boolean }

export const cleanSort = ({ sort, dir }: ProjectsAsked): Sort => ({
  key: sort !== undefined && orderOf(sort) ? sort : undefined,
  down: dir === 'desc',
})

/** 絞り込みに合うか。 */
export const keeperOf = ({ goal, mark, implementer, q }: ProjectsAsked): ((row: ProjectRow) => boolean) => {
  const words = wordsIn(q)
  return (row) =>
    (!goal || [...row.goals].some(({ key }) => key === goal)) &&
    (!mark || isMarked(row, mark)) &&
    (!implementer || row.bodies.includes(implementer)) &&
    (words.length === 0 || mentions(row, words))
}

const isMarked = (row: ProjectRow, mark: string): boolean => {
  if (mark === 'priority') return row.priority
  if (mark === 'differs') return differs(row.group)
  const at = mark.lastIndexOf(':')
  return tagValues(row, mark.slice(0, at)).includes(mark.slice(at + 1))
}

/** 空白で区切ったことばの、どれもを含むもの。全半角と大小の違いは問わない。 */
const wordsIn = (q: string | undefined): readonly string[] =>
  (q ?? '')
    .split(/\s+/)
    .map(folded)
    .filter((word) => word !== '')

const folded = (text: string): string => plainText(text).toLowerCase()

const mentions = ({ printed }: ProjectRow, words: readonly string[]): boolean => {
  const text = folded(
    printed
      .flatMap(({ name, subName, content, implementers, years }) => [
        name,
        subName ?? '',
        content ?? '',
        ...implementers,
        ...years.flatMap(({ items }) => items),
      ])
      .join('\n'),
  )
  return words.every((word) => text.includes(word))
}

/** 並べる。同じものは印刷された順のまま、値のないものは、どちら向きでも終わりに置く。 */
export const sortedBy = (rows: readonly ProjectRow[], { key, down }: Sort): readonly ProjectRow[] => {
  const value = key === undefined ? undefined : orderOf(key)
  if (!value) return rows
  return rows
    .map((row) => ({ row, value: value(row) }))
    .toSorted((a, b) => {
      if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '')
      return down ? byNumber(b.value, a.value) : byNumber(a.value, b.value)
    })
    .map(({ row }) => row)
}

type Order = (row: ProjectRow) => string

const plainOrders: Readonly<Record<string, Order>> = {
  number: ({ project }) => project.number ?? '',
  list: ({ project }) => project.listNumber ?? '',
  name: ({ project }) => plainText(project.name),
  implementer: ({ bodies }) => bodies[0] ?? '',
  period: ({ printed }) => periodKey(printed.find(({ period }) => period !== null)?.period ?? null),
  priority: ({ priority }) => (priority ? '1' : ''),
}

const periodKey = (period: ProjectRow['project']['period']): string =>
  period ? `${period.from ?? 0}-${period.to ?? 9999}` : ''

/** 並べかえの鍵の読み方。知らない鍵は undefined（印刷された順になる）。 */
const orderOf = (key: string): Order | undefined => {
  if (Object.hasOwn(plainOrders, key)) return plainOrders[key]
  const [, kind, rest = ''] = /^(goal|mark|tag):(.+)$/s.exec(key) ?? []
  if (kind === 'goal') return ({ goals }) => ([...goals].some((goal) => goal.key === rest) ? '1' : '')
  if (kind === 'mark') return (row) => (isMarked(row, rest) ? '1' : '')
  return kind === 'tag' ? (row) => tagValues(row, rest).join(' ') : undefined
}
