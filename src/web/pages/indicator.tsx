import { raw } from 'hono/html'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { StandingInYear } from '#operations/evaluation/grade-glance.ts'
import type { IndicatorView } from '#operations/view-indicator.ts'
import { Certainty } from '../components/certainty.tsx'
import { VersionMarks } from '../components/flow/version-marks.tsx'
import { GradeLine } from '../components/grades/grade-line.tsx'
import { IndicatorFacts } from '../components/indicator-facts.tsx'
import { Layout } from '../components/layout.tsx'
import { earlierTargets } from '../components/lineage/earlier-targets.ts'
import { TargetChanges } from '../components/lineage/target-changes.tsx'
import { Notes } from '../components/notes.tsx'
import { Own } from '../components/own-words.tsx'
import { rowId } from '../components/progress-rows.ts'
import { CorrectButton } from '../components/review/correct-button.tsx'
import { pointsOf, seriesChart, shapeFor } from '../components/series-chart.ts'
import { shape } from '../components/shapes.ts'
import { Workings } from '../components/workings.tsx'
import { nodeCrumbs } from '../crumb-trail.ts'
import { type Frame, yearInSentence, yearShort } from '../frame.ts'
import { indicatorSentence } from './indicator-sentence.ts'

type Props = { frame: Frame; view: IndicatorView }
type PageProps = Props & { grades?: readonly StandingInYear[] | undefined }

/** 指標。まず一文、つぎに図と表と計算、そのあとに定義と出典。 */
export const IndicatorPage = ({ frame, view, grades = [] }: PageProps) => {
  const { edition, indicator, path, latest, notes } = view
  const standing = latest?.standing ?? 'not-judged'
  return (
    <Layout
      frame={frame}
      title={indicator.name}
      municipality={edition.municipality}
      edition={edition}
      crumbs={nodeCrumbs(frame, edition, path, indicator.name)}
    >
      <p class="sub">
        <Own frame={frame}>{indicator.class}</Own>
        {indicator.repeatOf !== null && <span class="tag">{frame.t('table.repeat')}</span>}
        {indicator.breakdownOf !== null && <span class="tag">{frame.t('table.breakdown')}</span>}
      </p>
      <h1>
        <Own frame={frame}>{indicator.name}</Own>
      </h1>
      <p class="lead">
        <span class={standing}>{raw(shape(standing))}</span>
        {indicatorSentence(frame, view)}
      </p>
      <GradeLine frame={frame} edition={edition} indicator={indicator} grades={grades} />
      <Certainty frame={frame} edition={edition} indicator={indicator} />
      <Chart frame={frame} view={view} />
      <TargetChanges frame={frame} view={view} />
      <section aria-labelledby="workings">
        <h2 id="workings">{frame.t('indicator.workings')}</h2>
        <VersionMarks frame={frame} view={view} />
        <Workings frame={frame} view={view} />
      </section>
      <IndicatorFacts frame={frame} view={view} />
      {notes.length > 0 && (
        <section aria-labelledby="notes">
          <h2 id="notes">{frame.t('indicator.notes')}</h2>
          <Notes frame={frame} edition={edition} notes={notes} />
        </section>
      )}
      <Elsewhere frame={frame} view={view} />
      <Acts frame={frame} view={view} />
      <Neighbours frame={frame} view={view} />
    </Layout>
  )
}

const Chart = ({ frame, view }: Props) => {
  const { indicator, target, yearly } = view
  const points = pointsOf(
    view.years.flatMap(({ actual }) => actual ?? []),
    indicator.baseline,
  )
  if (points.length < 2) return null
  const targets = pointsOf(
    yearly
      ? view.years.flatMap((year) => (year.target ? [{ ...year.target, year: year.year }] : []))
      : target && target.scope !== 'period'
        ? [target]
        : [],
    null,
  )
  const { earlier, changes } = earlierTargets(frame, view.edition.id, view.history)
  const words = { target: frame.t('table.target'), actual: frame.t('table.actual') }
  const said = points
    .map(({ year, label }) => `${yearInSentence(frame, year)} ${label}`)
    .join(frame.lang === 'ja' ? '、' : ', ')
  const chart = seriesChart({
    title: frame.t('chart.title', { name: indicator.name }),
    description: frame.t('chart.description', { points: said, target: targets.at(-1)?.label ?? '―' }),
    unit: indicator.unit ?? '',
    shape: shapeFor(indicator),
    points,
    targets,
    earlier,
    changes,
    words,
    yearWord: (year) => yearShort(frame, year),
  })
  return (
    <figure class="chart">
      {raw(chart)}
      <figcaption>
        {frame.t('chart.caption')} {targets.length > 0 && frame.t('chart.caption-target')}{' '}
        {points.some(({ baseline }) => baseline) && frame.t('chart.caption-baseline')}{' '}
        {earlier.length > 0 && frame.t('lineage.caption-earlier')}
      </figcaption>
    </figure>
  )
}

const Elsewhere = ({ frame, view: { edition, elsewhere } }: Props) =>
  elsewhere.length === 0 ? null : (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{frame.t('indicator.elsewhere')}</h2>
      <ul class="elsewhere">
        {elsewhere.map(({ why, indicator, path }) => (
          <li>
            <span class="tag">{frame.t(`elsewhere.${why}`)}</span>{' '}
            <a href={frame.to.indicator(edition.municipality.code, edition.id, indicator.id)}>
              <Own frame={frame}>{indicator.name}</Own>
            </a>{' '}
            <small>
              <Own frame={frame}>{path.map(nodeInWords).join(' ＞ ')}</Own>
            </small>
          </li>
        ))}
      </ul>
    </section>
  )

/** 表の中のこの行へ戻る、値を直す。 */
const Acts = ({ frame, view: { edition, indicator } }: Props) => {
  const node = indicator.node ?? undefined
  return (
    <div class="buttons screen-only">
      <a
        class="button"
        href={`${frame.to.progress(edition.municipality.code, edition.id, { node })}#${rowId(indicator)}`}
      >
        {frame.t('indicator.in-table')}
      </a>
      <a class="button" href={frame.to.lineage(edition.municipality.code, edition.id, indicator.id)}>
        {frame.t('lineage.title')}
      </a>
      <CorrectButton frame={frame} edition={edition} place={indicator.place} />
    </div>
  )
}

const Neighbours = ({ frame, view: { edition, before, after } }: Props) => (
  <nav class="neighbours" aria-label={frame.t('indicator.neighbours')}>
    {before && (
      <a rel="prev" href={frame.to.indicator(edition.municipality.code, edition.id, before.id)}>
        <small>{frame.t('indicator.before')}</small>
        <Own frame={frame}>{before.name}</Own>
      </a>
    )}
    {after && (
      <a rel="next" href={frame.to.indicator(edition.municipality.code, edition.id, after.id)}>
        <small>{frame.t('indicator.after')}</small>
        <Own frame={frame}>{after.name}</Own>
      </a>
    )}
  </nav>
)
