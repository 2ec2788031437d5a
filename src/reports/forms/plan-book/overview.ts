import { type Standing, standings, tallyStandings } from '#domain/indicator/standing.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nationalFrame } from '#domain/plan/national-frame.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { projectGroups } from '#domain/plan/project-rows.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Cell, RowGroup, Section, Table } from '../../report.ts'
import { numberCell, textCell } from '../cells.ts'
import { chosenIndicators, chosenYear } from '../chosen.ts'
import { standingName } from '../standing-names.ts'
import { yearWords } from '../years.ts'
import { bookPaper } from './book-paper.ts'
import { periodInWords } from './period.ts'
import { trendBlocks } from './trends.ts'

/** 概要。計画のあらまし、基本目標ごとの状況（図と表）、数値目標の推移（図と表）。 */
export const overviewSection = (edition: Edition, choices: ReportChoices): Section => {
  const year = chosenYear(edition, choices)
  const indicators = chosenIndicators(edition, choices).filter(countsOnce)
  return {
    key: 'overview',
    name: '概要',
    paper: bookPaper,
    title: '計画の概要',
    lead: [],
    outline: 1,
    blocks: [
      { kind: 'table', table: outlineTable(edition, choices, indicators) },
      ...(year === undefined ? [] : standingBlocks(edition, choices, indicators, year)),
      ...trendBlocks(edition, choices, indicators),
    ],
    notes:
      year === undefined
        ? []
        : [
            {
              mark: null,
              text: '注　計算した進み具合で、市の評価ではない。達成は目標に届いたもの、順調は基準値から目標まで毎年同じだけ進むとしたときの線に届いたもの、遅れは届かないもの、判定なしは実績や数の目標のないもの。再掲と内訳は数えていない。',
            },
          ],
  }
}

/** 版の番号と決定（改訂した版か、決めた日の分かる版だけ）、勘案した国の総合戦略。 */
const editionRows = ({ history }: Edition): readonly (readonly [string, Cell])[] => {
  if (!history) return []
  const { number, decidedOn, decidedBy } = history
  const decided = [decidedOn && dayInWords(decidedOn, 'ja', true), decidedBy].filter((word) => word).join('　')
  const national = nationalFrame(history.frame)
  return [
    ...(number > 1 || decided !== '' ? [['版', textCell(`第${number}版　${decided}`.trim())] as const] : []),
    ...(national ? [['勘案した国の総合戦略', textCell(national.title.ja)] as const] : []),
  ]
}

const outlineTable = (edition: Edition, choices: ReportChoices, indicators: readonly Indicator[]): Table => {
  const { content } = edition
  const period = periodInWords(edition, choices)
  const goals = goalsOf(content)
  const classes = [...Map.groupBy(indicators, (indicator) => indicator.class)]
  const rows: readonly (readonly [string, Cell])[] = [
    ...(period === undefined ? [] : [['計画の期間', textCell(period)] as const]),
    ...editionRows(edition),
    ...goals.map(
      ({ level, number, title }) => [number === null ? level : `${level}${number}`, textCell(title)] as const,
    ),
    ...(content.priorityGoals.length === 0
      ? []
      : [['重点目標', numberCell(String(content.priorityGoals.length), '本')] as const]),
    ...(content.projects.length === 0
      ? []
      : [['事業', numberCell(String(projectGroups(edition).length), '事業')] as const]),
    ...classes.map(([name, its]) => [name, numberCell(String(its.length), '指標')] as const),
  ]
  return {
    caption: '計画のあらまし',
    showCaption: false,
    columns: [
      { key: 'what', width: 10, align: 'start' },
      { key: 'value', width: 30, align: 'start' },
    ],
    header: [],
    groups: rows.map(([what, cell]) => ({
      kind: 'entry',
      rows: [{ cells: [textCell(what, { heading: true }), cell] }],
    })),
  }
}

type GoalTally = { readonly goal: Goal | undefined; readonly counts: Readonly<Record<Standing, number>> }

/** 基本目標ごとの、指標の位置の数。その年度の実績で。 */
const talliesIn = (edition: Edition, indicators: readonly Indicator[], year: number): readonly GoalTally[] => {
  const { byId } = reckon(edition)
  const goals = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  const standingOf = ({ id }: Indicator): Standing => byId.get(id)?.years.get(year)?.standing ?? 'not-judged'
  const byGoal = Map.groupBy(indicators, ({ node }) => goalOver(goals, nodes, node))
  return [...goals, undefined].flatMap((goal) => {
    const its = byGoal.get(goal)
    return its ? [{ goal, counts: tallyStandings(its.map(standingOf)) }] : []
  })
}

const standingBlocks = (
  edition: Edition,
  choices: ReportChoices,
  indicators: readonly Indicator[],
  year: number,
): readonly Block[] => {
  const tallies = talliesIn(edition, indicators, year)
  const when = yearWords(year, choices.yearStyle)
  const caption = `基本目標ごとの指標の状況（${when}実績）`
  return [
    {
      kind: 'chart',
      chart: {
        title: caption,
        summary: `${when}の実績で、基本目標ごとに、達成・順調・遅れ・判定なしの指標の数を積み上げた図。値は下の表と同じ。`,
        kind: 'stacked',
        unit: '指標',
        labels: tallies.map(({ goal }) => shortGoal(goal)),
        series: standings.map((standing) => ({
          name: standingName(standing),
          values: tallies.map(({ counts }) => counts[standing]),
        })),
        lines: [],
      },
    },
    { kind: 'table', table: standingTable(tallies, caption) },
  ]
}

const shortGoal = (goal: Goal | undefined): string =>
  goal === undefined ? 'その他' : goal.number === null ? goal.title : `${goal.level}${goal.number}`

const standingTable = (tallies: readonly GoalTally[], caption: string): Table => {
  const total = (counts: Readonly<Record<Standing, number>>) => standings.reduce((all, each) => all + counts[each], 0)
  const row = (kind: RowGroup['kind'] & ('entry' | 'total'), name: string, counts: GoalTally['counts']): RowGroup => ({
    kind,
    rows: [
      {
        cells: [
          textCell(name, { heading: true }),
          ...standings.map((standing) => numberCell(String(counts[standing]))),
          numberCell(String(total(counts)), '', { tone: 'strong' }),
        ],
      },
    ],
  })
  const sums = Object.fromEntries(
    standings.map((standing) => [standing, tallies.reduce((all, { counts }) => all + counts[standing], 0)]),
  ) as Record<Standing, number>
  return {
    caption,
    showCaption: false,
    columns: [
      { key: 'goal', width: 24, align: 'start' },
      ...standings.map((standing) => ({ key: standing, width: 6, align: 'end' as const })),
      { key: 'total', width: 6, align: 'end' },
    ],
    header: [
      {
        cells: ['基本目標', ...standings.map(standingName), '計'].map((text) => textCell(text, { align: 'center' })),
      },
    ],
    groups: [
      ...tallies.map(({ goal, counts }) => row('entry', goal?.words ?? 'その他', counts)),
      ...(tallies.length > 1 ? [row('total', '合計', sums)] : []),
    ],
  }
}
