import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { compare } from '../quantity/decimal.ts'
import { amountOf, yearly } from './figures.ts'
import { when } from './when.ts'

/** 累計なのに減っている。海士町の「（累計）」35→30→29 のように、名だけの累計がある（domain の手引き §1.3）。 */
export const cumulativeFindings = ({ indicators }: PlanDraft): Note[] =>
  indicators
    .filter(({ accumulation, repeatOf }) => accumulation.kind === 'cumulative' && repeatOf === null)
    .flatMap(falls)

const falls = (indicator: Indicator): Note[] => {
  const read = yearly(indicator.actuals).flatMap((figure) => {
    const value = amountOf(figure)
    return value === null ? [] : [{ figure, value }]
  })
  return read.slice(1).flatMap(({ figure, value }, index) => {
    const before = read[index]
    if (!before || compare(value, before.value) >= 0 || before.figure.unit !== figure.unit) return []
    return [
      note(
        'warning',
        'cumulative-falls',
        {
          name: indicator.name,
          before: when(before.figure.year),
          from: before.figure.raw,
          after: when(figure.year),
          to: figure.raw,
        },
        [before.figure.place, figure.place],
        [indicator.id],
      ),
    ]
  })
}
