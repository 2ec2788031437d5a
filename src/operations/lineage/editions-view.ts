import { currentEditions, editionsOfPlan, isSuperseded } from '#domain/plan/current-edition.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import { type NationalFrame, nationalFrame } from '#domain/plan/national-frame.ts'
import { sameSeries } from '#domain/plan/plan-series.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { StoredPublication } from '#store/publications.ts'
import type { App } from '../app.ts'

/** 版一つと、その版からした公表。 */
export type EditionLine = {
  readonly edition: EditionHeading
  readonly superseded: boolean
  readonly publications: readonly Pick<StoredPublication, 'id' | 'title' | 'publishedAt'>[]
}

/** 前の期・次の期・同じ名の計画。 */
export type Relative = {
  readonly relation: 'earlier' | 'later' | 'same-series'
  readonly edition: EditionHeading
}

/** 版の一覧の頁に要るもの。 */
export type EditionsView = {
  readonly edition: EditionHeading
  /** いまの版。 */
  readonly current: EditionHeading
  /** 新しい順。 */
  readonly lines: readonly EditionLine[]
  readonly relatives: readonly Relative[]
  /** いまの版が勘案した国の総合戦略。 */
  readonly frame: NationalFrame | undefined
}

/** 計画の版と、前の期・次の期。だれでも見てよい（門の `plan-read`）。断る符号: `lineage.edition-absent`。 */
export const editionsView = (app: App, code: string, editionId: string): Promise<Result<EditionsView>> =>
  app.store.read(code, async (tx): Promise<Result<EditionsView>> => {
    const headings = await tx.editions.headings()
    const edition = headings.find(({ id }) => id === editionId)
    if (!edition) return refused('lineage.edition-absent')
    const publications = await tx.publications.list()
    const own = editionsOfPlan(headings, edition).toReversed()
    const current = currentEditions(own)[0] ?? edition
    return done({
      edition,
      current,
      lines: own.map((each) => ({
        edition: each,
        superseded: isSuperseded(each),
        publications: publications
          .filter((publication) => publication.editionId === each.id)
          .map(({ id, title, publishedAt }) => ({ id, title, publishedAt })),
      })),
      relatives: relativesOf(headings, own),
      frame: nationalFrame(current.history?.frame ?? null),
    })
  })

/** ほかの計画のいまの版のうち、この計画から作ったもの・この計画のもとになったもの・題の同じもの。期間の順。 */
const relativesOf = (headings: readonly EditionHeading[], own: readonly EditionHeading[]): readonly Relative[] => {
  const ids = new Set(own.map(({ id }) => id))
  const bases = new Set(own.flatMap(({ history }) => history?.basedOn ?? []))
  return currentEditions(headings)
    .filter(({ id }) => !ids.has(id))
    .flatMap((edition): readonly Relative[] => {
      const theirs = editionsOfPlan(headings, edition)
      if (theirs.some(({ history }) => history?.basedOn && ids.has(history.basedOn)))
        return [{ relation: 'later', edition }]
      if (theirs.some(({ id }) => bases.has(id))) return [{ relation: 'earlier', edition }]
      return own.some((each) => sameSeries(each, edition)) ? [{ relation: 'same-series', edition }] : []
    })
    .toSorted((a, b) => (a.edition.firstYear ?? 0) - (b.edition.firstYear ?? 0))
}
