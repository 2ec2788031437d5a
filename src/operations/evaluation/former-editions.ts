import type { Edition } from '#domain/plan/edition.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** この版と、改訂のもとをたどった前の版たち（近い順）。要るところまでしか読まない。 */
export async function* withFormer(tx: ReadTransaction, edition: Edition): AsyncGenerator<Edition> {
  const passed = new Set<string>()
  for (let at: Edition | undefined = edition; at && !passed.has(at.id); ) {
    passed.add(at.id)
    yield at
    const basedOn: string | null | undefined = at.history?.basedOn
    at = basedOn ? await tx.editions.get(basedOn) : undefined
  }
}
