import type { Accumulation } from '../plan/draft.ts'

/** 指標名から累計の仕方を読む。「新規創業件数(H27～累計)」→ cumulative since 2015、「…/年」「(単年度)」→ single-year。 */
export const readAccumulation = (_name: string): Accumulation => {
  throw new Error('being written')
}
