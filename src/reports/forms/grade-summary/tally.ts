import { countedCodes, ungradedCode } from '#domain/evaluation/counted-grades.ts'
import { gradeLetters } from '#domain/evaluation/goal-shares.ts'
import { sumOfCounts } from '#domain/evaluation/grade-counts.ts'
import { type GradedPlan, gradedOf } from '#domain/evaluation/graded-plan.ts'
import { gradeName } from '#domain/evaluation/standing-grade.ts'
import { standings, tallyStandings } from '#domain/indicator/standing.ts'
import type { GradeCount, Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import type { ReportChoices } from '../../choices.ts'
import { standingName } from '../standing-names.ts'

type Counts = Readonly<Record<string, number | null>>

/** 集計の一行：ある基本目標の、ある種類（数値目標・KPI）の、区分ごとの数。 */
export type TallyRow = { readonly goal: Goal | undefined; readonly class: string; readonly counts: Counts }

/**
 * 集計一つ。`basis` は何を数えたか：evaluated しるべの中の評価、printed 図書に印刷された集計、grades 指標ごとに印刷された評価、standings 計算した進み具合。
 * `stated` は、印刷された合計の行。
 */
export type Tally = {
  readonly basis: 'evaluated' | 'printed' | 'grades' | 'standings'
  readonly heading: string
  readonly year: number | null
  readonly letters: readonly { readonly code: string; readonly words: string }[]
  readonly rows: readonly TallyRow[]
  readonly stated: readonly { readonly class: string; readonly counts: Counts }[]
}

/** 図書に集計が印刷されていればそれ、なければ指標ごとの評価を数え、それもなければ計算した進み具合を数える。 */
export const talliesOf = (
  edition: Edition,
  indicators: readonly Indicator[],
  choices: ReportChoices,
  year: number | null,
): readonly Tally[] => {
  const printed = choices.departments === null ? printedTally(edition, choices) : []
  if (printed.length > 0) return printed
  const counted = indicators.filter(countsOnce)
  const graded = gradeTallies(edition, counted, year)
  return graded.length > 0 || year === null ? graded : [standingTally(edition, counted, year)]
}

/** しるべの中の評価（立っている区分）を数える。年度の評価を始めていなければ undefined。 */
export const evaluatedTally = (edition: Edition, indicators: readonly Indicator[], graded: GradedPlan): Tally => {
  const counted = indicators.filter(countsOnce)
  const codeOf = (each: Indicator) => gradedOf(graded, each)?.standing?.code ?? ungraded
  const found = new Set(counted.map(codeOf))
  const ranked = new Set(graded.scales.indicator?.grades.map(({ code }) => code))
  const codes = countedCodes(edition, graded).filter((code) => ranked.has(code) || found.has(code))
  return {
    basis: 'evaluated',
    heading: '評価',
    year: graded.year,
    letters: codes.map((code) => ({ code, words: gradeName(graded.scales.indicator, code).symbol })),
    rows: rowsOf(edition, counted, codes, codeOf),
    stated: [],
  }
}

const printedTally = (edition: Edition, { goals, year }: ReportChoices): readonly Tally[] => {
  const { content } = edition
  const [found, nodes] = [goalsOf(content), nodesById(content)]
  const wanted = content.grades.filter((row) => year === null || row.year == null || row.year === year)
  const rows = wanted
    .filter(({ total }) => !total)
    .map((row): TallyRow => ({ goal: goalOver(found, nodes, row.node), class: row.class, counts: row.counts }))
    .filter(({ goal }) => goals === null || (goal !== undefined && goals.includes(goal.key)))
  if (rows.length === 0) return []
  return [
    {
      basis: 'printed',
      heading: '評価',
      year: yearOf(wanted),
      letters: gradeLetters(wanted).map((code) => ({ code, words: code })),
      rows,
      // 目標を選んだ表では、計画の全体の合計は合わない。
      stated: goals === null ? wanted.filter(({ total }) => total) : [],
    },
  ]
}

const yearOf = (rows: readonly GradeCount[]): number | null => {
  const years = new Set(rows.map(({ year }) => year ?? null))
  const [only = null] = years
  return years.size === 1 ? only : null
}

/** 指標ごとに印刷された評価を、欄（一次評価・二次評価）ごとに数える。 */
const gradeTallies = (edition: Edition, indicators: readonly Indicator[], year: number | null): readonly Tally[] => {
  const gradesOf = ({ printedGrades = [] }: Indicator) =>
    printedGrades.filter((grade) => grade.year === null || grade.year === year)
  const headings = [...new Set(indicators.flatMap((each) => gradesOf(each).map(({ heading }) => heading)))]
  return headings.map((heading) => {
    const gradeOf = (indicator: Indicator) =>
      gradesOf(indicator).findLast((grade) => grade.heading === heading)?.printed
    const codes = inOrder(edition, [...new Set(indicators.flatMap((each) => gradeOf(each) ?? []))])
    const none = indicators.some((each) => gradeOf(each) === undefined) ? [ungraded] : []
    return {
      basis: 'grades',
      heading: heading === '' ? '評価' : heading,
      year,
      letters: [...codes, ...none].map((code) => ({ code, words: code })),
      rows: rowsOf(edition, indicators, [...codes, ...none], (each) => gradeOf(each) ?? ungraded),
      stated: [],
    }
  })
}

/** 評価の書かれていない指標。数から落とさず、欄を分ける。 */
const ungraded = ungradedCode

/** 区分の並び。凡例があればその順、英字だけなら字の順（S は A の前）、ほかは出てきた順。 */
const inOrder = ({ content }: Edition, found: readonly string[]): readonly string[] => {
  const legend = (content.legends ?? []).flatMap(({ marks }) => marks)
  if (found.every((code) => legend.includes(code))) return legend.filter((code) => found.includes(code))
  const rank = (code: string) => (code === 'S' ? '0' : code)
  return found.every((code) => /^[A-Z]$/.test(code)) ? found.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1)) : found
}

const standingTally = (edition: Edition, indicators: readonly Indicator[], year: number): Tally => {
  const { byId } = reckon(edition)
  const standingOf = ({ id }: Indicator) => byId.get(id)?.years.get(year)?.standing ?? 'not-judged'
  return {
    basis: 'standings',
    heading: '進み具合',
    year,
    letters: standings.map((code) => ({ code, words: standingName(code) })),
    rows: groupRows(edition, indicators, (its) => tallyStandings(its.map(standingOf))),
    stated: [],
  }
}

const rowsOf = (
  edition: Edition,
  indicators: readonly Indicator[],
  codes: readonly string[],
  codeOf: (indicator: Indicator) => string,
): readonly TallyRow[] =>
  groupRows(edition, indicators, (its) =>
    Object.fromEntries(codes.map((code) => [code, its.filter((each) => codeOf(each) === code).length])),
  )

/** 基本目標ごと、種類ごとに数える。 */
const groupRows = (
  { content }: Edition,
  indicators: readonly Indicator[],
  count: (its: readonly Indicator[]) => Counts,
): readonly TallyRow[] => {
  const [goals, nodes] = [goalsOf(content), nodesById(content)]
  const byGoal = Map.groupBy(indicators, ({ node }) => goalOver(goals, nodes, node))
  // 種類は、どの目標でも同じ順に。
  const kinds = [...new Set(indicators.map(({ class: kind }) => kind))]
  return [...goals, undefined].flatMap((goal) => {
    const byKind = Map.groupBy(byGoal.get(goal) ?? [], ({ class: kind }) => kind)
    return kinds.flatMap((kind): readonly TallyRow[] => {
      const its = byKind.get(kind)
      return its ? [{ goal, class: kind, counts: count(its) }] : []
    })
  })
}

/** 種類ごとの合計。印刷された合計があればそれ、なければ行を足したもの。 */
export const totalsOf = ({ rows, stated }: Tally): readonly { readonly class: string; readonly counts: Counts }[] =>
  [...Map.groupBy(rows, ({ class: kind }) => kind)].map(([kind, its]) => ({
    class: kind,
    counts: stated.find((total) => total.class === kind)?.counts ?? sumOfCounts(its),
  }))
