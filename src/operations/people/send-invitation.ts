import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { mailIsOn, sendMailNow } from '../notices/send-now.ts'
import { type Invited, invite, inviteAll } from './invitations.ts'

/** 招いた一人。番地と、メールを出したか（出さない市・宛先のない人なら null、出せなければそのわけ）。 */
export type InvitationGiven = Invited & { readonly link: string; readonly mailed: 'sent' | Problem | null }

type LinkOf = (token: string) => string

/** 一人を招き、メールを出す市ならその場で出す。 */
export const inviteByMail = async (
  app: App,
  person: Person,
  code: string,
  memberId: string,
  linkOf: LinkOf,
): Promise<Result<InvitationGiven>> => {
  const invited = await invite(app, person, code, memberId)
  if (!invited.ok) return invited
  const [given] = await mailed(app, code, [invited.value], linkOf)
  if (!given) throw new Error('one invitation was expected')
  return done(given)
}

/** まとめて招く。招けなかった人は、わけだけを返す。 */
export const inviteAllByMail = async (
  app: App,
  person: Person,
  code: string,
  memberIds: readonly string[],
  linkOf: LinkOf,
): Promise<{ readonly given: readonly InvitationGiven[]; readonly refused: readonly Problem[] }> => {
  const results = await inviteAll(app, person, code, memberIds)
  return {
    given: await mailed(
      app,
      code,
      results.flatMap((each) => (each.ok ? [each.value] : [])),
      linkOf,
    ),
    refused: results.flatMap((each) => (each.ok ? [] : [each.problem])),
  }
}

/** メールは取引のあとで、一通ずつ。サーバーにつながらないと分かったら、残りは出さずに番地だけを渡す。 */
const mailed = async (
  app: App,
  code: string,
  invited: readonly Invited[],
  linkOf: LinkOf,
): Promise<readonly InvitationGiven[]> => {
  const on = await mailIsOn(app, code)
  const city = (await app.store.read(code, (tx) => tx.name())) ?? ''
  const given: InvitationGiven[] = []
  let failing: Problem | null = null
  for (const each of invited) {
    const link = linkOf(each.token)
    const to = each.member.mail
    if (!on || to === null) given.push({ ...each, link, mailed: null })
    else if (failing) given.push({ ...each, link, mailed: failing })
    else {
      const sent = await sendMailNow(app, code, { to, ...letterOf(each, city, link) })
      if (!sent.ok) failing = sent.problem
      given.push({ ...each, link, mailed: sent.ok ? 'sent' : sent.problem })
    }
  }
  return given
}

const letterOf = ({ member, expiresAt }: Invited, city: string, link: string) => ({
  subject: `【${city}】しるべの利用のご案内`,
  text: [
    `${member.name} 様`,
    '',
    `${city}の計画の進捗を集める「しるべ」を使えるようにしました。`,
    '次の番地を開いて、ご自分のパスワードを決めてください。',
    '',
    link,
    '',
    `この番地は一度だけ使えます。期限は ${dateOf(expiresAt)} です。心当たりがなければ、何もせずに消してください。`,
    '',
  ].join('\n'),
})

const dateOf = (iso: string): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'Asia/Tokyo' }).format(new Date(iso))
