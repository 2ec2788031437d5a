import type { Edition } from '#domain/plan/edition.ts'
import { tableTitle } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Tab = 'plan' | 'progress' | 'projects'

/** 一つの計画の中の見方。中身のあるものだけ。 */
export const PlanTabs = ({ frame, edition, here }: { frame: Frame; edition: Edition; here: Tab }) => {
  const code = edition.municipality.code
  const { indicators, projects } = edition.content
  const [source] = edition.sources
  const tabs: readonly (readonly [Tab | 'source', string, string])[] = [
    ['plan', frame.to.plan(code, edition.id), frame.t('tabs.plan')],
    ...(indicators.length > 0
      ? [['progress', frame.to.progress(code, edition.id), tableTitle(frame, edition)] as const]
      : []),
    ...(projects.length > 0
      ? [['projects', frame.to.projects(code, edition.id), frame.t('tabs.projects')] as const]
      : []),
    ...(source ? [['source', frame.to.source(code, source.sha256), frame.t('tabs.source')] as const] : []),
  ]
  return (
    <nav class="tabs" aria-label={frame.t('tabs.label')}>
      <ul>
        {tabs.map(([tab, href, words]) => (
          <li>
            <a href={href} aria-current={tab === here ? 'page' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
