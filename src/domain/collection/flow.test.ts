import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockedBy, type Check, enterable, type FlowStep, flowSteps, responseFlow, stateAfter } from './flow.ts'
import { type ResponseState, responseStates } from './response.ts'

const checks: readonly Check[] = [...new Set(flowSteps.flatMap((step) => responseFlow[step].needs as readonly Check[]))]
const all = Object.fromEntries(checks.map((check) => [check, true])) as Record<Check, boolean>

describe('流れの表', () => {
  test('どの一歩も、決まった状態からだけ、求めるものがみな満ちたときだけ進む', () => {
    let tried = 0
    for (const step of flowSteps)
      for (const state of responseStates) {
        const from = responseFlow[step].from as readonly ResponseState[]
        expect(blockedBy(step, state, all), `${step} ${state}`).toEqual(from.includes(state) ? [] : ['wrong-state'])
        for (const check of checks) {
          const needs = (responseFlow[step].needs as readonly Check[]).includes(check)
          const blocked = blockedBy(step, state, { ...all, [check]: false })
          expect(blocked.includes(check), `${step} ${state} ${check}`).toBe(from.includes(state) && needs)
          tried += 1
        }
      }
    expect(tried).toBe(flowSteps.length * responseStates.length * checks.length)
  })

  test('分からないことは、満たさないものとする', () => {
    for (const step of flowSteps)
      expect(blockedBy(step, responseFlow[step].from[0], {})).toEqual([...responseFlow[step].needs])
  })

  test('どの状態からも受理まで行け、受理からも直せる', () => {
    const reach = (from: ResponseState): ReadonlySet<ResponseState> => {
      const seen = new Set<ResponseState>([from])
      for (const state of seen)
        for (const step of flowSteps) if (blockedBy(step, state, all).length === 0) seen.add(stateAfter(step, state))
      return seen
    }
    for (const state of responseStates) {
      expect(reach(state).has('accepted'), state).toBe(true)
      expect(reach(state).has('returned'), state).toBe(true)
    }
  })
})

/** 流れの見本。表を見ずに、規則のことばだけから状態を進める。 */
type Model = {
  state: ResponseState
  standIn: 'none' | 'unseen' | 'seen'
}

const modelStep = (model: Model, step: FlowStep, known: Record<Check, boolean>): Model | undefined => {
  const { state } = model
  const open = known['round-open']
  switch (step) {
    case 'begin':
      return open && state === 'not-started' ? { ...model, state: 'entering' } : undefined
    case 'submit':
      return open && known.complete && known['questions-answered'] && enterable.includes(state)
        ? { state: 'submitted', standIn: 'none' }
        : undefined
    case 'withdraw':
      return open && state === 'submitted' ? { ...model, state: 'entering' } : undefined
    case 'approve':
      return open && known['approval-asked'] && state === 'submitted'
        ? { state: 'approved', standIn: 'none' }
        : undefined
    case 'approve-for':
      return open &&
        known['approval-asked'] &&
        known['reason-given'] &&
        known['head-named'] &&
        known['stand-in-allowed'] &&
        state === 'submitted'
        ? { state: 'approved', standIn: 'unseen' }
        : undefined
    case 'note-seen':
      return model.standIn === 'unseen' && known['seen-by-another'] && (state === 'approved' || state === 'accepted')
        ? { ...model, standIn: 'seen' }
        : undefined
    case 'return-by-head':
      return open && known['reason-given'] && state === 'submitted' ? { ...model, state: 'returned' } : undefined
    case 'accept': {
      const ready = known['approval-asked'] ? state === 'approved' : state === 'approved' || state === 'submitted'
      return open && ready ? { ...model, state: 'accepted' } : undefined
    }
    case 'return-by-planner':
      return open && known['reason-given'] && ['submitted', 'approved', 'accepted'].includes(state)
        ? { ...model, state: 'returned' }
        : undefined
  }
}

const conditions = fc.record(
  Object.fromEntries(checks.map((check) => [check, fc.boolean()])) as Record<Check, fc.Arbitrary<boolean>>,
)

test('でたらめに押し続けても、表は規則のことばのとおりにしか進まない', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...flowSteps), conditions), { maxLength: 60 }), (presses) => {
      let model: Model = { state: 'not-started', standIn: 'none' }
      let state: ResponseState = 'not-started'
      for (const [step, given] of presses) {
        const known = {
          ...given,
          'approval-passed': !given['approval-asked'] || state === 'approved',
          'approved-for-head': model.standIn !== 'none',
          'not-yet-seen': model.standIn === 'unseen',
        }
        const next = modelStep(model, step, known)
        const blocked = blockedBy(step, state, known)
        expect(blocked.length === 0, `${step} ${state} ${blocked}`).toBe(next !== undefined)
        if (!next) continue
        state = stateAfter(step, state)
        model = next
        expect(state).toBe(model.state)
      }
    }),
    { numRuns: 500 },
  )
})
