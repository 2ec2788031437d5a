import { raw } from 'hono/html'
import { pointsInWords } from '#domain/indicator/movement.ts'
import type { Moved, PlanStart } from '#operations/view-city.ts'
import { type Frame, yearShort } from '../frame.ts'
import { FigureText } from './figure.tsx'
import { Own } from './own-words.tsx'
import { rateWords } from './rate-words.ts'
import { shape } from './shapes.ts'

type Props = { frame: Frame; plan: PlanStart }

/** 前に測った年度から、大きく動いたもの。上がったものと下がったものを並べ、達成の出入りを添える。 */
export const Movements = ({ frame, plan }: Props) => {
  const { up, down, counts, reached, lost } = plan.movements
  if (up.length + down.length + reached.length + lost.length === 0) return null
  return (
    <section aria-labelledby={`p-${plan.edition.id} moved-${plan.edition.id}`} class="moved">
      <h3 id={`moved-${plan.edition.id}`}>{frame.t('start.moved')}</h3>
      <p class="summary">
        {frame.t('start.moved-counts', {
          up: counts.up,
          down: counts.down,
          reached: reached.length,
          lost: lost.length,
        })}
      </p>
      <div class="two">
        <Side frame={frame} plan={plan} title={frame.t('start.up')} its={up} way="up" />
        <Side frame={frame} plan={plan} title={frame.t('start.down')} its={down} way="down" />
      </div>
    </section>
  )
}

type SideProps = Props & { title: string; its: readonly Moved[]; way: 'up' | 'down' }

const Side = ({ frame, plan, title, its, way }: SideProps) => (
  <div class={way}>
    <h4>{title}</h4>
    {its.length === 0 ? (
      <p class="summary">{frame.t('start.none')}</p>
    ) : (
      <ol>
        {its.map((moved) => (
          <Line frame={frame} plan={plan} moved={moved} way={way} />
        ))}
      </ol>
    )}
  </div>
)

const Line = ({ frame, plan: { edition }, moved, way }: Props & { moved: Moved; way: 'up' | 'down' }) => {
  const { indicator, movement } = moved
  const { from, to, points, crossed } = movement
  return (
    <li>
      <a href={frame.to.indicator(edition.municipality.code, edition.id, indicator.id, to.year)}>
        <Own frame={frame}>{indicator.name}</Own>
      </a>
      <p>
        <small>{yearShort(frame, from.year)}</small> <FigureText frame={frame} figure={from.actual} /> →{' '}
        <small>{yearShort(frame, to.year)}</small> <FigureText frame={frame} figure={to.actual} />
      </p>
      <p class="points">
        {raw(shape(way))}
        {points !== null && frame.t('start.points', { points: pointsInWords(points) })}{' '}
        <small>
          {frame.t('start.rates', { from: rateWords(frame, from.achievement), to: rateWords(frame, to.achievement) })}
        </small>
        {crossed && <span class={`tag ${crossed}`}>{frame.t(`start.${crossed}`)}</span>}
      </p>
    </li>
  )
}
