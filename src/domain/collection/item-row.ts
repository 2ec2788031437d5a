import { type Achievement, achievementIn } from '#domain/indicator/achievement.ts'
import { actualFor, finalTarget, targetFor } from '#domain/indicator/figures.ts'
import type { Comment, Indicator, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { minus } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { sameUnit } from '#domain/quantity/unit.ts'
import { withActual } from './accepted-content.ts'
import type { Answer, AnswerField } from './answer.ts'
import { type AskedField, fieldsOf, type Missing, missingIn } from './completeness.ts'
import { figureOfAnswer } from './figure-of-answer.ts'
import { openQuestions, type Question, questionsOf } from './plausibility.ts'
import type { ResponseItem } from './response.ts'
import type { CollectionRound } from './round.ts'

/** 前の年度の値と達成率。 */
export type LastYear = {
  readonly year: number
  readonly figure: Figure | undefined
  readonly achievement: Achievement
}

/** 回答の一行：項目と、計画の側の値、入れた値、それで計算した率、尋ね、足りないもの。 */
export type ItemRow = {
  readonly item: ResponseItem
  /** 計画にある指標・事業。計画が改まってなくなっていれば undefined（名と単位は項目が持つ）。 */
  readonly indicator: Indicator | undefined
  readonly project: Project | undefined
  readonly fields: readonly AskedField[]
  readonly answers: readonly Answer[]
  readonly target: Figure | undefined
  readonly last: LastYear | null
  /** 入れた値での、今年度の達成率。値がまだなければ null。 */
  readonly achievement: Achievement | null
  readonly questions: readonly Question[]
  /** そのうち、まだ答えていないもの。 */
  readonly open: readonly Question[]
  readonly missing: readonly Missing[]
  readonly evidence: number
}

type Given = {
  readonly round: Pick<CollectionRound, 'asks' | 'reasonBelow' | 'fiscalYear'>
  readonly item: ResponseItem
  /** 項目の計画の版。なければ undefined。 */
  readonly edition: Edition | undefined
  /** この項目の欄だけ。 */
  readonly answers: readonly Answer[]
  /** この項目に付いた資料の数。 */
  readonly evidence: number
}

/** 回答の一行を作る。率は版の式で計算し、頁も表も提出の確かめも、同じこの一行を見る。 */
export const itemRow = ({ round, item, edition, answers, evidence }: Given): ItemRow => {
  const indicator = edition?.content.indicators.find(({ id }) => id === item.subjectId)
  const { fiscalYear } = round
  const value = answerIn(answers, 'actual')?.value ?? null
  const asked = indicator ? { indicator, fiscalYear, value } : undefined
  const achievement =
    indicator && edition && value?.kind === 'actual'
      ? achievementIn(
          withActual(indicator, figureOfAnswer(value, indicator, fiscalYear)),
          fiscalYear,
          edition.rules,
          edition,
        )
      : null
  const open = asked ? openQuestions(asked) : []
  return {
    item,
    indicator,
    project: edition?.content.projects.find(({ id }) => id === item.subjectId),
    fields: fieldsOf(round, item),
    answers,
    target: indicator && (targetFor(indicator, fiscalYear) ?? finalTarget(indicator)),
    last: indicator && edition ? lastYear(indicator, edition, fiscalYear - 1) : null,
    achievement,
    questions: asked ? questionsOf(asked) : [],
    open,
    missing: missingIn(round, item, answers, { achievement, questions: open, evidence }),
    evidence,
  }
}

const lastYear = (indicator: Indicator, edition: Edition, year: number): LastYear => ({
  year,
  figure: actualFor(indicator, year),
  achievement: achievementIn(indicator, year, edition.rules, edition),
})

/** その欄の値。 */
export const answerIn = (answers: readonly Answer[], field: AnswerField): Answer | undefined =>
  answers.find((answer) => answer.field === field)

/** 同じ見出しの、前の年度の文。写して直せるように。年の書かれていない文は、いつのものか分からないので使わない。 */
export const textOfLastYear = (
  indicator: Indicator | undefined,
  heading: string | null,
  fiscalYear: number,
): Comment | undefined =>
  (indicator?.comments ?? [])
    .filter((comment) => comment.heading === heading && comment.year !== null && comment.year < fiscalYear)
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0]

/**
 * 前の年度からの増減（指標の単位で）。どちらかが数一つでないか、単位が違えば undefined。
 * `changeFromLast(1,340人 → 1,390人)` → '50'
 */
export const changeFromLast = ({ indicator, last, answers, item }: ItemRow, year: number): string | undefined => {
  const value = answerIn(answers, 'actual')?.value
  if (!indicator || value?.kind !== 'actual' || value.absence !== null) return undefined
  const [now, before] = [figureOfAnswer(value, indicator, year), last?.figure]
  if ((!before || now.value === null || before.value === null || now.upTo) ?? before.upTo) return undefined
  return sameUnit(now.unit ?? item.unit, before.unit ?? item.unit) ? minus(now.value, before.value) : undefined
}
