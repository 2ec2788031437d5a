import { standings } from '#domain/indicator/standing.ts'
import type { Frame } from '../frame.ts'
import { State } from './state.tsx'

/** 表の下の、状態の意味。 */
export const StandingLegend = ({ frame }: { frame: Frame }) => (
  <p>
    {frame.t('legend.standing')}{' '}
    {standings.map((standing) => (
      <>
        <State frame={frame} standing={standing} /> <span>{frame.t(`standing-means.${standing}`)}</span>{' '}
      </>
    ))}
  </p>
)
