import type { RoundGiven } from '#domain/collection/read-round.ts'
import { givenOf } from '#domain/collection/read-round.ts'
import { newRound } from '#domain/collection/round-starts.ts'
import { problemInWords, type Result } from '#domain/problem.ts'
import type { App } from '#operations/app.ts'
import { saveRound } from '#operations/collection/save-round.ts'
import type { Year } from './a-year.ts'

/** 時計を合わせたしるべ（倉庫は同じもの）。日本の時刻で。 */
export const at = (app: App, moment: string): App => ({ ...app, now: () => new Date(`${moment}+09:00`) })

/** うまくいった値。断られていれば、その文で投げる。 */
export const ok = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

/** 断られた符号。うまくいっていれば ''。 */
export const kindOf = (result: Result<unknown>): string => (result.ok ? '' : result.problem.kind)

export const givenFor = ({ editionId }: Year, today: string, more: Partial<RoundGiven> = {}): RoundGiven => ({
  ...givenOf(newRound(today, [editionId])),
  ...more,
})

/** 下書きの照会を作る。 */
export const aDraft = async (year: Year, app: App, today: string, more: Partial<RoundGiven> = {}) => {
  const saved = ok(await saveRound(app, year.people.planner, year.code, null, givenFor(year, today, more), 0))
  if (!('saved' in saved)) throw new Error(JSON.stringify(saved))
  return saved.saved
}
