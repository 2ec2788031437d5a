import type { Message } from '#domain/language/message.ts'
import { bandsOf, widthInWords } from './judge-rule.ts'
import { pointBand } from './points.ts'
import { bandParts } from './rate-band.ts'
import type { Grade, OutsideGrade, Scale } from './scale.ts'

const said = (code: string, params: Message['params'] = {}, also: readonly Message[] = []): Message =>
  also.length > 0 ? { code, params, also } : { code, params }

/**
 * 区分の条件を、委員の読むことばに。上の区分で受けたぶんは上の端として言う。
 *
 * @example say(ruleInWords(長野県, 1)) // → '達成率が80％以上100％未満'
 */
export const ruleInWords = (scale: Scale, rank: number): Message => {
  const rule = scale.grades[rank]?.rule
  if (!rule) return said('scales.rule-human')
  const above = scale.grades.slice(0, rank)
  if (rule.on === 'rate') return said('scales.rule-rate', {}, bandParts(rule, bandsOf(above, 'rate')))
  if (rule.on === 'points') return said('scales.rule-points', {}, pointBand(scale, rank))
  if (rule.on === 'comparison')
    return said(`scales.rule-${rule.when}`, {}, rule.tolerance ? [widthInWords(rule.tolerance)] : [])
  if (rule.on === 'reached') return said(`scales.rule-${rule.settled ? '' : 'early-'}${rule.met ? 'met' : 'not-met'}`)
  if (rule.on === 'human') return said('scales.rule-human')
  if (rule.by === 'line') return said(rule.reaches ? 'scales.rule-on-line' : 'scales.rule-below-line')
  return said('scales.rule-share', {}, bandParts(rule, bandsOf(above, 'expected')))
}

/** 順位の外の区分を、機械がいつ選ぶか。人だけが選ぶものは、そう言う。 */
export const outsideInWords = ({
  for: why,
  absences = [],
}: Pick<OutsideGrade, 'for' | 'absences'>): readonly Message[] => {
  const reasons = [
    ...absences.map((each) => said(`scales.absence-${each}`)),
    ...why.map((each) => said(`scales.no-rate-${each}`)),
  ]
  return reasons.length === 0 ? [said('scales.rule-human')] : reasons
}

/** 順位の中の区分が、実績の身分でも選ばれるなら、その身分。 */
export const alsoForAbsences = ({ absences = [] }: Pick<Grade, 'absences'>): readonly Message[] =>
  absences.map((each) => said(`scales.absence-${each}`))
