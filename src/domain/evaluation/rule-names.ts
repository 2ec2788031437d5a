import { comparisonCases, type GradeRule, type Tolerance } from './scale.ts'

/** 条件の名。一つの選ぶ欄に並べるため、幅の単位まで含めて一列にする。境・幅の要るものは、もう一つの欄で数を受ける。 */
export const ruleNames = [
  'rate-from',
  'rate-above',
  'rate-rest',
  'beyond-target',
  'at-target',
  'above-baseline',
  'above-baseline-percent',
  'above-baseline-points',
  'around-baseline',
  'around-baseline-percent',
  'around-baseline-points',
  'no-worse-than-baseline',
  'no-worse-than-baseline-percent',
  'no-worse-than-baseline-points',
  'otherwise',
  'share-from',
  'share-above',
  'share-rest',
  'on-line',
  'below-line',
  'met',
  'early-met',
  'early-not-met',
  'not-met',
  'points-from',
  'points-rest',
  'human',
] as const
export type RuleName = (typeof ruleNames)[number]

/** 数の欄の要る条件か。 */
export const takesNumber = (name: RuleName): boolean => /-(?:from|above|percent|points)$/.test(name)

/**
 * 条件を、名と数に分ける。
 *
 * @example namedRule({ on: 'rate', from: '80' }) // → { name: 'rate-from', edge: '80' }
 */
export const namedRule = (rule: GradeRule): { readonly name: RuleName; readonly edge: string } => {
  if (rule.on === 'human') return { name: 'human', edge: '' }
  if (rule.on === 'points')
    return { name: rule.from === undefined ? 'points-rest' : 'points-from', edge: rule.from ?? '' }
  if (rule.on === 'reached') return { name: `${rule.settled ? '' : 'early-'}${rule.met ? 'met' : 'not-met'}`, edge: '' }
  if (rule.on === 'comparison') return namedComparison(rule.when, rule.tolerance)
  if (rule.on === 'expected' && rule.by === 'line') return { name: rule.reaches ? 'on-line' : 'below-line', edge: '' }
  const family = rule.on === 'rate' ? 'rate' : 'share'
  const kind = rule.above !== undefined ? 'above' : rule.from !== undefined ? 'from' : 'rest'
  return { name: `${family}-${kind}`, edge: rule.above ?? rule.from ?? '' }
}

const namedComparison = (when: (typeof comparisonCases)[number], tolerance: Tolerance | undefined) => {
  if (when === 'beyond-target' || when === 'at-target' || when === 'otherwise' || !tolerance)
    return { name: when, edge: '' } as const
  return 'points' in tolerance
    ? ({ name: `${when}-points`, edge: tolerance.points } as const)
    : ({ name: `${when}-percent`, edge: tolerance.percent } as const)
}

/** 名と数から条件を作る。数は打ったまま（数でなければ `scaleProblems` が言う）。知らない名は、人が選ぶ区分とする。 */
export const ruleNamed = (name: string, edge: string): GradeRule => {
  const [, family, kind] = /^(rate|share|points)-(from|above|rest)$/.exec(name) ?? []
  if (family === 'points') return kind === 'from' ? { on: 'points', from: edge } : { on: 'points' }
  const threshold = kind === 'from' ? { from: edge } : kind === 'above' ? { above: edge } : {}
  if (family === 'rate') return { on: 'rate', ...threshold }
  if (family === 'share') return { on: 'expected', by: 'share', ...threshold }
  if (name === 'on-line' || name === 'below-line') return { on: 'expected', by: 'line', reaches: name === 'on-line' }
  const [, early, met] = /^(early-)?(met|not-met)$/.exec(name) ?? []
  if (met) return { on: 'reached', met: met === 'met', settled: early === undefined }
  return comparisonNamed(name, edge) ?? { on: 'human' }
}

const comparisonNamed = (name: string, edge: string): GradeRule | undefined => {
  const width = /-(percent|points)$/.exec(name)
  const when = comparisonCases.find((each) => each === (width ? name.slice(0, width.index) : name))
  if (!when) return undefined
  if (!width) return { on: 'comparison', when }
  return { on: 'comparison', when, tolerance: width[1] === 'points' ? { points: edge } : { percent: edge } }
}
