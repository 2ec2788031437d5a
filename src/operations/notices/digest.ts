import { say } from '#domain/language/say.ts'
import type { Notice } from '#domain/notices/notice.ts'
import { noticeMessage } from '#domain/notices/notice-words.ts'

/** 通知の頁や、知らせている頁の番地（`https://…`）。外から見える番地が分からなければ、どちらも null。 */
export type MailLinks = {
  readonly notices: (code: string) => string | null
  readonly notice: (code: string, notice: Notice) => string | null
}

type Digest = { readonly subject: string; readonly text: string }

/** 一通に載せる数。これより多ければ、残りの数を言う。 */
const most = 60

/** まとめのメール。照会ごとに、課と知らせを一行ずつ。 */
export const digestOf = (
  city: { readonly code: string; readonly name: string },
  reader: string,
  notices: readonly Notice[],
  links: MailLinks,
): Digest => {
  const shown = notices.slice(0, most)
  const byRound = Map.groupBy(shown, ({ round }) => round ?? '')
  const titles = [...byRound.keys()].filter((title) => title !== '')
  const words = (code: string, params: Record<string, string | number> = {}) => say({ code, params }, 'ja')
  const page = links.notices(city.code)
  const rest = notices.length - shown.length
  const lines = [
    words('notices.mail-dear', { name: reader }),
    '',
    words('notices.mail-lead', { count: notices.length }),
    ...[...byRound].flatMap(([round, ofRound]) => [
      '',
      `■ ${round || words('notices.mail-other')}`,
      ...linesOf(ofRound, (notice) => links.notice(city.code, notice)),
    ]),
    ...(rest > 0 ? ['', words('notices.mail-rest', { count: rest })] : []),
    '',
    '--',
    ...(page === null ? [] : [words('notices.mail-page', { address: page })]),
    words('notices.mail-foot', { city: city.name }),
  ]
  const [title] = titles
  const subject = title
    ? words(titles.length > 1 ? 'notices.mail-subject-many' : 'notices.mail-subject', {
        city: city.name,
        round: title,
        count: notices.length,
      })
    : words('notices.mail-subject-plain', { city: city.name, count: notices.length })
  return { subject, text: `${lines.join('\n')}\n` }
}

/** 同じ頁で片づくものを寄せて、番地はその終わりに一度だけ。 */
const linesOf = (notices: readonly Notice[], link: (notice: Notice) => string | null): readonly string[] =>
  [...Map.groupBy(notices, (notice) => link(notice) ?? notice.departmentId)].flatMap(([, together]) => {
    const [first] = together
    const address = first && link(first)
    return [...together.map(lineOf), ...(address ? [`  ${address}`] : [])]
  })

const lineOf = (notice: Notice): string =>
  `・${notice.department ? `${notice.department}：` : ''}${say(noticeMessage(notice), 'ja')}`
