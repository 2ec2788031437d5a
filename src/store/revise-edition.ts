import { isSuperseded } from '#domain/plan/current-edition.ts'
import { compareContents } from '#domain/plan/difference.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { earlierSide, laterSide } from './change-sides.ts'
import { rewriteContent } from './write-content.ts'
import type { Writing } from './writing.ts'

/**
 * 版の中身を、図書の取り込みによらずに改める（受理した答え、実績の訂正）。変わった行だけを書き、違いを前と後で監査記録に残す。
 * 図書の指紋は変えないので、同じ図書をまた取り込んでも、改めたことは残る。変わった行の数を返す。
 */
export const reviseEdition = async (
  tx: Writing,
  before: Edition,
  content: PlanContent,
  about: { readonly act: string; readonly subject: Readonly<Record<string, string>> },
): Promise<number> => {
  // 旧版は、そのままの姿で残す。呼び手はいまの版を選んでいるはず（`currentIds`）。
  if (isSuperseded(before))
    throw new Error(`edition ${before.id} is superseded: revise the current edition of its plan`)
  const touched = await rewriteContent(tx, before.id, before.content, content, tx.at)
  if (touched === 0) return 0
  const { changes } = compareContents(before.content, content, tx.newId).difference
  await tx.record({
    act: about.act,
    subject: { edition: before.id, ...about.subject },
    before: { changes: changes.map(earlierSide) },
    after: { changes: changes.map(laterSide) },
  })
  return touched
}
