import { findingsIn } from '#domain/findings/findings-in.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { searchCity } from '#operations/search-city.ts'
import { answering } from './answering.ts'

/** ミリ秒。`reckon` 達成率をすべて計算する、`find` 突合、`index` 探す索引を作って一度探す、`search` そのあとの一回ずつ。 */
export type ThinkTimes = {
  readonly reckon: number
  readonly find: number
  readonly index: number
  readonly search: readonly number[]
}

const words = ['空き家', 'ﾊﾞﾝｸ', '率', 'ふぁみり さぽーと', '第10区 創業', '台帳', '見つからない語']
const rounds = 20

/** 大きな計画で、取り込んだ直後の一度だけ掛かるものと、探すのに掛かる時間。 */
answering<{ draft: PlanDraft }>(async ({ draft }): Promise<ThinkTimes> => {
  const edition = editionOf(draft)
  const time = (act: () => unknown): number => {
    const started = performance.now()
    act()
    return performance.now() - started
  }
  return {
    reckon: time(() => reckon(edition)),
    find: time(() => findingsIn(draft)),
    index: time(() => searchCity([edition], words[0] ?? '')),
    search: Array.from({ length: rounds }, () => words.map((q) => time(() => searchCity([edition], q)))).flat(),
  }
})

const editionOf = ({ format: _, source, municipality: { name }, plan, ...content }: PlanDraft): Edition => ({
  id: '00000000-0000-4000-8000-000000000001',
  municipality: { code: '011002', name },
  ...plan,
  rules: defaultRules,
  sources: [{ ...source, bytes: 0, adoptedAt: '2026-11-21T00:00:00.000Z' }],
  content,
})
