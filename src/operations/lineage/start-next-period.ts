import type { Person } from '#domain/people/person.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { framesFor, nationalFrame } from '#domain/plan/national-frame.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dropChanges, type NextBaseline, nextBaseline, startingContent } from '#domain/revision/next-period.ts'
import { nextTitle, nextYears } from '#domain/revision/next-title.ts'
import type { Revision } from '#domain/revision/revision.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 次の期の計画の見出しと、載せないもの。 */
export type NextPeriodGiven = {
  readonly title: string
  readonly firstYear: number | null
  readonly lastYear: number | null
  /** 勘案する国の総合戦略の代。定めなければ null。 */
  readonly frame: string | null
  readonly purpose: string
  /** 次の期に載せない節・指標・事業の id。節を除けば、その下も除かれる。 */
  readonly dropped: readonly string[]
  /** 載せないわけ。空なら、次の期に載せないと選んだこととする。 */
  readonly reason: string
}

/** 次の期を始める頁に要るもの。 */
export type NextPeriodForm = {
  readonly edition: Edition
  readonly suggested: NextPeriodGiven
  /** 指標ごとの、次の期の基準値。 */
  readonly baselines: ReadonlyMap<string, NextBaseline>
  /** もう開いている、次の期の案。 */
  readonly open: Revision | null
}

const longest = { title: 200, purpose: 2000, reason: 1000 } as const

/** 次の期を始める頁。断る符号: `not-permitted`・`lineage.edition-absent`・`lineage.old-edition`。 */
export const nextPeriodForm = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
): Promise<Result<NextPeriodForm>> => {
  const allowed = permitted(person, 'revision-edit')
  if (!allowed.ok) return allowed
  return app.store.read(code, async (tx): Promise<Result<NextPeriodForm>> => {
    const edition = await tx.editions.get(editionId)
    if (!edition) return refused('lineage.edition-absent')
    if (isSuperseded(edition)) return refused('lineage.old-edition')
    return done({
      edition,
      suggested: suggestedFor(edition),
      baselines: new Map(edition.content.indicators.map((indicator) => [indicator.id, nextBaseline(indicator)])),
      open: (await openDraftOf(tx, editionId)) ?? null,
    })
  })
}

/** はじめに入れておく見出し。国の総合戦略は、期間の重なるもののうち、いちばん新しく決められたもの。 */
const suggestedFor = ({ title, firstYear, lastYear }: Edition): NextPeriodGiven => {
  const years = nextYears(firstYear, lastYear)
  const frames = framesFor(years.firstYear, years.lastYear)
  return {
    title: nextTitle(title),
    ...years,
    frame: years.firstYear === null ? null : (frames.findLast((frame) => frame.firstYear !== null)?.code ?? null),
    purpose: '',
    dropped: [],
    reason: '',
  }
}

/**
 * 次の期の計画の案を開く（`next-period` の改訂の案）。続けるものは id のまま、基準値は前の期の終わりの実績、目標は空。
 * 決めると新しい計画になり、もとの計画も、終わりの年度を報告し終えるまでいまの版のまま残る。
 * 断る符号: `not-permitted`・`lineage.edition-absent`・`lineage.old-edition`・`lineage.title-missing`・`lineage.title-too-long`・
 * `lineage.title-taken`・`lineage.years-wrong`・`lineage.starts-before`・`lineage.frame-unknown`・`lineage.text-too-long`・
 * `lineage.nothing-kept`・`lineage.next-open`。
 */
export const startNextPeriod = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
  asked: NextPeriodGiven,
): Promise<Result<Revision>> => {
  const allowed = permitted(person, 'revision-edit')
  if (!allowed.ok) return allowed
  const given = {
    ...asked,
    title: storable(asked.title.trim()),
    purpose: storable(asked.purpose.trim()),
    reason: storable(asked.reason.trim()),
  }
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<Revision>> => {
    const base = await tx.editions.get(editionId)
    if (!base) return refused('lineage.edition-absent')
    const wrong = whyNotStarted(base, given)
    if (wrong) return wrong
    const { title, firstYear, lastYear, frame, purpose } = given
    if (await tx.revisions.isTitleTaken(base, title, 'next-period')) return refused('lineage.title-taken', { title })
    const open = await openDraftOf(tx, editionId)
    if (open) return refused('lineage.next-open', { title: open.title })
    const content = startingContent(base, 'next-period')
    const changes = dropChanges(content, new Set(given.dropped))
    if (isEmptied(content, changes.length)) return refused('lineage.nothing-kept')
    const heading = { baseEditionId: base.id, title, firstYear, lastYear, frame, gradedYear: null, purpose }
    const reason = given.reason === '' ? droppedByChoice : given.reason
    return done(
      await tx.revisions.open(
        { kind: 'next-period', ...heading },
        changes.map((change) => ({ ...change, reason, ground: { kind: 'other' } })),
      ),
    )
  })
}

/** 載せないわけの書かれていないとき、変更に残すわけ（市の記録なので、日本語で残す）。 */
const droppedByChoice = '次の期の計画に載せない'

const openDraftOf = async (tx: ReadTransaction, editionId: string): Promise<Revision | undefined> =>
  (await tx.revisions.list()).find(
    ({ kind, status, baseEditionId }) => kind === 'next-period' && status === 'open' && baseEditionId === editionId,
  )

const isEmptied = ({ nodes, indicators, projects }: PlanContent, removed: number): boolean =>
  removed > 0 && removed >= nodes.length + indicators.length + projects.length

const whyNotStarted = (base: Edition, given: NextPeriodGiven): ReturnType<typeof refused> | undefined => {
  const { title, firstYear, lastYear, frame, purpose, reason } = given
  if (isSuperseded(base)) return refused('lineage.old-edition')
  if (title === '') return refused('lineage.title-missing')
  if (title.length > longest.title) return refused('lineage.title-too-long', { limit: longest.title })
  if (firstYear === null || lastYear === null || firstYear > lastYear || firstYear < 1950 || lastYear > 2200)
    return refused('lineage.years-wrong')
  if (base.firstYear !== null && firstYear <= base.firstYear)
    return refused('lineage.starts-before', { year: base.firstYear })
  if (frame !== null && !nationalFrame(frame)) return refused('lineage.frame-unknown')
  if (purpose.length > longest.purpose) return refused('lineage.text-too-long', { limit: longest.purpose })
  return reason.length > longest.reason ? refused('lineage.text-too-long', { limit: longest.reason }) : undefined
}
