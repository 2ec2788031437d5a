import { beforeAll, describe, expect, test } from 'vitest'
import type { PlanContent, PriorityItem } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { differing } from './facts.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'
import { adoptedSample, adoptedSeed, fileOf, readAgain, reportOf, seedPath } from './round-trip.ts'

const stages = ['interim', 'final'] as const

const withItem = (edition: Edition, goal: number, item: number, change: Partial<PriorityItem>): Edition => ({
  ...edition,
  content: {
    ...edition.content,
    priorityGoals: edition.content.priorityGoals.map((each, at) =>
      at === goal
        ? { ...each, items: each.items.map((one, index) => (index === item ? { ...one, ...change } : one)) }
        : each,
    ),
  },
})

const withContent = (edition: Edition, change: Partial<PlanContent>): Edition => ({
  ...edition,
  content: { ...edition.content, ...change },
})

const cases = [
  { name: '見本', here: true, adopt: () => adoptedSample('202037-ueda') },
  {
    name: '図書そのもの（../shared/seeds にあるときだけ）',
    here: seedPath('004') !== undefined,
    adopt: () => adoptedSeed('004', '202037'),
  },
]

for (const { name, here, adopt } of cases)
  describe.skipIf(!here)(`上田市の重点目標一覧表・${name}`, () => {
    let edition: Edition
    beforeAll(async () => {
      edition = await adopt()
    })

    test.each(stages)(
      '%s: Excel をもう一度読むと、目標・項目・番号・細目・期限・進捗・評価・指示・評価基準が、一つ残らず同じ',
      async (stage) => {
        const items = edition.content.priorityGoals.flatMap((goal) => goal.items)
        expect([edition.content.priorityGoals.length, items.length, edition.content.instructions.length]).toEqual([
          5, 18, 5,
        ])
        const again = await readAgain(edition, 'priority-goals', { stage, documentNumber: '資料３' })
        expect(differing(edition.content, again)).toEqual({})
        expect([again.plan.form, again.plan.title, again.plan.firstYear, again.municipality.name]).toEqual([
          'priority-goals',
          edition.title,
          2017,
          '上田市',
        ])
      },
    )

    test.each(stages)('%s: PDF の字に、すべての数と文がある', async (stage) => {
      const text = (
        await pdfTextWithoutSpaces(await fileOf(reportOf(edition, 'priority-goals', { stage }), 'pdf'))
      ).join('')
      const { priorityGoals, instructions, legends = [] } = edition.content
      const words = [
        ...priorityGoals.flatMap(({ department, number, title }) => [department, `重点目標${number}${title}`]),
        ...priorityGoals.flatMap(({ items }) =>
          items.flatMap(({ mark, title, details = [], targets, progress }) => [
            `${mark}${title}`,
            ...details,
            ...targets,
            ...progress,
          ]),
        ),
        ...instructions,
        ...legends.flatMap(({ marks, meanings }) => marks.map((mark, index) => `${mark}：${meanings[index] ?? ''}`)),
      ]
      expect(words.map(withoutSpaces).filter((word) => !text.includes(word))).toEqual([])
    })
  })

describe('一字でも変えれば、そこだけが違う', () => {
  let edition: Edition
  beforeAll(async () => {
    edition = await adoptedSample('202037-ueda')
  })

  const read = async (changed: Edition) => differing(edition.content, await readAgain(changed, 'priority-goals'))

  test('期限・数値目標の 12回以上 を 13回以上 に', async () => {
    const [text = ''] = edition.content.priorityGoals[2]?.items[0]?.targets ?? []
    const changed = text.replace('12回以上', '13回以上')
    expect(await read(withItem(edition, 2, 0, { targets: [changed] }))).toEqual({
      'priorityGoals.2.items.0.targets.0': [text, changed],
    })
  })

  test.each(['◎', '○', '△', '×', 'A', '順調'])('評価の空欄に %s', async (grade) => {
    expect(await read(withItem(edition, 4, 2, { grade }))).toEqual({ 'priorityGoals.4.items.2.grade': [null, grade] })
  })

  test('進捗の一つを落とす。進捗のない項目は、「―」でなく空のまま', async () => {
    const before = edition.content.priorityGoals[4]?.items[3]?.progress[0]
    expect(await read(withItem(edition, 4, 3, { progress: [] }))).toEqual({
      'priorityGoals.4.items.3.progress.0': [before, undefined],
    })
  })

  test('番号で始まる文も、番号を落とさない', async () => {
    const [before] = edition.content.priorityGoals[4]?.items[3]?.targets ?? []
    expect(await read(withItem(edition, 4, 3, { targets: ['(1)機関誌 2回'] }))).toEqual({
      'priorityGoals.4.items.3.targets.0': [before, '(1)機関誌 2回'],
    })
  })

  test('指示と評価基準の一字', async () => {
    const { instructions, legends = [] } = edition.content
    const meanings = ['目標を上回る進捗（110％以上）', ...(legends[0]?.meanings.slice(1) ?? [])]
    const changed = withContent(edition, {
      instructions: instructions.map((text) => text.replace('2019・20年', '2019・21年')),
      legends: legends.map((legend) => ({ ...legend, meanings })),
    })
    expect(Object.keys(await read(changed))).toEqual(['instructions.3', 'legends.0.meanings.0'])
  })

  test('部局が二つでも、目標は部局のまま、指示は書かれていた部局の調書に入る', async () => {
    const two = withContent(edition, {
      priorityGoals: edition.content.priorityGoals.map((goal, index) =>
        index < 3 ? goal : { ...goal, department: '文化政策部' },
      ),
    })
    const again = await readAgain(two, 'priority-goals')
    expect(differing(two.content, again)).toEqual({})
    expect(again.instructionPlaces.every((place) => 'sheet' in place && place.sheet === '文化政策部')).toBe(true)
  })
})
