import type { Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { fallInWords, falls } from './figures.ts'

/** 累計なのに減っている。海士町の「（累計）」35→30→29 のように、名だけの累計がある（domain の手引き §1.3）。 */
export const cumulativeFindings = ({ indicators }: PlanDraft): Note[] =>
  indicators
    .filter(({ accumulation, repeatOf }) => accumulation.kind === 'cumulative' && repeatOf === null)
    .flatMap(({ id, name, actuals }) =>
      falls(actuals).map((fall) =>
        note('warning', 'cumulative-falls', fallInWords(name, fall), [fall.before.place, fall.after.place], [id]),
      ),
    )
