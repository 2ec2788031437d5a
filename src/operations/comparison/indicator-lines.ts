import type { LineMember } from '#domain/plan/indicator-line.ts'
import type { App } from '../app.ts'

/** 市の、つないである系統。計画を見てよい人なら見てよい（指標の頁にも出る）。 */
export const indicatorLines = (app: App, code: string): Promise<readonly LineMember[]> =>
  app.store.read(code, (tx) => tx.lines.members())
