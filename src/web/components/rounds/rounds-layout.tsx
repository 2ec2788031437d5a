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
  /** 市 > 照会 のあとに続く道。 */
  crumbs?: readonly Crumb[]
  wide?: boolean
  children?: Child
}

/** 照会の頁の枠。市 > 照会 > いまの頁。 */
export const RoundsLayout = ({ frame, municipality, title, crumbs, wide = false, children }: Props) => {
  const home = { words: frame.t('rounds.title'), ...(crumbs && { href: frame.to.rounds(municipality.code) }) }
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
