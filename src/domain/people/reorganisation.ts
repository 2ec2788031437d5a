import { type Problem, refused } from '../problem.ts'
import { department } from './department.ts'
import { isValidOn, type OrganisationUnit, parentOn } from './organisation.ts'

/** 課に起こること。stay そのまま、rename 改称、merge 統合、split 分割、move 部の付け替え、abolish 廃止。 */
export const fates = ['stay', 'rename', 'merge', 'split', 'move', 'abolish'] as const
export type Fate = (typeof fates)[number]
export const isFate = (text: string): text is Fate => (fates as readonly string[]).includes(text)

/** 機構改革の一つの記録。successions は、どの課の仕事をどの課が引き継いだか。 */
export type DepartmentChange = {
  readonly id: string
  readonly kind: Exclude<Fate, 'stay'>
  readonly day: string
  readonly note: string | null
  readonly successions: readonly Succession[]
  readonly at: string
  readonly by: string
}

export type Succession = { readonly from: string; readonly to: string }

/**
 * 打たれた一行。`words` は、改称なら新しい名、統合なら行き先、分割なら「、」で区切った名、付け替えなら上の課、廃止なら引き継ぐ課。
 * どの名も「部／課」と書けば、その部の下に置く。
 */
export type FateRow = { readonly unitId: string; readonly fate: Fate; readonly words: string }

/** 機構改革一つ。`added` は、どの課の後でもなく新しく置く課（「部／課」）。 */
export type Reorganisation = {
  readonly day: string
  readonly rows: readonly FateRow[]
  readonly added: readonly string[]
  readonly note: string | null
  /** 分割で、指標の担当（IndicatorOwner の id）ごとに選んだ、後継の番目（0 から）。選ばなければ初めの課。 */
  readonly choices: ReadonlyMap<string, number>
}

/** 断るわけ。unitId は直してほしい行（新しく置く課の欄なら null）。 */
export type RowProblem = { readonly unitId: string | null; readonly problem: Problem }

/** 行の読み。行ごとの後継と、新しく置く課。 */
export type Succeeding = {
  readonly created: readonly OrganisationUnit[]
  readonly successors: ReadonlyMap<string, readonly string[]>
  readonly problems: readonly RowProblem[]
}

/** 名を比べる字面。 */
const keyOf = (name: string): string => department(name)?.key ?? ''

/** 「部／課」を、上と名に分ける。 */
const pathIn = (words: string): { readonly above: readonly string[]; readonly name: string } => {
  const parts = words
    .split(/[／/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return { above: parts.slice(0, -1), name: parts.at(-1) ?? '' }
}

/** 分割の「、」区切りの名。 */
const namesIn = (words: string): readonly string[] =>
  words
    .split(/[、，,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/**
 * 打たれた行を読み、後継と新しい課を決める。すでにある（そのまま続く）課の名ならその課、なければ新しい課。
 * 終わる課の名は空くので、新しい課に使ってよい（「商工課」を「商工課」と「観光課」に分ける）。
 */
export const readReorganisation = (
  { day, rows, added }: Pick<Reorganisation, 'day' | 'rows' | 'added'>,
  units: readonly OrganisationUnit[],
  newId: () => string,
): Succeeding => {
  const changing = new Map(rows.filter(({ fate }) => fate !== 'stay').map((row) => [row.unitId, row]))
  const living = units.filter((unit) => isValidOn(unit, day))
  const staying = living.filter(({ id }) => !changing.has(id))
  const created: OrganisationUnit[] = []
  const problems: RowProblem[] = []
  const successors = new Map<string, readonly string[]>()
  const parentOfStaying = (unit: OrganisationUnit) => parentOn(units, unit, day)

  const findIn = (among: readonly OrganisationUnit[], name: string, above: string | null | undefined) =>
    among.filter((unit) => keyOf(unit.name) === keyOf(name) && (above === undefined || placeOf(unit) === above))
  const placeOf = (unit: OrganisationUnit): string | null =>
    created.includes(unit) ? unit.parentId : parentOfStaying(unit)

  const make = (name: string, parentId: string | null, like: OrganisationUnit | undefined): OrganisationUnit => {
    const unit = {
      id: newId(),
      name,
      parentId,
      ordinal: like?.ordinal ?? living.length + created.length,
      phone: like?.phone ?? null,
      validFrom: day,
      validTo: null,
    }
    created.push(unit)
    return unit
  }

  /** 上の課。なければいちばん上に新しく置く。終わる課なら、その id のまま（後継をたどる）。 */
  const parentNamed = (above: readonly string[], otherwise: string | null): string | null =>
    above.reduce<string | null>((parent, name, depth) => {
      const within = depth === 0 ? undefined : parent
      const [found] = [
        ...findIn(created, name, within),
        ...findIn(staying, name, within),
        ...living.filter(({ id, name: its }) => changing.has(id) && keyOf(its) === keyOf(name)),
      ]
      return (found ?? make(name, depth === 0 ? null : parent, undefined)).id
    }, otherwise)

  /** 名の合う課。上の課を言わなければ、同じ上の課の下を先に見る。 */
  const nearestOf = (name: string, parent: string | null | undefined, near: string | null) => {
    const all = findIn([...staying, ...created], name, parent)
    const beside = parent === undefined ? all.filter((unit) => placeOf(unit) === near) : []
    return beside.length > 0 ? beside : all
  }

  const targetNamed = (words: string, row: FateRow, source: OrganisationUnit): OrganisationUnit | undefined => {
    const { above, name } = pathIn(words)
    const parent = above.length === 0 ? undefined : parentNamed(above, null)
    const found = nearestOf(name, parent, parentOfStaying(source))
    if (found.length > 1) {
      problems.push(problemOf(row, 'reorganisation-name-twice', { name }))
      return undefined
    }
    if (found[0]) return found[0]
    if (row.fate !== 'abolish') return make(name, parent === undefined ? parentOfStaying(source) : parent, source)
    problems.push(problemOf(row, 'reorganisation-no-such-department', { name }))
    return undefined
  }

  const succeed = (row: FateRow, source: OrganisationUnit, names: readonly string[]): void => {
    const targets = names.flatMap((name) => targetNamed(name, row, source) ?? [])
    if (targets.length === names.length) successors.set(source.id, [...new Set(targets.map(({ id }) => id))])
  }

  for (const words of added) {
    const { above, name } = pathIn(words)
    const parent = parentNamed(above, null)
    const known = [...findIn(staying, name, parent), ...findIn(created, name, parent)]
    if (known.length > 0) problems.push({ unitId: null, ...refusal('reorganisation-already-there', { name }) })
    else make(name, parent, undefined)
  }
  for (const row of inOrder(rows)) {
    const source = living.find(({ id }) => id === row.unitId)
    if (!source) {
      problems.push(problemOf(row, 'reorganisation-department-gone', {}))
      continue
    }
    const wrong = wrongWith(row, source, day)
    if (wrong) problems.push(wrong)
    else if (row.fate === 'move') {
      const above = pathIn(row.words)
      const parent = above.name === '' ? null : parentNamed([...above.above, above.name], null)
      successors.set(source.id, [make(source.name, parent, source).id])
    } else if (row.fate === 'split') succeed(row, source, namesIn(row.words))
    else if (row.fate === 'rename') {
      const { above, name } = pathIn(row.words)
      const parent = above.length === 0 ? parentOfStaying(source) : parentNamed(above, null)
      if (findIn([...staying, ...created], name, parent).length > 0)
        problems.push(problemOf(row, 'reorganisation-name-taken', { name }))
      else successors.set(source.id, [make(name, parent, source).id])
    } else succeed(row, source, row.words.trim() === '' ? [] : [row.words])
  }
  return { created, successors, problems }
}

/** 改称と付け替えを先に読む。統合の行き先が、その新しい名を指せるように。 */
const inOrder = (rows: readonly FateRow[]): readonly FateRow[] => {
  const rank: Readonly<Record<Fate, number>> = { stay: 9, rename: 0, move: 1, split: 2, merge: 3, abolish: 4 }
  return rows.filter(({ fate }) => fate !== 'stay').toSorted((a, b) => rank[a.fate] - rank[b.fate])
}

/** 行だけで分かる誤り。 */
const wrongWith = (row: FateRow, source: OrganisationUnit, day: string): RowProblem | undefined => {
  const { name } = source
  if (source.validFrom >= day) return problemOf(row, 'reorganisation-too-early', { name, day: source.validFrom })
  if (row.fate === 'split' && new Set(namesIn(row.words).map(keyOf)).size < 2)
    return problemOf(row, 'reorganisation-split-needs-two', { name })
  if ((row.fate === 'rename' || row.fate === 'merge') && pathIn(row.words).name === '')
    return problemOf(row, `reorganisation-${row.fate}-needs-name`, { name })
  if (row.fate === 'rename' && row.words.trim() === source.name)
    return problemOf(row, 'reorganisation-same-name', { name })
  return undefined
}

const refusal = (code: string, params: Readonly<Record<string, string>>) => ({
  problem: refused(code, params).problem,
})

const problemOf = (row: FateRow, code: string, params: Readonly<Record<string, string>>): RowProblem => ({
  unitId: row.unitId,
  ...refusal(code, params),
})
