import { plainText } from '#domain/language/plain-text.ts'
import type { Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { GradeRow } from './grade-table.ts'

/** 行がどの目標のものか。goal は目標の番号、title は題名で書かれた目標、total は合計、unknown は決められない。 */
type RowOwner =
  | { readonly kind: 'goal'; readonly number: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'total' }
  | { readonly kind: 'unknown' }

export type LabelledRow = { readonly row: GradeRow; readonly owner: RowOwner }

export type Labelled = { readonly rows: readonly LabelledRow[]; readonly notes: readonly Note[] }

type Group = readonly GradeRow[]

const goalLabel = /^(?:基本目標|政策目標|目標)(\d{1,2}|[①-⑳])/
const totalLabel = /^(?:全体)?(?:合計|総計|総合計|計|全体)$/

const printed = ({ label }: GradeRow): string => plainText(label?.text ?? '')

const goalNumber = (row: GradeRow): string | null => goalLabel.exec(printed(row))?.[1]?.normalize('NFKC') ?? null

const isTotal = (row: GradeRow): boolean => totalLabel.test(printed(row))

const isReadable = (row: GradeRow, titles: readonly string[]): boolean =>
  printed(row) === '' || goalNumber(row) !== null || isTotal(row) || titles.includes(printed(row))

/**
 * 行の見出しを目標に結び付ける。読めない見出し（文字の読み取りの傷み）は、証拠で決めて気づきを添える:
 * 同じ組（数値目標と KPI の対）の読める見出し、前後の目標の番号の順、足して合計の行に合うこと。
 * 番号で呼ぶ行が一つもない表では、見出しをそのまま目標の題名とみる。
 */
export const labelRows = (rows: readonly GradeRow[], titles: readonly string[]): Labelled => {
  const groups = groupRows(rows, titles)
  const numbered = rows.some((row) => goalNumber(row) !== null)
  const owners = groups.map((group) => ownOwner(group, numbered, titles))
  const settled = owners.map((owner, at) => (owner.kind === 'unknown' ? byOrder(groups, owners, at) : owner))
  const labelled = groups.flatMap((group, at) =>
    group.map((row) => ({ row, owner: settled[at] ?? { kind: 'unknown' as const } })),
  )
  const agree = totalsAgree(labelled)
  return {
    rows: labelled,
    notes: [
      ...groups.flatMap((group, at) => groupNotes(group, owners[at], settled[at], numbered, titles)),
      ...(agree.length > 0
        ? [
            note(
              'info',
              'grade-totals-agree',
              {},
              agree.map(({ place }) => place),
            ),
          ]
        : []),
    ],
  }
}

/** 同じ種類（数値目標・KPI）が二度目に出るか、読める見出しが変わるところで組を分ける。 */
const groupRows = (rows: readonly GradeRow[], titles: readonly string[]): readonly Group[] => {
  const groups: GradeRow[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    const repeats = group?.some(({ kind }) => kind === row.kind) ?? true
    const readable = group?.filter((each) => printed(each) !== '' && isReadable(each, titles)).map(printed) ?? []
    const differs =
      isReadable(row, titles) && printed(row) !== '' && readable.length > 0 && !readable.includes(printed(row))
    if (!group || repeats || differs) groups.push([row])
    else group.push(row)
  }
  return groups
}

const ownOwner = (group: Group, numbered: boolean, titles: readonly string[]): RowOwner => {
  const number = group.map(goalNumber).find((each) => each !== null)
  if (number) return { kind: 'goal', number }
  if (group.some(isTotal)) return { kind: 'total' }
  const title = group.map(printed).find((label) => titles.includes(label) || (!numbered && label !== ''))
  return title === undefined ? { kind: 'unknown' } : { kind: 'title', title }
}

/** 前後の番号が一つ飛んでいれば、その間の番号。最後の組で、足して合えば合計。 */
const byOrder = (groups: readonly Group[], owners: readonly RowOwner[], at: number): RowOwner => {
  const before = at === 0 ? 0 : numberOf(owners[at - 1])
  const after = numberOf(owners[at + 1])
  if (before !== null && after !== null && after === before + 2) return { kind: 'goal', number: String(before + 1) }
  const above = groups.slice(0, at).flat()
  if (at === groups.length - 1 && (groups[at] ?? []).every((row) => addsUp(row, above))) return { kind: 'total' }
  if (before !== null && owners[at + 1]?.kind === 'total') return { kind: 'goal', number: String(before + 1) }
  return { kind: 'unknown' }
}

const numberOf = (owner: RowOwner | undefined): number | null => (owner?.kind === 'goal' ? Number(owner.number) : null)

/** 合計の行の数が、上の同じ種類の行を足したものに一致するか。 */
const addsUp = (total: GradeRow, rows: readonly GradeRow[]): boolean =>
  rows.length > 0 &&
  Object.entries(total.counts).every(
    ([grade, count]) =>
      rows.filter(({ kind }) => kind === total.kind).reduce((sum, { counts }) => sum + (counts[grade] ?? 0), 0) ===
      (count ?? 0),
  )

/** 合計の行がすべて、割り当てた行を足したものに一致するときの、その合計の行。 */
const totalsAgree = (labelled: readonly LabelledRow[]): readonly GradeRow[] => {
  const totals = labelled.filter(({ owner }) => owner.kind === 'total').map(({ row }) => row)
  const parts = labelled.filter(({ owner }) => owner.kind !== 'total').map(({ row }) => row)
  return totals.every((total) => addsUp(total, parts)) ? totals : []
}

const groupNotes = (
  group: Group,
  own: RowOwner | undefined,
  settled: RowOwner | undefined,
  numbered: boolean,
  titles: readonly string[],
): readonly Note[] => {
  if (!numbered && titles.length === 0) return []
  return group
    .filter((row) => !isReadable(row, titles) && !(settled?.kind === 'title' && settled.title === printed(row)))
    .map((row) => labelNote(row, group, own, settled))
}

const labelNote = (row: GradeRow, group: Group, own: RowOwner | undefined, settled: RowOwner | undefined): Note => {
  const label = row.label?.text ?? ''
  const pair = group.find((each) => goalNumber(each) !== null || isTotal(each))
  const places = [row.label?.place ?? row.place, ...(pair?.label ? [pair.label.place] : [])]
  if (!settled || settled.kind === 'unknown') return note('error', 'label-unresolved', { printed: label }, places)
  const read = ownerInWords(settled)
  return own && own.kind !== 'unknown'
    ? note('warning', 'label-read-from-pair', { printed: label, read, pair: pair?.label?.text ?? read }, places)
    : note('warning', 'label-read-from-order', { printed: label, read }, places)
}

const ownerInWords = (owner: RowOwner): string =>
  owner.kind === 'goal' ? `基本目標${owner.number}` : owner.kind === 'title' ? owner.title : '合計'
