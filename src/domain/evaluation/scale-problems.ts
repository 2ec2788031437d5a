import { numberInWords } from '#domain/indicator/amounts.ts'
import type { Message } from '#domain/language/message.ts'
import { factsAt } from './example-facts.ts'
import type { GradeFacts } from './grade-facts.ts'
import { judgeRule } from './judge-rule.ts'
import { gradeByFacts } from './mechanical-grade.ts'
import { gradeBySum, possibleSums, usesPoints } from './points.ts'
import type { Grade, Scale } from './scale.ts'
import { actualsAround, valueInWords } from './scale-examples.ts'
import { numberProblems } from './scale-numbers.ts'

const problem = (code: string, params: Message['params'] = {}, also: readonly Message[] = []): Message =>
  also.length > 0 ? { code: `scales.problem-${code}`, params, also } : { code: `scales.problem-${code}`, params }

/**
 * 評価区分の直すところ。空なら、どの値にもちょうど一つの区分が決まる（人が選ぶ区分を除く）。
 * 区分がない、符号の重なり、数でない境のほか、重なりの陰で決して選ばれない区分、どこにも当たらない値を、例の値とともに言う。
 *
 * @example scaleProblems({ ...長野県, grades: [] }) // → 「区分が一つもありません…」
 */
export const scaleProblems = (scale: Scale): readonly Message[] => {
  const written = [...naming(scale), ...numberProblems(scale)]
  if (written.length > 0 || scale.grades.length === 0) return written
  return usesPoints(scale) ? inPoints(scale) : [...mixed(scale), ...inValues(scale)]
}

const naming = ({ name, grades, outside }: Scale): readonly Message[] => {
  const codes = [...grades, ...outside].map(({ code }) => code)
  const twice = [...new Set(codes.filter((code, index) => code !== '' && codes.indexOf(code) !== index))]
  const nameless = [...grades, ...outside].some(({ code, label }) => code === '' || label.trim() === '')
  return [
    ...(name.trim() === '' ? [problem('no-name')] : []),
    ...(grades.length === 0 ? [problem('no-grades')] : []),
    ...(nameless ? [problem('nameless')] : []),
    ...twice.map((code) => problem('same-code', { grade: code })),
  ]
}

/** 人が選ぶ区分と、機械が決める区分が混じると、機械は何も決めない。 */
const mixed = ({ grades }: Scale): readonly Message[] => {
  const byPerson = grades.filter(({ rule }) => rule.on === 'human')
  return byPerson.length === 0 || byPerson.length === grades.length
    ? []
    : [problem('mixed', { grades: byPerson.map(({ code }) => code).join('・') })]
}

type Case = { readonly facts: GradeFacts; readonly words: Message }

/** 例の値ごとに判じて、決して選ばれない区分と、どこにも当たらない値を見つける。 */
const inValues = (scale: Scale): readonly Message[] => {
  if (scale.grades.some(({ rule }) => rule.on === 'human')) return []
  const cases = casesOf(scale)
  const answers = cases.map(({ facts }) => gradeByFacts(facts, scale))
  const reached = new Set(answers.flatMap((answer) => (answer.kind === 'graded' ? answer.grade.code : [])))
  const gap = cases.find((_, index) => isGap(answers[index]))
  return [
    ...scale.grades
      .filter(({ code, absences = [] }) => !reached.has(code) && absences.length === 0)
      .map((grade) => neverChosen(scale, grade, cases)),
    ...(gap ? [problem('gap', {}, [gap.words, { code: 'scales.problem-end', params: {} }])] : []),
  ]
}

const isGap = (answer: ReturnType<typeof gradeByFacts> | undefined): boolean =>
  answer?.kind === 'ask' && answer.working.code === 'grade-fits-none'

const casesOf = (scale: Scale): readonly Case[] => {
  const settles = scale.grades.some(({ rule }) => rule.on === 'reached')
  return actualsAround(scale).flatMap((actual): readonly Case[] => {
    const words = valueInWords(scale, actual)
    const early = { ...words, also: [{ code: 'scales.example-unsettled', params: {} }] }
    return [{ facts: factsAt(actual), words }, ...(settles ? [{ facts: factsAt(actual, false), words: early }] : [])]
  })
}

/** 条件は当てはまるのに、上の区分が先に取る値があれば、その区分と値を言う。 */
const neverChosen = (scale: Scale, grade: Grade, cases: readonly Case[]): Message => {
  const own = cases.find(({ facts }) => judgeRule(grade.rule, facts, []).kind === 'fits')
  const winner = own && gradeByFacts(own.facts, scale)
  if (!own || winner?.kind !== 'graded') return problem('never', { grade: grade.code })
  const params = { grade: grade.code, winner: winner.grade.code }
  return problem('shadowed', params, [own.words, { code: 'scales.problem-end', params: {} }])
}

const inPoints = (scale: Scale): readonly Message[] => {
  const others = scale.grades.filter(({ rule }) => rule.on !== 'points')
  if (others.length > 0) return [problem('mixed-points', { grades: others.map(({ code }) => code).join('・') })]
  const sums = possibleSums(scale)
  const [low, high] = [sums[0], sums.at(-1)]
  if (low === undefined || high === undefined) return [problem('no-points')]
  const answers = sums.map((total) => ({ total, answer: gradeBySum(scale, total) }))
  const reached = new Set(answers.flatMap(({ answer }) => (answer.kind === 'graded' ? answer.grade.code : [])))
  const gap = answers.find(({ answer }) => answer.kind !== 'graded')
  const range = { low: numberInWords(low), high: numberInWords(high) }
  return [
    ...scale.grades
      .filter(({ code }) => !reached.has(code))
      .map(({ code }) => problem('points-never', { grade: code, ...range })),
    ...(gap ? [problem('points-gap', { points: numberInWords(gap.total) })] : []),
  ]
}
