import type { Message } from '#domain/language/message.ts'
import { isDecimal, isNegative } from '#domain/quantity/decimal.ts'
import type { GradeRule, Scale } from './scale.ts'

const said = (code: string, params: Message['params']): Message => ({ code: `scales.problem-${code}`, params })

/** 数でない境・幅・点。入力の途中の字のまま、直すところとして言う。 */
export const numberProblems = ({ grades, points = [] }: Scale): readonly Message[] => [
  ...grades.flatMap(({ code, rule }) =>
    numbersIn(rule).map(({ code: what, params }) => said(what, { ...params, grade: code })),
  ),
  ...points.flatMap(({ label, choices }) =>
    choices
      .flatMap((choice) => [choice.points, choice.from ?? '0'])
      .filter((each) => !isDecimal(each))
      .map((typed) => said('point-not-number', { criterion: label, typed })),
  ),
]

const numbersIn = (rule: GradeRule): readonly Message[] => {
  if (rule.on === 'comparison') return widthProblems(rule)
  if (rule.on !== 'rate' && rule.on !== 'points' && !(rule.on === 'expected' && rule.by === 'share')) return []
  const both = 'above' in rule && rule.above !== undefined && rule.from !== undefined
  const edges = [rule.from, 'above' in rule ? rule.above : undefined].filter((each) => each !== undefined)
  return [
    ...edges.filter((each) => !isDecimal(each)).map((typed) => ({ code: 'not-number', params: { typed } })),
    ...(both ? [{ code: 'two-edges', params: {} }] : []),
  ]
}

const widthProblems = ({ when, tolerance }: Extract<GradeRule, { on: 'comparison' }>): readonly Message[] => {
  const width = tolerance && ('points' in tolerance ? tolerance.points : tolerance.percent)
  if (width === undefined) return when === 'around-baseline' ? [{ code: 'no-width', params: {} }] : []
  return isDecimal(width) && !isNegative(width) ? [] : [{ code: 'width-not-number', params: { typed: width } }]
}
