import { expect, test } from 'vitest'
import { achievementIn } from '#domain/indicator/achievement.ts'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import { say } from '#domain/language/say.ts'
import { withActual } from './accepted-content.ts'
import type { Answer, AnswerField, AnswerValue } from './answer.ts'
import { areQuestionsAnswered, fieldsOf, type ItemStanding, isBelow, isComplete, missingIn } from './completeness.ts'
import { figureOfAnswer } from './figure-of-answer.ts'
import { readAnswer } from './read-answer.ts'
import type { RoundAsks } from './round.ts'

const asks: RoundAsks = {
  actual: true,
  texts: [
    { key: 'reason', heading: '増減理由', need: 'below' },
    { key: 'next', heading: '今後の取組', need: 'always' },
    { key: 'note', heading: '備考', need: 'optional' },
  ],
  money: true,
  projectItems: true,
  evidence: 'optional',
}
const round = { asks, reasonBelow: '80' }
const item = { id: 'i', kind: 'indicator' as const, name: '来場者数' }

const answer = (field: AnswerField, value: AnswerValue): Answer => ({
  itemId: 'i',
  field,
  value,
  revision: 1,
  at: '2026-06-01T00:00:00.000Z',
  by: '商工課の担当',
})
const text = (key: string): Answer => answer(`text-${key}`, { kind: 'text', text: 'コロナの影響' })

const typed = (raw: string, more = {}): Answer => {
  const read = readAnswer('actual', { raw, ...more }, { unit: '人' })
  if (!read.ok || read.value === null) throw new Error('not read')
  return answer('actual', read.value)
}

const standing = (actual: Answer | undefined, more: Partial<ItemStanding> = {}): ItemStanding => {
  const indicator = anIndicator({ unit: '人', target: '1000人' })
  const value = actual?.value.kind === 'actual' ? actual.value : undefined
  const achievement = value
    ? achievementIn(withActual(indicator, figureOfAnswer(value, indicator, 2024)), 2024, defaultRules, {
        firstYear: 2020,
        lastYear: 2024,
      })
    : null
  return { achievement, questions: [], evidence: 0, ...more }
}

const missing = (answers: readonly Answer[], more: Partial<ItemStanding> = {}, of: typeof round = round) =>
  missingIn(
    of,
    item,
    answers,
    standing(
      answers.find(({ field }) => field === 'actual'),
      more,
    ),
  ).map(({ field, why }) => `${field} ${why}`)

test('尋ねる欄は、指標と事業で違う', () => {
  const shown = (kind: 'indicator' | 'project') =>
    fieldsOf({ asks }, { kind }).map(({ field, need }) => `${field} ${need}`)
  expect(shown('indicator')).toEqual(['actual always', 'text-reason below', 'text-next always', 'text-note optional'])
  expect(fieldsOf({ asks: { ...asks, projectItems: false } }, { kind: 'indicator' }).at(-1)).toEqual({
    field: 'money',
    need: 'optional',
    heading: null,
  })
  expect(shown('project')).toEqual(['items always', 'money always'])
})

test('何も入っていなければ、いつも要るものが足りない', () => {
  expect(missing([])).toEqual(['actual empty', 'text-next empty'])
})

test('達成率が境を下回ったときだけ、理由が要る', () => {
  expect(missing([typed('800'), text('next')])).toEqual([])
  expect(missing([typed('799'), text('next')])).toEqual(['text-reason below'])
  expect(missing([typed('799'), text('next'), text('reason')])).toEqual([])
  expect(missing([typed('799'), text('next')], {}, { ...round, reasonBelow: null as never })).toEqual([])
})

test('値のないときは、理由を求めない。未公表には公表の見込みが要る', () => {
  expect(missing([typed('', { absence: 'cancelled' }), text('next')])).toEqual([])
  expect(missing([typed('', { absence: 'not-published' }), text('next')])).toEqual(['actual expected'])
  expect(missing([typed('', { absence: 'not-published', expected: 'R8.12' }), text('next')])).toEqual([])
})

test('境は丸めない率で比べ、率のないものには求めない', () => {
  const rate = (percent: string) =>
    ({ kind: 'rate', percent, shown: '80.0', met: false, working: { code: '', params: {} } }) as const
  expect(isBelow('80', rate('79.96'))).toBe(true)
  expect(isBelow('80', rate('80'))).toBe(false)
  expect(isBelow(null, rate('1'))).toBe(false)
  expect(isBelow('80', null)).toBe(false)
  const working = { code: '', params: {} }
  expect(isBelow('80', { kind: 'judged', met: false, working })).toBe(true)
  expect(isBelow('80', { kind: 'judged', met: true, working })).toBe(false)
  expect(isBelow('80', { kind: 'none', why: 'no-target', working })).toBe(false)
})

test('資料が要るとき・尋ねが残るとき。尋ねは、そろっているかとは別に数える', () => {
  const required = { ...round, asks: { ...asks, evidence: 'required' as const } }
  const both = [typed('900'), text('next')]
  expect(missing(both, {}, required)).toEqual(['evidence evidence'])
  expect(missing(both, { evidence: 1 }, required)).toEqual([])
  const question = { code: 'same' as const, message: { code: 'answer-missing-question', params: {} } }
  const left = missingIn(round, item, both, standing(both[0], { questions: [question] }))
  expect(left.map(({ why }) => why)).toEqual(['question'])
  expect([isComplete(left), areQuestionsAnswered(left)]).toEqual([true, false])
})

test('足りないものの文は日英で言える', () => {
  const left = missingIn(round, item, [typed('799')], standing(typed('799')))
  expect(left.map(({ message }) => say(message))).toEqual([
    '達成率が80％を下回っているので、増減理由を書いてください',
    '今後の取組が入っていません',
  ])
  expect(left.map(({ message }) => say(message, 'en'))[0]).toBe(
    'The achievement rate is below 80%: please fill in 増減理由',
  )
})
