import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { pointsInWords } from '#domain/indicator/movement.ts'
import type { GradeCount } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { sampleEdition } from './a-sample-edition.ts'
import { cityView } from './view-city.ts'
import { departmentsView, departmentView } from './view-departments.ts'
import { priorityView } from './view-priority.ts'
import { revisionView } from './view-revision.ts'

const ojiya = sampleEdition('152081-ojiya')
const daisen = sampleEdition('052124-daisen')
const imari = sampleEdition('412058-imari')
const ueda = sampleEdition('202037-ueda')

describe('上田市の重点目標', () => {
  test('一つの部局の五つの目標と十八の取組項目。評価はまだ印刷されていない', () => {
    const { departments, goals, counts, legends } = priorityView(ueda)
    expect(departments).toEqual([{ name: '政策企画部', goals: 5 }])
    expect(goals.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5'])
    expect(counts).toMatchObject({ items: 18, noGrade: 18 })
    expect(legends[0]?.marks).toEqual(['◎', '○', '△', '×'])
  })

  test('ない部局を求めれば、すべてを見せる', () => {
    expect(priorityView(ueda, '財政部')).toMatchObject({ department: undefined, goals: { length: 5 } })
    expect(priorityView(ueda, '政策企画部').department).toBe('政策企画部')
  })
})

describe('大仙市の改訂', () => {
  const view = revisionView(daisen)

  test('印刷された合計は、行を足した数と同じ', () => {
    expect(view.letters).toEqual(['A', 'B', 'C', 'D'])
    expect(view.tables.map(({ class: kind, stated, differences }) => [kind, stated?.counts, differences])).toEqual([
      ['数値目標', { A: 2, B: 3, C: 3, D: null }, []],
      ['KPI', { A: 18, B: 21, C: 15, D: 1 }, []],
    ])
  })

  test('基本目標ごとに、種類を合わせた数と割合を言う。空欄はゼロではない', () => {
    expect(view.goals.map(({ counts, total }) => [counts, total])).toEqual([
      [{ A: 8, B: 11, C: 3, D: null }, 22],
      [{ A: 3, B: 4, C: 6, D: null }, 13],
      [{ A: 3, B: 3, C: 5, D: null }, 11],
      [{ A: 6, B: 6, C: 4, D: 1 }, 17],
    ])
    expect(view.goals[0]?.shares).toEqual({ A: '36.4', B: '50.0', C: '13.6', D: null })
    expect(view.whole).toMatchObject({ total: 63, shares: { A: '31.7', B: '38.1', C: '28.6', D: '1.6' } })
  })

  test('四つの見直し基準と、十四のパッケージの三十五の変更', () => {
    expect(view.rules.map(({ grade, count }) => [grade, count])).toEqual([
      ['A', 14],
      ['B', 2],
      ['C', null],
      ['D', null],
    ])
    const packages = view.changes.flatMap((each) => each.packages)
    expect(packages).toHaveLength(14)
    expect(packages.flatMap(({ items }) => items)).toHaveLength(35)
  })

  test('見直しは評価で、変更は基本目標で絞る。評価の集計は絞らない', () => {
    const some = revisionView(daisen, [daisen], { goal: '3', grade: 'C' })
    expect(some.rules.map(({ grade }) => grade)).toEqual(['C'])
    expect(some.changes.flatMap(({ packages }) => packages).map(({ name }) => name[1])).toEqual(['1', '2', '3'])
    expect(some.whole.total).toBe(63)
    expect(some.choices.goals.map(({ key }) => key)).toEqual(['1', '2', '3', '4'])
    expect(revisionView(daisen, [daisen], { goal: '9', grade: 'Z' })).toMatchObject({
      filter: { goal: undefined, grade: undefined },
      rules: { length: 4 },
    })
  })

  test('同じ計画のほかの版と、変更の文に名の出てくる指標につながる', () => {
    const first = daisen.content.revisionItems[0]
    const indicator = { ...anIndicator({ name: 'スマート農業に取り組む経営体数' }), id: 'i1' }
    if (!first) throw new Error('the sample has changes')
    const changed = {
      ...daisen,
      content: {
        ...daisen.content,
        revisionItems: [{ ...first, text: '「スマート農業に取り組む経営体数」の目標値を修正' }],
      },
    }
    const before: Edition = {
      ...daisen,
      id: 'before',
      title: '大仙市まち・ひと・しごと創生総合戦略',
      content: { ...daisen.content, indicators: [indicator, { ...indicator, id: 'i2', name: '農業' }] },
    }
    const other: Edition = { ...before, id: 'other', title: '大仙市総合計画' }
    const { others } = revisionView(changed, [changed, before, other])
    expect(others.map(({ edition, named }) => [edition.id, named.map(({ name }) => name)])).toEqual([
      ['before', ['スマート農業に取り組む経営体数']],
    ])
  })

  test('印刷された合計が足した数と違えば、違う区分を言う', () => {
    const grades = daisen.content.grades.map(
      (row): GradeCount => (row.total && row.class === 'KPI' ? { ...row, counts: { ...row.counts, A: 19 } } : row),
    )
    const { tables } = revisionView({ ...daisen, content: { ...daisen.content, grades } })
    expect(tables[1]?.differences).toEqual([{ code: 'A', stated: 19, summed: 18 }])
  })
})

describe('担当課', () => {
  const city = { code: '152081', name: '小千谷市' }

  test('どの指標も、書かれた課のどれかに一度ずつ載る', () => {
    const { departments, unowned } = departmentsView(city, [ojiya])
    const printed = ojiya.content.indicators.filter(countsOnce)
    const owned = printed.filter((indicator) => indicator.departments.length > 0)
    const counted = owned.reduce((sum, indicator) => sum + indicator.departments.length, 0)
    expect(departments.reduce((sum, { indicators }) => sum + indicators, 0)).toBe(counted)
    expect(unowned).toBe(printed.length - owned.length)
    expect(departments.map(({ name }) => name)).toContain('商工振興課')
  })

  test('課の頁の行は、その課の書かれた行だけで、再掲も並ぶが数えない', () => {
    const view = departmentView(city, [ojiya], '商工振興課')
    const lines = view?.plans[0]?.lines ?? []
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every(({ indicator }) => indicator.departments.includes('商工振興課'))).toBe(true)
    expect(view?.department.indicators).toBe(lines.filter(({ indicator }) => countsOnce(indicator)).length)
  })

  test('字間や全角・半角の違いは同じ課で、ない課は頁がない', () => {
    expect(departmentView(city, [ojiya], '商工　振興課')?.department.name).toBe('商工振興課')
    expect(departmentView(city, [ojiya], '商工')).toBeUndefined()
    expect(departmentView(city, [ojiya], '')).toBeUndefined()
  })

  test('事業の実施主体のうち市の課と、重点目標の部局も並ぶ', () => {
    const { departments } = departmentsView({ code: '412058', name: '伊万里市' }, [imari, ueda])
    const named = new Map(departments.map((each) => [each.name, each]))
    expect(named.get('農業振興課')?.projects).toBeGreaterThan(0)
    expect(named.get('政策企画部')?.goals).toBe(5)
    expect(named.has('伊万里商工会議所')).toBe(false)
  })
})

describe('市のはじめの頁', () => {
  const plan = (edition: Edition) => cityView(edition.municipality, [edition]).plans[0]

  test('小千谷市は、動いたものを五つずつ、値のない指標をわけとともに言う', () => {
    const start = plan(ojiya)
    expect(start?.year).toBe(2023)
    const words = (start?.movements.up ?? []).map(({ indicator, movement }) => [
      indicator.name,
      movement.from.actual?.raw,
      movement.to.actual?.raw,
      pointsInWords(movement.points ?? '0'),
    ])
    expect(words[0]).toEqual(['優良宅地供給区画数', '28区画', '50区画', '＋146.7'])
    expect(start?.movements.down).toHaveLength(5)
    expect(start?.missing.map(({ why, indicators }) => [why, indicators.length])).toEqual([['dash', 7]])
    expect(start?.findings.error).toBe(1)
  })

  test('動いたものは、再掲や内訳を数えない', () => {
    const { movements } = plan(ojiya) ?? {}
    const all = [...(movements?.up ?? []), ...(movements?.down ?? []), ...(movements?.reached ?? [])]
    expect(all.every(({ indicator }) => countsOnce(indicator))).toBe(true)
  })

  test('指標のない計画では、動きも、ないものも言わない', () => {
    expect(plan(ueda)).toMatchObject({ movements: { up: [], down: [], reached: [], lost: [] }, missing: [] })
  })

  test('担当課も印もない市では、その入口を出さない', () => {
    expect(cityView(daisen.municipality, [daisen]).has).toEqual({ departments: false, tags: false })
    expect(cityView(imari.municipality, [imari]).has).toEqual({ departments: true, tags: true })
  })
})
