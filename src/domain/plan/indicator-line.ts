/**
 * 指標の系統。計画をまたいで同じものを測る指標（総合計画と総合戦略など）を、一つの系統につなぐ。
 * つないだ指標は、実績を分け合う（目標は計画ごと）。同じ id の指標は、つながなくても同じ系統である。
 */
export type LineMember = {
  readonly indicatorId: string
  readonly lineId: string
  /** つないだわけ。 */
  readonly reason: string
  readonly at: string
  readonly by: string
}

/** 指標を載せている、いまの版の一行（再掲を除く）。 */
export type Carrier = {
  readonly indicatorId: string
  readonly editionId: string
  readonly unit: string | null
  readonly firstYear: number | null
  readonly lastYear: number | null
}

/**
 * 同じ系統の指標の id（自分を先頭に）。
 *
 * @example mates([{ indicatorId: 'a', lineId: 'l' }, { indicatorId: 'b', lineId: 'l' }], 'a') // → ['a', 'b']
 */
export const mates = (
  members: readonly Pick<LineMember, 'indicatorId' | 'lineId'>[],
  indicatorId: string,
): readonly string[] => {
  const line = members.find((each) => each.indicatorId === indicatorId)?.lineId
  const others = members.filter((each) => each.lineId === line && each.indicatorId !== indicatorId)
  return [indicatorId, ...(line === undefined ? [] : others.map((each) => each.indicatorId))]
}

/** その年度の実績を載せる版か。計画の期間の外の年度は載せない（次の期の表に、前の期の年度を混ぜない）。 */
export const covers = ({ firstYear, lastYear }: Pick<Carrier, 'firstYear' | 'lastYear'>, year: number): boolean =>
  (firstYear === null || firstYear <= year) && (lastYear === null || year <= lastYear)
