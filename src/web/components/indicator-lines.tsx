import { raw } from 'hono/html'
import type { EditionHeading } from '#domain/plan/edition.ts'
import type { IndicatorLine } from '#operations/view-plan.ts'
import { type Frame, yearShort } from '../frame.ts'
import { FigureText } from './figure.tsx'
import { Own } from './own-words.tsx'
import { rateWords } from './rate-words.ts'
import { shape } from './shapes.ts'
import { State } from './state.tsx'

type Props = { frame: Frame; edition: EditionHeading; lines: readonly IndicatorLine[] }

/** 指標の小さな一行：名、目標、いまの値、率、位置。 */
export const IndicatorLines = ({ frame, edition, lines }: Props) =>
  lines.length === 0 ? null : (
    <ul class="lines">
      {lines.map((line) => (
        <Line frame={frame} edition={edition} line={line} />
      ))}
    </ul>
  )

const Line = ({ frame, edition, line }: { frame: Frame; edition: EditionHeading; line: IndicatorLine }) => {
  const { indicator, target, now } = line
  const kind = indicator.repeatOf !== null ? 'repeat' : indicator.breakdownOf !== null ? 'breakdown' : undefined
  return (
    <li class={kind}>
      <span class="name">
        {kind === 'breakdown' && !indicator.name.includes('内訳') && (
          <span class="tag">{frame.t('table.breakdown')}</span>
        )}
        <a href={frame.to.indicator(edition.municipality.code, edition.id, indicator.id)}>
          <Own frame={frame}>{indicator.name}</Own>
        </a>
        {kind === 'repeat' && !indicator.name.includes('再掲') && <span class="tag">{frame.t('table.repeat')}</span>}
        {indicator.certainty && indicator.certainty.level !== 'certain' && (
          <span class="tag doubt">
            {raw(shape('doubt'))}
            {frame.t('table.doubtful')}
          </span>
        )}
      </span>
      <span class="mark">
        <small>{frame.t('table.target')}</small> <FigureText frame={frame} figure={target} />
      </span>
      <span class="mark">
        {now && (
          <>
            <small>{yearShort(frame, now.year)}</small> <FigureText frame={frame} figure={now.actual} />
          </>
        )}
      </span>
      <span class="n">{now ? rateWords(frame, now.achievement) : ''}</span>
      <State frame={frame} standing={now?.standing ?? 'not-judged'} />
    </li>
  )
}
