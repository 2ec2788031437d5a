import type { NoRate } from '#domain/indicator/achievement.ts'
import type { Absence } from '#domain/quantity/figure.ts'
import { gradedAbsences, noRates } from './outside-reasons.ts'
import { namedRule, type RuleName, ruleNamed } from './rule-names.ts'
import {
  type Grade,
  gradeColours,
  type OutsideGrade,
  type PointChoice,
  type PointCriterion,
  type Scale,
} from './scale.ts'

/** 評価区分を直す欄。打ったままの字。 */
export type ScaleGiven = {
  readonly id: string
  readonly name: string
  readonly grades: readonly GradeGiven[]
  readonly outside: readonly OutsideGiven[]
  readonly criteria: readonly CriterionGiven[]
}

export type GradeGiven = {
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly symbol: string
  readonly colour: string
  readonly rule: RuleName | string
  readonly edge: string
  /** 空白で区切った身分（`Grade.absences`）。 */
  readonly absences: string
}

/** `when` は `absence-ended`・`no-rate-no-actual` のような、機械が選ぶとき。 */
export type OutsideGiven = Pick<GradeGiven, 'code' | 'label' | 'meaning' | 'symbol'> & {
  readonly when: readonly string[]
}

/** `choices` は一行に一つ、「符号｜ことば｜点｜率の境」。 */
export type CriterionGiven = { readonly code: string; readonly label: string; readonly choices: string }

const number = (typed: string): string => typed.normalize('NFKC').replace(/[%点,\s]/g, '')
const tidy = (typed: string): string => typed.trim()

/**
 * 欄から評価区分を読む。印が空なら符号の初めを印とする。直すところは `scaleProblems` が言う。
 *
 * @example scaleGiven(givenScale(長野県)) // → 長野県（打って読んでも同じ）
 */
export const scaleGiven = ({ id, name, grades, outside, criteria }: ScaleGiven): Scale => ({
  id: tidy(id) || 'own',
  name: tidy(name),
  grades: grades.map(gradeGiven),
  outside: outside.map(outsideGiven),
  ...(criteria.length > 0 && { points: criteria.map(criterionGiven) }),
})

const named = ({ code, label, meaning, symbol }: Pick<GradeGiven, 'code' | 'label' | 'meaning' | 'symbol'>) => ({
  code: tidy(code),
  label: tidy(label),
  meaning: tidy(meaning),
  symbol: tidy(symbol) || tidy(code).slice(0, 2) || '―',
})

const gradeGiven = (given: GradeGiven): Grade => {
  const colour = gradeColours.find((each) => each === given.colour)
  const absences = gradedAbsences.filter((each) => given.absences.split(' ').includes(each))
  return {
    ...named(given),
    rule: ruleNamed(given.rule, number(given.edge)),
    ...(colour && { colour }),
    ...(absences.length > 0 && { absences }),
  }
}

const outsideGiven = (given: OutsideGiven): OutsideGrade => {
  const absences: readonly Absence[] = gradedAbsences.filter((each) => given.when.includes(`absence-${each}`))
  const why: readonly NoRate[] = noRates.filter((each) => given.when.includes(`no-rate-${each}`))
  return { ...named(given), for: why, ...(absences.length > 0 && { absences }) }
}

const criterionGiven = ({ code, label, choices }: CriterionGiven): PointCriterion => ({
  code: tidy(code),
  label: tidy(label),
  choices: choices
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(choiceGiven),
})

const choiceGiven = (line: string): PointChoice => {
  const [code = '', label = '', points = '', from = ''] = line.split(/[|｜\t]/).map(tidy)
  return { code, label, points: number(points), ...(from !== '' && { from: number(from) }) }
}

/** 評価区分を、直す欄に並べる。 */
export const givenScale = ({ id, name, grades, outside, points = [] }: Scale): ScaleGiven => ({
  id,
  name,
  grades: grades.map(({ rule, colour, absences = [], ...rest }) => {
    const { name: ruleName, edge } = namedRule(rule)
    return { ...rest, colour: colour ?? '', rule: ruleName, edge, absences: absences.join(' ') }
  }),
  outside: outside.map(({ for: why, absences = [], ...rest }) => ({
    ...rest,
    when: [...absences.map((each) => `absence-${each}`), ...why.map((each) => `no-rate-${each}`)],
  })),
  criteria: points.map(({ code, label, choices }) => ({
    code,
    label,
    choices: choices
      .map((choice) => [choice.code, choice.label, choice.points, ...(choice.from ? [choice.from] : [])].join('｜'))
      .join('\n'),
  })),
})

const emptyGrade: GradeGiven = {
  code: '',
  label: '',
  meaning: '',
  symbol: '',
  colour: '',
  rule: 'human',
  edge: '',
  absences: '',
}

/** 何もないところから作るときの欄。 */
export const emptyScale: ScaleGiven = {
  id: 'own',
  name: '',
  grades: [emptyGrade, emptyGrade],
  outside: [],
  criteria: [],
}

/** 行の操作。`up-2`・`down-0`・`drop-1`・`drop-outside-0`・`add`・`add-outside`・`add-criterion`・`drop-criterion-0`。 */
export const rowStep = (given: ScaleGiven, step: string): ScaleGiven => {
  const [, does, kind, row] = /^(add|drop|up|down)(?:-(outside|criterion))?(?:-(\d+))?$/.exec(step) ?? []
  const at = Number(row)
  const lists = { outside: 'outside', criterion: 'criteria' } as const
  if (does === 'add') return added(given, kind)
  if (does === 'drop' && (kind === 'outside' || kind === 'criterion'))
    return { ...given, [lists[kind]]: given[lists[kind]].filter((_, index) => index !== at) }
  if (does === 'drop') return { ...given, grades: given.grades.filter((_, index) => index !== at) }
  if (does === 'up') return { ...given, grades: swapped(given.grades, at - 1) }
  return does === 'down' ? { ...given, grades: swapped(given.grades, at) } : given
}

const added = (given: ScaleGiven, kind: string | undefined): ScaleGiven => {
  if (kind === 'outside')
    return { ...given, outside: [...given.outside, { code: '', label: '', meaning: '', symbol: '', when: [] }] }
  if (kind === 'criterion') {
    const code = String(given.criteria.length + 1)
    return { ...given, criteria: [...given.criteria, { code, label: '', choices: '' }] }
  }
  return { ...given, grades: [...given.grades, emptyGrade] }
}

const swapped = <T>(rows: readonly T[], first: number): readonly T[] => {
  const [one, other] = [rows[first], rows[first + 1]]
  if (one === undefined || other === undefined) return rows
  return rows.with(first, other).with(first + 1, one)
}
