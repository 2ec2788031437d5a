import { type AcceptedItem, withAccepted } from '#domain/collection/accepted-content.ts'
import type { Answer } from '#domain/collection/answer.ts'
import { figureOfAnswer } from '#domain/collection/figure-of-answer.ts'
import { type NewVersion, nextVersions } from '#domain/collection/next-version.ts'
import type { ResponseItem, ResponseStep } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { lastReturn } from '#domain/collection/steps-taken.ts'
import { actualFor } from '#domain/indicator/figures.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { FlowFacts } from './flow-facts.ts'
import { type LineReach, lineReach, withFigures } from './line-reach.ts'

type Accepted = Pick<FlowFacts, 'response' | 'round' | 'steps'>
type Told = { readonly item: ResponseItem; readonly answers: readonly Answer[]; readonly reason: string }

/**
 * 受理した答えを計画に入れる。受理の取引の中で呼ぶ（一つの照会の回答を、いくつでも。版は一度だけ書き換える）。
 * 指標ごとに実績の版が立ち、版の中身（その年度の実績・文・事業費・事業の実績）が改まる。実績は、同じ指標を載せるほかの計画のいまの版にも入る。
 * 旧版と、公表したものは変わらない（もう載っていない指標の答えは、実績の版として残る）。
 */
export const acceptedIntoPlan = async (tx: WriteTransaction, accepted: readonly Accepted[]): Promise<void> => {
  const [first] = accepted
  if (!first) return
  const { round } = first
  const told: Told[] = []
  for (const each of accepted) told.push(...(await toldIn(tx, each)))
  const editions = editionsIn(tx)
  const reach = await lineReach(
    tx,
    told.map(({ item }) => item.subjectId),
  )
  const items: Placed[] = []
  for (const each of told) {
    const edition = await editions(each.item.editionId)
    if (edition) items.push({ ...acceptedItem(edition, round, each, reach), edition })
  }
  await tx.actuals.add(items.flatMap(({ versions }) => versions))
  const carried = items.flatMap((each) => carriedFrom(each, reach, round.fiscalYear))
  for (const id of new Set([...items.map(({ edition }) => edition.id), ...carried.map(({ editionId }) => editionId)])) {
    const edition = await editions(id)
    if (!edition || isSuperseded(edition)) continue
    const own = items.filter((each) => each.edition.id === id)
    const others = carried.filter(({ editionId }) => editionId === id)
    await tx.editions.revise(
      edition,
      withFigures(withAccepted(edition.content, round, own), round.fiscalYear, others),
      {
        act: 'answers-accepted',
        subject: { round: round.id, ...(accepted.length === 1 && { response: first.response.id }) },
      },
    )
  }
}

type Placed = AcceptedItem & {
  readonly item: ResponseItem
  readonly versions: readonly NewVersion[]
  readonly edition: Edition
}

/** 取引の中で、版を一度ずつ読む。 */
const editionsIn = (tx: WriteTransaction) => {
  const known = new Map<string, Edition | undefined>()
  return async (id: string): Promise<Edition | undefined> => {
    if (!known.has(id)) known.set(id, await tx.editions.get(id))
    return known.get(id)
  }
}

/** 同じ指標を載せる、ほかの計画のいまの版に入れる値。 */
const carriedFrom = ({ item, figure }: Placed, reach: LineReach, year: number) =>
  figure && item.kind === 'indicator'
    ? reach
        .carriers({ editionId: item.editionId, subjectId: item.subjectId, year }, figure)
        .map(({ editionId, indicatorId }) => ({ editionId, subjectId: indicatorId, figure }))
    : []

const toldIn = async (tx: WriteTransaction, { response, round, steps }: Accepted): Promise<readonly Told[]> => {
  const answers = Map.groupBy(await tx.responses.answers(response.id), ({ itemId }) => itemId)
  const reason = reasonFor(round, steps)
  return (await tx.responses.items(response.id)).map((item) => ({ item, answers: answers.get(item.id) ?? [], reason }))
}

/** 版を改めたわけ。受理のあとで差し戻されていればそのわけ、なければ、この照会で答えたこと。 */
const reasonFor = ({ title }: CollectionRound, steps: readonly ResponseStep[]): string => {
  const returned = lastReturn(steps)
  return returned?.from === 'accepted' ? (returned.reason ?? title) : title
}

const acceptedItem = (
  edition: Edition,
  round: CollectionRound,
  { item, answers, reason }: Told,
  reach: LineReach,
): Omit<Placed, 'edition'> => {
  const value = answers.find(({ field }) => field === 'actual')?.value
  const indicator = edition.content.indicators.find(({ id }) => id === item.subjectId)
  if (value?.kind !== 'actual' || !indicator) return { item, answers, figure: undefined, versions: [] }
  const year = round.fiscalYear
  const figure = figureOfAnswer(value, indicator, year)
  const earlier = reach.versions(indicator.id, year)
  const added = nextVersions(
    earlier,
    { indicatorId: indicator.id, year, figure, reason, itemId: item.id },
    printedIn(edition, indicator, year),
  )
  const newest = [...earlier, ...added].at(-1)
  return { item, answers, figure: newest && standingFigure(newest), versions: added }
}

/** 版を、計画の表に立つ値にする。 */
export const standingFigure = ({ figure, number, kind }: NewVersion): Figure => ({
  ...figure,
  version: { number, kind },
})

/** いまその年度に立っている、図書の値（照会で入れたものではない）。 */
export const printedIn = ({ sources }: Edition, indicator: Indicator, year: number) => {
  const figure = actualFor(indicator, year)
  const [source] = sources
  if (!figure || figure.version !== undefined || !source) return undefined
  return { figure, file: source.file, at: source.adoptedAt }
}
