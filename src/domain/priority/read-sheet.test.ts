import { describe, expect, test } from 'vitest'
import { arranged, readArrangement } from './arrange-sheet.ts'
import { carriedOver, goalsFromPlan, stateFromPlan } from './carry-over.ts'
import type { PrioritySheet, SheetGoal, SheetItem } from './priority-sheet.ts'
import { readSheet, type TypedItem, type TypedSheet, typedSheet } from './read-sheet.ts'
import { readPriorityYear, usualPriorityYear } from './read-year.ts'
import { isLate, sheetChecks, sheetCounts, sheetDue } from './sheet-facts.ts'
import { sheetsAsContent } from './sheets-as-content.ts'

const item = (given: Partial<SheetItem>): SheetItem => ({
  id: 'i1',
  mark: '①',
  title: '移住相談',
  details: [],
  targets: [],
  continues: null,
  reports: [],
  ...given,
})

const sheet = (goals: readonly SheetGoal[], given: Partial<PrioritySheet> = {}): PrioritySheet => ({
  id: 's1',
  departmentId: 'd1',
  year: 2026,
  state: 'setting',
  returnedReason: null,
  goals,
  revision: 1,
  lastAt: null,
  lastBy: null,
  ...given,
})

const report = (stage: 'interim' | 'final', grade: string | null): SheetItem['reports'][number] => ({
  stage,
  lines: ['進んでいる'],
  figures: [],
  grade,
  revision: 1,
  at: '2026-10-01T00:00:00.000Z',
  by: '担当',
})

const typed = (given: Partial<TypedItem>): TypedItem => ({
  id: '',
  title: '',
  details: '',
  targets: '',
  links: [],
  ...given,
})

const reading = (before: PrioritySheet) => {
  let next = 0
  return {
    before,
    indicatorNamed: (name: string) => ({ 起業件数: 'x1' })[name],
    newId: () => {
      next += 1
      return `new-${next}`
    },
  }
}

describe('打たれた調書を読む', () => {
  test('空の欄は除き、番号は並びから付け、写した表の「・」や①は取る', () => {
    const { goals } = readSheet(
      [
        {
          id: '',
          title: ' 定住の推進\n ',
          items: [typed({ title: '②相談', targets: '・窓口 12回\n\n・年度内' }), typed({}), typed({ title: '体験' })],
        },
        { id: '', title: '', items: [typed({})] },
      ],
      reading(sheet([])),
    )
    expect(
      goals.map(({ number, title, items }) => [number, title, items.map(({ mark, title: name }) => mark + name)]),
    ).toEqual([['1', '定住の推進', ['①相談', '②体験']]])
    expect(goals[0]?.items[0]?.targets.map(({ text }) => text)).toEqual(['窓口 12回', '年度内'])
  })

  test('もとの項目は id と報告・引き継ぎを保ち、知らない id は新しい項目になる', () => {
    const before = sheet([
      { id: 'g1', number: '1', title: '旧', items: [item({ continues: 'old', reports: [report('interim', '○')] })] },
    ])
    const { goals } = readSheet(
      [
        {
          id: 'g1',
          title: '新',
          items: [typed({ id: 'よその項目', title: '足した' }), typed({ id: 'i1', title: '直した' })],
        },
      ],
      reading(before),
    )
    expect(goals[0]?.items).toMatchObject([
      { id: 'new-1', mark: '①', title: '足した', continues: null, reports: [] },
      { id: 'i1', mark: '②', title: '直した', continues: 'old', reports: [{ grade: '○' }] },
    ])
  })

  test('指標は、行の文が同じならその行に、文を直しただけなら同じ順の行に付く。ない名は知らせる', () => {
    const links = [
      { text: '起業 20件', indicator: '起業件数' },
      { text: '指針', indicator: '' },
    ]
    const lines = (targets: string) => {
      const read = readSheet(
        [{ id: '', title: 'g', items: [typed({ title: 'i', targets, links })] }],
        reading(sheet([])),
      )
      return read.goals[0]?.items[0]?.targets.map(({ indicatorId }) => indicatorId)
    }
    expect(lines('起業 20件\n指針')).toEqual(['x1', null])
    expect(lines('指針\n起業 20件\n足した行')).toEqual([null, 'x1', null])
    const wrong = readSheet(
      [{ id: '', title: 'g', items: [typed({ title: 'i', targets: 'a', links: [{ text: 'a', indicator: 'ない' }] })] }],
      reading(sheet([])),
    )
    expect(wrong.troubles.map(({ kind }) => kind)).toEqual(['priority-year.indicator-unknown'])
  })

  test('欄に入れて読み直すと、同じ調書', () => {
    const before = sheet([
      {
        id: 'g1',
        number: '1',
        title: '定住',
        items: [
          item({
            details: ['窓口'],
            targets: [{ text: '起業 20件', value: '20', unit: '件', due: null, indicatorId: 'x1' }],
          }),
        ],
      },
    ])
    expect(
      readSheet(
        typedSheet(before, () => '起業件数'),
        reading(before),
      ).goals,
    ).toEqual(before.goals)
  })
})

describe('並べ替える', () => {
  const two: TypedSheet = [
    { id: 'a', title: 'A', items: [typed({ title: '1' }), typed({ title: '2' })] },
    { id: 'b', title: 'B', items: [typed({ title: '3' })] },
  ]
  const titles = (sheet: TypedSheet) =>
    sheet.map(({ title, items }) => `${title}${items.map((each) => each.title).join('')}`)

  test.each([
    ['up:0:1', ['A21', 'B3']],
    ['down:0:1', ['A1', 'B23']],
    ['up:1:0', ['A123', 'B']],
    ['up:0:0', ['A12', 'B3']],
    ['down:1:0', ['A12', 'B3']],
    ['down:0', ['B3', 'A12']],
    ['up:0', ['A12', 'B3']],
    ['remove:0:0', ['A2', 'B3']],
    ['remove:1', ['A12']],
    ['remove:9:9', ['A12', 'B3']],
  ])('%s', (code, expected) => {
    const arrangement = readArrangement(code)
    expect(arrangement && titles(arranged(two, arrangement))).toEqual(expected)
  })

  test('知らない符号は、何もしない', () => {
    for (const code of ['', 'save', 'up', 'up:x', 'up:0:0:0', 'add:0']) expect(readArrangement(code)).toBeUndefined()
  })
})

describe('数える・締切', () => {
  const year = usualPriorityYear(2026, '2026-04-01')
  const goals = [
    {
      id: 'g',
      number: '1',
      title: 'G',
      items: [item({ reports: [report('interim', '△'), report('final', '◎')] }), item({})],
    },
  ]

  test('期末の評価があれば期末で、なければ中間で数える', () => {
    expect(sheetCounts({ goals }, ['◎', '○', '△', '×'])).toEqual({
      items: 2,
      grades: { '◎': 1, '○': 0, '△': 0, '×': 0 },
      none: 1,
    })
  })

  test('締切は、部局の番のときだけ。市長の番のあいだは遅れない', () => {
    expect([sheetDue('setting', year), sheetDue('confirmed', year), sheetDue('interim-heard', year)]).toEqual([
      '2026-06-01',
      '2026-10-15',
      '2027-03-31',
    ])
    expect(sheetDue('confirmed', { ...year, interim: false })).toBe('2027-03-31')
    expect(sheetDue('proposed', year)).toBeNull()
    expect([
      isLate('2026-06-01', '2026-06-01'),
      isLate('2026-06-01', '2026-06-02'),
      isLate(null, '2026-06-02'),
    ]).toEqual([false, true, false])
  })

  test('確かめること：項目のない目標、目標のない項目、評価のない報告', () => {
    const checks = (its: readonly SheetGoal[]) => sheetChecks(sheet(its), { interim: true }, null)
    expect(checks([])).toMatchObject({ 'goals-set': false })
    expect(checks([{ id: 'g', number: '1', title: 'G', items: [] }])).toMatchObject({ 'goals-set': false })
    expect(checks(goals)).toMatchObject({ 'goals-set': true, 'targets-set': false, 'interim-complete': false })
    const one = [{ id: 'g', number: '1', title: 'G', items: [item({ reports: [report('interim', null)] })] }]
    expect(checks(one)).toMatchObject({ 'interim-complete': false })
  })

  test('年の決め：日でない締切と、順でない締切を言う', () => {
    const read = (given: Partial<Parameters<typeof readPriorityYear>[0]>) =>
      readPriorityYear({ interim: true, setBy: '', interimBy: '', finalBy: '', ...given }, 2026, 0).troubles.map(
        ({ kind }) => kind,
      )
    expect(read({})).toEqual([])
    expect(read({ setBy: '令和8年5月29日', finalBy: '2027-03-31' })).toEqual([])
    expect(read({ setBy: '五月末' })).toEqual(['priority-year.day-unreadable'])
    expect(read({ setBy: '2026-11-01', interimBy: '2026-10-15' })).toEqual(['priority-year.days-backwards'])
    expect(read({ setBy: '2026-11-01', interimBy: '2026-10-15', interim: false })).toEqual([])
  })
})

describe('引き継ぎと取込み', () => {
  test('前の年度の項目は、文だけを写し、期限は新しい年度で読み直す', () => {
    const [goal] = carriedOver(
      [
        {
          id: 'g',
          number: '1',
          title: 'G',
          items: [
            item({
              targets: [{ text: '5月末', value: null, unit: null, due: '2026-05-31', indicatorId: 'x' }],
              reports: [report('final', '◎')],
            }),
          ],
        },
      ],
      2027,
      () => 'fresh',
    )
    expect(goal?.items[0]).toMatchObject({
      continues: 'i1',
      reports: [],
      targets: [{ due: '2027-05-31', indicatorId: 'x' }],
    })
    expect(goal?.items[0]?.id).not.toBe('i1')
  })

  test('図書の進捗は中間の報告になり、何もなければ報告もない', () => {
    const place = { line: 1 }
    const goals = goalsFromPlan(
      [
        {
          department: '政策企画部',
          year: 2017,
          number: '1',
          title: 'G',
          place,
          items: [
            { mark: '①', title: 'a', targets: ['3回'], progress: ['1回'], grade: null, place },
            { mark: '②', title: 'b', targets: [], progress: [], grade: null, place },
          ],
        },
      ],
      2017,
      () => 'id',
      { at: '2026-01-01T00:00:00.000Z', by: '企画課' },
    )
    expect(
      goals[0]?.items.map(({ reports }) => reports.map(({ stage, lines, figures }) => [stage, lines, figures])),
    ).toEqual([[['interim', ['1回'], [null]]], []])
    expect([stateFromPlan(goals, 1), stateFromPlan(goals, 0), stateFromPlan([], 0)]).toEqual([
      'interim-heard',
      'interim-reported',
      'confirmed',
    ])
  })

  test('部局が二つあっても、指示はそれぞれの部局の目標のすぐ下に置かれる。取り消した指示は載らない', () => {
    const goal = (id: string): SheetGoal => ({ id, number: '1', title: id, items: [item({ id: `${id}-i` })] })
    const told = (departmentId: string, text: string, state: 'open' | 'withdrawn' = 'open') => ({
      id: text,
      departmentId,
      year: 2026,
      sheetId: null,
      goalId: null,
      itemId: null,
      stage: 'interim' as const,
      number: 1,
      text,
      dueOn: null,
      state,
      revision: 1,
      at: '',
      by: '市長',
    })
    const content = sheetsAsContent(
      [sheet([goal('福')], { departmentId: 'd2' }), sheet([goal('政')])],
      [told('d2', '福祉へ'), told('d1', '政策へ'), told('d1', '消した', 'withdrawn')],
      new Map([
        ['d1', '政策企画部'],
        ['d2', '福祉部'],
      ]),
      'interim',
    )
    expect(content.priorityGoals.map(({ department, title }) => [department, title])).toEqual([
      ['政策企画部', '政'],
      ['福祉部', '福'],
    ])
    expect(content.instructions).toEqual(['政策へ', '福祉へ'])
  })
})
