import type { Child } from 'hono/jsx'
import type { Municipality } from '#domain/people/municipality.ts'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'
import type { Crumb } from '../crumbs.tsx'
import { Layout } from '../layout.tsx'
import { Spoken } from '../spoken.tsx'

type Props = {
  frame: Frame
  municipality: Municipality
  title: string
  /** 市 > 重点目標 のあとに続く道。なければ、この頁が重点目標の一覧。 */
  crumbs?: readonly Crumb[]
  wide?: boolean
  children?: Child
}

/** 重点目標の頁の枠。市 > 重点目標 > 年度 > 調書。 */
export const PriorityLayout = ({ frame, municipality, title, crumbs, wide = false, children }: Props) => {
  const home = {
    words: frame.t('priority-year.title'),
    ...(crumbs && { href: frame.to.priorityYear(municipality.code) }),
  }
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      wide={wide}
      crumbs={cityPlaceCrumbs(frame, municipality, home, ...(crumbs ?? []))}
    >
      <h1>
        <Spoken frame={frame} words={title} />
      </h1>
      {children}
    </Layout>
  )
}
