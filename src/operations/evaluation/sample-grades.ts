import { daisenPolicies } from '#domain/evaluation/presets/policies.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { readScale } from '#store/scale-schema.ts'
import type { App } from '../app.ts'
import { sampleKeeper } from '../sample-keeper.ts'
import { acceptMechanical } from './evaluate.ts'
import { openEvaluationYear } from './evaluation-years.ts'
import { placeScale } from './scales.ts'

/** 見本の評価：どの年度の実績を、どの区分で。区分は `sample.json` に書いてある。 */
export type SampleGrades = { readonly year: number; readonly fromYear: number; readonly scale: unknown }

/**
 * 見本の計画に、評価区分と見直しの決まりを置き、機械の判定のとおりに評価する（人のすることと同じ操作で）。
 * 区分を評価した数が市の改訂概要のクロス表になることは、試験が確かめる。断る符号は、それぞれの操作のもの。
 */
export const gradeSample = async (
  app: App,
  code: string,
  editionId: string,
  { year, fromYear, scale }: SampleGrades,
): Promise<Result<null>> => {
  const read = readScale(scale)
  if (!read.ok) return read
  const placed = await placeScale(app, sampleKeeper, code, editionId, {
    subject: 'indicator',
    fromYear,
    scale: read.value,
    revision: 0,
  })
  if (!placed.ok) return placed
  if (!('placed' in placed.value)) return refused('scales.unreadable')
  await app.store.write(code, { by: sampleKeeper.name, at: app.now(), newId: app.newId }, (tx) =>
    tx.policies.put(editionId, { policies: daisenPolicies, directions: [] }),
  )
  const opened = await openEvaluationYear(app, sampleKeeper, code, { editionId, year })
  if (!opened.ok) return opened
  const accepted = await acceptMechanical(app, sampleKeeper, code, { editionId, year })
  return accepted.ok ? done(null) : accepted
}
