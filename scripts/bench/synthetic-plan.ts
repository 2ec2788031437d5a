import type { Indicator, PlanDraft, PlanNode } from '#domain/plan/draft.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import type { Place } from '#domain/provenance.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'

/**
 * 計るためにこしらえた計画。指標 `count` 件、五つの基本目標に五つずつの分野、二十件ほどの施策。
 * 数も名も番号から決まるので、いつ作っても同じものができる。
 */
export const syntheticPlan = (count: number, city: string): PlanDraft => {
  const nodes = nodesFor(count)
  const measures = nodes.filter(({ level }) => level === '施策')
  const indicators = Array.from({ length: count }, (_, index) =>
    indicatorAt(index, measures[Math.floor((index * measures.length) / count)]?.id ?? null),
  )
  return {
    format: 'shirube-draft/1',
    source: { file: `計測${count}.txt`, sha256: count.toString(16).padStart(64, '0') },
    municipality: { name: city, code: null },
    plan: {
      title: `指標${count}件の計画`,
      kind: '総合計画',
      form: 'progress-table',
      firstYear: 2020,
      lastYear: 2024,
    },
    ...emptyContent,
    nodes,
    indicators,
  }
}

const goalTitles = [
  'しごとをつくる',
  '新しいひとの流れをつくる',
  '結婚・出産・子育ての希望をかなえる',
  '安心して暮らす',
  '未来に引きつぐ',
]
const fieldTitles = ['産業の振興', '人材の育成', '交流の拡大', '生活の基盤', '環境と共生']
const measureTitles = [
  '創業の支援',
  '担い手の確保',
  '移住・定住の促進',
  '子育て環境の充実',
  '健康づくり',
  '公共交通の維持',
  '空き家の活用',
]
const subjects = [
  '新規創業',
  '空き家バンク登録',
  'ファミリー・サポート・センター利用',
  '観光入込客',
  '特定健診受診',
  '移住相談',
  '防災訓練参加',
  '再生可能エネルギー設備',
]
const units = ['件', '人', '％', '千人', '回']

const from = <T>(all: readonly T[], index: number): T => {
  const found = all[index % all.length]
  if (found === undefined) throw new Error('an empty list was given')
  return found
}

const nodesFor = (count: number): readonly PlanNode[] => {
  const perField = Math.max(1, Math.round(count / 500))
  let line = 0
  const node = (id: string, parent: string | null, level: string, number: string, title: string): PlanNode => ({
    id,
    parent,
    level,
    number,
    title,
    text: null,
    place: { line: ++line },
  })
  return goalTitles.flatMap((goal, g) => [
    node(`g${g}`, null, '基本目標', String(g + 1), goal),
    ...fieldTitles.flatMap((field, f) => [
      node(`g${g}f${f}`, `g${g}`, '分野', `(${f + 1})`, field),
      ...Array.from({ length: perField }, (_, m) =>
        node(`g${g}f${f}m${m}`, `g${g}f${f}`, '施策', `${g + 1}-${f + 1}-${m + 1}`, from(measureTitles, f + m)),
      ),
    ]),
  ])
}

/** どの行も 2000 行より後に置く（節の行と重ならないように）。 */
const placeOf = (index: number, column: number): Place => ({ line: 2000 + index, column })

const indicatorAt = (index: number, node: string | null): Indicator => {
  const unit = from(units, index)
  const base = 20 + ((index * 37) % 400)
  const goal = base + 10 + ((index * 13) % 90)
  const at = (year: number) => base + Math.round(((goal - base) * (year - 2019) * (80 + (index % 41))) / 500)
  const years = [2020, 2021, 2022, 2023]
  return {
    id: `i${index}`,
    node,
    class: 'KPI',
    name: `${from(subjects, index)}${unit === '％' ? '率' : '数'}（第${index + 1}区）`,
    unit,
    accumulation: { kind: 'single-year' },
    baseline: readFigure(`${base}${unit}`, { year: 2019, place: placeOf(index, 30) }),
    targets: [
      ...years.map((year) =>
        readFigure(`${at(year) + (index % 3) - 1}${unit}`, { year, place: placeOf(index, 40 + 4 * (year - 2020)) }),
      ),
      readFigure(`${goal}${unit}`, { year: 2024, place: placeOf(index, 60), scope: 'final' }),
    ],
    actuals: years.map((year) =>
      readFigure(index % 17 === 0 && year === 2021 ? '―' : `${at(year)}${unit}`, {
        year,
        place: placeOf(index, 70 + 5 * (year - 2020)),
      }),
    ),
    rates: [],
    costs: [{ year: null, raw: `${1000 + index}`, value: `${1000 + index}`, unit: '千円', place: placeOf(index, 100) }],
    departments: [`第${(index % 45) + 1}課`],
    remarks: `市の台帳による。${from(fieldTitles, index)}に関する調査（年${(index % 4) + 1}回）の結果を翌年度六月に取りまとめる。`,
    sheetNo: String(index + 1),
    breakdownOf: null,
    repeatOf: null,
    project: null,
    place: placeOf(index, 1),
  }
}
