import { municipalityCode } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { AdoptionRecord } from '#domain/review/review.ts'
import { terminalAct } from './import-document.ts'
import { withExistingStore } from './with-store.ts'

/** 取り消した取り込みと、その計画の題（計画ごとなくなったら、なくなる前の題）。 */
export type UndoneImport = { readonly municipality: string; readonly title: string; readonly adoption: AdoptionRecord }

/**
 * 端末から取り込みを取り消す。`adoptionId` が null なら、その市のいちばん新しいもの（`--last`）。
 * 断る符号: `municipality-code-*`・`data-absent`・`adoption-none`、ほかは `undoAdoption` のもの。
 */
export const undoImport = async (
  adoptionId: string | null,
  given: string,
  data: string | null,
  acting?: Person,
): Promise<Result<UndoneImport>> => {
  const checked = municipalityCode(given)
  if (!checked.ok) return checked
  const code = checked.value
  return withExistingStore(data, async (store) => {
    const found = await store.read(code, async (tx) => {
      const last = (await tx.adoptions.list({})).find(({ undone }) => undone === null)?.id
      const record = await tx.adoptions.get(adoptionId ?? last ?? '')
      const edition = record && (await tx.editions.get(record.editionId))
      return { id: record?.id ?? adoptionId, title: edition?.title ?? '' }
    })
    if (found.id === null) return refused('adoption-none', { code })
    const { id, title } = found
    const undone = await store.write(code, terminalAct(acting), (tx) => tx.adoptions.undo(id))
    return undone.ok ? done({ municipality: code, title, adoption: undone.value }) : undone
  })
}
