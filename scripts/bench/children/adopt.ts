import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { proposeRules } from '#domain/indicator/rules.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import { openDocument } from '#reading/open-document.ts'
import { readPlan } from '#reading/read-plan.ts'
import { openStore, type Store, type StoreLocation } from '#store/store.ts'
import { answering } from './answering.ts'

export type ToAdopt = { readonly municipality: string; readonly path: string }
export type AdoptTimes = { readonly first: readonly number[]; readonly again: readonly number[] }

/** 空の倉庫に図書を順に取り込む。読むのは時間の外。`again` は、同じものをもう一度（何も変わらない）。 */
answering<{ location: StoreLocation; documents: readonly ToAdopt[] }>(
  async ({ location, documents }): Promise<AdoptTimes> => {
    const store = orThrow(await openStore(location))
    const times = { first: [] as number[], again: [] as number[] }
    for (const { municipality, path } of documents) {
      const content = readFileSync(path)
      const draft = orThrow(readPlan(orThrow(await openDocument(basename(path), content))))
      times.first.push(await adoptionTime(store, municipality, draft, content, 'new'))
      times.again.push(await adoptionTime(store, municipality, draft, content, 'unchanged'))
    }
    await store.close()
    return times
  },
)

const adoptionTime = async (
  store: Store,
  code: string,
  draft: PlanDraft,
  content: Uint8Array,
  expected: 'new' | 'unchanged',
): Promise<number> => {
  const act = { by: '計測', at: new Date(), newId: () => crypto.randomUUID() }
  const started = performance.now()
  const { rules } = proposeRules(draft)
  const { outcome } = orThrow(await store.write(code, act, (tx) => tx.editions.adopt(draft, content, rules)))
  const milliseconds = performance.now() - started
  if (outcome !== expected) throw new Error(`adoption of ${code} was ${outcome}, not ${expected}`)
  return milliseconds
}

const orThrow = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}
