import { describe, expect, test } from 'vitest'
import type { PlanContent, PriorityGoal } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import type { Report, Section, Table } from '../../report.ts'
import { priorityGoals } from './priority-goals.ts'

const ueda = sampleEdition('202037-ueda')

const made = (edition: Edition, choices: Partial<ReportChoices> = {}): Report => {
  const result = priorityGoals.make(edition, { ...ordinaryChoices, ...choices })
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

const refusal = (edition: Edition, choices: Partial<ReportChoices> = {}): string => {
  const result = priorityGoals.make(edition, { ...ordinaryChoices, ...choices })
  return result.ok ? '作れた' : problemInWords(result.problem)
}

const tablesOf = (section: Section | undefined): readonly Table[] =>
  section?.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])) ?? []

const textsOf = ({ groups }: Table): readonly (readonly string[])[] =>
  groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))

const withContent = (change: Partial<PlanContent>): Edition => ({ ...ueda, content: { ...ueda.content, ...change } })

const goal = (given: Partial<PriorityGoal>): PriorityGoal => ({
  department: '政策企画部',
  year: 2017,
  number: '1',
  title: '連携の推進',
  items: [],
  place: { line: 1 },
  ...given,
})

const item = { mark: '①', title: '相談会', targets: [], progress: [], grade: null, place: { line: 2 } }

describe('中間報告調書', () => {
  const report = made(ueda)
  const [section] = report.sections
  const [table, instructions] = tablesOf(section)

  test('題・部局・年度・紙', () => {
    expect([section?.title, section?.name, section?.paper]).toEqual([
      '重点目標一覧表（中間報告調書）',
      '政策企画部',
      { size: 'A3', orientation: 'landscape' },
    ])
    expect(section?.lead).toEqual(['担当部局名：政策企画部', '【平成29年度重点目標】'])
  })

  test('重点目標は帯、取組項目は一行。二つ以上の目標・進捗は「・」で並べる', () => {
    expect(table?.header[0]?.cells.map(({ text }) => text)).toEqual([
      '具体的な重点取組項目',
      '期限・数値目標等',
      '進捗状況・進捗度',
      '評価',
    ])
    expect(table && textsOf(table).slice(8, 10)).toEqual([
      [
        '③情報提供環境の整備とオープンデータ化の取組',
        'HPでのオープンデータの提供開始(1分野)',
        '公開データ 国の方針と先進例を見て検討中。',
        '―',
      ],
      ['重点目標3', '移住・定住推進による活力ある都市づくり'],
    ])
    expect(table?.groups.filter(({ kind }) => kind === 'band')).toHaveLength(5)
  })

  test('取組項目の下の細目は、項目と同じ升目に', () => {
    expect(table?.groups.flatMap(({ rows }) => rows[0]?.cells[0]?.text ?? [])).toContain(
      '①ラグビーワールドカップキャンプ地誘致の取組\n・キャンプ地誘致委員会と連携した誘致活動の実施\n・ホストタウン事業と連携したPRの実施',
    )
  })

  test('評価基準は表のすぐ下、市長指示事項には対応の欄', () => {
    expect(section?.blocks[1]).toEqual({
      kind: 'paragraphs',
      paragraphs: [
        '※ 評価基準　［◎：目標を上回る進捗］　［○：目標どおり進捗］　［△：未進捗の部分あり］　［×：全て目標未進捗］',
      ],
    })
    expect(instructions?.header[0]?.cells.map(({ text }) => text)).toEqual(['市長指示事項', '対応状況'])
    expect(instructions && textsOf(instructions)[1]).toEqual(['・長野大学と連携すること。', ''])
  })

  test('市長指示事項の表の線は、上の表の列の線にそろう', () => {
    for (const stage of ['interim', 'final'] as const) {
      const [goals, below] = tablesOf(made(ueda, { stage }).sections[0])
      const edges = goals?.columns.map((_, at) =>
        goals.columns.slice(0, at + 1).reduce((sum, { width }) => sum + width, 0),
      )
      expect(edges).toContain(below?.columns[0]?.width)
      expect(edges?.at(-1)).toBe((below?.columns[0]?.width ?? 0) + (below?.columns[1]?.width ?? 0))
    }
  })

  test('評価のないことは「―」と書き、わけを注に書く', () => {
    expect(section?.notes).toEqual([{ mark: '※', text: '「―」は、もとの図書に評価が書かれていないもの。' }])
    const full = withContent({
      priorityGoals: [goal({ items: [{ ...item, targets: ['3回'], progress: ['2回'], grade: '○' }] })],
    })
    expect(made(full).sections[0]?.notes).toEqual([])
    expect(tablesOf(made(full).sections[0]).slice(0, 1).flatMap(textsOf)[1]).toEqual(['①相談会', '3回', '2回', '○'])
  })

  test('番号で始まる目標は、項目の番号と取り違えないように「・」を付ける', () => {
    const edition = withContent({
      priorityGoals: [goal({ items: [{ ...item, targets: ['(1)機関誌 2回'], progress: ['①まで済'] }] })],
    })
    expect(tablesOf(made(edition).sections[0]).slice(0, 1).flatMap(textsOf)[1]).toEqual([
      '①相談会',
      '・(1)機関誌 2回',
      '・①まで済',
      '―',
    ])
  })
})

describe('期末報告調書', () => {
  test('中間の進捗と評価を残し、期末の達成状況と評価は書き込めるよう空けておく', () => {
    const [section] = made(ueda, { stage: 'final' }).sections
    const [table] = tablesOf(section)
    expect(section?.title).toBe('重点目標一覧表（期末報告調書）')
    expect(table?.header[0]?.cells.map(({ text }) => text)).toEqual([
      '具体的な重点取組項目',
      '期限・数値目標等',
      '進捗状況・進捗度（中間）',
      '評価（中間）',
      '達成状況（期末）',
      '評価（期末）',
    ])
    const items = table?.groups.filter(({ kind }) => kind === 'entry') ?? []
    expect(items.map(({ rows }) => rows[0]?.cells.slice(4).map(({ text }) => text))).toEqual(items.map(() => ['', '']))
  })

  test('評価を載せなければ、評価の欄も評価基準もない', () => {
    const [section] = made(ueda, { stage: 'final', grades: false }).sections
    expect(tablesOf(section)[0]?.columns.map(({ key }) => key)).toEqual([
      'item',
      'targets',
      'progress',
      'final-progress',
    ])
    expect(section?.blocks.map(({ kind }) => kind)).toEqual(['table', 'table'])
    expect(section?.notes).toEqual([])
  })
})

describe('部局と年度', () => {
  const two = withContent({
    priorityGoals: [
      goal({ items: [item], place: { line: 10 } }),
      goal({ department: '福祉部', title: '子育ての支援', items: [item], place: { line: 40 } }),
    ],
    instructions: ['連携すること。', '相談を増やすこと。', '全庁で取り組むこと。'],
    instructionPlaces: [{ line: 20 }, { line: 50 }, { sheet: '別紙', cell: 'A1' }],
  })

  test('部局ごとに章を分け、指示はその部局の章に。どの部局か分からない指示は別の章に', () => {
    const { sections } = made(two)
    expect(sections.map(({ key, name }) => [key, name])).toEqual([
      ['department-1', '政策企画部'],
      ['department-2', '福祉部'],
      ['instructions', '市長指示事項'],
    ])
    expect(sections.map((section) => tablesOf(section).slice(-1).flatMap(textsOf)[0]?.[0])).toEqual([
      '・連携すること。',
      '・相談を増やすこと。',
      '・全庁で取り組むこと。',
    ])
  })

  test('部局を選べば、その部局の章だけ。ない部局は、ある部局を言って断る', () => {
    expect(made(two, { departments: ['福祉部'] }).sections.map(({ name }) => name)).toEqual(['福祉部', '市長指示事項'])
    expect(refusal(two, { departments: ['観光部'] })).toBe(
      '「観光部」の重点目標は、この計画にありません。あるのは 政策企画部・福祉部 です。選び直してください。',
    )
  })

  test('いちばん新しい年度の目標を載せ、年度を混ぜない', () => {
    const years = withContent({
      priorityGoals: [goal({ year: 2016, title: '前の年' }), goal({ year: 2017, title: '今年' })],
    })
    const titles = (choices: Partial<ReportChoices>) =>
      made(years, choices).sections.flatMap((section) => tablesOf(section).slice(0, 1).flatMap(textsOf))
    expect(titles({})).toEqual([['重点目標1', '今年']])
    expect(titles({ year: 2016 })).toEqual([['重点目標1', '前の年']])
    expect(made(years, { year: 2016, yearStyle: 'both' }).sections[0]?.lead[1]).toBe(
      '【平成28年度（2016年度）重点目標】',
    )
    expect(refusal(years, { year: 2019 })).toBe(
      '令和元年度の重点目標は取り込まれていません。重点目標のある年度（平成28年度・平成29年度）を選ぶか、年度を選ばずに作ってください。',
    )
  })

  test('部局も年度も書かれていない図書でも、書かないだけで作れる', () => {
    const [section] = made(withContent({ priorityGoals: [goal({ department: '', year: null })] })).sections
    expect([section?.name, section?.lead]).toEqual(['重点目標', []])
  })
})

test('重点目標のない計画では、何を取り込めばよいかを言う', () => {
  expect(refusal({ ...sampleEdition('152081-ojiya'), title: '小千谷市総合戦略' })).toBe(
    '「小千谷市総合戦略」には重点目標がないため、重点目標一覧表を作れません。重点目標一覧表（中間報告調書など）を取り込むと作れます。',
  )
})
