import type { PlainChange } from './revisable.ts'

/**
 * 変更が、そのままでは掛からないわけ。
 * - changed-meanwhile 変更を書いたあとに、もとの版の値が変わった（`now` はいまの値）。
 * - subject-gone 変えるものが、もとの版にもうない。already-gone 載せなくするものが、もうない。already-there 入れるものが、もうある。
 * - parent-gone 置く先の節がない。still-used 載せなくする節の下に、まだ何かある。in-a-circle 節が自分の下に入る。
 */
export type WhyConflict =
  | 'changed-meanwhile'
  | 'subject-gone'
  | 'already-gone'
  | 'already-there'
  | 'parent-gone'
  | 'still-used'
  | 'in-a-circle'

export type ChangeConflict<C extends PlainChange = PlainChange> = {
  readonly change: C
  readonly why: WhyConflict
  /** いまの値。もうなければ null。 */
  readonly now: unknown
}
