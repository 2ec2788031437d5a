import type { App } from '#operations/app.ts'
import { aYearIn, plainAnswers, type Year } from './a-year.ts'
import type { Clerk, Standing } from './load.ts'
import { signedIn } from './signed-in.ts'

/** 課ごとに八つの指標と、口座のある担当者のいる市。負荷をかける試験と計測が使う。 */
export type LoadedCity = { readonly year: Year; readonly clerks: readonly (Clerk & { readonly sectionId: string })[] }

export const aCityOfClerks = async (app: App, sections: number): Promise<LoadedCity> => {
  const year = await aYearIn(app, { sections, indicators: 8 })
  const items = await app.store.read(year.code, (tx) => tx.responses.itemsOfRound(year.roundId ?? ''))
  const clerks: LoadedCity['clerks'][number][] = []
  for (const { id, clerk, responseId } of year.sections) {
    if (responseId === null) throw new Error('an open round was expected')
    const own = items.filter((item) => item.responseId === responseId)
    clerks.push({
      sectionId: id,
      cookie: await signedIn(app, year.code, clerk),
      responseId,
      items: own.map((item, nth) => ({ id: item.id, typed: [plainAnswers[nth % plainAnswers.length] ?? '1'] })),
      byExcel: false,
      submits: true,
    })
  }
  return { year, clerks }
}

/** いま保存されている実績の字と版。 */
export const standingOf = async (app: App, { code, roundId }: Year): Promise<ReadonlyMap<string, Standing>> => {
  const answers = await app.store.read(code, (tx) => tx.responses.answersOfRound(roundId ?? ''))
  return new Map(
    answers.flatMap(({ itemId, field, value, revision }) =>
      field === 'actual' && value.kind === 'actual' ? [[itemId, { raw: value.raw, base: revision }] as const] : [],
    ),
  )
}
