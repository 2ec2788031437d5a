import type { Child } from 'hono/jsx'
import type { RevisionView } from '#operations/revision/revision-view.ts'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame, WebCode } from '../../frame.ts'
import { Layout } from '../layout.tsx'
import { Own } from '../own-words.tsx'

/** 改訂の案の中の頁。 */
export type RevisionTab = 'overview' | 'proposals' | 'tree' | 'changes' | 'compare' | 'adopt'

type Props = {
  frame: Frame
  view: RevisionView
  here: RevisionTab
  title: string
  wide?: boolean
  children?: Child
}

/** 案の頁の枠：案の題、見方の切り替え（残っている数を添えて）。 */
export const RevisionFrame = ({ frame, view, here, title, wide = false, children }: Props) => {
  const { revision, base } = view
  const { code } = base.municipality
  const { t, to } = frame
  return (
    <Layout
      frame={frame}
      title={`${title} ${revision.title}`}
      municipality={base.municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        base.municipality,
        { words: t('revisions.title'), href: to.revisions(code) },
        ...(here === 'overview'
          ? [{ words: revision.title, own: true }]
          : [{ words: revision.title, href: to.planRevision(code, revision.id), own: true }, { words: title }]),
      )}
      wide={wide}
    >
      <p class="rev-of">
        <span class={`rev-status ${revision.status}`}>{t(`revisions.status-${revision.status}`)}</span>{' '}
        <Own frame={frame}>{revision.title}</Own>
      </p>
      <h1>{here === 'overview' ? t('revisions.overview') : title}</h1>
      <nav class="tabs" aria-label={t('revisions.tabs')}>
        <ul>
          {tabsOf(view).map(({ tab, words, count }) => (
            <li>
              <a
                href={to.planRevision(code, revision.id, tab === 'overview' ? undefined : tab)}
                aria-current={tab === here ? 'page' : undefined}
              >
                {t(words)}
                {count > 0 && ` (${count})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Layout>
  )
}

const tabsOf = ({ revision, grading, left, changes }: RevisionView) => {
  const tabs: readonly { tab: RevisionTab; words: WebCode; count: number; is: boolean }[] = [
    { tab: 'overview', words: 'revisions.overview', count: 0, is: true },
    {
      tab: 'proposals',
      words: 'revisions.proposals',
      count: left.undecided.length,
      is: grading.proposals.length > 0,
    },
    { tab: 'tree', words: 'revisions.tree', count: 0, is: true },
    { tab: 'changes', words: 'revisions.changes', count: changes.length, is: true },
    { tab: 'compare', words: 'compare.title', count: 0, is: changes.length > 0 },
    { tab: 'adopt', words: 'revisions.adopt', count: 0, is: revision.status === 'open' },
  ]
  return tabs.filter(({ is }) => is)
}
