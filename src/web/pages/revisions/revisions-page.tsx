import type { Municipality } from '#domain/people/municipality.ts'
import { permits } from '#domain/people/permission.ts'
import { dateInWords } from '#domain/year/calendar.ts'
import type { RevisionLine, RevisionsView } from '#operations/revision/revision-view.ts'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import { type Frame, periodInWords } from '../../frame.ts'

type Props = { frame: Frame; municipality: Municipality; view: RevisionsView }

export const revisionsPage = (frame: Frame, municipality: Municipality, view: RevisionsView): string =>
  String(<RevisionsPage frame={frame} municipality={municipality} view={view} />)

/** 改訂の案の一覧。作業中・決めたもの・取り下げたもの。新しく始めるところ。 */
const RevisionsPage = ({ frame, municipality, view }: Props) => {
  const { t, to } = frame
  const { code } = municipality
  return (
    <Layout
      frame={frame}
      title={t('revisions.title')}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: t('revisions.title') })}
    >
      <h1>{t('revisions.title')}</h1>
      <p class="lead">{t('revisions.lead')}</p>
      {view.revisions.length === 0 ? (
        <p class="empty">{t('revisions.empty')}</p>
      ) : (
        <ul class="rev-list">
          {view.revisions.map((revision) => (
            <Line frame={frame} code={code} revision={revision} />
          ))}
        </ul>
      )}
      {permits(frame.person, 'revision-edit') && view.startable.length > 0 && (
        <section aria-labelledby="start">
          <h2 id="start">{t('revisions.start-heading')}</h2>
          <ul class="rev-list">
            {view.startable.map(({ id, title }) => (
              <li>
                <a href={to.startRevision(code, id)}>
                  <Own frame={frame}>{title}</Own>
                </a>{' '}
                {t('revisions.start-this')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  )
}

const Line = ({ frame, code, revision }: { frame: Frame; code: string; revision: RevisionLine }) => {
  const { t, to } = frame
  return (
    <li>
      <span class={`rev-status ${revision.status}`}>{t(`revisions.status-${revision.status}`)}</span>{' '}
      <a href={to.planRevision(code, revision.id)}>
        <Own frame={frame}>{revision.title}</Own>
      </a>{' '}
      <span class="sub">
        {periodInWords(frame, revision.firstYear, revision.lastYear)}{' '}
        {t('revisions.change-count', { count: revision.changeCount })}
        {revision.decidedOn !== null && (
          <>
            {' '}
            {dateInWords(revision.decidedOn, frame.lang)} <Own frame={frame}>{revision.decidedBy}</Own>
          </>
        )}
      </span>
      <br />
      <small>
        {t('revisions.base')} <Own frame={frame}>{revision.baseTitle}</Own>
      </small>
    </li>
  )
}
