import type { Indicator, Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'
import type { ReadTable } from './notes.ts'
import type { PlanSpan } from './plan-years.ts'

/** 値の年について気づいたこと。値はどれも、書かれた年のまま持つ。 */
export const yearNotes = (
  indicators: readonly Indicator[],
  tables: readonly ReadTable[],
  { lastYear }: PlanSpan,
): readonly Note[] => [...fromTitle(tables), ...unstated(indicators), ...afterPlan(tables, lastYear)]

/** 見出しに年のない実績の列の年を、題名から採ったこと。 */
const fromTitle = (tables: readonly ReadTable[]): readonly Note[] => {
  const used = tables.flatMap(({ binding: { values, around, yearOf, rowYear } }) => {
    const bare = values.filter(({ column, year }) => year === null && !yearOf.has(column))
    return around.year && rowYear === null && bare.length > 0 ? [{ ...around.year, columns: bare }] : []
  })
  return [...Map.groupBy(used, ({ read }) => read.year)].map(([year, found]) =>
    note(
      'warning',
      'year-from-title',
      { year },
      found.flatMap(({ place, columns }) => [place, ...columns.map(({ cell }) => cell.place)]),
    ),
  )
}

/** 年の分からない実績値。 */
const unstated = (indicators: readonly Indicator[]): readonly Note[] => {
  const figures = indicators.flatMap(({ id, actuals }) =>
    actuals.filter(({ year, status }) => year === null && status !== 'blank').map(({ place }) => ({ id, place })),
  )
  return figures.length === 0
    ? []
    : [
        note(
          'warning',
          'actual-year-unstated',
          { count: figures.length },
          figures.map(({ place }) => place),
          [...new Set(figures.map(({ id }) => id))],
        ),
      ]
}

/** 計画の終わりより後の年の列。 */
const afterPlan = (tables: readonly ReadTable[], lastYear: number | null): readonly Note[] => {
  if (lastYear === null) return []
  const columns = tables.flatMap(({ binding }) => binding.values)
  const late = columns.flatMap(({ year, cell }): readonly { readonly year: number; readonly place: Place }[] =>
    year && year.year > lastYear ? [{ year: year.year, place: cell.place }] : [],
  )
  return [...Map.groupBy(late, ({ year }) => year)].map(([year, found]) =>
    note(
      'warning',
      'year-outside-plan',
      { year, last: lastYear },
      found.map(({ place }) => place),
    ),
  )
}
