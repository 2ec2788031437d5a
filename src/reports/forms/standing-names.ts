import type { Standing } from '#domain/indicator/standing.ts'
import { say } from '#domain/language/say.ts'

/** 進み具合の呼び名。画面と同じことば（目録の standing.*）。市の評価区分ではない。 */
export const standingName = (standing: Standing): string => say({ code: `standing.${standing}`, params: {} })
