import type { Child } from 'hono/jsx'
import type { Accumulation } from '#domain/plan/draft.ts'
import type { IndicatorView } from '#operations/view-indicator.ts'
import { type Frame, yearInWords } from '../frame.ts'
import { Own } from './own-words.tsx'
import { SourceLink } from './source-link.tsx'
import { Cited } from './workings.tsx'

type Props = { frame: Frame; view: IndicatorView }

/** 指標の定義：基準、目標、数え方、測り方、単位、担当、事業費、出典。 */
export const IndicatorFacts = ({ frame, view }: Props) => {
  const { indicator, target, total, project, edition } = view
  const { baseline, costs } = indicator
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{frame.t('facts.title')}</h2>
      <dl class="facts">
        <Fact words={frame.t('table.baseline')}>
          {baseline?.year != null && `${yearInWords(frame, baseline.year)} `}
          <Cited frame={frame} view={view} figure={baseline} />
        </Fact>
        <Fact words={frame.t('facts.target')}>
          {target?.year != null && `${yearInWords(frame, target.year)} `}
          <Cited frame={frame} view={view} figure={target} />
        </Fact>
        {total && total !== target && (
          <Fact words={frame.t('table.total')}>
            <Cited frame={frame} view={view} figure={total} />
          </Fact>
        )}
        <Fact words={frame.t('facts.accumulation')}>{accumulationWords(frame, indicator.accumulation)}</Fact>
        {indicator.measured && (
          <Fact words={frame.t('facts.measured')}>
            <Own frame={frame}>{indicator.measured}</Own>
          </Fact>
        )}
        <Fact words={frame.t('facts.unit')}>
          {indicator.unit === null ? frame.t('facts.unit-none') : <Own frame={frame}>{indicator.unit}</Own>}
        </Fact>
        {indicator.departments.length > 0 && (
          <Fact words={frame.t('table.department')}>
            <Own frame={frame}>{indicator.departments.join('、')}</Own>
          </Fact>
        )}
        {project && (
          <Fact words={frame.t('facts.project')}>
            <a href={frame.to.project(edition.municipality.code, edition.id, project.id)}>
              <Own frame={frame}>{project.name}</Own>
            </a>
          </Fact>
        )}
        {costs.map((cost) => (
          <Fact words={frame.t('table.cost')}>
            {cost.year !== null && `${yearInWords(frame, cost.year)} `}
            <Own frame={frame}>{`${cost.raw}${cost.value === null ? '' : (cost.unit ?? '')}`}</Own>{' '}
            <small>
              <SourceLink frame={frame} edition={edition} place={cost.place} />
            </small>
          </Fact>
        ))}
        {indicator.remarks && (
          <Fact words={frame.t('table.remarks')}>
            <Own frame={frame}>{indicator.remarks}</Own>
          </Fact>
        )}
        {(indicator.printedGrades ?? []).map(({ year, heading, printed }) => (
          <Fact words={frame.t('facts.printed-grade')}>
            {year !== null && `${yearInWords(frame, year)} `}
            <Own frame={frame}>{`${heading} ${printed}`}</Own>
          </Fact>
        ))}
        {(indicator.comments ?? []).map(({ heading, text }) => (
          <Fact words={frame.t('facts.comment')}>
            <Own frame={frame}>{`${heading}：${text}`}</Own>
          </Fact>
        ))}
        {indicator.sheetNo && <Fact words={frame.t('table.sheet')}>{indicator.sheetNo}</Fact>}
        <Fact words={frame.t('facts.source')}>
          <Own frame={frame}>{edition.sources[0]?.file ?? ''}</Own>{' '}
          <SourceLink frame={frame} edition={edition} place={indicator.place} />
        </Fact>
        <Fact words={frame.t('facts.formula')}>{frame.t(`formula.${edition.rules.formula}`)}</Fact>
      </dl>
    </section>
  )
}

const Fact = ({ words, children }: { words: string; children?: Child }) => (
  <div>
    <dt>{words}</dt>
    <dd>{children}</dd>
  </div>
)

const accumulationWords = (frame: Frame, accumulation: Accumulation): string =>
  accumulation.kind === 'cumulative' && accumulation.since !== null
    ? frame.t('accumulation.since', { year: yearInWords(frame, accumulation.since) })
    : frame.t(`accumulation.${accumulation.kind}`)
