import type { PlanContent } from '#domain/plan/draft.ts'

/** 中身の一つの値。数・字・空欄（null）・真偽。 */
type Fact = string | number | boolean | null

/**
 * 計画の中身を、「どこの値か → 値」に平らにする。所在・番号（id）・気づきのように、図書が変われば変わるものは入れない。
 * 節は並びの順で呼ぶので、版をまたいで比べられる。`factsOf(content)['grades.1.counts.A']` → 8
 */
export const factsOf = (content: PlanContent): Readonly<Record<string, Fact>> => {
  const nodeNames = new Map(content.nodes.map(({ id }, index) => [id, `節${index + 1}`]))
  const named = (value: Fact): Fact => (typeof value === 'string' ? (nodeNames.get(value) ?? value) : value)
  return Object.fromEntries(leavesIn(content, []).map(([path, value]) => [path, named(value)]))
}

/** 二つの中身の、違うところ。`{ 'grades.1.counts.A': [8, 9] }` */
export const differing = (
  before: PlanContent,
  after: PlanContent,
): Readonly<Record<string, readonly [Fact | undefined, Fact | undefined]>> => {
  const [a, b] = [factsOf(before), factsOf(after)]
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(paths.filter((path) => a[path] !== b[path]).map((path) => [path, [a[path], b[path]]]))
}

const notCompared = /^(?:id|place|places|notes|.*Places?|source|municipality|plan|format)$/

const leavesIn = (value: unknown, path: readonly string[]): readonly (readonly [string, Fact])[] => {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object') return [[path.join('.'), value as Fact]]
  return Object.entries(value)
    .filter(([key]) => !notCompared.test(key))
    .flatMap(([key, each]) => leavesIn(each, [...path, key]))
}
