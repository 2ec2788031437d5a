import type { Child } from 'hono/jsx'
import type { Edition } from '#domain/plan/edition.ts'
import { planCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'
import { Layout } from './layout.tsx'
import { PlanTabs, type Tab } from './plan-tabs.tsx'

type Props = {
  frame: Frame
  edition: Edition
  here: Exclude<Tab, 'plan'>
  /** 頁の名。題と見出しとパンくずに同じことばを使う。 */
  title: string
  /** 見出しに出す、より細かな名（選んだ部など）。 */
  heading?: Child
  /** 幅いっぱいに使うか。表の頁はそうする。 */
  wide?: boolean
  children?: Child
}

/** 計画の中の頁の枠：題、パンくず、見出し、見方の切り替え。 */
export const PlanFrame = ({ frame, edition, here, title, heading, wide = true, children }: Props) => (
  <Layout
    frame={frame}
    title={`${title} ${edition.title}`}
    municipality={edition.municipality}
    edition={edition}
    crumbs={planCrumbs(frame, edition, title)}
    wide={wide}
  >
    <h1>{heading ?? title}</h1>
    <PlanTabs frame={frame} edition={edition} here={here} />
    {children}
  </Layout>
)
