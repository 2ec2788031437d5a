import type { Municipality } from '#domain/people/municipality.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import type { App } from '../app.ts'
import { listAdoptions } from '../reviews/adoptions.ts'
import { listReviews, type ReviewListing } from '../reviews/list-reviews.ts'
import type { Shelf } from '../shelf.ts'

/** 図書を取り込む頁に要るもの。`municipality` は、市が決まっているとき。 */
export type IntakeView = {
  readonly municipality: Municipality | undefined
  readonly municipalities: readonly Municipality[]
  /** 見直し中のもの。新しく手を入れたものから。 */
  readonly open: readonly ReviewOfCity[]
  /** やめたもの。また開ける。 */
  readonly discarded: readonly ReviewOfCity[]
  /** 近ごろの取り込み。新しいものから。 */
  readonly adoptions: readonly AdoptionOfCity[]
  /** 市が多くて、市を選ぶまで並べないとき true。 */
  readonly tooMany: boolean
}

export type ReviewOfCity = ReviewListing & { readonly municipality: Municipality }

export type AdoptionOfCity = Awaited<ReturnType<typeof listAdoptions>>[number] & {
  readonly municipality: Municipality
  /** 取り込んだ先の版。取り消してなくなっていれば undefined。 */
  readonly edition: EditionHeading | undefined
  /** 取り込んだファイル。画面から取り込んだものだけ。 */
  readonly file: string | undefined
}

/** この数までの市なら、市を選ばなくても並べる。 */
const mostCities = 30

const mostShown = 20

/** 図書を取り込む頁。知らない市の `code` なら undefined。 */
export const intakeView = async (app: App, shelf: Shelf, code?: string): Promise<IntakeView | undefined> => {
  const known = await shelf.municipalities()
  const municipalities = known.map(({ code: each, name }) => ({ code: each, name }))
  const municipality = municipalities.find((each) => each.code === code)
  if (code !== undefined && !municipality) return undefined
  const shown = municipality ? [municipality] : known.length <= mostCities ? municipalities : []
  const cities = await Promise.all(shown.map((each) => workOf(app, shelf, each)))
  const reviews = newestFirst(
    cities.flatMap((each) => each.reviews),
    ({ changedAt }) => changedAt,
  )
  const adoptions = newestFirst(
    cities.flatMap((each) => each.adoptions),
    ({ at }) => at,
  )
  return {
    municipality,
    municipalities,
    open: reviews.filter(({ status }) => status === 'open'),
    discarded: reviews.filter(({ status }) => status === 'discarded').slice(0, mostShown),
    adoptions: adoptions.slice(0, mostShown),
    tooMany: code === undefined && known.length > mostCities,
  }
}

const newestFirst = <T>(entries: readonly T[], when: (entry: T) => string): readonly T[] =>
  entries.toSorted((a, b) => when(b).localeCompare(when(a)))

const workOf = async (app: App, shelf: Shelf, municipality: Municipality) => {
  const { code } = municipality
  const [reviews, adoptions, version] = await Promise.all([
    listReviews(app, code),
    listAdoptions(app, code),
    shelf.version(code),
  ])
  const editions = await shelf.headings(code, version)
  const files = new Map(reviews.map(({ id, file }) => [id, file]))
  return {
    reviews: reviews.map((review): ReviewOfCity => ({ ...review, municipality })),
    adoptions: adoptions.map(
      (adoption): AdoptionOfCity => ({
        ...adoption,
        municipality,
        edition: editions.find(({ id }) => id === adoption.editionId),
        file: files.get(adoption.reviewId ?? ''),
      }),
    ),
  }
}
