import type { Notice } from '#domain/notices/notice.ts'
import type { MailLinks } from '#operations/notices/digest.ts'
import { type Addresses, addressesIn } from './addresses.ts'

/** 知らせていることを片づける頁。課の担当のものは入力の頁、確かめる人のものは確認の頁。 */
export const noticeLink = (to: Addresses, code: string, notice: Notice): string => {
  const { kind, responseId, roundId, params } = notice
  if (typeof params.instruction === 'string') return to.instruction(code, params.instruction)
  if (typeof params.referral === 'string') return to.referral(code, params.referral)
  if (responseId !== null)
    return toReview(kind, params) ? to.responsePart(code, responseId, 'review') : to.response(code, responseId)
  return roundId === null ? to.work(code) : to.round(code, roundId)
}

const toReview = (kind: Notice['kind'], { stage }: Notice['params']): boolean =>
  kind === 'submitted' || kind === 'approved' || stage === 'approve' || stage === 'accept'

/** メールに書く番地。外から見える番地（`origin`）が分からなければ、書かない。 */
export const mailLinks = (origin: string | null): MailLinks => {
  const to = addressesIn('ja')
  return {
    notices: (code) => (origin === null ? null : origin + to.notices(code)),
    notice: (code, notice) => (origin === null ? null : origin + noticeLink(to, code, notice)),
  }
}
