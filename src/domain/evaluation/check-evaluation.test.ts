import { describe, expect, test } from 'vitest'
import { anIndicator, type IndicatorInWords } from '#domain/indicator/an-indicator.ts'
import { anEvaluated, anEvaluation, aPlacedScale, aScale } from './a-graded-edition.ts'
import { isDecidedAt, type Written, whyNotWritten } from './check-evaluation.ts'
import type { Evaluation } from './evaluation.ts'
import { gradedPlan } from './graded-plan.ts'

const directions = [{ code: 'expand', label: '拡充', meaning: '拡充する' }]

const why = (
  written: Partial<Written>,
  words: IndicatorInWords = { target: '10件', actual: '10件' },
  evaluations: readonly Evaluation[] = [],
) => {
  const edition = anEvaluated([anIndicator(words)])
  const graded = gradedPlan(edition, 2023, { scales: [aPlacedScale()], evaluations, evaluationYear: null })
  const about = graded.subjects.get('i1')
  if (!about) throw new Error('the indicator was not graded')
  return whyNotWritten(
    { stage: 'office', grade: 'A', reason: '', text: '', direction: null, ...written },
    { scale: aScale, graded: about, indicator: edition.content.indicators[0], year: 2023, directions },
  )?.code
}

describe('書けるか', () => {
  test('機械の判定のとおりなら、理由は要らない', () => expect(why({})).toBeUndefined())
  test('機械の判定と違えるなら、理由が要る', () => {
    expect(why({ grade: 'B' })).toBe('grades.needs-reason')
    expect(why({ grade: 'B', reason: '  ' })).toBe('grades.needs-reason')
    expect(why({ grade: 'B', reason: '調査の方法が変わったため' })).toBeUndefined()
  })
  test('前の段が理由を添えて付けた区分は、理由ごと引き継ぐ', () => {
    const self = anEvaluation({ grade: 'B', reason: '天候の影響' })
    expect(why({ grade: 'B' }, undefined, [self])).toBeUndefined()
    expect(why({ grade: 'C' }, undefined, [self])).toBe('grades.needs-reason')
    expect(why({ grade: 'B' }, undefined, [{ ...self, stage: 'headquarters' }])).toBe('grades.needs-reason')
  })
  test('実績のない年度に区分を付けるには、理由が要る。順位の外の区分（評価困難）は要らない', () => {
    const missing = { target: '10件', actuals: { 2023: '―' } }
    expect(why({ grade: 'A' }, missing)).toBe('grades.no-actual')
    expect(why({ grade: 'A', reason: '翌年に公表の見込み' }, missing)).toBeUndefined()
    expect(why({ grade: '－' }, missing)).toBeUndefined()
  })
  test('その年度の区分にない符号は、書けない', () => expect(why({ grade: 'S' })).toBe('grades.not-in-scale'))
  test('区分を付けず、文だけでもよい', () => expect(why({ grade: null, text: '集計中' })).toBeUndefined())
  test('市の置いていない方向性は、書けない', () => {
    expect(why({ direction: 'expand' })).toBeUndefined()
    expect(why({ direction: 'abolish' })).toBe('grades.no-direction')
  })
})

test('決まったか：その段か、あとの段に、区分があるか', () => {
  expect(isDecidedAt([anEvaluation({ stage: 'headquarters' })], 'office')).toBe(true)
  expect(isDecidedAt([anEvaluation({ stage: 'self' })], 'office')).toBe(false)
  expect(isDecidedAt([anEvaluation({ stage: 'office', grade: null })], 'office')).toBe(false)
})
