import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { PriorityGoal, Project } from '#domain/plan/draft.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { cityView } from '#operations/view-city.ts'
import { departmentsView, departmentView } from '#operations/view-departments.ts'
import { priorityView } from '#operations/view-priority.ts'
import { revisionView } from '#operations/view-revision.ts'
import { tagKindView, tagsView, tagView } from '#operations/view-tags.ts'
import { aNode, anEdition } from './an-edition.ts'
import { frameFor } from './frame.ts'
import { tagPage } from './pages/tag.tsx'
import { tagKindPage, tagsPage } from './pages/tags.tsx'
import { cityPage } from './pages-of.tsx'
import { departmentPage, departmentsPage, priorityPage, revisionPage } from './pages-of-places.tsx'

const ja = frameFor('ja', '/')
const en = frameFor('en', '/en')
const ojiya = sampleEdition('152081-ojiya')
const daisen = sampleEdition('052124-daisen')
const imari = sampleEdition('412058-imari')
const ueda = sampleEdition('202037-ueda')

const text = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** 表の一行の、升目の字。 */
const rowsOf = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => text(cell)),
  )

describe('重点目標の頁', () => {
  const html = priorityPage(ja, priorityView(ueda))

  test('市長指示事項が先、目標は印刷された順で、凡例は図書のことば', () => {
    const words = text(html)
    const order = [
      '市長指示事項 総合戦略で成果を出すこと',
      '1 第二次総合計画',
      '5 サントミュージゼ',
      '◎：目標を上回る進捗',
    ]
    expect(order.map((each) => words.indexOf(each)).every((at, index, all) => at > (all[index - 1] ?? -1))).toBe(true)
    expect(words).toContain('評価（◎○△×）は、この図書にはまだ印刷されていません')
  })

  test('どの項目も、細目と期限・数値目標と進捗を図書のとおりに並べる', () => {
    const rows = new Map(rowsOf(html).map((cells) => [cells[0], cells]))
    for (const goal of ueda.content.priorityGoals)
      for (const { mark, title, details = [], targets, progress } of goal.items) {
        const [, target, said] = rows.get([mark, title, ...details].join(' ')) ?? []
        expect([target, said], title).toEqual([targets.join(' '), progress.join(' ')])
      }
  })

  const item = { mark: '①', title: '窓口の見直し', targets: [], place: { line: 2 } }
  const goal: PriorityGoal = {
    department: '総務部',
    year: 2017,
    number: '1',
    title: '市民サービス',
    items: [
      { ...item, progress: [], grade: '△' },
      { ...item, mark: '②', progress: ['試行'], grade: '◎' },
    ],
    place: { line: 1 },
  }

  test('進捗のことばのない項目はそう言い、評価の記号にはことばを添える', () => {
    const words = text(priorityPage(ja, priorityView(anEdition({ priorityGoals: [goal] }))))
    expect(words).toContain('進捗の書かれていない項目は1')
    expect(words).toContain('― 進捗が印刷されていません')
    expect(words).toMatch(/△ [^ ]*未進捗/)
    expect(words).toMatch(/◎ [^ ]*上回る/)
  })

  test('部局が二つあれば選べ、選んだ部局の目標だけになる', () => {
    const two = anEdition({ priorityGoals: [goal, { ...goal, department: '財政部', title: '財源の確保' }] })
    const chosen = priorityPage(en, priorityView(two, '財政部'))
    expect(chosen).toContain('aria-current="true"><span lang="ja">財政部</span>')
    expect(text(chosen)).not.toContain('市民サービス')
  })
})

describe('改訂の頁', () => {
  test('クロス表は印刷のとおり。空欄は「―」で、合計はわたしたちが足した数と同じ', () => {
    const rows = rowsOf(revisionPage(ja, revisionView(daisen)))
    expect(rows).toContainEqual(['KPI', '合計（印刷）', '18', '21', '15', '1', '55', expect.stringContaining('行目')])
    expect(rows).toContainEqual([
      'KPI',
      expect.stringContaining('基本目標1'),
      '8',
      '9',
      '3',
      '―',
      '20',
      expect.stringContaining('行目'),
    ])
    expect(rows).toContainEqual(['合計', '', '20 (31.7%)', '24 (38.1%)', '18 (28.6%)', '1 (1.6%)', '63'])
  })

  test('印刷された合計が違えば、足した数を次の行に言う', () => {
    const grades = daisen.content.grades.map((row) =>
      row.total && row.class === 'KPI' ? { ...row, counts: { ...row.counts, B: 22 } } : row,
    )
    const rows = rowsOf(revisionPage(ja, revisionView({ ...daisen, content: { ...daisen.content, grades } })))
    expect(rows).toContainEqual(['KPI', '足した数（印刷の合計と違います）', '18', '21', '15', '1', '55', ''])
  })
})

describe('担当課の頁', () => {
  const city = ojiya.municipality

  test('値のないもの、指標、一覧表への道がある', () => {
    const view = departmentView(city, [ojiya], '農林課')
    const words = text(view ? departmentPage(ja, view) : '')
    expect(words).toContain('指標 11')
    expect(words).toContain('令和5年度の値がないもの 1指標')
    expect(words).toMatch(/世界農業遺産\(GIAHS\)への認定/)
    expect(words).toContain('値と状態は令和5年度のものです。')
  })

  test('絞った番地では、その状態の指標だけが並ぶ', () => {
    const view = departmentView(city, [ojiya], '農林課', { standing: 'behind' })
    const html = view ? departmentPage(ja, view) : ''
    expect([...html.matchAll(/class="state (\w[\w-]*)"/g)].filter(([, state]) => state !== 'behind')).toHaveLength(
      new Set(['reached', 'on-the-way', 'not-judged']).size,
    )
    expect(text(html)).toContain('条件をすべて外す')
  })

  test('事業の指標のある課は、状態の選び欄で絞る', () => {
    const view = departmentView(imari.municipality, [imari], '農業振興課', { standing: 'behind' })
    expect(view ? departmentPage(ja, view) : '').toContain('<option value="behind" selected')
    expect(view?.plans[0]?.related.every(({ now }) => now?.standing === 'behind')).toBe(true)
  })

  test('名のよく似た課は、別の課として並べたうえで言う', () => {
    const indicator = (id: string, name: string) => ({ ...anIndicator({}), id, departments: [name] })
    const edition = anEdition({
      indicators: [indicator('i1', '農林課'), indicator('i2', '農林水産課'), indicator('i3', '福祉課')],
    })
    const view = departmentsView(city, [edition])
    expect(view.similar.map((pair) => pair.map(({ name }) => name))).toEqual([['農林課', '農林水産課']])
    expect(text(departmentsPage(ja, view))).toContain('名のよく似た課')
    expect(text(departmentsPage(ja, departmentsView(city, [ojiya])))).not.toContain('名のよく似た課')
  })

  test('事業の課は、事業とその指標を並べる', () => {
    const view = departmentView(imari.municipality, [imari], '農業振興課')
    expect(view?.department).toMatchObject({ indicators: 0, projects: 4 })
    expect(view?.department.related).toBeGreaterThan(0)
    const words = text(view ? departmentPage(en, view) : '')
    expect(words).toContain('新規就農者支援事業')
    expect(words).toContain('Indicators of the projects')
  })
})

describe('印の頁', () => {
  const city = imari.municipality

  test('SDGs には、公の題を日英で添える', () => {
    const view = tagView(city, [imari], 'SDGs', '4')
    expect(text(view ? tagPage(ja, view) : '')).toContain('SDGs 4 質の高い教育をみんなに')
    expect(text(view ? tagPage(en, view) : '')).toContain('SDGs 4 Quality education')
  })

  test('種類の頁は、値ごとの事業・指標・状態の数の表', () => {
    const view = tagKindView(city, [imari], 'SDGs')
    const rows = rowsOf(view ? tagKindPage(ja, view) : '')
    expect(rows).toContainEqual(['4 質の高い教育をみんなに', '12', '10', '', '1', '0', '3', '6'])
  })

  test('印のない市では、どうすれば並ぶかを言う', () => {
    expect(text(tagsPage(ja, tagsView(ojiya.municipality, [ojiya])))).toContain('事業の一覧を取り込むと')
  })
})

describe('市のはじめの頁', () => {
  test('動いたものは、二つの年の値と率を言い、値のないものはわけを言う', () => {
    const words = text(cityPage(ja, cityView(ojiya.municipality, [ojiya])))
    expect(words).toContain('R4 28区画 → R5 50区画 ＋146.7ポイント （達成率 186.7% → 333.3%）')
    expect(words).toContain('令和5年度の値がないもの 7指標')
  })

  test('まだ実績のない計画では、実績があるように言わない', () => {
    const planned = anEdition({
      nodes: [aNode({ id: 'g1', number: '1' })],
      indicators: [{ ...anIndicator({ baseline: '10件', target: '20件' }), id: 'i1', node: 'g1' }],
    })
    const words = text(cityPage(ja, cityView(planned.municipality, [planned])))
    expect(words).toContain('1指標の目標が決められています。実績はまだありません。')
    expect(words).not.toContain('の実績では')
    expect(words).not.toContain('値がないもの')
  })
})

describe('書かれた字は、どの頁でもただの字', () => {
  const evil = `<script>alert('1')</script>"&課`
  const place = { line: 1 }
  const project: Project = {
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
    place,
  }
  const full = anEdition(
    {
      nodes: [aNode({ id: 'g1', title: evil })],
      indicators: [{ ...anIndicator({ name: evil }), id: 'i1', node: 'g1', departments: [evil] }],
      projects: [project],
      instructions: [evil],
      instructionPlaces: [place],
      legends: [{ marks: [evil], meanings: [evil], place }],
      priorityGoals: [
        {
          department: evil,
          year: 2017,
          number: evil,
          title: evil,
          items: [{ mark: evil, title: evil, targets: [evil], progress: [evil], grade: evil, place }],
          place,
        },
      ],
      grades: [{ node: 'g1', class: evil, counts: { [evil]: 1 }, total: false, place }],
      revisionRules: [{ grade: evil, rule: [evil], count: null, changes: [evil], place }],
      revisionItems: [{ node: 'g1', package: evil, text: evil, place }],
    },
    { title: evil, municipality: { code: '152081', name: evil } },
  )
  const { municipality } = full
  const other = { ...full, id: 'other' }

  const pages: readonly (readonly [string, () => string])[] = [
    ['市', () => cityPage(ja, cityView(municipality, [full]))],
    ['重点目標', () => priorityPage(ja, priorityView(full, evil))],
    ['改訂', () => revisionPage(ja, revisionView(full, [full, other], { grade: evil }))],
    ['担当課の一覧', () => departmentsPage(ja, departmentsView(municipality, [full]))],
    ['担当課', () => departmentPage(ja, departmentView(municipality, [full], evil) ?? failed())],
    ['印の一覧', () => tagsPage(ja, tagsView(municipality, [full]))],
    ['印の種類', () => tagKindPage(ja, tagKindView(municipality, [full], evil) ?? failed())],
    ['印', () => tagPage(en, tagView(municipality, [full], evil, evil) ?? failed())],
  ]

  test.each(pages)('%s', (_, page) => {
    const html = page()
    expect(html).not.toContain('<script')
    expect(html).not.toContain(`"&課`)
    expect(html).toContain('&lt;script&gt;')
  })
})

function failed(): never {
  throw new Error('the page must be there')
}
