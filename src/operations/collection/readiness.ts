import { areQuestionsAnswered, isComplete } from '#domain/collection/completeness.ts'
import { itemRow } from '#domain/collection/item-row.ts'
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
  const evidence = Map.groupBy(await tx.responses.evidence(response.id), ({ itemId }) => itemId)
  const editions = new Map<string, Edition | undefined>()
  for (const id of new Set(items.map(({ editionId }) => editionId))) editions.set(id, await tx.editions.get(id))
  const missing = items.flatMap(
    (item) =>
      itemRow({
        round,
        item,
        edition: editions.get(item.editionId),
        answers: answers.get(item.id) ?? [],
        evidence: evidence.get(item.id)?.length ?? 0,
      }).missing,
  )
  return { complete: isComplete(missing), questionsAnswered: areQuestionsAnswered(missing) }
}
