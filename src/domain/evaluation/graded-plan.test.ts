import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { anEvaluated, anEvaluation, aPlacedScale, aScale } from './a-graded-edition.ts'
import { type GradingFacts, gradedOf, gradedPlan, settledGrades } from './graded-plan.ts'

const reached = anIndicator({ target: '10件', actual: '10件' })
const facts = (more: Partial<GradingFacts> = {}): GradingFacts => ({
  scales: [aPlacedScale()],
  evaluations: [],
  evaluationYear: null,
  ...more,
})
const opened = {
  editionId: 'e',
  year: 2023,
  status: 'open',
  openedAt: '2024-04-01T00:00:00.000Z',
  closedAt: null,
  settled: null,
  revision: 1,
} as const

const standingOf = (more: Partial<GradingFacts> = {}, indicator = reached) =>
  gradedPlan(anEvaluated([indicator]), 2023, facts(more)).subjects.get('i1')?.standing

describe('立っている区分', () => {
  test('だれも評価していなければ、機械の判定', () => {
    expect(standingOf()).toEqual({ code: 'A', label: '達成', from: 'mechanical' })
  })

  test('書かれているいちばんあとの段。書いた順でなく、段の順', () => {
    const evaluations = [
      anEvaluation({ stage: 'headquarters', grade: 'C' }),
      anEvaluation({ stage: 'self', grade: 'B' }),
      anEvaluation({ stage: 'office', grade: 'A' }),
    ]
    expect(standingOf({ evaluations })).toEqual({ code: 'C', label: 'やや遅れ', from: 'headquarters' })
  })

  test('文だけの評価は、前の段の区分を動かさない', () => {
    const evaluations = [anEvaluation({ grade: 'B' }), anEvaluation({ stage: 'head', grade: null, text: '了' })]
    expect(standingOf({ evaluations })?.from).toBe('self')
  })

  test('区分を置いていなければ、図書に印刷された判定。欄が二つなら、あとの欄', () => {
    const printed = (grade: string, heading: string) => ({ year: 2023, heading, printed: grade, place: { line: 1 } })
    const indicator = { ...reached, printedGrades: [printed('Ａ', '一次評価'), printed('Ｂ', '二次評価')] }
    expect(standingOf({ scales: [] }, indicator)).toEqual({ code: 'Ｂ', label: 'Ｂ', from: 'printed' })
    const human = {
      ...aScale,
      grades: aScale.grades.map((grade) => ({ ...grade, rule: { on: 'human' } as const })),
    }
    expect(standingOf({ scales: [aPlacedScale({ scale: human })] }, indicator)).toEqual({
      code: 'B',
      label: '順調',
      from: 'printed',
    })
  })

  test('実績のない年度は、順位の外の区分', () => {
    const indicator = anIndicator({ target: '10件', actuals: { 2023: '―' } })
    expect(standingOf({}, indicator)).toEqual({ code: '－', label: '評価困難', from: 'mechanical' })
  })
})

describe('閉じた年', () => {
  const settled = { i1: { code: 'B', label: '順調', from: 'office' } } as const
  const closed = { ...opened, status: 'closed', closedAt: '2024-06-01T00:00:00.000Z', settled } as const

  test('あとで実績や区分が変わっても、閉じたときの区分のまま', () => {
    expect(standingOf({ evaluationYear: closed })).toEqual(settled.i1)
    expect(standingOf({ evaluationYear: closed, scales: [] })).toEqual(settled.i1)
  })

  test('閉じたときに区分のなかったものは、なし', () => {
    expect(standingOf({ evaluationYear: { ...closed, settled: {} } })).toBeNull()
  })

  test('凍らせるのは、立っている区分', () => {
    const graded = gradedPlan(anEvaluated([reached, anIndicator({ target: '調整中' })]), 2023, facts())
    expect(settledGrades(graded)).toEqual({ i1: { code: 'A', label: '達成', from: 'mechanical' } })
  })
})

test('来年度から置いた区分は、今年度の評価を変えない', () => {
  const next = { ...aScale, grades: aScale.grades.map((grade) => ({ ...grade, label: `新${grade.label}` })) }
  const scales = [aPlacedScale(), aPlacedScale({ id: 't', fromYear: 2024, scale: next })]
  expect(standingOf({ scales })?.label).toBe('達成')
  const later = gradedPlan(
    anEvaluated([anIndicator({ target: '10件', actuals: { 2024: '10件' } })]),
    2024,
    facts({ scales }),
  )
  expect(later.subjects.get('i1')?.standing?.label).toBe('新達成')
})

test('再掲は、元の行の評価を見る', () => {
  const edition = anEvaluated([reached, { ...reached, repeatOf: 'i1' }])
  const graded = gradedPlan(edition, 2023, facts())
  expect(graded.subjects.has('i2')).toBe(false)
  expect(gradedOf(graded, { id: 'i2', repeatOf: 'i1' })?.subject.id).toBe('i1')
})

test('評価の年を始めていないことも、分かる', () => {
  expect(gradedPlan(anEvaluated([]), 2023, facts()).status).toBe('not-opened')
  expect(gradedPlan(anEvaluated([]), 2023, facts({ evaluationYear: opened })).status).toBe('open')
})
