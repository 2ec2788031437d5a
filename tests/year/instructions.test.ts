import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#domain/people/person.ts'
import type { PlacedInstruction } from '#domain/priority/instruction.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { problemInWords } from '#domain/problem.ts'
import { workView } from '#operations/collection/waiting.ts'
import { tellInstructionsDue } from '#operations/notices/tell-instructions-due.ts'
import { hearingView } from '#operations/priority/hearing-view.ts'
import { answerInstruction, closeInstruction, stepInstruction } from '#operations/priority/step-instruction.ts'
import { instructionsView, instructionView } from '#operations/priority/view-instructions.ts'
import { instructed, someSheets } from './a-hearing.ts'
import { aYear, aYearIn, type Section, type Year } from './a-year.ts'
import { at, kindOf, ok } from './round-steps.ts'

let year: Year
let other: Year
let sheets: readonly PrioritySheet[]

const section = (n: number): Section => {
  const found = year.sections[n]
  if (!found) throw new Error(`no section ${n}`)
  return found
}
const sheet = (n: number): PrioritySheet => {
  const found = sheets[n]
  if (!found) throw new Error(`no sheet ${n}`)
  return found
}
const mayor = () => year.people.executive
const planner = () => year.people.planner

beforeAll(async () => {
  year = await aYear({ sections: 3, indicators: 1, open: false })
  other = await aYearIn(year.app, { sections: 1, indicators: 1, open: false, number: 1 })
  sheets = await someSheets(year)
})
afterAll(() => year?.app.close())

const now = async (id: string): Promise<PlacedInstruction> => {
  const found = await year.app.store.read(year.code, (tx) => tx.instructions.get(id))
  if (!found) throw new Error(`no instruction ${id}`)
  return found
}
const kindsFor = async ({ id }: Person) =>
  (await year.app.store.read(year.code, (tx) => tx.notices.for(id ?? '', { limit: 20 }))).map(({ kind }) => kind)
const waitsFor = async (person: Person) =>
  (await workView(year.app, person, year.code)).waiting.map(
    ({ kind, title, count }) => `${kind} ${title} ${count ?? ''}`,
  )

describe('指示から了まで', () => {
  let id: string

  test('目標の項目に付いた指示は、番号と場所と期限を持ち、部局に届く', async () => {
    const [goal] = sheet(0).goals
    const [, item] = goal?.items ?? []
    const given = ok(await instructed(year, sheet(0), { on: item?.id ?? '', due: '令和8年12月25日' }))
    id = given.id
    expect(given).toMatchObject({
      departmentId: section(0).id,
      year: 2026,
      number: 1,
      state: 'open',
      dueOn: '2026-12-25',
      stage: 'interim',
      goalId: goal?.id,
      itemId: item?.id,
      by: '市長',
      place: { goalNumber: '1', goalTitle: goal?.title, itemMark: '②', itemTitle: item?.title },
    })
    expect(await kindsFor(section(0).clerk)).toEqual(['instruction-given'])
    expect(await waitsFor(section(0).clerk)).toEqual(['instruction-answer 移住の相談から定住までの道筋を示すこと。 '])
    expect(await waitsFor(section(1).clerk)).toEqual([])
  })

  test('対応を報告すると、企画課に知らせが届き、市長を待つ。部局はもう待たせない', async () => {
    const text = '10月に庁内の検討会を置いた。12月に道筋の案を示す。'
    const answered = ok(await answerInstruction(year.app, section(0).clerk, year.code, id, { revision: 1, text }))
    expect([answered.state, answered.revision]).toEqual(['answered', 2])
    expect(await kindsFor(planner())).toEqual(['instruction-answered'])
    expect(await waitsFor(mayor())).toEqual(['instruction-accept 移住の相談から定住までの道筋を示すこと。 1'])
    expect(await waitsFor(section(0).clerk)).toEqual([])
  })

  test('もう一度求め（期限も改め）、報告し直し、了とするまでの経過が、みな残る', async () => {
    const again = { revision: 2, text: '案でなく、来年度の予算に載せること。', due: '2027-01-20' }
    ok(await stepInstruction(year.app, mayor(), year.code, id, 'ask-again', again))
    expect(await kindsFor(section(0).clerk)).toEqual(['instruction-asked-again', 'instruction-given'])
    ok(await answerInstruction(year.app, section(0).clerk, year.code, id, { revision: 3, text: '予算に載せた。' }))
    const closed = ok(await closeInstruction(year.app, mayor(), year.code, id, { revision: 4, text: '' }))
    expect([closed.state, closed.dueOn]).toEqual(['accepted', '2027-01-20'])
    const { trail } = ok(await instructionView(year.app, section(0).clerk, year.code, id))
    expect(trail.map(({ step, by, state, dueOn }) => [step, by, state, dueOn])).toEqual([
      ['give', '市長', 'open', null],
      ['answer', '商工課の担当', 'answered', null],
      ['ask-again', '市長', 'asked-again', '2027-01-20'],
      ['answer', '商工課の担当', 'answered', null],
      ['accept', '市長', 'accepted', null],
    ])
    expect(await waitsFor(mayor())).toEqual([])
  })

  test('どの一歩にも監査記録が付き、だれが何を変えたかを言う', async () => {
    const entries = await year.app.store.read(year.code, (tx) => tx.audit.latest({ limit: 40 }))
    const own = entries.filter(({ subject }) => subject.instruction === id).toReversed()
    expect(own.map(({ act }) => act)).toEqual([
      'instruction-given',
      'instruction-answer',
      'instruction-ask-again',
      'instruction-answer',
      'instruction-accept',
    ])
    expect(own.at(-1)).toMatchObject({ before: { state: 'answered' }, after: { state: 'accepted' } })
  })
})

describe('断るところ', () => {
  test('ことばのない指示、読めない期限、長すぎる指示、消えた目標、ない調書', async () => {
    expect(kindOf(await instructed(year, sheet(0), { text: ' \n' }))).toBe('instructions.text-needed')
    expect(kindOf(await instructed(year, sheet(0), { due: '10月31日' }))).toBe('instructions.due-unreadable')
    expect(kindOf(await instructed(year, sheet(0), { text: '字'.repeat(2001) }))).toBe('instructions.text-too-long')
    expect(kindOf(await instructed(year, sheet(0), { on: year.app.newId() }))).toBe('instructions.place-gone')
    expect(kindOf(await instructed(year, { ...sheet(0), id: year.app.newId() }))).toBe('instructions.sheet-absent')
    expect(kindOf(await instructed(year, { ...sheet(0), id: '' }))).toBe('instructions.department-needed')
  })

  test('二度押した指示は一つ', async () => {
    const id = year.app.newId()
    const first = ok(await instructed(year, sheet(1), { id }))
    expect(ok(await instructed(year, sheet(1), { id })).number).toBe(first.number)
  })

  test('指示を出せるのは市長と企画課だけ、対応できるのは受け持つ部局と企画課だけ', async () => {
    const given = ok(await instructed(year, sheet(1), {}, planner()))
    for (const person of [section(1).head, section(1).clerk, year.people.auditor, year.people.reviewer])
      expect(kindOf(await instructed(year, sheet(1), { text: '' }, person)), person.name).toBe('not-permitted')
    const asked = { revision: 1, text: '' }
    for (const person of [mayor(), year.people.auditor, year.people.administrator])
      expect(kindOf(await answerInstruction(year.app, person, year.code, given.id, asked))).toBe('not-permitted')
    expect(kindOf(await closeInstruction(year.app, section(1).head, year.code, given.id, asked))).toBe('not-permitted')
    // 壁の向こうのほかの部局と、ほかの市には、ないもの。
    expect(kindOf(await answerInstruction(year.app, section(0).clerk, year.code, given.id, asked))).toBe(
      'instructions.absent',
    )
    expect(kindOf(await instructionView(year.app, section(0).clerk, year.code, given.id))).toBe('instructions.absent')
    expect(kindOf(await closeInstruction(year.app, other.people.executive, other.code, given.id, asked))).toBe(
      'instructions.absent',
    )
    expect(ok(await instructionsView(year.app, section(0).clerk, year.code, { state: 'all' })).departments).toEqual([
      { id: section(0).id, name: section(0).name },
    ])
  })

  test('部局が報告しているあいだに取り消されれば、だれが何をしたかを言って断り、同じ二度押しは一歩', async () => {
    const { id } = ok(await instructed(year, sheet(1)))
    const asked = { revision: 1, text: '重なったので取り消す。' }
    ok(await stepInstruction(year.app, mayor(), year.code, id, 'withdraw', asked))
    expect(ok(await stepInstruction(year.app, mayor(), year.code, id, 'withdraw', asked)).state).toBe('withdrawn')
    const late = await answerInstruction(year.app, section(1).clerk, year.code, id, { revision: 1, text: '済み' })
    expect(late.ok ? '' : problemInWords(late.problem)).toMatch(/市長 さんが .+ に先に進めました（取消し）/)
    const fresh = await answerInstruction(year.app, section(1).clerk, year.code, id, { revision: 2, text: '済み' })
    expect(fresh.ok ? '' : problemInWords(fresh.problem)).toBe(
      'この指示は、いま「取り消した」なので、対応の報告はできません。下の経過を見てください。',
    )
    expect((await now(id)).state).toBe('withdrawn')
  })

  test('同じ人が別のことばで送ったものは、二度押しとは見ない', async () => {
    const { id } = ok(await instructed(year, sheet(1)))
    const by = section(1).clerk
    ok(await answerInstruction(year.app, by, year.code, id, { revision: 1, text: '一つ目' }))
    expect(kindOf(await answerInstruction(year.app, by, year.code, id, { revision: 1, text: '二つ目' }))).toBe(
      'instructions.moved-meanwhile',
    )
  })

  test('期限は、違う日にだけ改められる', async () => {
    const { id } = ok(await instructed(year, sheet(1), { due: '2026-11-30' }))
    const extend = (due: string) =>
      stepInstruction(year.app, planner(), year.code, id, 'extend', { revision: 1, text: '', due })
    expect(kindOf(await extend(''))).toBe('instructions.date-needed')
    expect(kindOf(await extend('2026-11-30'))).toBe('instructions.same-due')
    expect(ok(await extend('2026-12-28'))).toMatchObject({ state: 'open', dueOn: '2026-12-28', revision: 2 })
  })
})

describe('期限の知らせと、見えなくならないこと', () => {
  test('期限の知らせは節目ごとに一度。報告が出れば、もう知らせない', async () => {
    const { id } = ok(await instructed(year, sheet(2), { due: '2098-06-12' }))
    const tell = (day: string) => tellInstructionsDue(year.app, new Date(`${day}T00:00:00Z`))
    const far = await year.app.store.read(year.code, (tx) => tx.instructions.of({ open: true }))
    // ほかの試験の、もっと早い期限のものを数えないよう、先に一度知らせておく。
    await tell('2098-06-01')
    expect(far.length).toBeGreaterThan(1)
    const before = (await kindsFor(section(2).clerk)).filter((kind) => kind === 'instruction-due-soon').length
    await tell('2098-06-05')
    await tell('2098-06-05')
    const after = (await kindsFor(section(2).clerk)).filter((kind) => kind === 'instruction-due-soon').length
    expect(after - before).toBe(1)
    await tell('2098-06-13')
    expect((await kindsFor(section(2).clerk))[0]).toBe('instruction-overdue')
    ok(await answerInstruction(year.app, section(2).clerk, year.code, id, { revision: 1, text: '済み' }))
    const told = (await kindsFor(section(2).clerk)).length
    await tell('2098-06-20')
    expect((await kindsFor(section(2).clerk)).length).toBe(told)
  })

  test('時が過ぎても閉じない。五年あとの一覧にも、年度とともに残る', async () => {
    const { id } = ok(await instructed(year, sheet(2), { text: '残るもの', due: '2026-12-01' }))
    const later = at(year.app, '2031-06-01T09:00')
    const view = ok(await instructionsView(later, mayor(), year.code))
    const line = view.lines.find(({ instruction }) => instruction.id === id)
    expect([line?.overdue, line?.instruction.year, view.thisYear]).toEqual([true, 2026, 2031])
    expect(
      view.lines.every(
        (each, n) => n === 0 || (view.lines[n - 1]?.instruction.dueOn ?? '9') <= (each.instruction.dueOn ?? '9'),
      ),
    ).toBe(true)
  })
})

describe('なくなった部局への指示', () => {
  test('引き継いだ部局を言い、引き継ぐと、新しい部局の仕事になる', async () => {
    const { id } = ok(await instructed(year, sheet(2), { text: '行き場を失う指示' }))
    const heir = year.app.newId()
    const act = { by: '準備', at: year.app.now(), newId: year.app.newId }
    const [today = ''] = year.app.now().toISOString().split('T')
    const dayAfter = new Date(year.app.now().getTime() + 3 * 86_400_000)
    await year.app.store.write(year.code, act, async (tx) => {
      const gone = (await tx.organisation.units()).find((unit) => unit.id === section(2).id)
      if (!gone) throw new Error('no unit')
      await tx.organisation.add({ ...gone, id: heir, name: '産業課', validFrom: '2026-04-01', validTo: null })
      await tx.organisation.change(gone.id, { validTo: today })
      await tx.organisation.reorganise({
        id: year.app.newId(),
        kind: 'rename',
        day: today,
        note: null,
        successions: [{ from: gone.id, to: heir }],
      })
    })
    const later = { ...year.app, now: () => dayAfter }
    const view = ok(await instructionView(later, mayor(), year.code, id))
    expect(view.line.heirs?.map(({ name }) => name)).toEqual(['産業課'])
    expect((await workView(later, planner(), year.code)).waiting.map(({ kind }) => kind)).toContain(
      'instruction-adrift',
    )
    const again = await instructed({ ...year, app: later }, sheet(2))
    expect(again.ok ? '' : problemInWords(again.problem)).toBe(
      `「${section(2).name}」はもうありません。引き継いだ「産業課」を選んで記してください。`,
    )
    // 調書が先に後継へ移っても、まだ引き継がれていない指示が、その調書とヒアリングの画面に残る。
    await year.app.store.write(year.code, act, async (tx) => {
      const kept = await tx.prioritySheets.get(sheet(2).id)
      if (kept) await tx.prioritySheets.moveToDepartment(kept, heir)
    })
    const heard = ok(await hearingView(later, mayor(), year.code, { sheetId: sheet(2).id, stage: 'interim' }, []))
    expect([heard.department, heard.whole.map(({ instruction }) => instruction.id).includes(id)]).toEqual([
      '産業課',
      true,
    ])
    const hand = (departmentId: string) =>
      stepInstruction(later, planner(), year.code, id, 'hand-over', {
        revision: 1,
        text: '',
        departmentId,
        together: true,
      })
    expect(kindOf(await hand(''))).toBe('instructions.department-needed')
    expect(kindOf(await hand(section(2).id))).toBe('instructions.same-department')
    const moved = ok(await hand(heir))
    expect([moved.departmentId, moved.state, moved.number]).toEqual([heir, 'open', (await now(id)).number])
    const { trail, line } = ok(await instructionView(later, mayor(), year.code, id))
    expect(trail.at(-1)).toMatchObject({ step: 'hand-over', fromDepartmentId: section(2).id })
    expect([line.department, line.heirs]).toEqual(['産業課', null])
    // 同じ部局のほかの指示も、一緒に。行き場のないものは、もうない。
    const left = await year.app.store.read(year.code, (tx) =>
      tx.instructions.of({ departmentId: section(2).id, open: true }),
    )
    expect(left).toEqual([])
    const waits = (await workView(later, planner(), year.code)).waiting
    expect(waits.map(({ kind }) => kind)).not.toContain('instruction-adrift')
    // 引き継いだ部局にまだ人がいなければ、指示はだれの仕事にもならない。企画課に、人を置くように言う。
    expect(waits.find(({ kind }) => kind === 'unstaffed')?.note).toBe('産業課')
  })
})
