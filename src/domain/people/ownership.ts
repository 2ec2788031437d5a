/** 指標の担当（課と、いれば担当者）。`to` の日まで。指標は系統の id で、版をまたいで続く。 */
export type IndicatorOwner = {
  readonly id: string
  readonly indicatorId: string
  readonly departmentId: string
  readonly memberId: string | null
  /** 日（`2026-04-01`）。 */
  readonly from: string
  readonly to: string | null
}

/** その日に働く担当。指標の id → 担当（二つの課で持つこともある）。 */
export const ownersOn = (
  owners: readonly IndicatorOwner[],
  day: string,
): ReadonlyMap<string, readonly IndicatorOwner[]> =>
  Map.groupBy(
    owners.filter(({ from, to }) => from <= day && (to === null || day <= to)),
    ({ indicatorId }) => indicatorId,
  )
