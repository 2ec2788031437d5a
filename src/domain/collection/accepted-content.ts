import { actualFor } from '../indicator/figures.ts'
import type { Comment, Cost, Indicator, PlanContent, Project } from '../plan/draft.ts'
import type { Figure } from '../quantity/figure.ts'
import { readFigure } from '../quantity/read-figure.ts'
import type { Answer, AnswerValue } from './answer.ts'
import type { ResponseItem } from './response.ts'
import type { CollectionRound } from './round.ts'

type Round = Pick<CollectionRound, 'id' | 'fiscalYear' | 'asks'>

/** 受け取った答え。`figure` は実績の値（版の番号つき）。 */
export type AcceptedItem = {
  readonly item: Pick<ResponseItem, 'subjectId'>
  readonly answers: readonly Answer[]
  readonly figure: Figure | undefined
}

/**
 * 受け取った答えを、計画の中身に書き入れる。実績は指標のその年度の値になり（再掲の行にも）、文・事業費・事業の実績も、その年度のものになる。
 * 図書に印刷されていた値は `printed` に残る。答えのない欄は、前にこの照会から入れたものがあれば除き、図書のものには触れない。
 */
export const withAccepted = (content: PlanContent, round: Round, accepted: readonly AcceptedItem[]): PlanContent => {
  const bySubject = new Map(accepted.map((each) => [each.item.subjectId, each]))
  return {
    ...content,
    indicators: content.indicators.map((indicator) => {
      const own = bySubject.get(indicator.id)
      if (own) return indicatorWith(indicator, round, own)
      const first = indicator.repeatOf === null ? undefined : bySubject.get(indicator.repeatOf)
      return first?.figure ? withActual(indicator, first.figure) : indicator
    }),
    projects: content.projects.map((project) => {
      const own = bySubject.get(project.id)
      return own ? projectWith(project, round, own) : project
    }),
  }
}

/**
 * その年度の実績を、この値にする。図書に値があればその所在と字（`printed`）を引き継ぎ、なければ指標の行の所在で書き足す。
 * 同じ年度の値がほかにもあれば（速報と確定を並べた図書）、一つにする。
 */
export const withActual = (indicator: Indicator, figure: Figure): Indicator => {
  const { year } = figure
  const isOfYear = (each: Figure) => each.year === year && each.scope !== 'period'
  const now = year === null ? undefined : actualFor(indicator, year)
  const kind = now?.periodKind ?? indicator.actuals.at(-1)?.periodKind
  const standing: Figure = {
    ...(kind !== undefined && { periodKind: kind }),
    ...figure,
    place: now?.place ?? indicator.place,
    printed: now ? (now.printed === undefined ? now.raw : now.printed) : null,
  }
  const rest = indicator.actuals.filter((each) => !isOfYear(each))
  const at = indicator.actuals.findIndex(isOfYear)
  const place = at < 0 ? rest.findIndex((each) => (each.year ?? Number.POSITIVE_INFINITY) > (year ?? 0)) : at
  return { ...indicator, actuals: rest.toSpliced(place < 0 ? rest.length : place, 0, standing) }
}

const valueIn = <K extends AnswerValue['kind']>(
  answers: readonly Answer[],
  field: Answer['field'],
  kind: K,
): Extract<AnswerValue, { kind: K }> | undefined => {
  const value = answers.find((answer) => answer.field === field)?.value
  return value?.kind === kind ? (value as Extract<AnswerValue, { kind: K }>) : undefined
}

const indicatorWith = (indicator: Indicator, round: Round, { answers, figure }: AcceptedItem): Indicator => {
  const placed = figure ? withActual(indicator, figure) : indicator
  const comments = round.asks.texts.reduce<readonly Comment[]>((said, { key, heading }) => {
    const text = valueIn(answers, `text-${key}`, 'text')?.text.trim() ?? ''
    return withComment(said, { year: round.fiscalYear, heading, text, round: round.id, place: indicator.place })
  }, placed.comments ?? [])
  const costs = withCost(placed.costs, round, indicator, valueIn(answers, 'money', 'money')?.raw)
  return { ...placed, ...(comments.length > 0 || placed.comments ? { comments } : {}), costs }
}

/** 同じ年度・見出しの、前に照会から入れた文を置き換える（空なら除く）。図書の文は残し、同じ文なら重ねない。 */
const withComment = (said: readonly Comment[], next: Comment & { readonly round: string }): readonly Comment[] => {
  const isSame = (each: Comment) => each.year === next.year && each.heading === next.heading
  const others = said.filter((each) => !(isSame(each) && each.round !== undefined))
  const isSaid = others.some((each) => isSame(each) && each.text === next.text)
  return next.text === '' || isSaid ? others : [...others, next]
}

const withCost = (
  costs: readonly Cost[],
  round: Round,
  { place }: Pick<Indicator, 'place'>,
  raw: string | undefined,
): readonly Cost[] => {
  if (!round.asks.money) return costs
  const isSame = (each: Cost) => each.year === round.fiscalYear
  if (raw === undefined || raw.trim() === '') return costs.filter((each) => !(isSame(each) && each.round !== undefined))
  const { value, unit } = readFigure(raw, { year: round.fiscalYear, place, unit: '千円' })
  const cost: Cost = { year: round.fiscalYear, raw, value, unit, round: round.id, place }
  const at = costs.findIndex(isSame)
  return at < 0 ? [...costs, cost] : costs.with(at, cost)
}

const projectWith = (project: Project, round: Round, { answers }: AcceptedItem): Project => {
  const lines = valueIn(answers, 'items', 'items')?.lines.filter((line) => line.trim() !== '') ?? []
  const others = project.years.filter(({ year, round: from }) => year !== round.fiscalYear || from === undefined)
  const years = round.asks.projectItems
    ? yearsWith(lines.length > 0 ? project.years : others, round, lines)
    : project.years
  const costs = withCost(project.costs ?? [], round, project, valueIn(answers, 'money', 'money')?.raw)
  return { ...project, years, ...(costs.length > 0 || project.costs ? { costs } : {}) }
}

const yearsWith = (years: Project['years'], round: Round, items: readonly string[]): Project['years'] => {
  if (items.length === 0) return years
  const { fiscalYear: year, id } = round
  const at = years.findIndex((each) => each.year === year)
  const now = years[at]
  if (now) return years.with(at, { ...now, items, round: id })
  return [...years, { year, items, round: id }].toSorted((a, b) => a.year - b.year)
}
