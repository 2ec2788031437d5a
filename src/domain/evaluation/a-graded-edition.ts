import { defaultRules } from '#domain/indicator/rules.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import type { EditionScale, Evaluation } from './evaluation.ts'
import type { Scale } from './scale.ts'

/**
 * 試験のための、評価する版。令和2～6年度の計画で、指標の id は i1 から。
 */

const place = { line: 1 }

export const aNode = (id: string, parent: string | null = null): PlanNode => ({
  id,
  parent,
  level: parent === null ? '基本目標' : '施策',
  number: parent === null ? id.replace(/\D/g, '') : null,
  title: `${id}の題`,
  text: null,
  place,
})

export const anEvaluated = (indicators: readonly Indicator[], nodes: readonly PlanNode[] = []): Edition => ({
  id: 'e',
  municipality: { code: '152081', name: '青空市' },
  title: '青空市総合戦略',
  kind: '総合戦略',
  form: 'progress-table',
  firstYear: 2020,
  lastYear: 2024,
  rules: defaultRules,
  sources: [],
  content: { ...emptyContent, nodes, indicators: indicators.map((each, at) => ({ ...each, id: `i${at + 1}` })) },
})

/** 大仙市のように 100・90・80％で分ける A～D と、実績のない「－」。 */
export const aScale: Scale = {
  id: 'abcd',
  name: 'A～D',
  grades: [
    { code: 'A', label: '達成', meaning: '達成', symbol: 'A', rule: { on: 'rate', from: '100' } },
    { code: 'B', label: '順調', meaning: '順調', symbol: 'B', rule: { on: 'rate', from: '90' } },
    { code: 'C', label: 'やや遅れ', meaning: 'やや遅れ', symbol: 'C', rule: { on: 'rate', from: '80' } },
    { code: 'D', label: '遅れ', meaning: '遅れ', symbol: 'D', rule: { on: 'rate' } },
  ],
  outside: [{ code: '－', label: '評価困難', meaning: '値がない', symbol: '－', for: ['no-actual'] }],
}

export const aPlacedScale = (more: Partial<EditionScale> = {}): EditionScale => ({
  id: 's',
  editionId: 'e',
  subject: 'indicator',
  fromYear: 2020,
  scale: aScale,
  revision: 1,
  ...more,
})

export const anEvaluation = (more: Partial<Evaluation> = {}): Evaluation => ({
  editionId: 'e',
  year: 2023,
  subject: { kind: 'indicator', id: 'i1' },
  stage: 'self',
  grade: 'B',
  reason: '',
  text: '',
  direction: null,
  points: null,
  revision: 1,
  at: '2024-05-01T00:00:00.000Z',
  by: '担当',
  ...more,
})
