import { saysSomething } from '../indicator/figures.ts'
import { plainText } from '../language/plain-text.ts'
import type { Municipality } from '../people/municipality.ts'
import type { Difference } from '../plan/difference.ts'
import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import type { Edition } from '../plan/edition.ts'
import { note } from '../plan/note.ts'
import { actualYears } from '../plan/outline.ts'
import type { Figure } from '../quantity/figure.ts'

/** 取り込む先。`edition` は相手の版（新しい計画なら undefined）。 */
export type Destination = {
  readonly municipality: Municipality
  readonly edition: Edition | undefined
  /** 何の列か分からず、まだ読んでいない列の見出しの年。読めば、図書の実績はその年まであるかもしれない。 */
  readonly unreadYears?: readonly number[]
}

/** 取り込む前に、行に付かないことで人に知らせる気づき。別の市のもの・前の年のもの・計画にない年・同じ指標が二度。 */
export const reviewWarnings = (
  draft: PlanDraft,
  { municipality, edition, unreadYears = [] }: Destination,
): readonly Note[] => [
  ...otherCity(draft, municipality),
  ...(edition ? earlierDocument(draft, edition, unreadYears) : []),
  ...yearsOutside(draft),
  ...twice(draft),
]

/** 相手の版と比べて分かる気づき。指標の半分より多くが載らなくなる、人の直した値が印刷の値に戻る。 */
export const differenceWarnings = (difference: Difference, edition: Edition): readonly Note[] => [
  ...mostGone(difference, edition),
  ...correctionsUndone(difference),
]

const otherCity = ({ municipality: stated, source }: PlanDraft, here: Municipality): readonly Note[] => {
  if (stated.code !== null && stated.code !== here.code)
    return [note('error', 'review-other-code', { stated: stated.code, code: here.code, file: source.file }, [])]
  return plainText(stated.name) === plainText(here.name)
    ? []
    : [note('error', 'review-other-city', { stated: stated.name, name: here.name, file: source.file }, [])]
}

/** 前に使った図書か、値のいちばん新しい年が、取り込んである版より古い図書。 */
const earlierDocument = (
  draft: PlanDraft,
  { sources, content }: Edition,
  unreadYears: readonly number[],
): readonly Note[] => {
  const { sha256, file } = draft.source
  const used = sources.findIndex((source) => source.sha256 === sha256)
  const newest = sources[0]
  if (used > 0 && newest) return [note('warning', 'review-source-earlier', { file, newest: newest.file }, [])]
  const [ours, theirs] = [actualYears(draft).at(-1), actualYears(content).at(-1)]
  const mayReach = unreadYears.some((year) => theirs !== undefined && year >= theirs)
  return ours !== undefined && theirs !== undefined && ours < theirs && !mayReach
    ? [note('warning', 'review-older-year', { file, year: ours, stored: theirs }, [])]
    : []
}

type Dated = { readonly name: string; readonly figure: Figure }

/** 計画期間の後の目標・実績と、計画期間の前の目標。期間の前の実績は、いきさつとしてふつうに載る。 */
const yearsOutside = ({ plan: { firstYear, lastYear }, indicators }: PlanDraft): readonly Note[] => {
  const isAfter = ({ year }: Figure) => year !== null && lastYear !== null && year > lastYear
  const isBefore = ({ year }: Figure) => year !== null && firstYear !== null && year < firstYear
  const outside = indicators.flatMap(({ name, targets, actuals }): Dated[] =>
    [...targets.filter((figure) => isAfter(figure) || isBefore(figure)), ...actuals.filter((figure) => isAfter(figure))]
      .filter(saysSomething)
      .map((figure) => ({ name, figure })),
  )
  return [...Map.groupBy(outside, ({ figure }) => figure.year ?? 0)].map(([year, found]) =>
    note(
      'warning',
      'review-year-outside',
      { year, name: found[0]?.name ?? '', count: found.length, first: firstYear ?? '―', last: lastYear ?? '―' },
      found.slice(0, shownPlaces).map(({ figure }) => figure.place),
    ),
  )
}

/** 所在は初めのいくつかだけを添える（千の升目を並べても、人は見ない）。 */
const shownPlaces = 5

/** 同じ節に、再掲でも内訳でもない同じ名の指標が二つ以上。 */
const twice = ({ indicators }: PlanDraft): readonly Note[] => {
  const own = indicators.filter(({ repeatOf, breakdownOf }) => repeatOf === null && breakdownOf === null)
  const sameAs = ({ node, class: kind, name }: Indicator) => JSON.stringify([node, plainText(kind), plainText(name)])
  return [...Map.groupBy(own, sameAs).values()]
    .filter((same) => same.length > 1)
    .map((same) =>
      note(
        'warning',
        'review-indicator-twice',
        { name: same[0]?.name ?? '', count: same.length },
        same.slice(0, shownPlaces).map(({ place }) => place),
        same.map(({ id }) => id),
      ),
    )
}

const mostGone = ({ changes }: Difference, { content, title }: Edition): readonly Note[] => {
  const gone = changes.filter(({ kind, change }) => kind === 'indicator' && change === 'gone').length
  const stored = content.indicators.length
  return gone * 2 > stored ? [note('warning', 'review-most-gone', { title, gone, stored }, [])] : []
}

/** 前に人が直した値を、新しい図書も前と同じに印刷している。取り込むと、直した値が元に戻る。 */
const correctionsUndone = ({ changes }: Difference): readonly Note[] =>
  changes.flatMap((change) =>
    change.kind === 'indicator' && change.change === 'changed'
      ? change.fields.flatMap(({ before, after }) => {
          if (!isFigure(before) || !isFigure(after) || before.printed === undefined) return []
          if (after.printed !== undefined || plainText(before.printed ?? '') !== plainText(after.raw)) return []
          const params = { name: change.name, year: after.year ?? '―', corrected: before.raw, printed: after.raw }
          return [note('warning', 'review-undoes-correction', params, [after.place])]
        })
      : [],
  )

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'raw' in value && 'status' in value
