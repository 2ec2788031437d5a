import type { ActualVersion } from '#domain/collection/actual-version.ts'
import { figureOfAnswer } from '#domain/collection/figure-of-answer.ts'
import { nextVersions } from '#domain/collection/next-version.ts'
import { readAnswer, type TypedAnswer } from '#domain/collection/read-answer.ts'
import type { Person } from '#domain/people/person.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { printedIn, standingFigure } from './accepted-into-plan.ts'
import { longestReason } from './flow-facts.ts'
import { lineReach, withFigures } from './line-reach.ts'

/** 直すもの。`seen` は、直す人が見ていた版の番号（なければ 0）。 */
export type RevisionAsked = {
  readonly editionId: string
  readonly indicatorId: string
  readonly year: number
  readonly typed: TypedAnswer
  readonly reason: string
  readonly seen: number
}

/**
 * 実績を、照会の外で直す（速報を確定に、遡及修正）。わけは必ず要る。版が一つ立ち、計画の表の値が改まる（同じ指標を載せるほかの計画のいまの版も）。旧版と、公表したものは変わらない。
 * 断る符号: `not-permitted`・`actuals.absent`・`actuals.repeat`・`actuals.empty`・`actuals.no-reason`・`actuals.same`・
 * `actuals.moved-meanwhile`・`lineage.old-edition` と、`readAnswer` のもの。
 */
export const reviseActual = async (
  app: App,
  person: Person,
  code: string,
  asked: RevisionAsked,
): Promise<Result<ActualVersion>> => {
  const allowed = permitted(person, 'actual-revise')
  if (!allowed.ok) return allowed
  const reason = storable(asked.reason.trim())
  if (reason === '') return refused('actuals.no-reason')
  if (reason.length > longestReason) return refused('flow.reason-too-long', { limit: longestReason })
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<ActualVersion>> => {
    const edition = await tx.editions.get(asked.editionId)
    const indicator = edition?.content.indicators.find(({ id }) => id === asked.indicatorId)
    if (!edition || !indicator) return refused('actuals.absent')
    if (indicator.repeatOf !== null) return refused('actuals.repeat')
    if (isSuperseded(edition)) return refused('lineage.old-edition')
    const figure = figureTyped(asked, indicator)
    return figure.ok ? revised(tx, edition, indicator, asked, reason, figure.value) : figure
  })
}

const figureTyped = ({ typed, year }: RevisionAsked, indicator: Indicator): Result<Figure> => {
  const read = readAnswer('actual', typed, { unit: indicator.unit })
  if (!read.ok) return read
  if (read.value?.kind !== 'actual') return refused('actuals.empty')
  return done(figureOfAnswer(read.value, indicator, year))
}

const revised = async (
  tx: WriteTransaction,
  edition: Edition,
  indicator: Indicator,
  { year, seen }: RevisionAsked,
  reason: string,
  figure: Figure,
): Promise<Result<ActualVersion>> => {
  const { id: indicatorId } = indicator
  const reach = await lineReach(tx, [indicatorId])
  const earlier = reach.versions(indicatorId, year)
  const last = earlier.at(-1)
  if ((last?.number ?? 0) !== seen)
    return refused('actuals.moved-meanwhile', {
      time: last ? momentInWords(last.at) : '―',
      by: last?.by ?? '―',
      raw: last?.figure.raw ?? '―',
    })
  const added = nextVersions(
    earlier,
    { indicatorId, year, figure, reason, itemId: null },
    printedIn(edition, indicator, year),
  )
  const newest = added.at(-1)
  if (!newest) return refused('actuals.same', { raw: figure.raw })
  await tx.actuals.add(added)
  const standing = standingFigure(newest)
  const others = reach.carriers({ editionId: edition.id, subjectId: indicatorId, year }, standing)
  const places = [{ editionId: edition.id, indicatorId }, ...others]
  for (const [id, its] of Map.groupBy(places, ({ editionId }) => editionId)) {
    const at = id === edition.id ? edition : await tx.editions.get(id)
    const figures = its.map(({ indicatorId: subjectId }) => ({ subjectId, figure: standing }))
    if (at)
      await tx.editions.revise(at, withFigures(at.content, year, figures), {
        act: 'actual-revised',
        subject: { indicator: indicatorId, year: String(year) },
      })
  }
  const kept = (await tx.actuals.of([indicatorId])).findLast((version) => version.year === year)
  return kept ? done(kept) : refused('actuals.absent')
}
