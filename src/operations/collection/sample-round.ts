import type { CollectionRound } from '#domain/collection/round.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { addDays } from '#domain/year/calendar.ts'
import { fiscalYearInWords, fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { currentEditionsIn } from '../current-editions-in.ts'
import { actAs } from '../people/acting-person.ts'
import { sampleKeeper } from '../sample-keeper.ts'
import { openIn, whyNotOpen } from './open-round.ts'
import { planIn } from './round-facts.ts'

/**
 * 見本の市に、試すための照会を一つ開く：指標のいちばん多い計画の、まだ実績のない初めの年度を尋ねる。締切は二週間後から一週間おき。
 * もう照会があるか、尋ねる指標のない市では何もしない。値は一つも入れない（実在の市の名で、作った値を見せないため）。
 */
export const openSampleRound = (app: App, code: string): Promise<void> =>
  app.store.write(code, actAs(app, sampleKeeper), async (tx) => {
    if ((await tx.rounds.list()).length > 0) return
    const editions = await currentEditionsIn(tx)
    const [asked] = editions.toSorted((a, b) => b.content.indicators.length - a.content.indicators.length)
    if (!asked || asked.content.indicators.length === 0) return
    const today = dayInJapan(app.now())
    const round = await tx.rounds.put({ id: app.newId(), ...sampleRound(asked, today) })
    const plan = await planIn(tx, round, today)
    if (whyNotOpen(round, plan, today) === undefined) await openIn(app, tx, round, plan)
    else await tx.rounds.remove(round.id)
  })

const sampleRound = (edition: Edition, today: string): Omit<CollectionRound, 'id' | 'number' | 'revision'> => {
  const fiscalYear = yearToAsk(edition, today)
  return {
    title: `${fiscalYearInWords({ startYear: fiscalYear })}実績の照会（見本）`,
    fiscalYear,
    editionIds: [edition.id],
    asks: {
      actual: true,
      texts: [
        { key: 'reason', heading: '増減理由', need: 'below' },
        { key: 'next', heading: '今後の取組', need: 'optional' },
      ],
      money: false,
      projectItems: false,
      evidence: 'optional',
    },
    guidance: `${fiscalYearInWords({ startYear: fiscalYear })}の実績値を入れてください。まだ公表されていない値は「未公表」を選び、公表の見込みを入れてください。`,
    reasonBelow: '80',
    approval: true,
    deadlines: { enter: addDays(today, 14), approve: addDays(today, 21), accept: addDays(today, 28) },
    departmentIds: null,
    status: 'draft',
    opensAt: null,
    openedAt: null,
    closedAt: null,
    reopenedReason: null,
  }
}

/** まだ実績の一つもない、初めの年度。みなそろっていれば終わりの年度、期間がなければ前年度。 */
const yearToAsk = ({ firstYear, lastYear, content }: Edition, today: string): number => {
  const known = content.indicators.flatMap(({ actuals }) => actuals.flatMap(({ year }) => year ?? []))
  const last = lastYear ?? fiscalYearOf(today).startYear - 1
  const next = known.length > 0 ? Math.max(...known) + 1 : (firstYear ?? last)
  return Math.min(next, last)
}
