import { raw } from 'hono/html'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import { dateInWords } from '#domain/year/calendar.ts'
import type { Frame } from '../../frame.ts'
import { shape } from '../shapes.ts'

/** 旧版を見ていることを、どの頁でも一番上で言い、いまの版へ導く。 */
export const OldEditionBand = ({ frame, edition }: { frame: Frame; edition: EditionHeading }) => {
  if (!isSuperseded(edition)) return null
  const { history, municipality } = edition
  const date = history?.supersededOn && dateInWords(history.supersededOn, frame.lang)
  return (
    <p class="lineage-band">
      {raw(shape('doubt'))}
      <strong>{date ? frame.t('lineage.old-band', { date }) : frame.t('lineage.old-band-undated')}</strong>{' '}
      <a href={frame.to.plan(municipality.code, history?.supersededBy ?? edition.id)}>
        {frame.t('lineage.to-current')}
      </a>
    </p>
  )
}
