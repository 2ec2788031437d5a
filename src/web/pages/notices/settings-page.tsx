import type { Municipality } from '#domain/people/municipality.ts'
import { type PermittedAct, permits } from '#domain/people/permission.ts'
import { Layout } from '../../components/layout.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

type Door = {
  readonly name: 'people' | 'organisation' | 'owners' | 'login' | 'mail' | 'backup' | 'audit'
  readonly act: PermittedAct
  readonly href: string
}

const doorsOf = ({ to }: Frame, code: string): readonly Door[] => [
  { name: 'people', act: 'people-manage', href: to.people(code) },
  { name: 'organisation', act: 'department-change', href: to.organisation(code) },
  { name: 'owners', act: 'owner-change', href: to.owners(code) },
  { name: 'login', act: 'settings-change', href: to.citySettings(code, 'login') },
  { name: 'mail', act: 'settings-change', href: to.citySettings(code, 'mail') },
  { name: 'backup', act: 'backup-make', href: to.citySettings(code, 'backup') },
  { name: 'audit', act: 'audit-read', href: to.audit(code) },
]

type Props = { frame: Frame; city: Municipality; mailTroubles: number }

export const settingsPage = (frame: Frame, city: Municipality, mailTroubles: number): string =>
  String(<SettingsPage frame={frame} city={city} mailTroubles={mailTroubles} />)

/** 設定の入口。役で変えられるものだけを並べる。 */
const SettingsPage = ({ frame, city, mailTroubles }: Props) => {
  const { t } = frame
  const doors = doorsOf(frame, city.code).filter(({ act }) => permits(frame.person, act))
  return (
    <Layout
      frame={frame}
      title={t('notices.settings')}
      municipality={city}
      crumbs={cityPlaceCrumbs(frame, city, { words: t('notices.settings') })}
    >
      <h1>{t('notices.settings')}</h1>
      {doors.length === 0 ? (
        <p class="empty">{t('notices.settings-nothing')}</p>
      ) : (
        <>
          <p class="lead">{t('notices.settings-lead')}</p>
          <ul class="notices-doors">
            {doors.map(({ name, href }) => (
              <li>
                <a href={href}>{t(`notices.settings-${name}`)}</a>
                <p>{t(`notices.settings-${name}-lead`)}</p>
                {name === 'mail' && mailTroubles > 0 && (
                  <p>
                    <strong>{t('notices.settings-mail-troubles', { count: mailTroubles })}</strong>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}
