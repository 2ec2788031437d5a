import type { Child } from 'hono/jsx'
import type { Municipality } from '#domain/people/municipality.ts'
import { permits } from '#domain/people/permission.ts'
import type { Frame } from '../../frame.ts'
import type { Crumb } from '../crumbs.tsx'
import { Layout } from '../layout.tsx'

/** 人と課の五つの頁。 */
export type PeopleTab = 'people' | 'organisation' | 'change' | 'transfer' | 'owners'

type Props = {
  frame: Frame
  municipality: Municipality
  here: PeopleTab
  title: string
  crumbs?: readonly Crumb[]
  wide?: boolean
  scripts?: readonly string[]
  children?: Child
}

/** 人と課の頁の枠。してよい頁だけを札に並べる。 */
export const PeopleFrame = ({ frame, municipality, here, title, crumbs = [], wide, scripts, children }: Props) => (
  <Layout
    frame={frame}
    title={title}
    municipality={municipality}
    wide={wide ?? false}
    scripts={scripts ?? []}
    crumbs={[
      { words: frame.t('cities.title'), href: frame.to.cities() },
      { words: municipality.name, href: frame.to.city(municipality.code), own: true },
      ...crumbs,
    ]}
  >
    <h1>{title}</h1>
    <nav class="people-tabs" aria-label={frame.t('people.tabs')}>
      <ul>
        {tabsFor(frame, municipality.code).map(({ tab, href }) => (
          <li>
            <a href={href} aria-current={tab === here ? 'page' : undefined}>
              {frame.t(`people.tab-${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {children}
  </Layout>
)

const tabsFor = ({ to, person }: Frame, code: string): readonly { tab: PeopleTab; href: string }[] => [
  { tab: 'people', href: to.people(code) },
  { tab: 'organisation', href: to.organisation(code) },
  { tab: 'owners', href: to.owners(code) },
  ...(permits(person, 'department-change') ? [{ tab: 'change' as const, href: to.organisationChange(code) }] : []),
  ...(permits(person, 'owner-change') ? [{ tab: 'transfer' as const, href: to.transfer(code) }] : []),
]
