import { defaultRules } from '#domain/indicator/rules.ts'
import type { Indicator, PlanContent, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'

export const aNode = (given: Partial<PlanNode> & { id: string }): PlanNode => ({
  parent: null,
  level: '基本目標',
  number: null,
  title: given.id,
  text: null,
  place: { line: 1 },
  ...given,
})

/** 試験のための版。`anEdition({ indicators: [anIndicator({ … })] })` */
export const anEdition = (content: Partial<PlanContent> = {}, heading: Partial<Edition> = {}): Edition => ({
  id: '00000000-0000-4000-8000-000000000001',
  municipality: { code: '152081', name: '小千谷市' },
  title: '総合戦略',
  kind: '総合戦略',
  form: 'progress-table',
  firstYear: 2020,
  lastYear: 2024,
  rules: defaultRules,
  sources: [{ sha256: 'a'.repeat(64), file: '一覧表.txt', bytes: 10, adoptedAt: '2026-11-21T00:00:00.000Z' }],
  content: { ...emptyContent, ...content },
  ...heading,
})

/** id のある指標の並び。 */
export const numbered = (indicators: readonly Indicator[], given: Partial<Indicator> = {}): readonly Indicator[] =>
  indicators.map((indicator, index) => ({ ...indicator, id: `i${index + 1}`, ...given }))
