import { findingsIn } from '#domain/findings/findings-in.ts'
import { municipalityCode } from '#domain/people/municipality.ts'
import { asDraft } from '#domain/plan/as-draft.ts'
import type { Note } from '#domain/plan/draft.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { currentEditionsIn } from './current-editions-in.ts'
import { withExistingStore } from './with-store.ts'

export type CheckedEdition = { readonly title: string; readonly findings: readonly Note[] }

/** 取り込んだ計画を、図書と同じように突き合わせる。 */
export const checkStoredPlans = async (
  data: string | null,
  given: string,
): Promise<Result<readonly CheckedEdition[]>> => {
  const checked = municipalityCode(given)
  if (!checked.ok) return checked
  const code = checked.value
  return withExistingStore(data, async (store) => {
    const known = (await store.municipalities()).some((each) => each.code === code)
    if (!known) return refused('municipality-has-no-plan', { code })
    const editions = await store.read(code, currentEditionsIn)
    return done(editions.map((edition) => ({ title: edition.title, findings: findingsIn(asDraft(edition)) })))
  })
}
