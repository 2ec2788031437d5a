import { describe, expect, test } from 'vitest'
import type { OrganisationUnit } from '../people/organisation.ts'
import { type InstructionState, type InstructionStep, instructionStates } from './instruction.ts'
import {
  awaitsAnswer,
  instructionBlocks,
  instructionFlow,
  instructionSteps,
  instructionStepsFrom,
  isPastDue,
  isUnfinished,
} from './instruction-flow.ts'
import {
  byDue,
  heirsOfVanished,
  instructionCounts,
  instructionTrail,
  latestAnswer,
  openInstructions,
} from './open-instructions.ts'
import { readInstruction } from './read-instruction.ts'

describe('流れの表', () => {
  test.each([
    ['open', ['answer', 'withdraw', 'hand-over', 'extend']],
    ['asked-again', ['answer', 'withdraw', 'hand-over', 'extend']],
    ['answered', ['answer', 'accept', 'ask-again', 'withdraw', 'hand-over', 'extend']],
    ['accepted', ['ask-again']],
    ['withdrawn', []],
  ] as const)('「%s」から進められる一歩は %j', (state, steps) => {
    expect(instructionStepsFrom(state)).toEqual(steps)
    for (const step of instructionSteps) {
      const everything = { text: true, date: true, department: true }
      expect(instructionBlocks(step, state, everything).length === 0, step).toBe(
        (steps as readonly string[]).includes(step),
      )
    }
  })

  test.each([
    ['answer', 'open', ['text']],
    ['accept', 'answered', []],
    ['ask-again', 'answered', ['text']],
    ['withdraw', 'open', ['text']],
    ['hand-over', 'open', ['department']],
    ['extend', 'asked-again', ['date']],
    ['accept', 'open', ['wrong-state']],
  ] as const)('%s（%s）に要るものは %j', (step, state, needs) => {
    expect(instructionBlocks(step, state, {})).toEqual(needs)
  })

  test('対応を書くのは部局、ほかはみな市長の側。閉じるのは人の一歩だけ', () => {
    expect(instructionSteps.filter((step) => instructionFlow[step].act === 'instruction-answer')).toEqual(['answer'])
    const closing = instructionSteps.filter((step) => {
      const to: InstructionState | null = instructionFlow[step].to
      return to !== null && !isUnfinished({ state: to })
    })
    expect(closing).toEqual(['accept', 'withdraw'])
  })
})

describe('期限と並び', () => {
  const one = (number: number, state: InstructionState, dueOn: string | null, year = 2026) => ({
    number,
    state,
    dueOn,
    year,
  })

  test('過ぎたと言うのは、対応を待つもので、その日の翌日から', () => {
    expect(isPastDue(one(1, 'open', '2026-10-31'), '2026-10-31')).toBe(false)
    expect(isPastDue(one(1, 'open', '2026-10-31'), '2026-11-01')).toBe(true)
    expect(isPastDue(one(1, 'asked-again', '2026-10-31'), '2026-11-01')).toBe(true)
    expect(isPastDue(one(1, 'answered', '2026-10-31'), '2027-11-01')).toBe(false)
    expect(isPastDue(one(1, 'open', null), '2099-01-01')).toBe(false)
  })

  test('終わらないものを期限の早い順に。期限のないものは後ろに、前の年度のものから', () => {
    const all = [
      one(3, 'open', null),
      one(9, 'asked-again', null, 2024),
      one(1, 'accepted', '2026-04-01'),
      one(2, 'answered', '2026-12-01'),
      one(4, 'open', '2026-09-01'),
      one(5, 'withdrawn', null),
    ]
    expect(openInstructions(all).map(({ number }) => number)).toEqual([4, 2, 9, 3])
    expect(byDue(all)).toHaveLength(6)
    expect(instructionCounts(all, '2026-10-01')).toEqual({ waiting: 3, overdue: 1, answered: 1, closed: 2 })
    expect(instructionStates.filter((state) => awaitsAnswer({ state }))).toEqual(['open', 'asked-again'])
  })
})

const step = (number: number, name: InstructionStep['step'], text: string, more: Partial<InstructionStep> = {}) => ({
  instructionId: 'i',
  number,
  step: name,
  text,
  dueOn: null,
  fromDepartmentId: null,
  at: `2026-11-0${number}T00:00:00.000Z`,
  by: '担当',
  ...more,
})

test('経過は、渡された順によらず古い順で、一歩ごとの状態を言う。引継ぎと期限では状態は変わらない', () => {
  const given = { text: '成果を出すこと。', at: '2026-10-01T00:00:00.000Z', by: '市長' }
  const steps = [
    step(3, 'extend', '', { dueOn: '2026-12-31' }),
    step(1, 'answer', '一つ目'),
    step(2, 'ask-again', 'もっと'),
    step(4, 'hand-over', '', { fromDepartmentId: 'a' }),
    step(5, 'answer', '二つ目'),
  ]
  expect(instructionTrail(given, steps).map(({ step: name, state }) => `${name} ${state}`)).toEqual([
    'give open',
    'answer answered',
    'ask-again asked-again',
    'extend asked-again',
    'hand-over asked-again',
    'answer answered',
  ])
  expect(latestAnswer(steps)?.text).toBe('二つ目')
  expect(latestAnswer([])).toBeUndefined()
})

test('なくなった部局の後継を、いまある部局までたどる', () => {
  const unit = (id: string, validTo: string | null, successors: readonly string[] = []): OrganisationUnit => ({
    id,
    name: id,
    parentId: null,
    ordinal: 0,
    phone: null,
    validFrom: '2026-04-01',
    validTo,
    successors,
  })
  const units = [
    unit('商工課', '2027-03-31', ['産業課']),
    unit('産業課', '2028-03-31', ['農政課', '商業課']),
    unit('農政課', null),
    unit('商業課', null),
    unit('廃止課', '2027-03-31'),
  ]
  expect(heirsOfVanished(units, '商工課', '2027-03-31')).toBeUndefined()
  expect(heirsOfVanished(units, '商工課', '2027-04-01')).toEqual(['産業課'])
  expect(heirsOfVanished(units, '商工課', '2028-04-01')).toEqual(['農政課', '商業課'])
  expect(heirsOfVanished(units, '廃止課', '2028-04-01')).toEqual([])
})

test.each([
  ['成果を出すこと。', '', { text: '成果を出すこと。', dueOn: null }],
  [' 成果 \n', '令和8年10月31日', { text: '成果', dueOn: '2026-10-31' }],
  ['成果', '2026/2/29', 'instructions.due-unreadable'],
  ['　', '2026-10-31', 'instructions.text-needed'],
  ['字'.repeat(2000), '', { text: '字'.repeat(2000), dueOn: null }],
  ['字'.repeat(2001), '', 'instructions.text-too-long'],
] as const)('指示「%.12s」期限「%s」を読む', (text, due, expected) => {
  const read = readInstruction({ text, due })
  expect(read.ok ? read.value : read.problem.kind).toEqual(expected)
})
