import {
  type ReferralField,
  type ReferralGiven,
  type ReferralTrouble,
  readReferral,
} from '#domain/committee/read-referral.ts'
import type { Referral } from '#domain/committee/referral.ts'
import { opinionPlaces } from '#domain/committee/referred.ts'
import { subjectKey } from '#domain/committee/subject-key.ts'
import type { Person } from '#domain/people/person.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 置いた付議か、直すところか、見ていたあいだにほかの人が変えた付議（何も書いていない）。 */
export type ReferralSaved =
  | { readonly saved: Referral }
  | { readonly troubles: readonly ReferralTrouble[] }
  | { readonly meanwhile: Referral }

/** 作る付議の計画の版か、直す付議の id。 */
export type ReferralTarget = { readonly editionId: string } | { readonly referralId: string }

/**
 * 付議を作るか、直す。`revision` は、直す人が見ていた版数。見せたあとも、題・会議・日・案内・範囲は直せる（委員の頁がすぐ変わる）。
 * 断る符号: `committee.absent`・`committee.already-closed`・`committee.edition-absent`。
 */
export const saveReferral = async (
  app: App,
  person: Person,
  code: string,
  target: ReferralTarget,
  given: ReferralGiven,
  revision: number,
): Promise<Result<ReferralSaved>> => {
  const allowed = permitted(person, 'referral-manage')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<ReferralSaved>> => {
    const now = 'referralId' in target ? await tx.referrals.get(target.referralId) : undefined
    if ('referralId' in target && !now) return refused('committee.absent')
    if (now?.status === 'closed') return refused('committee.already-closed')
    const editionId = now?.editionId ?? ('editionId' in target ? target.editionId : '')
    const edition = await tx.editions.get(editionId)
    if (!edition) return refused('committee.edition-absent')
    const { content, troubles } = readReferral(storableGiven(given), today, now)
    const gone = subjectsGone(edition.content, content.subjects)
    if (troubles.length + gone.length > 0) return done({ troubles: [...troubles, ...gone] })
    if (now && now.revision !== revision) return done({ meanwhile: now })
    const year = now && now.status !== 'draft' ? now.year : content.year
    return done({ saved: await tx.referrals.put({ ...content, year, editionId, id: now?.id ?? app.newId() }) })
  })
}

const subjectField: ReferralField = 'subjects'

/** 選んだもののうち、いまの計画にないもの。 */
const subjectsGone = (content: PlanContent, subjects: Referral['subjects']): readonly ReferralTrouble[] => {
  const there = opinionPlaces(content, [])
  const nodes = new Set(content.nodes.map(({ id }) => id))
  const gone = subjects.filter((each) => !there.has(subjectKey(each)) && !(each.kind === 'node' && nodes.has(each.id)))
  if (gone.length === 0) return []
  const problem = { kind: 'committee.subjects-gone', code: 'committee.subjects-gone', params: { count: gone.length } }
  return [{ field: subjectField, problem }]
}

const storableGiven = (given: ReferralGiven): ReferralGiven => ({
  ...given,
  title: storable(given.title),
  body: storable(given.body),
  guidance: storable(given.guidance),
})

/** まだ見せていない付議を消す。断る符号: `committee.absent`・`committee.not-draft`。 */
export const removeReferral = async (app: App, person: Person, code: string, id: string): Promise<Result<null>> => {
  const allowed = permitted(person, 'referral-manage')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<null>> => {
    if (!(await tx.referrals.get(id))) return refused('committee.absent')
    return (await tx.referrals.remove(id)) ? done(null) : refused('committee.not-draft')
  })
}
