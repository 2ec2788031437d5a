/** 課（部・課・係）。`validTo` の日まであり、翌日からはない（null なら、いまもある）。 */
export type OrganisationUnit = {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly ordinal: number
  /** 課の内線・電話。 */
  readonly phone: string | null
  /** 日（`2026-04-01`）。 */
  readonly validFrom: string
  readonly validTo: string | null
  /** 機構改革で仕事を引き継いだ課の id。初めのものが主な後継。 */
  readonly successors?: readonly string[] | undefined
}

/** その日にある課か。 */
export const isValidOn = ({ validFrom, validTo }: OrganisationUnit, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

/**
 * その日の親。部の名が変わったりなくなったりしても、下の課は書き換えないので、なくなった部は主な後継をたどる。
 * 親のない課と、たどる先のない課は null（いちばん上に置く）。
 */
export const parentOn = (units: readonly OrganisationUnit[], unit: OrganisationUnit, day: string): string | null => {
  const byId = new Map(units.map((each) => [each.id, each]))
  const passed = new Set<string>([unit.id])
  for (let at = unit.parentId; at !== null && !passed.has(at); ) {
    const parent = byId.get(at)
    if (!parent) return null
    if (isValidOn(parent, day)) return at
    passed.add(at)
    at = parent.validTo !== null && parent.validTo < day ? (parent.successors?.[0] ?? parent.parentId) : null
  }
  return null
}

/** その日にある課を、親の id ごとに。並びの順。 */
export const childrenOn = (
  units: readonly OrganisationUnit[],
  day: string,
): ReadonlyMap<string | null, readonly OrganisationUnit[]> =>
  Map.groupBy(
    units.filter((unit) => isValidOn(unit, day)),
    (unit) => parentOn(units, unit, day),
  )

/** その課と、下の課すべての id（その日にあるもの）。部長は下の課も決裁する。 */
export const withThoseBelow = (units: readonly OrganisationUnit[], id: string, day: string): readonly string[] => {
  const children = childrenOn(units, day)
  const below = (at: string): readonly string[] => [at, ...(children.get(at) ?? []).flatMap((unit) => below(unit.id))]
  return below(id)
}

/** 木の一行。`depth` は上からの段（0 がいちばん上）。 */
export type UnitLine = { readonly unit: OrganisationUnit; readonly depth: number; readonly path: string }

/** その日の木を、上から一行ずつ。`path` は「市民部／商工課」。 */
export const treeOn = (units: readonly OrganisationUnit[], day: string): readonly UnitLine[] => {
  const children = childrenOn(units, day)
  const lines = (parent: string | null, depth: number, above: string): readonly UnitLine[] =>
    (children.get(parent) ?? []).flatMap((unit) => {
      const path = above === '' ? unit.name : `${above}／${unit.name}`
      return [{ unit, depth, path }, ...lines(unit.id, depth + 1, path)]
    })
  return lines(null, 0, '')
}
