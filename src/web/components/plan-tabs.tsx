import { permits } from '#domain/people/permission.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Frame, WebCode } from '../frame.ts'

export type Tab =
  | 'plan'
  | 'progress'
  | 'summary'
  | 'projects'
  | 'priority'
  | 'revision'
  | 'grades'
  | 'findings'
  | 'reports'

/** 一つの計画の中の見方。中身のあるものだけ。 */
export const PlanTabs = ({ frame, edition, here }: { frame: Frame; edition: Edition; here: Tab }) => (
  <nav class="tabs" aria-label={frame.t('tabs.label')}>
    <ul>
      {tabsOf(frame, edition).map(({ tab, href, words }) => (
        <li>
          <a href={href} aria-current={tab === here ? 'page' : undefined}>
            {frame.t(words)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type TabLink = { readonly tab: Tab | 'source'; readonly href: string; readonly words: WebCode }

export const tabsOf = (frame: Frame, { id, municipality: { code }, content, sources }: Edition): readonly TabLink[] => {
  const { to } = frame
  const [source] = sources
  const { indicators, projects, priorityGoals, grades, revisionRules, revisionItems } = content
  const has = {
    indicators: indicators.length > 0,
    yearly: indicators.some(({ targets }) => targets.some(({ scope }) => scope === 'each-year' || scope === 'period')),
    revision: grades.length + revisionRules.length + revisionItems.length > 0,
  }
  const tabs: readonly (TabLink & { readonly is: boolean })[] = [
    { tab: 'plan', href: to.plan(code, id), words: 'tabs.plan', is: true },
    { tab: 'progress', href: to.progress(code, id), words: 'table.title', is: has.indicators },
    { tab: 'summary', href: to.summary(code, id), words: 'table.title-summary', is: has.yearly },
    { tab: 'projects', href: to.projects(code, id), words: 'tabs.projects', is: projects.length > 0 },
    { tab: 'priority', href: to.priority(code, id), words: 'tabs.priority', is: priorityGoals.length > 0 },
    { tab: 'revision', href: to.revision(code, id), words: 'tabs.revision', is: has.revision },
    {
      tab: 'grades',
      href: to.grades(code, id),
      words: 'tabs.grades',
      is: has.indicators && permits(frame.person, 'evaluation-read'),
    },
    { tab: 'findings', href: to.findings(code, id), words: 'tabs.findings', is: true },
    { tab: 'reports', href: to.reports(code, id), words: 'tabs.reports', is: true },
  ]
  return [
    ...tabs.filter(({ is }) => is),
    ...(source ? [{ tab: 'source', href: to.source(code, source.sha256), words: 'tabs.source' } as const] : []),
  ]
}
