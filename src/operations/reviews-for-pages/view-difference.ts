import type { Municipality } from '#domain/people/municipality.ts'
import type { Change } from '#domain/plan/difference.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import type { Result } from '#domain/problem.ts'
import type { AdoptionRecord, ReviewComparison, ReviewView } from '#domain/review/review.ts'
import type { App } from '../app.ts'
import { listAdoptions, viewAdoption } from '../reviews/adoptions.ts'
import { compareReview } from '../reviews/compare-review.ts'
import { viewReview } from '../reviews/view-review.ts'
import type { Shelf } from '../shelf.ts'
import { municipalityOf } from './view-review-page.ts'

export type ChangeKind = Change['change']

/** 変わるところの、数と、この頁に並べるもの。 */
export type ChangesShown = {
  readonly counts: Readonly<Record<ChangeKind, number>>
  /** 多いときに、どれを並べているか。少なければ undefined で、ぜんぶ並べる。 */
  readonly part: ChangeKind | undefined
  readonly changes: readonly Change[]
  readonly page: { readonly number: number; readonly of: number }
}

export type DifferencePageView = {
  readonly municipality: Municipality
  readonly view: ReviewView
  readonly compared: Result<ReviewComparison>
  readonly shown: ChangesShown
}

export type AdoptionPageView = {
  readonly municipality: Municipality
  readonly record: AdoptionRecord
  /** 取り込んだ先の版。取り消してなくなっていれば undefined。 */
  readonly edition: EditionHeading | undefined
  readonly shown: ChangesShown
}

export type ChangesAsked = { readonly part?: string | undefined; readonly page?: number | undefined }

/** 差分の頁。この市の取込みでなければ undefined。 */
export const differencePageView = async (
  app: App,
  shelf: Shelf,
  code: string,
  id: string,
  asked: ChangesAsked,
): Promise<DifferencePageView | undefined> => {
  const [view, municipality] = await Promise.all([viewReview(app, code, id), municipalityOf(shelf, code)])
  if (!view || !municipality) return undefined
  const compared = await compareReview(app, code, id)
  const changes = compared.ok ? compared.value.difference.changes : []
  return { municipality, view, compared, shown: changesShown(changes, asked) }
}

/** 取り込んだ記録の頁。この市のものでなければ undefined。 */
export const adoptionPageView = async (
  app: App,
  shelf: Shelf,
  code: string,
  id: string,
  asked: ChangesAsked,
): Promise<AdoptionPageView | undefined> => {
  const [record, municipality] = await Promise.all([viewAdoption(app, code, id), municipalityOf(shelf, code)])
  if (!record || !municipality) return undefined
  const edition = await shelf.edition(code, record.editionId, await shelf.version(code))
  return { municipality, record, edition, shown: changesShown(record.changes, asked) }
}

/** その取込みを取り込んだ、いちばん新しい記録の id。 */
export const adoptionOfReview = async (app: App, code: string, reviewId: string): Promise<string | undefined> =>
  (await listAdoptions(app, code)).find((adoption) => adoption.reviewId === reviewId && adoption.undone === null)?.id

const kinds = ['changed', 'gone', 'new'] as const

/** この数までなら、分けずに一頁に並べる。 */
const [mostTogether, atOnce] = [150, 100] as const

const changesShown = (changes: readonly Change[], asked: ChangesAsked): ChangesShown => {
  const of = (kind: ChangeKind) => changes.filter(({ change }) => change === kind)
  const counts = { new: of('new').length, changed: of('changed').length, gone: of('gone').length }
  if (changes.length <= mostTogether)
    return { counts, part: undefined, changes: kinds.flatMap(of), page: { number: 1, of: 1 } }
  const part = kinds.find((kind) => kind === asked.part) ?? kinds.find((kind) => counts[kind] > 0) ?? 'changed'
  const listed = of(part)
  const pages = Math.max(1, Math.ceil(listed.length / atOnce))
  const number = Math.min(pages, Math.max(1, asked.page ?? 1))
  return { counts, part, changes: listed.slice((number - 1) * atOnce, number * atOnce), page: { number, of: pages } }
}
