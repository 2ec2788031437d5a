import type { Achievement } from '#domain/indicator/achievement.ts'
import type { Message } from '#domain/language/message.ts'
import { compare } from '#domain/quantity/decimal.ts'
import type { Answer, AnswerField } from './answer.ts'
import { fieldsAsked } from './asked-fields.ts'
import type { Question } from './plausibility.ts'
import type { ResponseItem } from './response.ts'
import type { AskedText, CollectionRound } from './round.ts'

/** 項目一つで尋ねる欄。heading は文の欄の見出し（ほかの欄は、欄の名が決まっている）。 */
export type AskedField = {
  readonly field: AnswerField
  readonly need: AskedText['need']
  readonly heading: string | null
}

/**
 * 照会がこの項目で尋ねる欄と、要るかどうか。並びは、表の列の順。
 * 指標の事業費は、事業と組にならない指標もあるので、書けるときだけでよい。
 */
export const fieldsOf = (
  { asks }: Pick<CollectionRound, 'asks'>,
  { kind }: Pick<ResponseItem, 'kind'>,
): readonly AskedField[] =>
  fieldsAsked(asks, kind).map((field) => {
    const text = asks.texts.find(({ key }) => field === `text-${key}`)
    if (text) return { field, need: text.need, heading: text.heading }
    return { field, need: field === 'money' && kind === 'indicator' ? 'optional' : 'always', heading: null }
  })

/** 提出までに足りないもの。question は、尋ねにまだ答えていないこと。 */
export type Missing = {
  readonly itemId: string
  readonly field: AnswerField | 'evidence'
  readonly why: 'empty' | 'expected' | 'below' | 'evidence' | 'question'
  readonly message: Message
}

/** 項目のいまの様子。achievement は、入れた値で計算した今年度の達成率（値がまだなければ null）。 */
export type ItemStanding = {
  readonly achievement: Achievement | null
  /** まだ答えていない尋ね。 */
  readonly questions: readonly Question[]
  /** 付けてある資料の数。 */
  readonly evidence: number
}

/** その項目に足りないもの。なければ空で、提出できる。`answers` はその項目の欄だけ。 */
export const missingIn = (
  round: Pick<CollectionRound, 'asks' | 'reasonBelow'>,
  item: Pick<ResponseItem, 'id' | 'kind' | 'name'>,
  answers: readonly Answer[],
  standing: ItemStanding,
): readonly Missing[] => {
  const below = isBelow(round.reasonBelow, standing.achievement)
  const wanted = fieldsOf(round, item).filter(({ need }) => need === 'always' || (need === 'below' && below))
  const filled = (field: AnswerField) => answers.some((answer) => answer.field === field)
  const empty = wanted
    .filter(({ field }) => !filled(field))
    .map(({ field, need, heading }) => missing(item, field, need === 'below' ? 'below' : 'empty', heading, round))
  const evidence =
    round.asks.evidence === 'required' && standing.evidence === 0
      ? [missing(item, 'evidence', 'evidence', null, round)]
      : []
  const questions = standing.questions.length > 0 ? [missing(item, 'actual', 'question', null, round)] : []
  return [...empty, ...expectedMissing(item, answers, round), ...evidence, ...questions]
}

/** 未公表なのに、公表の見込みがない。 */
const expectedMissing = (
  item: Pick<ResponseItem, 'id' | 'name'>,
  answers: readonly Answer[],
  round: Pick<CollectionRound, 'reasonBelow'>,
): readonly Missing[] =>
  answers
    .filter(({ value }) => value.kind === 'actual' && value.absence === 'not-published' && value.expected === null)
    .map(({ field }) => missing(item, field, 'expected', null, round))

const missing = (
  { id, name }: Pick<ResponseItem, 'id' | 'name'>,
  field: Missing['field'],
  why: Missing['why'],
  heading: string | null,
  { reasonBelow }: Pick<CollectionRound, 'reasonBelow'>,
): Missing => {
  const what = heading ?? `@what-answer-${field}`
  return {
    itemId: id,
    field,
    why,
    message: { code: `answer-missing-${why}`, params: { name, what, below: reasonBelow ?? '' } },
  }
}

/**
 * 達成率が境を下回ったか。丸めない率で比べる（79.96％は、80.0と見えても下回る）。
 * 率の意味がなく達成・未達成だけを言うもの（目標 0 など）は、未達成なら下回ったものとする。率のないものには求めない。
 */
export const isBelow = (threshold: string | null, achievement: Achievement | null): boolean => {
  if (threshold === null || achievement === null) return false
  if (achievement.kind === 'rate') return compare(achievement.percent, threshold) < 0
  return achievement.kind === 'judged' && !achievement.met
}

/** 提出できるか（値と文と資料がそろっている）。 */
export const isComplete = (missings: readonly Missing[]): boolean => missings.every(({ why }) => why === 'question')

/** 尋ねに、みな答えたか。 */
export const areQuestionsAnswered = (missings: readonly Missing[]): boolean =>
  missings.every(({ why }) => why !== 'question')
