import { type PermittedAct, permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { plainChanges } from '#domain/revision/plain-changes.ts'
import type { Alongside } from '#reports/alongside.ts'
import type { ReportChoices } from '#reports/choices.ts'
import type { ReportName } from '#reports/report-name.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { referralAlongside } from '../committee/referral-alongside.ts'
import { gradedIn } from '../evaluation/graded-plan-of.ts'
import { reachOf } from '../people/acting-person.ts'
import { gradingAt } from '../revision/grading-at.ts'

/** 版のほかに要るものの、一つ。grounds は、改訂の変更の、庁内のよりどころ（市長指示）。 */
export type Part = keyof Alongside | 'grounds'

/** その様式が使うもの。計画書は、綴じる様式の使うものすべて。 */
const partsOf: Partial<Record<ReportName, readonly Part[]>> = {
  'grade-summary': ['graded'],
  'evaluation-sheets': ['graded', 'directions'],
  'revision-overview': ['graded', 'revised'],
  'comparison-table': ['revised'],
  'public-comment': ['graded', 'revised'],
  'opinion-table': ['graded', 'referral'],
  'plan-book': ['graded', 'revised'],
}

/** 見てよいことの表の、どの行いか。決めた改訂は計画の一部なので、計画を見てよい人が見てよい。 */
const actFor = {
  graded: 'evaluation-read',
  directions: 'evaluation-read',
  revised: 'plan-read',
  referral: 'referral-read',
  sheets: 'priority-read',
  instructions: 'priority-read',
  grounds: 'revision-read',
} as const satisfies Record<Part, PermittedAct>

/** この人に見せてよいもの。 */
export const partsSeenBy = (person: Person): readonly Part[] =>
  (Object.keys(actFor) as Part[]).filter((part) => permits(person, actFor[part]))

export const everyPart = Object.keys(actFor) as readonly Part[]

/**
 * 頼んだ人に見せてよいものを、残す選びに書き添える。裏で作るときには、頼んだ人がいないため。
 * 選びとしては読まれない（`readChoices` は知らない欄を読み捨てる）。
 */
export const withParts = (choices: URLSearchParams, parts: readonly Part[]): URLSearchParams => {
  const written = new URLSearchParams(choices)
  for (const part of everyPart) if (!parts.includes(part)) written.append('without', part)
  return written
}

/** 書き添えられた、見せてよいもの。書き添えのない（前に残した）選びでは、すべて。 */
export const partsIn = (kept: unknown): readonly Part[] => {
  const without = new URLSearchParams(typeof kept === 'string' ? kept : '').getAll('without')
  return everyPart.filter((part) => !without.includes(part))
}

/**
 * 様式が、版のほかに要るもの（評価・改訂）を倉庫から。`parts` は、見せてよいもの。
 * しるべの中で改訂した版なら、もとの版と、重ねた変更（理由とよりどころ）と、見直しの決まりが付く。
 *
 * @example makeReport(edition, form, choices, await alongsideFor(tx, edition, form, choices))
 */
export const alongsideFor = async (
  tx: ReadTransaction,
  edition: Edition,
  form: ReportName,
  choices: Pick<ReportChoices, 'year'>,
  parts: readonly Part[] = everyPart,
): Promise<Alongside> => {
  const wanted = (part: Part) => (partsOf[form] ?? []).includes(part) && parts.includes(part)
  const revised = wanted('revised') ? await revisedIn(tx, edition) : undefined
  const shown = revised && (parts.includes('grounds') ? revised.revised : withoutInnerGrounds(revised.revised))
  const graded = wanted('graded') ? (revised?.graded ?? (await gradedLately(tx, edition, choices.year))) : undefined
  const referral = wanted('referral') ? await referralAlongside(tx, edition, choices) : undefined
  return {
    ...(graded && { graded }),
    ...(wanted('directions') && { directions: (await tx.policies.of(edition.id)).directions }),
    ...(referral && { referral }),
    ...(shown && { revised: shown }),
  }
}

/** 庁内のよりどころを除く。理由の文は、改訂を決めたときに公になったものなので残す。 */
const withoutInnerGrounds = (revised: Revised['revised']): Revised['revised'] => ({
  ...revised,
  changes: revised.changes.map((change) =>
    change.ground?.kind === 'instruction' ? { ...change, ground: { kind: 'other' } } : change,
  ),
})

/** 訪れた人に見せてよいものだけで。 */
export const alongsideSeenBy = (
  app: App,
  person: Person,
  edition: Edition,
  form: ReportName,
  choices: Pick<ReportChoices, 'year'>,
): Promise<Alongside> =>
  app.store.read(
    edition.municipality.code,
    (tx) => alongsideFor(tx, edition, form, choices, partsSeenBy(person)),
    reachOf(person),
  )

type Graded = NonNullable<Alongside['graded']>
type Revised = { readonly revised: NonNullable<Alongside['revised']>; readonly graded: Graded | undefined }

/** 改訂のもとの版と変更。しるべの中で決めた改訂なら、その理由とよりどころを。なければ、二つの版の違いだけを。 */
const revisedIn = async (tx: ReadTransaction, edition: Edition): Promise<Revised | undefined> => {
  const { basedOn } = edition.history ?? {}
  const base = basedOn ? await tx.editions.get(basedOn) : undefined
  if (!base) return undefined
  const revision = (await tx.revisions.list()).find(({ adoptedEditionId }) => adoptedEditionId === edition.id)
  if (!revision) return { revised: { base, changes: plainChanges(base.content, edition.content) }, graded: undefined }
  const changes = await tx.revisions.changes(revision.id)
  const { graded, policies } = await gradingAt(tx, revision, base)
  return { revised: { base, changes, policies }, graded: graded ?? undefined }
}

/** 評価の年を開いたことのある版だけ。選ばれていなければ、いちばん新しい評価の年。 */
const gradedLately = async (
  tx: ReadTransaction,
  edition: Edition,
  year: number | null,
): Promise<Graded | undefined> => {
  const years = await tx.evaluationYears.of(edition.id)
  if (years.length === 0) return undefined
  return gradedIn(tx, edition, year ?? Math.max(...years.map((each) => each.year)), years)
}
