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
  /** 市 > 外部の会議 のあとに続く道。 */
  crumbs?: readonly Crumb[]
  wide?: boolean
  scripts?: readonly string[]
  children?: Child
}

/** 外部の会議の頁の枠。市 > 外部の会議 > いまの頁。 */
export const CommitteeLayout = ({
  frame,
  municipality,
  title,
  crumbs,
  wide = false,
  scripts = [],
  children,
}: Props) => {
  const home = { words: frame.t('committee.title'), ...(crumbs && { href: frame.to.referrals(municipality.code) }) }
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      wide={wide}
      scripts={scripts}
      crumbs={cityPlaceCrumbs(frame, municipality, home, ...(crumbs ?? []))}
    >
      <h1>
        <Spoken frame={frame} words={title} />
      </h1>
      {children}
    </Layout>
  )
}
