/** 招き。合言葉（番地に載る）は作ったときに一度だけ見せ、しるべには指紋だけを置く。 */
export type Invitation = {
  readonly id: string
  readonly memberId: string
  /** ISO 8601 の日時。 */
  readonly madeAt: string
  readonly madeBy: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

/** 招きの有効な日数。 */
export const invitationDays = 14

export type InvitationState = 'open' | 'used' | 'expired'

export const invitationState = ({ usedAt, expiresAt }: Invitation, now: Date): InvitationState => {
  if (usedAt !== null) return 'used'
  return Date.parse(expiresAt) > now.getTime() ? 'open' : 'expired'
}
