import type { Child } from 'hono/jsx'
import type { Edition } from '#domain/plan/edition.ts'
import { planCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'
import type { Crumb } from '../crumbs.tsx'
import { Layout } from '../layout.tsx'
import { PlanTabs } from '../plan-tabs.tsx'
import { Spoken } from '../spoken.tsx'

type Props = {
  frame: Frame
  edition: Edition
  title: string
  heading?: Child
  /** 「帳票」より先の道すじ。なければ、この頁が「帳票」。 */
  crumbs?: readonly Crumb[]
  wide?: boolean
  scripts?: readonly string[]
  /** 頭に置くもの。 */
  head?: Child
  children?: Child
}

/** 帳票の頁の枠。計画の見方の「帳票」の下に、どの頁もある。 */
export const ReportLayout = ({
  frame,
  edition,
  title,
  heading,
  crumbs,
  wide = false,
  scripts = [],
  head,
  children,
}: Props) => {
  const { municipality, id } = edition
  const reports = frame.t('reports.title')
  const trail = crumbs
    ? [
        ...planCrumbs(frame, edition, reports).slice(0, 3),
        { words: reports, href: frame.to.reports(municipality.code, id) },
        ...crumbs,
      ]
    : planCrumbs(frame, edition, reports)
  return (
    <Layout
      frame={frame}
      title={`${title} ${edition.title}`}
      municipality={municipality}
      edition={edition}
      crumbs={trail}
      wide={wide}
      scripts={scripts}
      head={head}
    >
      <h1>{heading ?? <Spoken frame={frame} words={title} />}</h1>
      <PlanTabs frame={frame} edition={edition} here="reports" />
      {children}
    </Layout>
  )
}
