import type { Note, PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Applied, applyCorrections } from '#domain/review/apply-corrections.ts'
import { offerMapping } from '#domain/review/mapping.ts'
import type { Review, ReviewView } from '#domain/review/review.ts'
import { reviewRows } from '#domain/review/review-rows.ts'
import type { LearnedMapping, MappingOffer, TableOutline } from '#domain/review/table-outline.ts'
import { reviewWarnings } from '#domain/review/warnings.ts'
import type { SourceDocument } from '#reading/document.ts'
import { openDocument } from '#reading/open-document.ts'
import { contentOf } from '#store/adopt.ts'
import type { StoredReview } from '#store/reviews.ts'
import type { App } from '../app.ts'
import { rebuiltDocument } from '../rebuilt-source.ts'
import { recent } from '../recent.ts'
import { openedOf, type ReadReview, readingOf } from './read-review.ts'

/** 見直しの頁に要るものと、取り込む先の版。 */
export type ReviewedPlan = {
  readonly view: ReviewView
  readonly stored: StoredReview
  readonly reading: ReadReview
  readonly edition: Edition | undefined
}

/** 見直しの頁に要るもの。この市のものでなければ undefined。 */
export const viewReview = async (app: App, code: string, id: string): Promise<ReviewView | undefined> =>
  (await reviewedPlan(app, code, id))?.view

// 見直しは版（revision）と団体の版数が同じなら同じなので、近ごろ見たものを覚えておく。
const kept = new WeakMap<App, ReturnType<typeof recent<ReviewedPlan>>>()

export const reviewedPlan = async (app: App, code: string, id: string): Promise<ReviewedPlan | undefined> => {
  const { stored, name, version } = await app.store.read(code, async (tx) => ({
    stored: await tx.reviews.get(id),
    name: await tx.name(),
    version: await tx.dataVersion(),
  }))
  if (!stored || name === undefined) return undefined
  const memory = kept.get(app) ?? recent<ReviewedPlan>(12)
  kept.set(app, memory)
  const key = `${code}/${id}/${stored.revision}/${version}`
  const known = memory.get(key)
  if (known) return known
  const made = await makeView(app, code, name, stored)
  memory.set(key, made)
  return made
}

const makeView = async (app: App, code: string, name: string, stored: StoredReview): Promise<ReviewedPlan> => {
  const reading = await readingOf(app, code, stored)
  const applied = reading.read && applyCorrections(reading.read.draft, stored.edits, reading.read.keys)
  const draft = applied && withMunicipality(applied.draft, name)
  const form = draft?.plan.form ?? stored.choices.form ?? reading.guesses[0]?.form
  const { edition, learned } = await app.store.read(code, async (tx) => {
    const found = draft && (await tx.editions.find(draft.plan, stored.editionId))
    return {
      edition: found && (await tx.editions.get(found.id)),
      learned: form ? await tx.mappings.learned(form) : [],
    }
  })
  return { view: viewOf(code, name, stored, reading, applied, draft, edition, learned), stored, reading, edition }
}

const viewOf = (
  code: string,
  name: string,
  stored: StoredReview,
  reading: ReadReview,
  applied: Applied | undefined,
  draft: PlanDraft | undefined,
  edition: Edition | undefined,
  learned: readonly LearnedMapping[],
): ReviewView => ({
  review: asReview(stored),
  guesses: reading.guesses,
  tables: reading.tables,
  offer: offerFrom(learned, reading.tables, stored),
  draft,
  problem: reading.problem,
  rows: reading.read && applied ? reviewRows(reading.read.draft, reading.read.keys, applied, reading.sheets) : [],
  unplaced: applied?.unplaced.map(({ edit }) => edit) ?? [],
  warnings: draft
    ? [
        ...reviewWarnings(draft, { municipality: { code, name }, edition, unreadYears: unreadYears(reading.tables) }),
        ...loose(draft),
      ]
    : [],
})

const asReview = ({ base, changedAt, changedBy, ...review }: StoredReview): Review => review

const unreadYears = (tables: readonly TableOutline[]): readonly number[] =>
  tables.flatMap(({ columns }) => columns.flatMap(({ by, year }) => (by === 'unknown' && year !== null ? [year] : [])))

/** 図書に市の名がなければ、取り込む先の市のものとみる。 */
const withMunicipality = (draft: PlanDraft, name: string): PlanDraft =>
  draft.municipality.name.trim() === '' ? { ...draft, municipality: { ...draft.municipality, name } } : draft

const weight = { error: 0, warning: 1, info: 2 } as const

/** どの行のものでもない、読み手の気づき。重いものから。団体コードは、取り込む先を選んだときに決まっている。 */
const loose = ({ notes }: PlanDraft): readonly Note[] =>
  notes
    .filter(({ about, code }) => (!about || about.length === 0) && code !== 'municipality-code-unstated')
    .toSorted((a, b) => weight[a.level] - weight[b.level])

/** 覚えた読み方を、表ごとに当てる。見出しの同じものがあればそれを、なければいちばん新しいものを。 */
const offerFrom = (
  learned: readonly LearnedMapping[],
  tables: readonly TableOutline[],
  { choices }: Review,
): MappingOffer | undefined => {
  const offers = tables.flatMap((table) => {
    const mapping = learned.find(({ fingerprint }) => fingerprint === table.fingerprint) ?? learned[0]
    return mapping ? [offerMapping(mapping, table)] : []
  })
  const columns = offers.flatMap((offer) => offer.columns)
  const isChosen = columns.every((column) =>
    choices.columns.some((chosen) => chosen.table === column.table && chosen.column === column.column),
  )
  if (columns.length === 0 || isChosen) return undefined
  return {
    same: offers.every(({ same }) => same),
    columns,
    missing: [...new Set(offers.flatMap(({ missing }) => missing))],
    unknown: [...new Set(offers.flatMap(({ unknown }) => unknown))],
  }
}

/** 見直しの横に見せる図書。案だけを受け取ったものは、預かった原本か、読み取った値とその所在から組み直したもの。 */
export const reviewDocument = async (app: App, code: string, id: string): Promise<SourceDocument | undefined> => {
  const stored = await app.store.read(code, (tx) => tx.reviews.get(id))
  const opened = stored && (await openedOf(app, code, stored))
  if (!opened?.ok) return undefined
  if (opened.value.base === 'document') return opened.value.document
  // 案は変わらないので、組み直した図書も覚えておく。
  const memory = rebuilt.get(app) ?? recent<SourceDocument>(6)
  rebuilt.set(app, memory)
  const known = memory.get(`${code}/${id}`)
  if (known) return known
  const made = await documentOfDraft(app, code, opened.value.draft)
  memory.set(`${code}/${id}`, made)
  return made
}

const rebuilt = new WeakMap<App, ReturnType<typeof recent<SourceDocument>>>()

const documentOfDraft = async (app: App, code: string, draft: PlanDraft): Promise<SourceDocument> => {
  const { file, sha256 } = draft.source
  const source = await app.store.read(code, (tx) => tx.sources.get(sha256))
  if (source?.content) {
    const opened = await openDocument(file, source.content)
    if (opened.ok) return opened.value
  }
  return rebuiltDocument({ file, sha256 }, { content: contentOf(draft) })
}
