import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import type { PlanDraft, PriorityGoal } from '#domain/plan/draft.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { sampleDraft } from '#operations/a-sample-edition.ts'
import { sheetsFile } from '#operations/priority/sheet-report.ts'
import { planToTake, takeFromPlan } from '#operations/priority/take-from-plan.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import { aCityApp, type CityApp } from './a-city-app.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

/** 書かれたことばだけ（所在と id を除く）。 */
const words = (goals: readonly PriorityGoal[]) =>
  goals.map(({ department, year, number, title, items }) => ({
    department,
    year,
    number,
    title,
    items: items.map(({ mark, title: name, details = [], targets, progress, grade }) => ({
      mark,
      name,
      details,
      targets,
      progress,
      grade,
    })),
  }))

describe('上田市の一覧表を調書にして、また帳票にする', () => {
  let city: CityApp
  const ueda = sampleDraft('202037-ueda')
  const planner: Person = {
    kind: 'member',
    id: null,
    name: '企画課',
    grants: [{ role: 'planner', departments: 'all' }],
  }

  beforeAll(async () => {
    city = await aCityApp('202037-ueda')
    const { app, code, editionId } = city
    const unit = app.newId()
    await app.store.write(code, { by: '準備', at: app.now(), newId: app.newId }, (tx) =>
      tx.organisation.add({
        id: unit,
        name: '政策企画部',
        parentId: null,
        ordinal: 0,
        phone: null,
        validFrom: '2017-04-01',
        validTo: null,
      }),
    )
    const plan = value(await planToTake(app, planner, code, editionId))
    expect(plan.departments).toEqual([
      { name: '政策企画部', goals: 5, items: 18, instructions: 5, unitId: unit, taken: false },
    ])
    const taken = await takeFromPlan(app, planner, code, editionId, new Map([['政策企画部', unit]]))
    expect(value(taken)).toEqual({ year: 2017, sheets: 1, instructions: 5 })
  })
  afterAll(() => city?.close())

  const file = async (stage: 'goals' | 'interim' | 'final', format: 'xlsx' | 'pdf' | 'docx') =>
    value(await sheetsFile(city.app, planner, city.code, { year: 2017, stage }, format))
  const readBack = async (stage: 'goals' | 'interim' | 'final'): Promise<PlanDraft> => {
    const { bytes } = await file(stage, 'xlsx')
    return value(readPlan(value(await openDocument('調書.xlsx', bytes))))
  }

  test('中間報告調書を読み直すと、図書と同じ：目標・項目・期限と数値目標・進捗・市長指示事項・評価基準', async () => {
    const read = await readBack('interim')
    expect(words(read.priorityGoals)).toEqual(words(ueda.priorityGoals))
    expect(read.instructions).toEqual(ueda.instructions)
    expect(read.legends?.map(({ marks, meanings }) => ({ marks, meanings }))).toEqual(
      ueda.legends?.map(({ marks, meanings }) => ({ marks, meanings })),
    )
  })

  test('二度は取り込めない（同じ部局に調書があれば、そのことを言う）', async () => {
    const { app, code, editionId } = city
    const unit = value(await planToTake(app, planner, code, editionId)).departments[0]
    expect(unit?.taken).toBe(true)
    const again = await takeFromPlan(app, planner, code, editionId, new Map([['政策企画部', unit?.unitId ?? '']]))
    expect(again.ok || again.problem.kind).toBe('priority-year.sheet-exists')
  })

  test('春の一覧表は期限・数値目標までで、進捗も評価も、中間の指示も載らない', async () => {
    const read = await readBack('goals')
    expect(words(read.priorityGoals)).toEqual(
      words(ueda.priorityGoals).map((goal) => ({
        ...goal,
        items: goal.items.map((item) => ({ ...item, progress: [], grade: null })),
      })),
    )
    expect(read.instructions).toEqual([])
  })

  test('ファイルの名に年度と部局が入り、PDF と Word も作れる', async () => {
    const pdf = await file('interim', 'pdf')
    expect(pdf.fileName).toBe('上田市_平成29年度_政策企画部_重点目標一覧表（中間報告調書）.pdf')
    const text = (await pdfTextWithoutSpaces(pdf.bytes)).join('')
    for (const { title } of ueda.priorityGoals) expect(text).toContain(withoutSpaces(title))
    expect((await file('final', 'docx')).bytes.length).toBeGreaterThan(5000)
  })

  test('期末の報告と、指示への対応が、期末報告調書に載る', async () => {
    const { app, code } = city
    const [sheet] = await app.store.read(code, (tx) => tx.prioritySheets.ofYear(2017))
    if (!sheet) throw new Error('no sheet')
    const [item] = sheet.goals[0]?.items ?? []
    const act = { by: '企画課', at: app.now(), newId: app.newId }
    await app.store.write(code, act, async (tx) => {
      await tx.prioritySheets.report(sheet, [
        {
          itemId: item?.id ?? '',
          stage: 'final',
          lines: ['次年度予算に反映した'],
          figures: [],
          grade: '◎',
          revision: 0,
        },
      ])
      const [told] = await tx.instructions.of({ year: 2017 })
      if (told) await tx.instructions.step(told, { step: 'answer', to: 'answered', text: '四半期ごとに検証した' })
    })
    const { bytes } = value(await sheetsFile(app, planner, code, { year: 2017, stage: 'final' }, 'pdf'))
    const text = (await pdfTextWithoutSpaces(bytes)).join('')
    for (const found of ['期末報告調書', '次年度予算に反映した', '◎', '四半期ごとに検証した'])
      expect(text).toContain(found)
  })
})
