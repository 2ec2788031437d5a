import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { Indicator, Note } from '#domain/plan/draft.ts'
import { cityView } from '#operations/view-city.ts'
import { indicatorView } from '#operations/view-indicator.ts'
import { planView } from '#operations/view-plan.ts'
import { progressView } from '#operations/view-progress.ts'
import { projectsView } from '#operations/view-projects.ts'
import { aNode, anEdition, numbered } from './an-edition.ts'
import { frameFor } from './frame.ts'
import { citiesPage, cityPage, indicatorPage, planPage, progressPage, projectsPage, troublePage } from './pages-of.tsx'

const ja = frameFor('ja', '/')
const en = frameFor('en', '/en')

const goals = [aNode({ id: 'g1', number: '1', title: 'しごと' }), aNode({ id: 'g2', number: '2', title: 'ひとの流れ' })]

const founding = anIndicator({
  name: '新規創業件数(H27～累計)',
  baseline: '26件',
  target: '45件',
  actuals: { 2020: '34件', 2023: '47件' },
  rates: { 2020: '75.6', 2023: '104.4' },
})

const edition = (indicators: readonly Indicator[]) => anEdition({ nodes: goals, indicators })

const text = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('一覧表', () => {
  const rows = numbered([
    founding,
    anIndicator({ name: '転入者数', target: '750人', actual: '598人', rates: { 2023: '80.0' } }),
  ])
  const table = edition([
    { ...rows[0], node: 'g1', departments: ['商工振興課'] } as Indicator,
    { ...rows[1], node: 'g2', departments: ['市民生活課'] } as Indicator,
  ])

  test('印刷された順に、帯のあとに行を並べる', () => {
    const words = text(progressPage(ja, progressView(table)))
    const order = ['基本目標1 しごと', '新規創業件数', '基本目標2 ひとの流れ', '転入者数'].map((each) =>
      words.lastIndexOf(each),
    )
    expect(order.toSorted((a, b) => a - b)).toEqual(order)
  })

  test('計算と合う率は印刷のまま、違う率には語と形と計算した率を添える', () => {
    const html = progressPage(ja, progressView(table))
    expect(html).toContain('104.4%')
    expect(html).toMatch(/80\.0%<span class="differs"><svg.*?<\/svg>計算では79\.7%/)
    expect(text(html)).toContain('達成率3個をすべて計算し直し、2個が一致')
  })

  test('基本目標と担当課で絞れて、選んだものが残る', () => {
    const html = progressPage(ja, progressView(table, { goal: '2', department: '市民生活課' }))
    expect(text(html)).toContain('2行のうち1行')
    expect(html).not.toContain('>新規創業件数(H27～累計)<')
    expect(html).toContain('<option value="2" selected="">')
  })

  test('合うものがなければ、どうすればよいかを言う', () => {
    expect(text(progressPage(ja, progressView(table, { department: 'ない課' })))).toContain('条件を減らすか')
  })

  test('状態で絞った数は、計画の頁の数と同じ', () => {
    for (const { goal, counts } of planView(table).goals)
      for (const [standing, count] of Object.entries(counts))
        expect(progressView(table, { goal: goal.key, standing }).shown.counted).toBe(count)
  })

  test('再掲は元の行へ、内訳は字下げで示し、どちらも数に入れない', () => {
    const repeated = edition([
      { ...founding, id: 'a', node: 'g1' },
      { ...founding, id: 'b', node: 'g1', name: '空き店舗', breakdownOf: 'a' },
      { ...founding, id: 'c', node: 'g2', repeatOf: 'a' },
    ])
    const view = progressView(repeated)
    const html = progressPage(ja, view)
    expect(view.shown).toMatchObject({ rows: 3, counted: 1 })
    expect(html).toContain('<a class="tag" href="#i-a">再掲</a>')
    expect(html).toMatch(/class="one breakdown"/)
    expect(planView(repeated).counts.reached).toBe(1)
  })

  test('数字は、その年の計算のところへつながる', () => {
    expect(progressPage(ja, progressView(table))).toContain(
      '/152081/plans/00000000-0000-4000-8000-000000000001/indicators/i1#y2023">47件</a>',
    )
  })
})

describe('指標', () => {
  const [row] = numbered([founding])
  const view = indicatorView(edition([row as Indicator]), 'i1')
  if (!view) throw new Error('the indicator i1 must be there')

  test('いちばん新しい値を一文で言う', () => {
    expect(text(indicatorPage(ja, view))).toContain('令和5年度は47件。令和6年度の目標45件に対し104.4%で、達成。')
    expect(text(indicatorPage(en, view))).toContain('47件 in FY2023: 104.4% of the FY2024 target of 45件 – reached.')
  })

  test('図には題と説明があり、同じ値が表にある', () => {
    const html = indicatorPage(ja, view)
    expect(html).toMatch(/<svg class="chart"[^>]*role="img" aria-labelledby="chart-title chart-desc">/)
    expect(html).toContain(
      '<desc id="chart-desc">実績は平成30年度 26件、令和2年度 34件、令和5年度 47件。目標は45件。</desc>',
    )
    expect(html).toMatch(/<tr id="y2023">.*?47件.*?104\.4%.*?47件 ÷ 45件/s)
  })

  test('値はどれも出典の場所につながる', () => {
    expect(indicatorPage(ja, view)).toContain(`/152081/sources/${'a'.repeat(64)}?line=1#L1`)
  })

  test('ない指標は undefined', () => {
    expect(indicatorView(edition([]), 'i1')).toBeUndefined()
  })

  test('確かでない読みは、わけとほかの読み方を先に見せる', () => {
    const doubtful = indicatorView(
      edition([
        {
          ...(row as Indicator),
          certainty: {
            level: 'doubtful',
            evidence: ['目標の行が二つある'],
            alternatives: [{ targets: [], actuals: [], reason: '次の行の名とも合う' }],
          },
        },
      ]),
      'i1',
    )
    const words = text(doubtful ? indicatorPage(ja, doubtful) : '')
    expect(words).toMatch(/読み取りが確かでありません.*目標の行が二つある.*次の行の名とも合う.*年度ごとの値と計算/)
  })
})

describe('書かれた字は、どの頁でもただの字', () => {
  const evil = `<script>alert('1')</script>"&`
  const notes: readonly Note[] = [
    { level: 'warning', code: 'table.unit', message: '', params: { unit: evil }, places: [], about: ['i1'] },
  ]
  const [row] = numbered([
    { ...founding, name: evil, remarks: evil, departments: [evil], sheetNo: evil, measured: evil },
  ])
  const full = anEdition(
    {
      nodes: [aNode({ id: 'g1', title: evil, text: evil, level: evil })],
      indicators: [{ ...(row as Indicator), node: 'g1', actuals: [{ ...figure(evil), year: 2023 }] }],
      instructions: [evil],
      instructionPlaces: [{ line: 1 }],
      priorityGoals: [
        {
          department: evil,
          year: 2017,
          number: evil,
          title: evil,
          items: [{ mark: evil, title: evil, targets: [evil], progress: [evil], grade: evil, place: { line: 1 } }],
          place: { line: 1 },
        },
      ],
      projects: [
        {
          id: 'p1',
          number: evil,
          listNumber: null,
          name: evil,
          nodes: ['g1'],
          tags: { [evil]: [evil] },
          priority: true,
          implementers: [evil],
          period: null,
          content: evil,
          years: [],
          indicators: [],
          shownIn: 'list',
          place: { line: 1 },
        },
      ],
      notes,
    },
    { title: evil, kind: evil, municipality: { code: '152081', name: evil } },
  )

  const pages: readonly (readonly [string, () => string])[] = [
    ['市町村', () => citiesPage(ja, [{ municipality: full.municipality, plans: 1, latestYear: 2023 }], evil)],
    ['市', () => cityPage(ja, cityView(full.municipality, [full]))],
    ['計画', () => planPage(ja, planView(full))],
    ['一覧表', () => progressPage(ja, progressView(full))],
    ['事業', () => projectsPage(ja, projectsView(full))],
    ['指標', () => indicatorPage(en, indicatorView(full, 'i1') ?? failed())],
    ['ない頁', () => troublePage(ja, 'trouble.not-found', { code: 'trouble.no-city', params: { code: evil } })],
  ]

  test.each(pages)('%s', (_, page) => {
    const html = page()
    expect(html).not.toContain('<script')
    expect(html).not.toContain(`"&"`)
    expect(html).toContain('&lt;script&gt;')
  })
})

function figure(raw: string) {
  return { raw, value: null, unit: null, qualifier: null, status: 'text' as const, text: raw, place: { line: 1 } }
}

function failed(): never {
  throw new Error('the indicator i1 must be there')
}

describe('何もないとき', () => {
  test('市町村がなければ、取り込み方を言う', () => {
    expect(text(citiesPage(ja, [], ''))).toContain('「図書を取り込む」から')
    expect(citiesPage(ja, [], '')).toContain('href="/intake"')
    expect(text(citiesPage(en, [], ''))).toContain('Bring a document in')
  })

  test('探しても見つからないとき、探し方を言う', () => {
    expect(text(citiesPage(ja, [], '京都'))).toContain('「京都」に合う市町村はありません')
  })

  test('計画がなければ、取り込み方を言う', () => {
    const empty = cityPage(ja, cityView({ code: '152081', name: '小千谷市' }, []))
    expect(text(empty)).toContain('まだ計画がありません')
    expect(empty).toContain('href="/152081/intake"')
  })

  test('中身のない計画は、図書を確かめるように言う', () => {
    expect(text(planPage(ja, planView(anEdition())))).toContain('出典の図書を見て')
  })
})
