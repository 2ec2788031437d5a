import { withAccepted } from '#domain/collection/accepted-content.ts'
import type { ActualVersion } from '#domain/collection/actual-version.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import { type Carrier, covers, mates } from '#domain/plan/indicator-line.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { comparableUnits } from '#domain/quantity/unit.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** 指標の実績が届くところ：同じ系統の指標の版の並びと、それらを載せているいまの版。 */
export type LineReach = {
  /** その年度の実績の版。同じ系統の、どの計画で入れたものも。番号の順。 */
  readonly versions: (indicatorId: string, year: number) => readonly ActualVersion[]
  /** 実績の版のある年度。 */
  readonly years: (indicatorId: string) => readonly number[]
  /** この値を載せる、いまの版の行（自分の行を除く）。 */
  readonly carriers: (own: Standing, figure: Figure) => readonly Carrier[]
}

/** 値の立つところ。 */
type Standing = { readonly editionId: string; readonly subjectId: string; readonly year: number }

/** それらの指標の実績が届くところを、取引の中で読む。 */
export const lineReach = async (
  tx: Pick<ReadTransaction, 'lines' | 'actuals'>,
  indicatorIds: readonly string[],
): Promise<LineReach> => {
  const members = await tx.lines.members()
  const all = [...new Set(indicatorIds.flatMap((id) => mates(members, id)))]
  const versions = Map.groupBy(await tx.actuals.of(all), ({ indicatorId }) => indicatorId)
  const carriers = Map.groupBy(await tx.lines.carriers(all), ({ indicatorId }) => indicatorId)
  const versionsOf = (indicatorId: string) => mates(members, indicatorId).flatMap((id) => versions.get(id) ?? [])
  return {
    years: (indicatorId) => [...new Set(versionsOf(indicatorId).map(({ year }) => year))],
    versions: (indicatorId, year) =>
      versionsOf(indicatorId)
        .filter((version) => version.year === year)
        .toSorted((a, b) => a.number - b.number || a.at.localeCompare(b.at)),
    carriers: ({ editionId, subjectId, year }, figure) =>
      mates(members, subjectId)
        .flatMap((id) => carriers.get(id) ?? [])
        .filter(
          (carrier) =>
            !(carrier.editionId === editionId && carrier.indicatorId === subjectId) &&
            covers(carrier, year) &&
            fits(figure, carrier),
        ),
  }
}

/** 単位を直せば比べられる値だけを載せる（改訂で単位の変わった指標に、前の単位の値を混ぜない）。 */
const fits = ({ value, unit }: Figure, carrier: Carrier): boolean =>
  value === null || comparableUnits(unit ?? carrier.unit, carrier.unit)

/** 指標（とその再掲の行）の、その年度の値だけを改めた中身。 */
export const withFigures = (
  content: PlanContent,
  year: number,
  figures: readonly { readonly subjectId: string; readonly figure: Figure }[],
): PlanContent => {
  const asks = { actual: true, texts: [], money: false, projectItems: false, evidence: 'none' } as const
  const accepted = figures.map(({ subjectId, figure }) => ({ item: { subjectId }, answers: [], figure }))
  return withAccepted(content, { id: '', fiscalYear: year, asks }, accepted)
}
