import { sumOfCounts } from '#domain/evaluation/grade-counts.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { rateAverages } from '#domain/evaluation/rate-averages.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Chart, ReportNote } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { chosenIndicators, indicatorsFor, narrowedWords, ruledEdition, yearWithFigures } from '../chosen.ts'
import { evaluatedIn } from '../evaluated-in.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { plainNote } from '../remarks/footnotes.ts'
import { rulesNotes } from '../remarks/rules-note.ts'
import { yearWords } from '../years.ts'
import { evaluatedTally, type Tally, talliesOf, totalsOf } from './tally.ts'
import { tallyTable } from './tally-table.ts'

const title = reportTitles['grade-summary']

/**
 * 評価区分集計表。基本目標ごとに、評価区分（または計算した進み具合）の数と割合を並べる。
 * 再掲・内訳と、KPI に数えないと断った指標は数えない。何を数えたかは、表の題と注に書く。
 */
export const gradeSummary: Form = {
  name: 'grade-summary',
  asks: ['year', 'goals', 'departments', 'rules', 'yearStyle', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices, alongside) => {
    const graded = evaluatedIn(alongside, choices)
    const tallies = graded
      ? evaluatedTallies(edition, choices, graded)
      : chosenTallies(ruledEdition(edition, choices), choices)
    if (!tallies.ok) return tallies
    return done(
      headedReport(edition, choices, {
        form: 'grade-summary',
        title,
        sections: [
          {
            key: 'grade-summary',
            name: title,
            paper: choices.paper ?? { size: 'A4', orientation: 'portrait' },
            title: `${edition.title} ${title}`,
            lead: narrowedWords(edition, choices),
            outline: 1,
            blocks: tallies.value.flatMap((tally) => blocksOf(tally, choices)),
            notes: [
              ...tallies.value.flatMap((tally) => notesOf(tally, edition, choices)),
              ...(graded ? evaluationNotes(edition, choices, graded) : []),
            ],
          },
        ],
      }),
    )
  },
}

const evaluatedTallies = (edition: Edition, choices: ReportChoices, graded: GradedPlan): Result<readonly Tally[]> => {
  const indicators = indicatorsFor(edition, choices, title)
  return indicators.ok ? done([evaluatedTally(edition, indicators.value, graded)]) : indicators
}

/** 区分の意味、途中の数であること、達成率のならし（しぼらない表だけ）。 */
const evaluationNotes = (
  edition: Edition,
  { goals, departments }: ReportChoices,
  graded: GradedPlan,
): readonly ReportNote[] => {
  const scale = graded.scales.indicator
  const meanings = [...(scale?.grades ?? []), ...(scale?.outside ?? [])]
    .map(
      ({ symbol, label, meaning }) =>
        `${symbol} ${meaning === '' || meaning === label ? label : `${label}（${meaning}）`}`,
    )
    .join('、')
  const { mean, capped, median, of, without } = rateAverages(edition, graded.year)
  return [
    ...(meanings === '' ? [] : [plainNote(`評価区分は、${meanings}。`)]),
    ...(graded.status === 'open' ? [plainNote('評価の途中の数で、まだ確定していない。')] : []),
    ...(mean !== null && goals === null && departments === null
      ? [
          plainNote(
            `達成率の単純な平均は${mean}％、100％を超える率を100％とした平均は${capped}％、中央値は${median}％。率のある${of}指標から求め、率のない${without}指標は入っていない。`,
          ),
        ]
      : []),
  ]
}

const chosenTallies = (edition: Edition, choices: ReportChoices): Result<readonly Tally[]> => {
  const printed = talliesOf(edition, [], choices, null)
  if (printed.length > 0) return done(printed)
  const nothing = refused('report-nothing-to-grade', { plan: edition.title })
  if (edition.content.indicators.length === 0) return otherYear(edition, choices) ?? nothing
  const indicators = indicatorsFor(edition, choices, title)
  if (!indicators.ok) return indicators
  const year = yearWithFigures(edition, choices)
  if (!year.ok) return year
  const found = talliesOf(edition, chosenIndicators(edition, choices), choices, year.value)
  return found.length > 0 ? done(found) : nothing
}

/** 選ばれた年度の集計はないが、ほかの年度のものはあるとき。 */
const otherYear = ({ content }: Edition, { year, yearStyle }: ReportChoices): Result<never> | undefined => {
  const years = [...new Set(content.grades.flatMap((row) => row.year ?? []))].toSorted((a, b) => a - b)
  if (year === null || years.length === 0) return undefined
  const words = years.map((each) => yearWords(each, yearStyle)).join('、')
  return refused('report-year-without-grades', { year: yearWords(year, yearStyle), years: words })
}

const blocksOf = (tally: Tally, choices: ReportChoices): readonly Block[] => {
  const caption = captionOf(tally, choices)
  const goals = new Set(tally.rows.map(({ goal }) => goal))
  return [
    { kind: 'table', table: tallyTable(tally, caption) },
    ...(goals.size > 1 ? [{ kind: 'chart' as const, chart: chartOf(tally, caption) }] : []),
  ]
}

const captionOf = ({ basis, heading, year }: Tally, { yearStyle }: ReportChoices): string => {
  const of = year === null ? '' : `${yearWords(year, yearStyle)}実績の`
  return basis === 'standings' ? `${of}進み具合別の指標の数（計算）` : `${of}${heading}別の指標の数`
}

/** 基本目標ごとの積み上げ。数は上の表と同じ。 */
const chartOf = ({ letters, rows }: Tally, caption: string): Chart => {
  const goals = [...Map.groupBy(rows, ({ goal }) => goal)].map(([goal, its]) => ({
    name: goal === undefined ? 'その他' : goal.number === null ? goal.title : `${goal.level}${goal.number}`,
    counts: sumOfCounts(its),
  }))
  const all = sumOfCounts(rows)
  return {
    title: `基本目標ごとの${caption}`,
    summary: `${caption}を基本目標ごとに積み上げた図。全体では、${letters.map(({ code, words }) => `${words} ${all[code] ?? '―'}件`).join('、')}。`,
    kind: 'stacked',
    unit: '件',
    labels: goals.map(({ name }) => name),
    series: letters.map(({ code, words }) => ({
      name: words,
      values: goals.map(({ counts }) => counts[code] ?? null),
    })),
    lines: [],
  }
}

const notesOf = (tally: Tally, edition: Edition, choices: ReportChoices): readonly ReportNote[] => [
  plainNote(basisWords[tally.basis]),
  ...(tally.basis === 'printed'
    ? []
    : [plainNote('再掲・内訳の指標と、指標の数に数えないと断った指標は、数えていない。')]),
  ...(tally.basis === 'standings' ? rulesNotes(edition, choices) : []),
  plainNote('かっこの中は、行の計に対する割合。四捨五入のため、足して100％にならないことがある。'),
  ...(hasBlank(tally) ? [plainNote('「―」は空欄で、0（ゼロ）ではない。')] : []),
  ...differenceNotes(tally),
]

const basisWords = {
  evaluated:
    '指標ごとの評価を数えたもの。評価は、担当課から外部の会議までの段のうち、区分を付けたいちばんあとの段のもの。だれも付けていない指標は、達成率などから決まりのとおりに求めた区分。',
  printed: '計画の図書に印刷された数。',
  grades: '指標ごとに印刷された評価を数えたもの。',
  standings:
    '評価の書かれていない計画なので、計算した進み具合を数えたもの（市の評価ではない）。達成は目標に届いたもの、順調は基準値から目標まで毎年同じだけ進むとしたときの線に届いたもの、遅れは届かないもの、判定なしは実績や数の目標のないもの。',
} as const satisfies Record<Tally['basis'], string>

const hasBlank = ({ rows, letters }: Tally): boolean =>
  rows.some(({ counts }) => letters.some(({ code }) => (counts[code] ?? null) === null))

/** 印刷された合計が、行を足した数と違うこと。 */
const differenceNotes = (tally: Tally): readonly ReportNote[] =>
  totalsOf(tally).flatMap(({ class: kind, counts }) => {
    const summed = sumOfCounts(tally.rows.filter((row) => row.class === kind))
    return tally.letters
      .filter(({ code }) => (counts[code] ?? 0) !== (summed[code] ?? 0))
      .map(({ code, words }) =>
        plainNote(
          `${kind}の${words}の合計は、印刷では${counts[code] ?? '空欄'}、行を足すと${summed[code] ?? '空欄'}。`,
        ),
      )
  })
