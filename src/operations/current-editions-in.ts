import { currentEditions } from '#domain/plan/current-edition.ts'
import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** 市のいまの版すべて（旧版を除く）。担当・照会・突合は、これだけを見る。 */
export const currentEditionsIn = async (tx: ReadTransaction): Promise<readonly Edition[]> =>
  openedIn(tx, currentEditions(await tx.editions.headings()))

/** 見出しの版を、中身ごと読む。 */
export const openedIn = async (
  tx: ReadTransaction,
  headings: readonly Pick<EditionHeading, 'id'>[],
): Promise<readonly Edition[]> => {
  const found: Edition[] = []
  for (const { id } of headings) {
    const edition = await tx.editions.get(id)
    if (edition) found.push(edition)
  }
  return found
}
