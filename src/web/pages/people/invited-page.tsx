import type { Municipality } from '#domain/people/municipality.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { InvitationGiven } from '#operations/people/send-invitation.ts'
import { Own } from '../../components/own-words.tsx'
import { Done } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  municipality: Municipality
  given: readonly InvitationGiven[]
  refused: readonly Problem[]
  done?: string | undefined
}

export const invitedPage = (props: Props): string => String(<InvitedPage {...props} />)

/** まとめて招いたあとの頁。番地は、ここでだけ見せる（メールのない庁内では、写して渡す）。 */
const InvitedPage = ({ frame, municipality, given, refused, done }: Props) => {
  const { t, to } = frame
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="people"
      title={t('people.invited-title')}
      crumbs={[{ words: t('people.title'), href: to.people(municipality.code) }, { words: t('people.invited-title') }]}
    >
      <Done words={done} />
      {refused.map((problem) => (
        <p class="people-refused">
          <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
        </p>
      ))}
      {given.length === 0 ? (
        <p class="empty">{t('people.invited-none')}</p>
      ) : (
        <>
          <p class="lead">{t('people.invited-lead', { count: given.length })}</p>
          <Scroll label={t('people.invited-title')}>
            <table class="plain people-table people-invited">
              <thead>
                <tr>
                  <th scope="col">{t('people.name')}</th>
                  <th scope="col">{t('people.until')}</th>
                  <th scope="col">{t('people.link')}</th>
                </tr>
              </thead>
              <tbody>
                {given.map(({ member, link, expiresAt, mailed }) => (
                  <tr>
                    <th scope="row">
                      <Own frame={frame}>{member.name}</Own>
                      <small>
                        <Spoken frame={frame} words={mailedInWords(frame, mailed)} />
                      </small>
                    </th>
                    <td class="people-until">{momentInWords(expiresAt)}</td>
                    <td class="people-address">{link}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      <p>
        <a href={to.people(municipality.code)}>{t('people.back')}</a>
      </p>
    </PeopleFrame>
  )
}

export const mailedInWords = ({ t, lang }: Frame, mailed: InvitationGiven['mailed']): string =>
  mailed === 'sent' ? t('people.mailed-sent') : mailed === null ? t('people.mailed-not') : problemInWords(mailed, lang)
