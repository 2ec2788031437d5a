import { isAbsent } from '#domain/indicator/figures.ts'
import type { Message } from '#domain/language/message.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { factsOf, type GradedBy, type GradeFacts } from './grade-facts.ts'
import { judgeRule } from './judge-rule.ts'
import { meetsThreshold } from './rate-band.ts'
import type { Grade, GradeAnswer, OutsideGrade, Scale } from './scale.ts'

/**
 * 指標の、ある年度の機械の判定。閾値は丸めない率で判じる（79.96 は 80.0 と印刷されても 80 未満）。
 * 上の区分から見て、初めに当てはまったものになる。上の区分が決められなければ、下へは進まず人に尋ねる。
 * 人の判断はこの答えとは別に、理由とともに残す。
 *
 * @example mechanicalGrade(新規創業件数, 2023, edition, あの市のA～D).kind // → 'graded'
 */
export const mechanicalGrade = (indicator: Indicator, year: number, edition: GradedBy, scale: Scale): GradeAnswer =>
  gradeByFacts(factsOf(indicator, year, edition), scale)

/** 読み終えた事実からの判定。 */
export const gradeByFacts = (facts: GradeFacts, scale: Scale): GradeAnswer =>
  byAbsence(facts, scale) ?? byOrder(facts, scale)

const ask = (code: string): GradeAnswer => ({ kind: 'ask', working: { code, params: {} } })

const named = ({ code, label }: Pick<Grade, 'code' | 'label'>) => ({ grade: code, label })

const following = (working: Message, ...next: readonly Message[]): Message => ({
  ...working,
  also: [...(working.also ?? []), ...next],
})

/** 実績の身分か、率のないわけで決まる区分。順位の中の区分も、身分で選ばれることがある。 */
const byAbsence = ({ actual, achievement }: GradeFacts, { grades, outside }: Scale): GradeAnswer | undefined => {
  if (achievement.kind !== 'none') return undefined
  const status = actual && isAbsent(actual) ? actual.status : undefined
  const holds = (each: Pick<Grade, 'absences'>) => status !== undefined && (each.absences ?? []).includes(status)
  const said = (grade: Grade | OutsideGrade) =>
    following(achievement.working, { code: 'grade-therefore', params: named(grade) })
  const inOrder = grades.find(holds)
  if (inOrder) return { kind: 'graded', grade: inOrder, working: said(inOrder) }
  const beyond = outside.find(holds) ?? outside.find((each) => each.for.includes(achievement.why))
  return beyond && { kind: 'outside', grade: beyond, working: said(beyond) }
}

const byOrder = (facts: GradeFacts, scale: Scale): GradeAnswer => {
  const { grades } = scale
  // 人が選ぶ区分が一つでもあれば、機械だけでは順位を決められない。
  if (grades.some(({ rule }) => rule.on === 'human')) return ask('grade-needs-person')
  const conflict = directionConflict(facts)
  if (conflict) return { kind: 'ask', working: { code: 'grade-direction-conflict', params: {}, also: [conflict] } }
  for (const [rank, grade] of grades.entries()) {
    const verdict = judgeRule(grade.rule, facts, grades.slice(0, rank))
    if (verdict.kind === 'unknown') return ask(verdict.ask)
    if (verdict.kind === 'fits')
      return { kind: 'graded', grade, working: inWords(verdict.because, grade, roundingMatters(facts, scale, grade)) }
  }
  return ask('grade-fits-none')
}

/**
 * 名は「少ないほどよい」と言うのに目標は増えている、というような食い違い。どちらに読むかで区分が逆になるので、機械は決めない
 * （みなかみ町の転入者数は、多いほどよいのに目標を下げている。手引き §1.2）。
 */
const directionConflict = ({ achievement }: GradeFacts): Message | undefined =>
  achievement.working.also?.find(({ code }) => code.startsWith('direction-conflict-'))

/** わけの文の終わり。幅と「同水準」は体言で終わるので「なので」、ほかは「ので」。 */
const tail = ({ code }: Message): string => (/^grade-(?:band|width)-|around/.test(code) ? 'grade-so' : 'grade-hence')

const inWords = (because: readonly [Message, ...Message[]], grade: Grade, printed: readonly Message[]): Message => {
  const [first, ...rest] = because
  return following(first, ...rest, { code: tail(rest.at(-1) ?? first), params: named(grade) }, ...printed)
}

/** 印刷する率（丸めた率）なら別の区分になるとき、そのことを言う。 */
const roundingMatters = ({ achievement }: GradeFacts, { grades }: Scale, grade: Grade): readonly Message[] => {
  if (grade.rule.on !== 'rate' || achievement.kind !== 'rate') return []
  const other = grades.find(({ rule }) => rule.on === 'rate' && meetsThreshold(achievement.shown, rule))
  return other === undefined || other.code === grade.code
    ? []
    : [{ code: 'grade-unrounded', params: { shown: achievement.shown } }]
}
