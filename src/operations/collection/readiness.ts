import type { Answer } from '#domain/collection/answer.ts'
import { figureAnswered, withActual } from '#domain/collection/answered.ts'
import { areQuestionsAnswered, isComplete, type Missing, missingIn } from '#domain/collection/completeness.ts'
import { openQuestions } from '#domain/collection/plausibility.ts'
import type { ResponseItem } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { achievementIn } from '#domain/indicator/achievement.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { FlowFacts, Readiness } from './flow-facts.ts'

/**
 * 提出できるだけそろっているかを、提出と同じ取引の中で確かめる。
 * 頁が見せたあとに消された値や、同時に書かれた値も、ここで見たものがすべて。
 */
export const readinessIn = async (
  tx: Pick<ReadTransaction, 'responses' | 'editions'>,
  { response, round }: Pick<FlowFacts, 'response' | 'round'>,
): Promise<Readiness> => {
  const items = await tx.responses.items(response.id)
  const answers = Map.groupBy(await tx.responses.answers(response.id), ({ itemId }) => itemId)
  const evidence = await tx.responses.evidenceCounts(response.id)
  const editions = new Map<string, Edition | undefined>()
  for (const id of new Set(items.map(({ editionId }) => editionId))) editions.set(id, await tx.editions.get(id))
  const missing = items.flatMap((item) =>
    missingOf(round, item, answers.get(item.id) ?? [], editions.get(item.editionId), evidence.get(item.id) ?? 0),
  )
  return { complete: isComplete(missing), questionsAnswered: areQuestionsAnswered(missing) }
}

const missingOf = (
  round: CollectionRound,
  item: ResponseItem,
  answers: readonly Answer[],
  edition: Edition | undefined,
  evidence: number,
): readonly Missing[] => {
  const value = answers.find(({ field }) => field === 'actual')?.value ?? null
  const indicator = edition?.content.indicators.find(({ id }) => id === item.subjectId)
  const { fiscalYear } = round
  if (!edition || !indicator || value?.kind !== 'actual')
    return missingIn(round, item, answers, { achievement: null, questions: [], evidence })
  const placed = withActual(indicator, figureAnswered(value, indicator, fiscalYear))
  const achievement = achievementIn(placed, fiscalYear, edition.rules, edition)
  const questions = openQuestions({ indicator, fiscalYear, value })
  return missingIn(round, item, answers, { achievement, questions, evidence })
}
