import type { Indicator, PlanNode } from '#domain/plan/draft.ts'

/**
 * 指標の名に、内訳・再掲の印を添えたもの。名か、上の帯に印刷されていれば重ねない。
 * `path` はその行の上の節（根から）。
 */
export const markedName = ({ name, breakdownOf, repeatOf }: Indicator, path: readonly PlanNode[]): string => {
  const says = (word: string) => name.includes(word) || path.some(({ title }) => title.includes(word))
  const breakdown = breakdownOf !== null && !name.includes('内訳') && !name.includes('うち') ? '（内訳）' : ''
  const repeat = repeatOf !== null && !says('再掲') ? '（再掲）' : ''
  return `${breakdown}${name}${repeat}`
}
