import { achievementInWords } from '#domain/indicator/achievement.ts'
import type { Problem } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { ActualsOfYear, ActualsView, VersionLine } from '#operations/collection/actuals-view.ts'
import { shownFigure } from '../../components/figure-words.ts'
import { ReviseForm } from '../../components/flow/revise-form.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { rateWords } from '../../components/rate-words.ts'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { indicatorCrumbs } from '../../crumb-trail.ts'
import { type Frame, yearInWords } from '../../frame.ts'

/** 直す欄に打たれたもの。 */
export type RevisionTyped = {
  readonly year: number | undefined
  readonly raw: string
  readonly absence: string
  readonly expected: string
  readonly provisional: boolean
  readonly reason: string
}

export type ActualsGiven = {
  readonly saved?: number | undefined
  readonly refused?: { readonly typed: RevisionTyped; readonly problem: Problem }
}

type Props = { frame: Frame; view: ActualsView; given: ActualsGiven }

export const actualsPage = (frame: Frame, view: ActualsView, given: ActualsGiven): string =>
  String(<ActualsPage frame={frame} view={view} given={given} />)

/** 実績の履歴。年度ごとに、いまの値と、前の値・わけ・だれが・いつ。 */
const ActualsPage = ({ frame, view, given }: Props) => {
  const { edition, indicator, first, years } = view
  const { code } = edition.municipality
  const title = frame.t('actuals.title')
  return (
    <Layout
      frame={frame}
      title={`${title} ${indicator.name}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={indicatorCrumbs(frame, edition, indicator, title)}
    >
      <h1>{title}</h1>
      <p class="lead">
        <Own frame={frame}>{indicator.name}</Own>
      </p>
      {given.saved !== undefined && (
        <p class="flow-done" role="status">
          {frame.t('actuals.saved', { year: yearInWords(frame, given.saved) })}
        </p>
      )}
      {first && (
        <p class="notice">
          {frame.t('actuals.is-repeat')}{' '}
          <a href={frame.to.actuals(code, edition.id, first.id)}>
            <Own frame={frame}>{first.name}</Own>
          </a>
        </p>
      )}
      <p class="sub">{frame.t('actuals.lead')}</p>
      {years.map((year) => (
        <Year frame={frame} year={year} />
      ))}
      {view.revises && <ReviseForm frame={frame} view={view} refused={given.refused} />}
    </Layout>
  )
}

const Year = ({ frame, year }: { frame: Frame; year: ActualsOfYear }) => {
  const id = `y${year.year}`
  return (
    <section class="flow-year" aria-labelledby={id}>
      <h2 id={id}>
        <span>
          {yearInWords(frame, year.year)}{' '}
          {year.versions.length === 0 && (
            <small>{frame.t(year.standing ? 'actuals.from-document' : 'actuals.none')}</small>
          )}
        </span>{' '}
        <span class="flow-standing">
          <Own frame={frame}>{shownFigure(frame, year.standing).words}</Own>{' '}
          <small>{rateWords(frame, year.achievement)}</small>
        </span>
      </h2>
      {year.versions.length > 0 && <Versions frame={frame} id={id} versions={year.versions} />}
    </section>
  )
}

const Versions = ({ frame, id, versions }: { frame: Frame; id: string; versions: readonly VersionLine[] }) => (
  <Scroll labelledby={id}>
    <table class="flow-versions">
      <thead>
        <tr>
          <th scope="col">{frame.t('actuals.col-version')}</th>
          <th scope="col" class="n">
            {frame.t('table.actual')}
          </th>
          <th scope="col">{frame.t('table.rate')}</th>
          <th scope="col">{frame.t('actuals.col-reason')}</th>
          <th scope="col">{frame.t('actuals.col-who')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, achievement }, index) => (
          <tr class={index === 0 ? 'standing' : undefined}>
            <th scope="row">
              {frame.t(`actuals.kind-${version.kind}`)}{' '}
              <small>{frame.t('actuals.nth', { number: version.number })}</small>
              {index === 0 && <span class="tag">{frame.t('actuals.standing')}</span>}
            </th>
            <td class="n">
              <Own frame={frame}>{shownFigure(frame, version.figure).words}</Own>
            </td>
            <td>
              <Spoken frame={frame} words={achievementInWords(achievement, frame.lang)} />
            </td>
            <td>{version.reason === null ? '―' : <Own frame={frame}>{version.reason}</Own>}</td>
            <td>
              <Own frame={frame}>{version.by}</Own> <time datetime={version.at}>{momentInWords(version.at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
)
