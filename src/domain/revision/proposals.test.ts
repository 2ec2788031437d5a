import { expect, test } from 'vitest'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import { say } from '#domain/language/say.ts'
import { contentOf, indicatorIn } from './a-plan-content.ts'
import { proposalsFor } from './proposals.ts'

const founding = indicatorIn(null, '創業件数', { actual: '47件' })
const waste = indicatorIn(null, 'ごみの量', { baseline: '900ｇ', target: '800ｇ以下', actual: '780ｇ' })
const content = contentOf({
  indicators: [
    founding,
    waste,
    indicatorIn(null, '空き店舗'),
    indicatorIn(null, '決まりのない評価', { actual: '3件' }),
    { ...founding, id: '再掲', repeatOf: '創業件数' },
  ],
})
const standing = (code: string) => ({ code, label: code, from: 'mechanical' as const })
const graded: GradedPlan = {
  year: 2023,
  status: 'closed',
  scales: { indicator: null, project: null, node: null },
  subjects: new Map(
    ['創業件数:A', 'ごみの量:A', '決まりのない評価:完了', '再掲:A', '空き店舗:B'].map((each) => {
      const [id = '', grade = ''] = each.split(':')
      const subject = { kind: 'indicator' as const, id }
      return [id, { subject, mechanical: null, evaluations: [], standing: standing(grade) }]
    }),
  ),
}
const policies = [
  { grade: 'A', action: 'raise-target' as const, words: '目標値を上方修正する' },
  { grade: 'B', action: 'as-needed' as const, words: '必要に応じて見直す' },
]
const plan = { rules: defaultRules, firstYear: 2020, lastYear: 2024, content }

test('決まりのある評価の、数える指標だけに案が出る', () => {
  expect(proposalsFor(plan, graded, policies).map(({ indicator, asks }) => [indicator.id, asks])).toEqual([
    ['創業件数', true],
    ['ごみの量', true],
    ['空き店舗', false],
  ])
})

test('根拠は数で言い、目安は実績よりよい側を言うだけで、数を作らない', () => {
  const [more, less, untouched] = proposalsFor(plan, graded, policies)
  expect(more && say(more.ground)).toBe('令和5年度の実績は47件。目標45件に対し104.4％で、評価はA。')
  expect(more?.candidate && say(more.candidate)).toBe('実績の47件を超える目標にします。')
  expect(less?.candidate && say(less.candidate)).toBe('実績の780ｇを下回る目標にします（少ないほどよい指標）。')
  expect(untouched && say(untouched.ground)).toBe('令和5年度の実績は―、目標は45件で、評価はB。')
  expect(untouched?.candidate).toBeNull()
})
