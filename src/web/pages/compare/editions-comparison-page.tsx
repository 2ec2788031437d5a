import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import type { EditionsComparison } from '#operations/comparison/compare-editions.ts'
import { ComparisonFilter } from '../../components/compare/comparison-filter.tsx'
import { ComparisonTable } from '../../components/compare/comparison-table.tsx'
import { Layout } from '../../components/layout.tsx'
import { SelectField } from '../../components/report/choice-fields.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { planCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

export type EditionsComparisonView = {
  readonly edition: Edition
  /** 比べられる、ほかの版。 */
  readonly others: readonly EditionHeading[]
  readonly chosen: string | undefined
  /** まだ選んでいなければ undefined。 */
  readonly view: EditionsComparison | undefined
}

type Props = { frame: Frame; view: EditionsComparisonView }

export const editionsComparisonPage = (frame: Frame, view: EditionsComparisonView): string =>
  String(<EditionsComparisonPage frame={frame} view={view} />)

/** 一つの市の二つの版を比べる。比べる版を選ぶと、違うところだけが左右に並ぶ。 */
const EditionsComparisonPage = ({ frame, view: { edition, others, chosen, view } }: Props) => {
  const { t, to } = frame
  const { code } = edition.municipality
  const title = t('compare.title')
  const here = to.comparison(code, edition.id, chosen === undefined ? {} : { with: chosen })
  return (
    <Layout
      frame={frame}
      title={`${title} ${edition.title}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={planCrumbs(frame, edition, title)}
      wide
    >
      <h1>{title}</h1>
      {others.length === 0 ? (
        <section class="empty">
          <p>{t('compare.no-other')}</p>
          <p>{t('compare.no-other-next')}</p>
        </section>
      ) : (
        <form method="get" action={to.comparison(code, edition.id)} class="compare-with">
          <SelectField
            name="with"
            label={t('compare.with')}
            chosen={chosen ?? edition.history?.basedOn ?? edition.history?.supersededBy ?? ''}
            options={others.map(({ id, title: words, history }) => [
              id,
              history && history.planId === edition.history?.planId
                ? `${words}（${t('lineage.nth', { number: history.number })}）`
                : words,
            ])}
          />
          <p class="buttons">
            <button type="submit" class="primary">
              {t('compare.with-go')}
            </button>
          </p>
        </form>
      )}
      {view && (
        <>
          <p>
            <Spoken frame={frame} words={t('compare.lead', { base: view.base.title, revised: view.revised.title })} />
          </p>
          <p class="hint">{t(view.pairedBy === 'id' ? 'compare.paired-by-id' : 'compare.paired-by-name')}</p>
          <ComparisonFilter
            frame={frame}
            view={view}
            action={here}
            kept={chosen === undefined ? {} : { with: chosen }}
            kindAddress={(kind) => to.comparison(code, edition.id, { with: chosen, kind })}
          />
          <Compared frame={frame} view={view} />
        </>
      )}
    </Layout>
  )
}

const Compared = ({ frame, view }: { frame: Frame; view: EditionsComparison }) => {
  const { t } = frame
  const { comparison, counts, base, revised } = view
  const { heading, nodes, loose } = comparison
  if (heading === null && nodes.length === 0 && loose.length === 0)
    return <p class="empty">{t(counts.length === 0 ? 'compare.same' : 'compare.nothing-chosen')}</p>
  const sameTitle = base.title === revised.title
  return (
    <>
      <p class="hint compare-key">{t('compare.key')}</p>
      <ComparisonTable
        frame={frame}
        comparison={comparison}
        heads={
          sameTitle
            ? { before: t('compare.older'), after: t('compare.newer'), own: false }
            : { before: base.title, after: revised.title, own: true }
        }
        reasons={false}
        edit={() => undefined}
      />
    </>
  )
}
