import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { done, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Section } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { chosenYears, indicatorsFor, yearWithFigures } from '../chosen.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { yearParts } from '../years.ts'
import { goalSection } from './goal-section.ts'
import { fixedWidth, layoutOf } from './layout.ts'

const title = reportTitles['kpi-summary']

/**
 * 数値目標・KPI集計表。基本目標ごとに、年度の目標と実績を上下に並べ、期間の合計と所見、小計（事業数・ＫＰＩ数）を添える。
 * 列と行の並びは砂川市の集計表による。基本目標ごとに新しい頁（シート）から始まる。
 */
export const kpiSummary: Form = {
  name: 'kpi-summary',
  asks: [
    'years',
    'year',
    'goals',
    'departments',
    'yearStyle',
    'grades',
    'comments',
    'findings',
    'documentNumber',
    'asOf',
    'paper',
  ],
  make: (edition, choices) => {
    const indicators = indicatorsFor(edition, choices, title)
    if (!indicators.ok) return indicators
    const year = yearWithFigures(edition, choices)
    if (!year.ok) return year
    const years = chosenYears(edition, choices)
    if (years.length === 0 && choices.years !== null) return refused('report-no-years')
    return done(
      headedReport(edition, choices, {
        form: 'kpi-summary',
        title,
        sections: sectionsOf(edition, choices, indicators.value, year.value, years),
      }),
    )
  },
}

const sectionsOf = (
  edition: Edition,
  choices: ReportChoices,
  indicators: readonly Indicator[],
  year: number | null,
  years: readonly number[],
): readonly Section[] => {
  const whole = layoutOf(edition, indicators, years, choices, year)
  const paper = choices.paper ?? { size: 'A3', orientation: 'landscape' }
  const parts = yearParts(years, paper, fixedWidth(whole), whole.yearWidth)
  const goals = byGoal(edition, indicators)
  return goals.flatMap(({ goal, own }, place) =>
    parts.map((of, at) =>
      goalSection({
        edition,
        choices,
        goal,
        indicators: own,
        layout: { ...whole, years: of, headings: of.map((each) => whole.headings[years.indexOf(each)] ?? '') },
        year,
        part: { at: at + 1, of: parts.length },
        ends: place === goals.length - 1,
      }),
    ),
  )
}

type OfGoal = { readonly goal: Goal | undefined; readonly own: readonly Indicator[] }

/** 基本目標ごとに。二か所に分かれて載る目標（全体目標と個別目標）は、一つの章に続けて並べる。 */
const byGoal = (edition: Edition, indicators: readonly Indicator[]): readonly OfGoal[] => {
  const goals = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  const groups = Map.groupBy(indicators, ({ node }) => goalOver(goals, nodes, node))
  const named = goals.flatMap((goal) => {
    const own = groups.get(goal)
    return own ? [{ goal, own }] : []
  })
  const rest = groups.get(undefined)
  return rest ? [...named, { goal: undefined, own: rest }] : named
}
