import type { AuditedAct } from './audit.ts'
import type { Transaction } from './transaction.ts'

/** 書く人と時。時計と id は外から渡す（`operations/app.ts`）。 */
export type Act = {
  /** 誰が（「企画課 山田」、端末なら OS の利用者名など）。 */
  readonly by: string
  readonly at: Date
  /** 新しい行の id（uuid）。 */
  readonly newId: () => string
  /** 市の利用者の id。監査記録の subject に残る。 */
  readonly person?: string | undefined
  /** 触れてよい課（行の壁に渡す）。渡さなければ市の全体。 */
  readonly departments?: DepartmentReach | undefined
}

/** 触れてよい課の id。'all' なら市の全体。 */
export type DepartmentReach = 'all' | readonly string[]

/** 書いたことがどの版数を上げるか。data 計画の中身、work 取込みの見直しだけ（覚えた頁は古くならない）。 */
export type Touched = 'data' | 'work'

/** 書く取引。`record` は監査記録を一件足し、確定のときに団体の版数（見直しだけなら見直しの版数）が上がる。 */
export type Writing = Transaction & {
  readonly by: string
  /** ISO 8601 の日時。 */
  readonly at: string
  readonly newId: () => string
  record(act: AuditedAct, touched?: Touched): Promise<void>
}
