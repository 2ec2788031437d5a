import { actsNamed } from '#domain/audit/audit-act.ts'
import { isId } from '#domain/audit/in-words.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { AuditFilter } from '#store/audit-reading.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** 監査記録への尋ね。打たれた字のまま（空なら絞らない）。 */
export type AuditAsked = {
  /** だれが（名の一部か、利用者の id）。 */
  readonly by: string
  /** 何を（主題か、行いの符号）。 */
  readonly act: string
  /** 何について（課・照会・指標・利用者などの名か id）。 */
  readonly about: string
  /** 日本の日。 */
  readonly from: string
  readonly to: string
}

export const nothingAsked: AuditAsked = { by: '', act: '', about: '', from: '', to: '' }

/** 尋ねを読む。断る符号: `audit-day-unreadable`・`audit-days-backwards`・`audit-act-unknown`。 */
export const readAsked = async (tx: ReadTransaction, asked: AuditAsked): Promise<Result<AuditFilter>> => {
  const wrongDay = [asked.from, asked.to].find((day) => day !== '' && !isDay(day))
  if (wrongDay !== undefined) return refused('audit-day-unreadable', { given: wrongDay })
  if (asked.from !== '' && asked.to !== '' && asked.to < asked.from)
    return refused('audit-days-backwards', { from: asked.from, to: asked.to })
  const acts = asked.act === '' ? undefined : actsNamed(asked.act)
  if (asked.act !== '' && !acts) return refused('audit-act-unknown', { given: asked.act })
  return done({
    ...(asked.by !== '' && (isId(asked.by) ? { people: [asked.by] } : { by: asked.by })),
    ...(acts && { acts }),
    ...(asked.about !== '' && (await about(tx, asked.about))),
    ...(asked.from !== '' && { from: startOf(asked.from) }),
    ...(asked.to !== '' && { before: startOf(nextDay(asked.to)) }),
  })
}

const about = async (tx: ReadTransaction, text: string): Promise<Pick<AuditFilter, 'subjects' | 'responses'>> => {
  const named = isId(text) ? await tx.audit.namesOf([text]) : await tx.audit.idsNamed(text)
  return {
    subjects: isId(text) ? [text] : named.map(({ id }) => id),
    responses: named.flatMap(({ within }) => within ?? []),
  }
}

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** 日本のその日の始まり。 */
const startOf = (day: string): string => `${day}T00:00:00+09:00`

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
