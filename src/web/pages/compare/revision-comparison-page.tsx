import { permits } from '#domain/people/permission.ts'
import type { RevisionComparison } from '#operations/comparison/compare-revision.ts'
import { ComparisonFilter } from '../../components/compare/comparison-filter.tsx'
import { ComparisonTable } from '../../components/compare/comparison-table.tsx'
import { RevisionFiles } from '../../components/compare/revision-files.tsx'
import { RevisionFrame } from '../../components/revisions/revision-frame.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: RevisionComparison }

export const revisionComparisonPage = (frame: Frame, view: RevisionComparison): string =>
  String(<RevisionComparisonPage frame={frame} view={view} />)

/** 改訂の案の新旧。何をいくつ改めたかが先、つぎに左右の本文、終わりに資料。 */
const RevisionComparisonPage = ({ frame, view }: Props) => {
  const { t, to } = frame
  const { base, revised, revision, comparison, counts, filter } = view
  const { code } = base.municipality
  const here = to.planRevision(code, revision.id, 'compare')
  const mayEdit = revision.status === 'open' && permits(frame.person, 'revision-edit')
  const isEmpty = comparison.heading === null && comparison.nodes.length === 0 && comparison.loose.length === 0
  return (
    <RevisionFrame frame={frame} view={view.view} here="compare" title={t('compare.title')} wide>
      <p>
        <Spoken frame={frame} words={t('compare.lead', { base: base.title, revised: revised.title })} />
      </p>
      <ComparisonFilter
        frame={frame}
        view={view}
        action={here}
        kindAddress={(kind) => to.planRevision(code, revision.id, 'compare', { kind })}
      />
      {isEmpty ? (
        <section class="empty">
          <p>{t(counts.length === 0 ? 'compare.nothing' : 'compare.nothing-chosen')}</p>
          {counts.length === 0 && (
            <p>
              <a href={to.planRevision(code, revision.id)}>{t('compare.nothing-next')}</a>
            </p>
          )}
        </section>
      ) : (
        <>
          <p class="hint compare-key">{t('compare.key')}</p>
          <ComparisonTable
            frame={frame}
            comparison={comparison}
            heads={{ before: t('compare.before'), after: t('compare.after'), own: false }}
            reasons
            edit={({ on, id, state }) => {
              if (!mayEdit || on === 'plan') return undefined
              // 廃止したものの頁はないので、変更の一覧（戻せる）へ。
              return state === 'removed'
                ? to.planRevision(code, revision.id, 'changes')
                : to.planRevision(code, revision.id, 'edit', { on, id })
            }}
          />
        </>
      )}
      {counts.length > 0 && filter.kind === undefined && <RevisionFiles frame={frame} code={code} id={revision.id} />}
    </RevisionFrame>
  )
}
