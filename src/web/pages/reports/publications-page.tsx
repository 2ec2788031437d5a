import type { Municipality } from '#domain/people/municipality.ts'
import type { Publication } from '#operations/reports/publications.ts'
import { Layout } from '../../components/layout.tsx'
import { PublicationList } from '../../components/report/publication-list.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; municipality: Municipality; publications: readonly Publication[] }

export const publicationsPage = (
  frame: Frame,
  municipality: Municipality,
  publications: readonly Publication[],
): string => String(<PublicationsPage frame={frame} municipality={municipality} publications={publications} />)

/** その市の公表の記録すべて。新しいものから。 */
const PublicationsPage = ({ frame, municipality, publications }: Props) => {
  const title = frame.t('publications.title')
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: title })}
    >
      <h1 id="title">{title}</h1>
      <p class="sub">{frame.t('publications.lead')}</p>
      {publications.length === 0 ? (
        <p class="empty">{frame.t('reports.publications-none')}</p>
      ) : (
        <PublicationList frame={frame} code={municipality.code} publications={publications} labelledby="title" />
      )}
    </Layout>
  )
}
