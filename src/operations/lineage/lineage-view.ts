import { plainText } from '#domain/language/plain-text.ts'
import { ownersOn } from '#domain/people/ownership.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { isSamePlan, isSuperseded } from '#domain/plan/current-edition.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type LineMember, mates } from '#domain/plan/indicator-line.ts'
import { type LineCandidate, lineCandidates } from '#domain/plan/line-candidates.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { comparableUnits, sameUnit } from '#domain/quantity/unit.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { currentEditionsIn } from '../current-editions-in.ts'

/** 系統の一つの載り先：計画のいまの版と、その指標。 */
export type TrailStep = {
  readonly edition: Edition
  readonly indicator: Indicator
  /** この頁の指標か。 */
  readonly here: boolean
  /** ほかの計画から人がつないだものなら、そのわけと人と時。 */
  readonly link: LineMember | null
  /** 同じ軸に描ける単位か（この頁の指標と）。 */
  readonly drawable: boolean
}

/** 系統の頁に要るもの。 */
export type LineageView = {
  readonly edition: Edition
  readonly indicator: Indicator
  /** 期間の古い順。この頁の指標も入る。 */
  readonly trail: readonly TrailStep[]
  /** つなぐ案。つないでよい人にだけ。 */
  readonly candidates: readonly LineCandidate[]
  /** 名で探したことば。 */
  readonly q: string
  readonly links: boolean
}

/** 並べる案の数。 */
const mostCandidates = 8

/** 指標の系統。断る符号: `lineage.indicator-absent`。 */
export const lineageView = (
  app: App,
  person: Person,
  code: string,
  { editionId, indicatorId, q = '' }: { readonly editionId: string; readonly indicatorId: string; readonly q?: string },
): Promise<Result<LineageView>> =>
  app.store.read(code, async (tx): Promise<Result<LineageView>> => {
    const edition = await tx.editions.get(editionId)
    const indicator = edition?.content.indicators.find(({ id }) => id === indicatorId)
    if (!edition || !indicator) return refused('lineage.indicator-absent')
    const members = await tx.lines.members()
    const current = await currentEditionsIn(tx)
    const ids = new Set(mates(members, indicatorId))
    const all = isSuperseded(edition) ? [edition, ...current.filter((each) => !isSamePlan(each, edition))] : current
    const trail = all.flatMap((each) => stepsIn(each, { indicator, edition, ids, members }))
    const links = permits(person, 'lineage-link') && !isSuperseded(edition) && indicator.repeatOf === null
    const owners = links ? ownersOn(await tx.owners.list(), dayInJapan(app.now())) : new Map()
    const others = current.filter(
      (each) => !isSamePlan(each, edition) && !trail.some((step) => step.edition.id === each.id),
    )
    return done({
      edition,
      indicator,
      trail: trail.toSorted((a, b) => startOf(a.edition) - startOf(b.edition)),
      candidates: links ? candidatesIn(indicator, others, q, (id) => departmentsOf(owners.get(id))) : [],
      q,
      links,
    })
  })

/** 計画の始まり。終わりの年度しか分からなければ、それ。 */
const startOf = ({ firstYear, lastYear }: Edition): number => firstYear ?? lastYear ?? 0

const departmentsOf = (owners: readonly { readonly departmentId: string }[] = []): readonly string[] =>
  owners.map(({ departmentId }) => departmentId)

type At = {
  readonly indicator: Indicator
  readonly edition: Edition
  readonly ids: ReadonlySet<string>
  readonly members: readonly LineMember[]
}

const stepsIn = (each: Edition, { indicator, edition, ids, members }: At): readonly TrailStep[] =>
  each.content.indicators
    .filter(({ id, repeatOf }) => ids.has(id) && (repeatOf === null || id === indicator.id))
    .map((found) => ({
      edition: each,
      indicator: found,
      here: each.id === edition.id && found.id === indicator.id,
      link: found.id === indicator.id ? null : (members.find(({ indicatorId }) => indicatorId === found.id) ?? null),
      drawable: sameUnit(found.unit, indicator.unit),
    }))

/** 名で探していれば、その語のある指標（単位が比べられるもの）を、探していなければ、似たものを。 */
const candidatesIn = (
  indicator: Indicator,
  others: readonly Edition[],
  q: string,
  ownersOf: (id: string) => readonly string[],
): readonly LineCandidate[] => {
  const word = plainText(q).toLowerCase()
  if (word === '') return lineCandidates(indicator, others, ownersOf).slice(0, mostCandidates)
  return others
    .flatMap((edition) =>
      edition.content.indicators
        .filter(
          (other) =>
            other.repeatOf === null &&
            comparableUnits(other.unit, indicator.unit) &&
            plainText(other.name).toLowerCase().includes(word),
        )
        .map((other) => ({ edition, indicator: other, grounds: [] })),
    )
    .slice(0, mostFound)
}

const mostFound = 30
