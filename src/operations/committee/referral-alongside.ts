import { unanswered } from '#domain/committee/opinions.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Alongside } from '#reports/alongside.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/**
 * 帳票の頁で使う付議：締め切って、すべての意見に対応を書いたもののうち、選んだ年度（なければいちばん新しい年度）のもの。
 * 帳票の頁は市のだれもが見るので、書きかけの対応は出さない（書きかけは、付議の頁から、見てよい人だけが落とせる）。
 */
export const referralAlongside = async (
  tx: ReadTransaction,
  { id }: Pick<Edition, 'id'>,
  { year }: { readonly year: number | null },
): Promise<Alongside['referral']> => {
  const closed = (await tx.referrals.list()).filter(
    (each) => each.editionId === id && each.status === 'closed' && (year === null || each.year === year),
  )
  for (const referral of closed) {
    const [opinions, answers] = [await tx.opinions.of(referral.id), await tx.opinions.answers(referral.id)]
    if (opinions.length === 0 || unanswered(opinions, answers).length > 0) continue
    const departments = new Map((await tx.organisation.units()).map((unit) => [unit.id, unit.name]))
    return { referral, opinions, answers, departments }
  }
  return undefined
}
