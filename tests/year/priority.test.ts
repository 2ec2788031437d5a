import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import type { SheetStep } from '#domain/priority/flow.ts'
import type { PrioritySheet, ReportStage } from '#domain/priority/priority-sheet.ts'
import { type TypedSheet, typedSheet } from '#domain/priority/read-sheet.ts'
import { itemsOfSheet, reportOf } from '#domain/priority/sheet-facts.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { workView } from '#operations/collection/waiting.ts'
import { settleDepartments } from '#operations/people/settle-departments.ts'
import { openPriorityYear, type YearOpening } from '#operations/priority/open-year.ts'
import { saveReports, type TypedReport } from '#operations/priority/save-report.ts'
import { saveSheet } from '#operations/priority/save-sheet.ts'
import { sheetView } from '#operations/priority/sheet-view.ts'
import { stepSheet } from '#operations/priority/step-sheet.ts'
import { priorityYearView } from '#operations/priority/year-view.ts'
import { aYear, aYearIn, type Year } from './a-year.ts'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}
const kindOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.kind)

const opening = (given: Partial<YearOpening>): YearOpening => ({
  year: 2026,
  revision: 0,
  interim: true,
  setBy: '2099-05-29',
  interimBy: '2099-10-15',
  finalBy: '2100-03-31',
  departmentIds: [],
  carryOver: false,
  ...given,
})

const written: TypedSheet = [
  {
    id: '',
    title: '移住・定住の推進',
    items: [
      { id: '', title: '移住相談', details: '', targets: '移住セミナー 12回以上\n指針の策定 年度内', links: [] },
      { id: '', title: '空き家バンク', details: '・制度の見直し', targets: '成約件数15件以上', links: [] },
    ],
  },
]

describe('重点目標の一年', () => {
  let year: Year
  let other: Year
  let editions: Awaited<ReturnType<typeof editionsIn>>
  const editionsIn = async () => {
    const edition = await year.app.store.read(year.code, (tx) => tx.editions.get(year.editionId))
    return edition ? [edition] : []
  }
  beforeAll(async () => {
    year = await aYear({ sections: 3, open: false })
    other = await aYearIn(year.app, { sections: 1, number: 1, open: false })
    editions = await editionsIn()
  })
  afterAll(() => year?.app.close())

  const planner = () => year.people.planner
  const sheetOf = async (section: number, at = 2026): Promise<PrioritySheet> => {
    const id = year.sections[section]?.id
    const sheets = await year.app.store.read(year.code, (tx) => tx.prioritySheets.ofYear(at))
    const found = sheets.find(({ departmentId }) => departmentId === id)
    if (!found) throw new Error(`no sheet of section ${section} in ${at}`)
    return found
  }
  const clerk = (n: number): Person => year.sections[n]?.clerk as Person
  const head = (n: number): Person => year.sections[n]?.head as Person
  const step = (person: Person, sheet: PrioritySheet, name: SheetStep, reason?: string) =>
    stepSheet(year.app, person, year.code, sheet.id, name, { revision: sheet.revision, ...(reason && { reason }) })
  const save = (person: Person, sheet: PrioritySheet, typed: TypedSheet) =>
    saveSheet(year.app, person, year.code, sheet.id, { revision: sheet.revision, typed }, editions)
  const report = (person: Person, sheet: PrioritySheet, stage: ReportStage, typed: readonly TypedReport[]) =>
    saveReports(year.app, person, year.code, sheet.id, stage, typed)
  const reported = (sheet: PrioritySheet, stage: ReportStage, grade = '○'): readonly TypedReport[] =>
    itemsOfSheet(sheet).map((item) => ({
      itemId: item.id,
      lines: '・セミナー 7回\n・継続中',
      figures: ['7'],
      grade,
      revision: reportOf(item, stage)?.revision ?? 0,
    }))

  test('企画課が年を開くと、選んだ部局に調書ができ、もう一度開いても増えない。ほかの役は開けない', async () => {
    const ids = year.sections.slice(0, 2).map(({ id }) => id)
    for (const person of [clerk(0), head(0), year.people.executive, year.people.auditor])
      expect(kindOf(await openPriorityYear(year.app, person, year.code, opening({ departmentIds: ids })))).toBe(
        'not-permitted',
      )
    const opened = value(await openPriorityYear(year.app, planner(), year.code, opening({ departmentIds: ids })))
    expect(opened).toEqual({ made: 2, carried: 0 })
    expect(kindOf(await openPriorityYear(year.app, planner(), year.code, opening({ departmentIds: ids })))).toBe(
      'priority-year.year-changed-meanwhile',
    )
    const again = await openPriorityYear(year.app, planner(), year.code, opening({ departmentIds: ids, revision: 1 }))
    expect(value(again).made).toBe(0)
    expect(
      kindOf(await openPriorityYear(year.app, planner(), year.code, opening({ setBy: '2100-05-01', revision: 2 }))),
    ).toBe('priority-year.days-backwards')
  })

  test('待っているもの：担当者には設定、締切を過ぎれば企画課に', async () => {
    const waits = async (person: Person) =>
      (await workView(year.app, person, year.code)).waiting.map(({ kind }) => kind)
    expect(await waits(clerk(0))).toContain('sheet-set')
    expect(await waits(clerk(2))).not.toContain('sheet-set')
    const known = await year.app.store.read(year.code, (tx) => tx.priorityYears.get(2026))
    const late = opening({ setBy: '2020-05-29', interimBy: '', finalBy: '', revision: known?.revision ?? 0 })
    value(await openPriorityYear(year.app, planner(), year.code, late))
    expect(await waits(planner())).toContain('sheet-late')
    const view = value(await priorityYearView(year.app, planner(), year.code, 2026))
    expect(view.lines.map(({ late: is }) => is)).toEqual([true, true])
  })

  test('課の人には自分の課の調書だけが見え、ほかの課のものは、ないものに見える', async () => {
    const [own, theirs] = [await sheetOf(0), await sheetOf(1)]
    expect(
      value(await priorityYearView(year.app, clerk(0), year.code, 2026)).lines.map(({ sheet }) => sheet.id),
    ).toEqual([own.id])
    expect(kindOf(await sheetView(year.app, clerk(0), year.code, theirs.id, editions))).toBe(
      'priority-year.sheet-absent',
    )
    expect(kindOf(await save(clerk(0), theirs, written))).toBe('priority-year.sheet-absent')
    expect(kindOf(await step(head(0), theirs, 'propose'))).toBe('priority-year.sheet-absent')
    // ほかの市の人には、役がない（その市の調書の id を知っていても、この市の壁の中にはない）。
    expect(kindOf(await sheetView(year.app, other.people.planner, other.code, own.id, []))).toBe(
      'priority-year.sheet-absent',
    )
    expect(kindOf(await sheetView(year.app, year.people.reviewer, year.code, own.id, editions))).toBe('not-permitted')
  })

  test('書きかけは提出できない。書くと番号が付き、数と期限が読まれる', async () => {
    const sheet = await sheetOf(0)
    expect(kindOf(await step(head(0), sheet, 'propose'))).toBe('priority-year.blocked-goals-set')
    expect(kindOf(await save(year.people.executive, sheet, written))).toBe('not-permitted')
    const saved = value(await save(clerk(0), sheet, written))
    expect(saved.kind).toBe('saved')
    const [goal] = (await sheetOf(0)).goals
    expect(goal).toMatchObject({ number: '1', title: '移住・定住の推進' })
    expect(goal?.items.map(({ mark, title, details, targets }) => ({ mark, title, details, targets }))).toEqual([
      {
        mark: '①',
        title: '移住相談',
        details: [],
        targets: [
          { text: '移住セミナー 12回以上', value: '12', unit: '回', due: null, indicatorId: null },
          { text: '指針の策定 年度内', value: null, unit: null, due: '2027-03-31', indicatorId: null },
        ],
      },
      {
        mark: '②',
        title: '空き家バンク',
        details: ['制度の見直し'],
        targets: [{ text: '成約件数15件以上', value: '15', unit: '件', due: null, indicatorId: null }],
      },
    ])
  })

  test('先に書かれていれば、書かずに、いまの調書を返す', async () => {
    const before = await sheetOf(0)
    value(await save(clerk(0), before, [...typedSheet(before, () => ''), { id: '', title: '二つめ', items: [] }]))
    const stale = value(await save(head(0), before, written))
    expect(stale.kind === 'stale' && stale.now.goals.map(({ title }) => title)).toEqual(['移住・定住の推進', '二つめ'])
    const now = await sheetOf(0)
    value(await save(clerk(0), now, typedSheet(now, () => '').slice(0, 1)))
  })

  test('指標につなぐと、いちばん新しい実績が横に見える（写さない）。ない名は、書かずに断る', async () => {
    const sheet = await sheetOf(0)
    const [indicator] = editions[0]?.content.indicators ?? []
    const name = indicator?.name ?? ''
    const linked = (indicatorName: string): TypedSheet =>
      typedSheet(sheet, () => '').map((goal) => ({
        ...goal,
        items: goal.items.map((item, at) =>
          at === 1 ? { ...item, links: [{ text: '成約件数15件以上', indicator: indicatorName }] } : item,
        ),
      }))
    const wrong = value(await save(clerk(0), sheet, linked('ない指標')))
    expect(wrong.kind === 'troubles' && wrong.troubles.map((each) => each.kind)).toEqual([
      'priority-year.indicator-unknown',
    ])
    value(await save(clerk(0), sheet, linked(name)))
    const view = value(await sheetView(year.app, clerk(0), year.code, sheet.id, editions))
    const figure = view.figures.get(indicator?.id ?? '')
    expect(figure).toMatchObject({ name, newest: { year: 2023, actual: { value: '20' } } })
    expect(itemsOfSheet(view.sheet)[1]?.targets[0]?.value).toBe('15')
  })

  test('提出・確認・中間・ヒアリング・期末。だれがどこまで進められるか、表のとおり', async () => {
    expect(kindOf(await step(clerk(0), await sheetOf(0), 'propose'))).toBe('not-permitted')
    value(await step(head(0), await sheetOf(0), 'propose'))
    expect(kindOf(await save(clerk(0), await sheetOf(0), written))).toBe('priority-year.blocked-wrong-state')
    expect(kindOf(await step(head(0), await sheetOf(0), 'confirm'))).toBe('not-permitted')
    expect(kindOf(await step(year.people.executive, await sheetOf(0), 'return'))).toBe(
      'priority-year.blocked-reason-given',
    )
    const returned = value(await step(year.people.executive, await sheetOf(0), 'return', '数値目標を高く'))
    expect(returned).toMatchObject({ state: 'setting', returnedReason: '数値目標を高く' })
    expect((await workView(year.app, clerk(0), year.code)).waiting.map(({ kind }) => kind)).toContain('sheet-returned')
    value(await step(head(0), await sheetOf(0), 'propose'))
    expect((await workView(year.app, year.people.executive, year.code)).waiting.map(({ kind }) => kind)).toContain(
      'sheet-confirm',
    )
    const confirmed = value(await step(year.people.executive, await sheetOf(0), 'confirm'))
    expect(confirmed).toMatchObject({ state: 'confirmed', returnedReason: null })
    // 期末は、中間ヒアリングのあと。
    expect(kindOf(await report(clerk(0), confirmed, 'final', reported(confirmed, 'final')))).toBe(
      'priority-year.blocked-wrong-state',
    )
    expect(kindOf(await step(head(0), confirmed, 'report-final'))).toContain('priority-year.blocked-')
    expect(kindOf(await step(head(0), confirmed, 'report-interim'))).toBe('priority-year.blocked-interim-complete')
    const first = value(await report(clerk(0), confirmed, 'interim', reported(confirmed, 'interim')))
    expect(first.written).toHaveLength(2)
    const heardFrom = await sheetOf(0)
    expect(itemsOfSheet(heardFrom)[0]?.reports).toMatchObject([
      { stage: 'interim', lines: ['セミナー 7回', '継続中'], figures: ['7', null], grade: '○', revision: 1 },
    ])
    value(await step(head(0), await sheetOf(0), 'report-interim'))
    value(await step(year.people.executive, await sheetOf(0), 'hear-interim'))
    const final = await sheetOf(0)
    value(await report(clerk(0), final, 'final', reported(final, 'final', '◎')))
    value(await step(head(0), await sheetOf(0), 'report-final'))
    const back = value(await step(year.people.executive, await sheetOf(0), 'return-final', '根拠を'))
    expect(back.state).toBe('interim-heard')
    value(await step(head(0), await sheetOf(0), 'report-final'))
    expect(value(await step(planner(), await sheetOf(0), 'close')).state).toBe('closed')
    expect(value(await step(planner(), await sheetOf(0), 'reopen', '訂正')).state).toBe('interim-heard')
    value(await step(head(0), await sheetOf(0), 'report-final'))
    value(await step(planner(), await sheetOf(0), 'close'))
    const view = value(await priorityYearView(year.app, planner(), year.code, 2026))
    expect(view.lines[0]?.counts).toEqual({ items: 2, grades: { '◎': 2, '○': 0, '△': 0, '×': 0 }, none: 0 })
  })

  test('二度押しは一歩。ほかの人が先に進めていれば、だれがいつと言って断る', async () => {
    const sheet = await sheetOf(1)
    value(await save(clerk(1), sheet, written))
    const before = await sheetOf(1)
    value(await step(head(1), before, 'propose'))
    expect(value(await step(head(1), before, 'propose')).state).toBe('proposed')
    expect(kindOf(await step(planner(), before, 'confirm'))).toBe('priority-year.moved-meanwhile')
    value(await step(planner(), await sheetOf(1), 'confirm'))
  })

  test('報告は項目ごとに書ける。先に書かれた項目だけ断り、ほかは書く。読めない数も、その項目だけ', async () => {
    const sheet = await sheetOf(1)
    const [one, two] = reported(sheet, 'interim')
    if (!one || !two) throw new Error('no items')
    value(await report(clerk(1), sheet, 'interim', [one]))
    const result = value(await report(head(1), sheet, 'interim', [{ ...one, lines: '別の文' }, two]))
    expect(result.written).toEqual([two.itemId])
    expect(result.stale).toMatchObject([{ itemId: one.itemId, now: { lines: ['セミナー 7回', '継続中'] } }])
    const unreadable = value(
      await report(clerk(1), sheet, 'interim', [{ ...two, figures: ['七回くらい'], revision: 1 }]),
    )
    expect(unreadable.refused.map(({ problem }) => problem.kind)).toEqual(['priority-year.figure-unreadable'])
    expect(unreadable.written).toEqual([])
    // 変わっていないものは書かない（版数も上がらない）。
    expect(value(await report(clerk(1), sheet, 'interim', [{ ...two, revision: 1 }])).written).toEqual([])
  })

  test('報告のある項目は、開け直しても消せない', async () => {
    const sheet = value(await step(planner(), await sheetOf(1), 'reopen', '目標の変更'))
    const typed = typedSheet(sheet, () => '').map((goal) => ({ ...goal, items: goal.items.slice(1) }))
    const refused = value(await save(clerk(1), sheet, typed))
    expect(refused.kind === 'troubles' && refused.troubles.map(({ kind }) => kind)).toEqual([
      'priority-year.item-in-use',
    ])
    // 行を入れ替えても、報告の数は同じ文の行について行く。
    const swapped = typedSheet(sheet, () => '').map((goal) => ({
      ...goal,
      items: goal.items.map((item) => ({ ...item, targets: item.targets.split('\n').toReversed().join('\n') })),
    }))
    value(await save(clerk(1), sheet, swapped))
    expect(itemsOfSheet(await sheetOf(1))[0]?.reports[0]?.figures).toEqual([null, '7'])
  })

  test('次の年度に引き継ぐと、文は写り、報告は写らず、前の年度と並べて見られる', async () => {
    const ids = [year.sections[0]?.id ?? '']
    const opened = value(
      await openPriorityYear(
        year.app,
        planner(),
        year.code,
        opening({ year: 2027, departmentIds: ids, carryOver: true }),
      ),
    )
    expect(opened).toEqual({ made: 1, carried: 1 })
    const sheet = await sheetOf(0, 2027)
    expect(itemsOfSheet(sheet).map(({ title, reports }) => [title, reports.length])).toEqual([
      ['移住相談', 0],
      ['空き家バンク', 0],
    ])
    expect(itemsOfSheet(sheet)[0]?.targets[1]?.due).toBe('2028-03-31')
    const view = value(await sheetView(year.app, clerk(0), year.code, sheet.id, editions))
    const [first] = itemsOfSheet(sheet)
    const before = view.before.get(first?.id ?? '')
    expect(before?.year).toBe(2026)
    expect(before && reportOf(before.item, 'final')?.grade).toBe('◎')
    expect(view.others).toEqual([{ id: (await sheetOf(0)).id, year: 2026 }])
  })

  test('機構改革では、閉じていない調書は後継へ移り、閉じた調書はもとの部局に残って行き先を言う', async () => {
    const section = year.sections[0]
    if (!section) throw new Error('no section')
    const today = { ...year.app, now: () => new Date('2026-11-01T00:00:00Z') }
    const [closed, going] = [await sheetOf(0), await sheetOf(0, 2027)]
    expect(closed.state).toBe('closed')
    const heir = year.app.newId()
    await year.app.store.write(year.code, { by: '企画課', at: today.now(), newId: year.app.newId }, async (tx) => {
      const units = await tx.organisation.units()
      const old = units.find(({ id }) => id === section.id)
      if (!old) throw new Error('no unit')
      await tx.organisation.add({ ...old, id: heir, name: '産業課', validFrom: '2026-10-01', validTo: null })
      await tx.organisation.change(section.id, { validTo: '2026-09-30' })
      await tx.organisation.reorganise({
        id: year.app.newId(),
        kind: 'rename',
        day: '2026-10-01',
        note: null,
        successions: [{ from: section.id, to: heir }],
      })
    })
    await settleDepartments(today, year.code, { by: 'しるべ（自動）', at: today.now(), newId: year.app.newId })
    const sheets = await year.app.store.read(year.code, async (tx) => [
      await tx.prioritySheets.get(closed.id),
      await tx.prioritySheets.get(going.id),
    ])
    expect(sheets.map((sheet) => sheet?.departmentId)).toEqual([section.id, heir])
    const view = value(await sheetView(today, planner(), year.code, closed.id, editions))
    expect([view.department, view.heirs]).toEqual(['商工課', ['産業課']])
  })
})
