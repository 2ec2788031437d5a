import { dayInJapan } from '#domain/year/moment.ts'
import type { OwnerlessIndicator } from '#store/ownerless-indicators.ts'
import type { App } from '../app.ts'

export type { OwnerlessIndicator }

/** きょう担当のない指標。企画課のはじめの頁が、数と名を見せる。 */
export const ownerless = async (
  { store, now }: App,
  code: string,
): Promise<{ readonly count: number; readonly indicators: readonly OwnerlessIndicator[] }> => {
  const indicators = await store.read(code, (tx) => tx.owners.ownerless(dayInJapan(now())))
  return { count: indicators.length, indicators }
}
