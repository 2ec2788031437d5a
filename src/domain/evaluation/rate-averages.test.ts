import { expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { anEvaluated } from './a-graded-edition.ts'
import { averagesOf, rateAverages } from './rate-averages.ts'

test('平均・100％を上限とした平均・中央値は、別のもの', () => {
  expect(averagesOf(['50', '150', '250'])).toEqual({ of: 3, mean: '150.0', capped: '83.3', median: '150.0' })
})

test('数が偶数なら、中央値は中の二つの平均', () => {
  expect(averagesOf(['10', '40', '20', '30']).median).toBe('25.0')
})

test('丸めない率から求め、終わりに一度だけ丸める', () => {
  // 33.333…％ が三つ。33.3 を足して割ると 33.3 だが、1/3 のまま足しても 33.3。66.666… との平均は 50.0。
  const third = anIndicator({ target: '3件', actual: '1件' })
  const twoThirds = anIndicator({ target: '3件', actual: '2件' })
  expect(rateAverages(anEvaluated([third, twoThirds]), 2023).mean).toBe('50.0')
})

test('率のない指標は、いくつ除いたかを言う。再掲は数えない', () => {
  const plain = anIndicator({ target: '10件', actual: '5件' })
  const edition = anEvaluated([
    plain,
    anIndicator({ target: '計画策定', actual: '計画策定' }),
    { ...plain, repeatOf: 'i1' },
  ])
  expect(rateAverages(edition, 2023)).toEqual({ of: 1, without: 1, mean: '50.0', capped: '50.0', median: '50.0' })
})

test('率が一つもなければ、平均もない（0％ではない）', () => {
  expect(averagesOf([])).toEqual({ of: 0, mean: null, capped: null, median: null })
})
