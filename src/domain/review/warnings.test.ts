import { expect, test } from 'vitest'
import { compareContents } from '../plan/difference.ts'
import type { PlanDraft } from '../plan/draft.ts'
import type { Edition } from '../plan/edition.ts'
import { aDraftOf, aFigureAt, anIndicatorAt } from './a-review.ts'
import { differenceWarnings, reviewWarnings } from './warnings.ts'

const here = { code: '152081', name: '緑川市' }
const draft = aDraftOf({ indicators: [anIndicatorAt(7, 'i1', '新規創業件数'), anIndicatorAt(8, 'i2', '移住者数')] })

const editionOf = (
  { plan, format, source, municipality, ...content }: PlanDraft,
  ...sha256: readonly string[]
): Edition => ({
  id: 'e1',
  municipality: here,
  ...plan,
  rules: { formula: 'ratio-to-final', rounding: { mode: 'half-up', places: 1 }, floor: null, cap: null },
  sources: sha256.map((each, n) => ({
    sha256: each,
    file: `図書${n + 1}.xlsx`,
    bytes: 1,
    adoptedAt: '2026-04-01T00:00:00.000Z',
  })),
  content,
})

const codes = (of: PlanDraft, edition?: Edition) =>
  reviewWarnings(of, { municipality: here, edition }).map(({ code }) => code)

test('何ごともなければ、何も言わない', () => {
  expect(codes(draft)).toEqual([])
  expect(codes(draft, editionOf(draft, draft.source.sha256))).toEqual([])
})

test('別の市の名・団体コード。字面のゆれは別の市でない', () => {
  expect(codes({ ...draft, municipality: { name: '青山市', code: null } })).toEqual(['review-other-city'])
  expect(codes({ ...draft, municipality: { name: '緑川市', code: '011002' } })).toEqual(['review-other-code'])
  expect(codes({ ...draft, municipality: { name: '緑川市　', code: '152081' } })).toEqual([])
})

test('前に使った図書と、実績が古い年までの図書', () => {
  expect(codes(draft, editionOf(draft, 'b'.repeat(64), draft.source.sha256))).toEqual(['review-source-earlier'])
  const nextYear = aDraftOf({
    indicators: [anIndicatorAt(7, 'i1', '新規創業件数', { actuals: [aFigureAt('H7', '40', 2024)] })],
  })
  expect(codes(draft, editionOf(nextYear, 'b'.repeat(64)))).toEqual(['review-older-year'])
  expect(codes(nextYear, editionOf(draft, 'b'.repeat(64)))).toEqual([])
  // まだ読んでいない列が新しい年のものなら、古い図書とは言えない。
  const edition = editionOf(nextYear, 'b'.repeat(64))
  expect(reviewWarnings(draft, { municipality: here, edition, unreadYears: [2024] })).toEqual([])
  expect(reviewWarnings(draft, { municipality: here, edition, unreadYears: [2023] })).toHaveLength(1)
})

test('計画にない年の値は、年ごとに一度。期間の前の実績と、値のない升目は言わない', () => {
  const indicators = [
    anIndicatorAt(7, 'i1', '新規創業件数', {
      targets: [aFigureAt('E7', '45', 2026), aFigureAt('F7', '50', 2019)],
      actuals: [aFigureAt('G7', '34', 2018), aFigureAt('H7', '35', 2026), aFigureAt('I7', '―', 2027)],
    }),
  ]
  const warnings = reviewWarnings(aDraftOf({ indicators }), { municipality: here, edition: undefined })
  expect(warnings.map(({ params }) => [params.year, params.count])).toEqual([
    [2026, 2],
    [2019, 1],
  ])
})

test('同じ節に同じ名の指標が二度。再掲・内訳なら言わない', () => {
  const twice = (more: object) =>
    aDraftOf({ indicators: [anIndicatorAt(7, 'i1', '参加者数'), anIndicatorAt(8, 'i2', '参加者数', more)] })
  expect(codes(twice({}))).toEqual(['review-indicator-twice'])
  expect(codes(twice({ repeatOf: 'i1' }))).toEqual([])
  expect(codes(twice({ node: 'n1' }))).toEqual([])
})

test('指標の半分より多くがなくなるとき', () => {
  const stored = editionOf(draft)
  const compared = (indicators: PlanDraft['indicators']) =>
    differenceWarnings(compareContents(stored.content, aDraftOf({ indicators }), () => 'x').difference, stored)
  expect(compared([]).map(({ code }) => code)).toEqual(['review-most-gone'])
  expect(compared(draft.indicators.slice(0, 1))).toEqual([])
})

test('前に直した値を、新しい図書が前と同じに印刷しているとき', () => {
  const corrected = aDraftOf({
    indicators: [
      anIndicatorAt(7, 'i1', '新規創業件数', {
        actuals: [{ ...aFigureAt('F7', '36', 2022), printed: '34' }, aFigureAt('G7', '38', 2023)],
      }),
      anIndicatorAt(8, 'i2', '移住者数'),
    ],
  })
  const stored = editionOf(corrected)
  const again = compareContents(stored.content, draft, () => 'x').difference
  expect(differenceWarnings(again, stored).map(({ message }) => message)).toEqual([
    '「新規創業件数」の 2022 年度の値は、前に「36」と直してありますが、この図書の印刷は「34」のままです。直した値を残すなら、もう一度直してください。',
  ])
  const reprinted = aDraftOf({
    indicators: [
      anIndicatorAt(7, 'i1', '新規創業件数', { actuals: [aFigureAt('F7', '36', 2022), aFigureAt('G7', '38', 2023)] }),
      anIndicatorAt(8, 'i2', '移住者数'),
    ],
  })
  expect(compareContents(stored.content, reprinted, () => 'x').difference.changes).toEqual([])
})
