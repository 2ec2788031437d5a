import type { Problem } from '#domain/problem.ts'
import type { LineageView, TrailStep } from '#operations/lineage/lineage-view.ts'
import { Layout } from '../../components/layout.tsx'
import { LinkForm } from '../../components/lineage/link-form.tsx'
import { TrailChart } from '../../components/lineage/trail-chart.tsx'
import { TrailTable } from '../../components/lineage/trail-table.tsx'
import { UnlinkForms } from '../../components/lineage/unlink-forms.tsx'
import { Own } from '../../components/own-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { indicatorCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

/** 通らなかった送信：選んだもの・書いたわけと、断り。 */
export type LinkRefused = {
  readonly act: 'link' | 'unlink'
  readonly chosen: string
  readonly reason: string
  readonly problem: Problem
}
export type LineageGiven = { readonly done?: 'linked' | 'unlinked' | undefined; readonly refused?: LinkRefused }

type Props = { frame: Frame; view: LineageView; given: LineageGiven }

export const lineagePage = (frame: Frame, view: LineageView, given: LineageGiven = {}): string =>
  String(<LineagePage frame={frame} view={view} given={given} />)

/** 指標の系統：図、計画ごとの表、つなぐ・外す。 */
const LineagePage = ({ frame, view, given }: Props) => {
  const { edition, indicator, trail } = view
  const title = frame.t('lineage.title')
  return (
    <Layout
      frame={frame}
      title={`${title} ${indicator.name}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={indicatorCrumbs(frame, edition, indicator, title)}
    >
      <h1 id="trail">{title}</h1>
      <p class="lead">
        <Own frame={frame}>{indicator.name}</Own>
      </p>
      {given.done && (
        <p class="flow-done" role="status">
          {frame.t(`lineage.done-${given.done}`)}
        </p>
      )}
      <p class="sub">{frame.t(trail.length > 1 ? 'lineage.lead' : 'lineage.lead-alone')}</p>
      {trail.map((step) => (
        <NotDrawn frame={frame} view={view} step={step} />
      ))}
      <TrailChart frame={frame} view={view} />
      <TrailTable frame={frame} view={view} />
      {view.links && <UnlinkForms frame={frame} view={view} given={given} />}
      {view.links && <LinkForm frame={frame} view={view} given={given} />}
    </Layout>
  )
}

/** 単位が違って図に描かない計画。 */
const NotDrawn = ({ frame, view: { indicator }, step }: { frame: Frame; view: LineageView; step: TrailStep }) =>
  step.drawable ? null : (
    <p class="notice">
      <Spoken
        frame={frame}
        words={frame.t('lineage.not-drawn', {
          title: step.edition.title,
          unit: step.indicator.unit ?? '―',
          own: indicator.unit ?? '―',
        })}
      />
    </p>
  )
