import type { Role } from './role.ts'

/** 役（membership）。誰が・どの課で・いつからいつまで（`to` の日まで働く）。acting は代理・事務取扱。 */
export type Membership = {
  readonly id: string
  readonly role: Role
  readonly departmentId: string | null
  /** 日（`2026-04-01`）。 */
  readonly from: string
  readonly to: string | null
  readonly acting: boolean
}

/**
 * 市の利用者。一人が二つの課を兼ね（役が二つ）、二つの市に勤める（市ごとに一人ずつ、口座は同じ）ことがある。
 * `absence` は長く不在のあいだ（その間の代理は、`acting` の役を別に持つ）。
 */
export type Member = {
  readonly id: string
  readonly name: string
  readonly mail: string | null
  /** 内線・電話。進行表で「だれに電話するか」に使う。 */
  readonly phone: string | null
  /** ログインの口座（まだ招きに応じていなければ null）。 */
  readonly accountId: string | null
  readonly status: 'invited' | 'active' | 'left'
  readonly absence: { readonly from: string; readonly to: string | null } | null
  readonly memberships: readonly Membership[]
}
