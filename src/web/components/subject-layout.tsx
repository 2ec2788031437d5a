import type { Child } from 'hono/jsx'
import type { Municipality } from '#domain/people/municipality.ts'
import { cityPlaceCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'
import type { Crumb } from './crumbs.tsx'
import { Layout } from './layout.tsx'
import { Spoken } from './spoken.tsx'

/** 市の一つの仕事（照会・重点目標・外部の会議）の頁に要るもの。 */
export type SubjectPage = {
  frame: Frame
  municipality: Municipality
  title: string
  /** 市 > 仕事 のあとに続く道。なければ、この頁がその仕事のはじめの頁。 */
  crumbs?: readonly Crumb[]
  wide?: boolean
  scripts?: readonly string[]
  children?: Child
}

type Props = SubjectPage & {
  /** 仕事の名と、はじめの頁の番地。 */
  home: { readonly words: string; readonly href: string }
}

/** 市 > 仕事 > いまの頁 の枠。 */
export const SubjectLayout = ({ frame, municipality, title, crumbs, wide, scripts, home, children }: Props) => (
  <Layout
    frame={frame}
    title={title}
    municipality={municipality}
    wide={wide ?? false}
    scripts={scripts ?? []}
    crumbs={cityPlaceCrumbs(
      frame,
      municipality,
      { words: home.words, ...(crumbs && { href: home.href }) },
      ...(crumbs ?? []),
    )}
  >
    <h1>
      <Spoken frame={frame} words={title} />
    </h1>
    {children}
  </Layout>
)
