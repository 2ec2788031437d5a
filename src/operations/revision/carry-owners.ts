import type { RevisionChange } from '#domain/revision/revision.ts'
import type { WriteTransaction } from '#store/tenant.ts'

/** 差し替えた指標の担当を、新しい指標に引き継ぐ。続く指標の担当は、id が変わらないのでそのまま。 */
export const carryOwners = async (
  tx: WriteTransaction,
  changes: readonly RevisionChange[],
  day: string,
  newId: () => string,
): Promise<void> => {
  const replacements = changes.filter(({ op, replaces }) => op === 'add' && replaces !== null)
  if (replacements.length === 0) return
  const owners = await tx.owners.list()
  const carried = replacements.flatMap(({ subjectId, replaces }) =>
    owners
      .filter(({ indicatorId, to }) => indicatorId === replaces && (to === null || to >= day))
      .map((owner) => ({ ...owner, id: newId(), indicatorId: subjectId, from: day })),
  )
  if (carried.length > 0) await tx.owners.addAll(carried)
}
