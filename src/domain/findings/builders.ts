import { readAccumulation } from '../indicator/read-accumulation.ts'
import type { Indicator, PlanDraft, PlanNode, Project } from '../plan/draft.ts'
import { emptyContent } from '../plan/empty-content.ts'
import type { Figure } from '../quantity/figure.ts'
import { readFigure } from '../quantity/read-figure.ts'

// 試験の見本づくり。書かれたとおりの字から作るので、試験が図書のことばで読める。

const placeAt = (line: number) => ({ line })

export const aFigure = (raw: string, year: number | null, more: Partial<Figure> = {}, line = 1): Figure => ({
  ...readFigure(raw, { year, place: placeAt(line) }),
  ...more,
})

type IndicatorIn = Partial<Omit<Indicator, 'baseline' | 'targets' | 'actuals' | 'rates'>> & {
  readonly base?: string
  readonly target?: string
  /** 年度ごとの目標。 */
  readonly goals?: Readonly<Record<number, string>>
  readonly goalTotal?: string
  readonly actual?: Readonly<Record<number, string>>
  readonly rate?: Readonly<Record<number, string>>
  readonly line?: number
}

let made = 0

export const anIndicator = ({
  base,
  target,
  goals = {},
  goalTotal,
  actual = {},
  rate = {},
  line = 1,
  ...rest
}: IndicatorIn): Indicator => {
  made += 1
  const name = rest.name ?? '創業件数'
  return {
    id: `i${made}`,
    node: null,
    class: 'KPI',
    name,
    unit: null,
    accumulation: readAccumulation(name),
    baseline: base === undefined ? null : aFigure(base, 2018, {}, line),
    targets: [
      ...Object.entries(goals).map(([year, raw]) => aFigure(raw, Number(year), {}, line)),
      ...(target === undefined ? [] : [aFigure(target, 2024, { scope: 'final' }, line)]),
      ...(goalTotal === undefined ? [] : [aFigure(goalTotal, null, { scope: 'period' }, line)]),
    ],
    actuals: Object.entries(actual).map(([year, raw]) => aFigure(raw, Number(year), {}, line)),
    rates: Object.entries(rate).map(([year, printed]) => ({ year: Number(year), printed, place: placeAt(line) })),
    costs: [],
    departments: [],
    remarks: null,
    sheetNo: null,
    breakdownOf: null,
    repeatOf: null,
    project: null,
    place: placeAt(line),
    ...rest,
  }
}

export const aNode = (title: string, more: Partial<PlanNode> = {}): PlanNode => ({
  id: title,
  parent: null,
  level: '基本目標',
  number: null,
  title,
  text: null,
  place: placeAt(1),
  ...more,
})

export const aProject = (name: string, more: Partial<Project> = {}): Project => {
  made += 1
  return {
    id: `p${made}`,
    number: null,
    listNumber: null,
    name,
    nodes: [],
    tags: {},
    priority: true,
    implementers: [],
    period: null,
    content: null,
    years: [],
    indicators: [],
    shownIn: 'sheet',
    place: placeAt(1),
    ...more,
  }
}

export const aDraft = (content: Partial<PlanDraft>): PlanDraft => ({
  format: 'shirube-draft/1',
  source: { file: '見本.txt', sha256: '0'.repeat(64) },
  municipality: { name: '見本市', code: null },
  plan: { title: '見本市総合戦略', kind: '総合戦略', firstYear: 2020, lastYear: 2024, form: 'progress-table' },
  ...emptyContent,
  ...content,
})
