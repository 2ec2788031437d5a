import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { type SpooledBackup, spoolBackup } from './spool-backup.ts'

export type { SpooledBackup } from './spool-backup.ts'

/**
 * 市を丸ごと書き出す（監査の鎖・根拠の資料・公表を含み、口座とログインの秘密を含まない）。
 * だれが持ち出したかを先に記録するので、書き出したものの中にもその記録がある。
 */
export const exportCity = async (app: App, person: Person, code: string): Promise<Result<SpooledBackup>> => {
  const allowed = permitted(person, 'backup-make')
  if (!allowed.ok) return allowed
  if (!(await app.store.municipalities()).some((each) => each.code === code)) return refused('backup-no-city', { code })
  await app.store.write(code, actAs(app, person), (tx) => tx.audit.recordExport())
  return done(await spoolBackup(app.store, { kind: 'municipality', code }, app.now()))
}
