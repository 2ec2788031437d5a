import type { Child } from 'hono/jsx'
import type { CollectionRound } from '#domain/collection/round.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'
import type { Crumb } from '../crumbs.tsx'
import { Layout } from '../layout.tsx'

type Props = {
  frame: Frame
  title: string
  municipality: Municipality
  round: Pick<CollectionRound, 'id' | 'title'>
  /** 照会といまの頁の間（課の入力の頁）。 */
  between?: readonly Crumb[]
  children?: Child
}

/** 市町村 > 市 > 照会 > （課） > いまの頁。 */
export const SheetFrame = ({ frame, title, municipality, round, between = [], children }: Props) => (
  <Layout
    frame={frame}
    title={title}
    municipality={municipality}
    crumbs={cityPlaceCrumbs(
      frame,
      municipality,
      { words: round.title, href: frame.to.round(municipality.code, round.id), own: true },
      ...between,
      { words: title },
    )}
  >
    <h1>{title}</h1>
    {children}
  </Layout>
)
