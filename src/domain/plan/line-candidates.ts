import { plainText } from '../language/plain-text.ts'
import { department } from '../people/department.ts'
import { comparableUnits, sameUnit } from '../quantity/unit.ts'
import type { Indicator } from './draft.ts'
import type { Edition } from './edition.ts'
import { similarity } from './match-entries.ts'

/** ほかの計画の、同じものを測っているらしい指標と、そう考えたわけ。 */
export type LineCandidate = {
  readonly edition: Pick<Edition, 'id' | 'title' | 'firstYear' | 'lastYear'>
  readonly indicator: Indicator
  readonly grounds: readonly LineGround[]
}

/** name 名が同じ、similar-name 名が似ている、unit 単位が同じ、owner 担当が同じ。 */
export type LineGround = 'name' | 'similar-name' | 'unit' | 'owner'

/** 名がこれより似ていなければ、案にしない。 */
const alike = 0.6

const weight = { name: 4, 'similar-name': 2, unit: 1, owner: 1 } as const satisfies Record<LineGround, number>

/**
 * 系統につなぐ案。名の同じか似たもので、単位を直せば比べられるものだけを、確からしい順に。
 * 担当は、課の id（決まっていれば）か、図書に書かれた課の名でみる。
 *
 * @example lineCandidates(空き家バンク登録件数, [総合計画], () => []).at(0)?.grounds // → ['name', 'unit']
 */
export const lineCandidates = (
  indicator: Indicator,
  others: readonly Edition[],
  ownersOf: (indicatorId: string) => readonly string[],
): readonly LineCandidate[] => {
  const owners = owningKeys(indicator, ownersOf)
  return others
    .flatMap((edition) =>
      edition.content.indicators.flatMap((other) => {
        const grounds = groundsFor(indicator, other, owners, ownersOf)
        return grounds.length === 0 ? [] : [{ edition, indicator: other, grounds }]
      }),
    )
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
}

const scoreOf = ({ grounds }: LineCandidate): number => grounds.reduce((sum, ground) => sum + weight[ground], 0)

const groundsFor = (
  indicator: Indicator,
  other: Indicator,
  owners: ReadonlySet<string>,
  ownersOf: (indicatorId: string) => readonly string[],
): readonly LineGround[] => {
  if (other.repeatOf !== null || other.id === indicator.id || !comparableUnits(indicator.unit, other.unit)) return []
  const [one, two] = [plainText(indicator.name), plainText(other.name)]
  const named = one === two ? 'name' : similarity(one, two) >= alike ? 'similar-name' : undefined
  if (!named) return []
  const isOwned = [...owningKeys(other, ownersOf)].some((key) => owners.has(key))
  return [
    named,
    ...(sameUnit(indicator.unit, other.unit) ? (['unit'] as const) : []),
    ...(isOwned ? (['owner'] as const) : []),
  ]
}

const owningKeys = (
  { id, departments }: Indicator,
  ownersOf: (indicatorId: string) => readonly string[],
): ReadonlySet<string> =>
  new Set([...ownersOf(id), ...departments.flatMap((written) => department(written)?.key ?? [])])
