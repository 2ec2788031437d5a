import type { Message } from '#domain/language/message.ts'
import { pointBand } from './points.ts'
import { bandParts, type Threshold } from './rate-band.ts'
import type { Grade, GradeRule, OutsideGrade, Scale } from './scale.ts'

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
  if (rule.on === 'rate') return said('scales.rule-rate', {}, bandParts(rule, earlierOf(scale, rank)))
  if (rule.on === 'points') return said('scales.rule-points', {}, pointBand(scale, rank))
  if (rule.on === 'comparison') return said(`scales.rule-${rule.when}`, {}, widthOf(rule))
  if (rule.on === 'reached') return said(`scales.rule-${rule.settled ? '' : 'early-'}${rule.met ? 'met' : 'not-met'}`)
  if (rule.on === 'human') return said('scales.rule-human')
  if (rule.by === 'line') return said(rule.reaches ? 'scales.rule-on-line' : 'scales.rule-below-line')
  return said('scales.rule-share', {}, bandParts(rule, earlierOf(scale, rank)))
}

/** 上の区分の、同じ種類の境。 */
const earlierOf = ({ grades }: Scale, rank: number): readonly Threshold[] => {
  const own = grades[rank]?.rule.on
  return grades
    .slice(0, rank)
    .flatMap(({ rule }) => (rule.on === own && !('reaches' in rule) ? [thresholdOf(rule)] : []))
}

const thresholdOf = (rule: GradeRule): Threshold =>
  rule.on === 'rate' || (rule.on === 'expected' && rule.by === 'share') ? rule : {}

const widthOf = ({ tolerance }: Extract<GradeRule, { on: 'comparison' }>): readonly Message[] => {
  if (!tolerance) return []
  return 'points' in tolerance
    ? [said('grade-width-points', { width: tolerance.points })]
    : [said('grade-width-percent', { width: tolerance.percent })]
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
