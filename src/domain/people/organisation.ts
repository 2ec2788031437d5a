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
}

/** その日にある課か。 */
export const isValidOn = ({ validFrom, validTo }: OrganisationUnit, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)

/** その課と、下の課すべての id（その日にあるもの）。部長は下の課も決裁する。 */
export const withThoseBelow = (units: readonly OrganisationUnit[], id: string, day: string): readonly string[] => {
  const below = units.filter((unit) => unit.parentId === id && isValidOn(unit, day))
  return [id, ...below.flatMap((unit) => withThoseBelow(units, unit.id, day))]
}
