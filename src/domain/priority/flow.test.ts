import { describe, expect, test } from 'vitest'
import {
  reportingStage,
  returningSteps,
  type SheetCheck,
  type SheetStep,
  settable,
  sheetBlockedBy,
  sheetFlow,
  sheetStateAfter,
  sheetSteps,
  stepsFrom,
} from './flow.ts'
import { type PrioritySheetState, prioritySheetStates } from './priority-sheet.ts'

const all: Readonly<Record<SheetCheck, boolean>> = {
  'goals-set': true,
  'targets-set': true,
  'interim-complete': true,
  'final-complete': true,
  'interim-asked': true,
  'interim-passed': true,
  'reason-given': true,
}

/** 進めるところだけを、目で読める形に。 */
const table: Readonly<Record<SheetStep, readonly string[]>> = {
  propose: ['setting → proposed'],
  withdraw: ['proposed → setting'],
  confirm: ['proposed → confirmed'],
  return: ['proposed → setting'],
  'report-interim': ['confirmed → interim-reported'],
  'withdraw-interim': ['interim-reported → confirmed'],
  'hear-interim': ['interim-reported → interim-heard'],
  'return-interim': ['interim-reported → confirmed'],
  'report-final': ['confirmed → final-reported', 'interim-heard → final-reported'],
  'withdraw-final': ['final-reported → interim-heard'],
  close: ['final-reported → closed'],
  'return-final': ['final-reported → interim-heard'],
  reopen: ['confirmed → setting', 'interim-heard → confirmed', 'closed → interim-heard'],
}

const taken = [{ step: 'report-final', from: 'interim-heard' as const }]

describe.each(sheetSteps)('%s', (step) => {
  test('進めるのは、表にある状態からだけ', () => {
    const moves = prioritySheetStates.flatMap((state) =>
      sheetBlockedBy(step, state, all).length === 0 ? [`${state} → ${sheetStateAfter(step, state, taken)}`] : [],
    )
    expect(moves).toEqual(table[step])
  })

  test('分からないことは、満たさないものとする', () => {
    for (const state of prioritySheetStates) {
      const blocked = sheetBlockedBy(step, state, {})
      const isFrom = stepsFrom(state).includes(step)
      expect(blocked).toEqual(isFrom ? sheetFlow[step].needs : ['wrong-state'])
    }
  })
})

test('差し戻しと開け直しには、みな、わけが要る', () => {
  for (const step of [...returningSteps, 'reopen' as const]) expect(sheetFlow[step].needs).toEqual(['reason-given'])
})

test('どの状態からも、進む道か開け直す道がある', () => {
  for (const state of prioritySheetStates) expect(stepsFrom(state).length, state).toBeGreaterThan(0)
})

test('中間報告をしない年の期末を差し戻すと、確認済みへ戻る', () => {
  const without = [
    { step: 'confirm', from: 'proposed' as const },
    { step: 'report-final', from: 'confirmed' as const },
  ]
  expect(sheetStateAfter('return-final', 'final-reported', without)).toBe('confirmed')
  expect(sheetStateAfter('reopen', 'closed', without)).toBe('confirmed')
  // 取り込んだ調書には歩みがない。中間ヒアリングのあとにいたものとする。
  expect(sheetStateAfter('return-final', 'final-reported', [])).toBe('interim-heard')
})

test.each([
  ['setting', null, null],
  ['proposed', null, null],
  ['confirmed', 'interim', 'final'],
  ['interim-reported', null, null],
  ['interim-heard', 'final', 'final'],
  ['final-reported', null, null],
  ['closed', null, null],
] as const satisfies readonly (readonly [PrioritySheetState, unknown, unknown])[])(
  '%s で書ける報告は、中間報告をする年では %s、しない年では %s',
  (state, withInterim, without) => {
    expect([reportingStage(state, { interim: true }), reportingStage(state, { interim: false })]).toEqual([
      withInterim,
      without,
    ])
    expect(settable(state)).toBe(state === 'setting')
  },
)
