import { raw } from 'hono/html'
import { permits } from '#domain/people/permission.ts'
import type { EditionsView } from '#operations/lineage/editions-view.ts'
import { Layout } from '../../components/layout.tsx'
import { decidedInWords } from '../../components/lineage/edition-words.ts'
import { FrameFacts } from '../../components/lineage/frame-facts.tsx'
import { Own } from '../../components/own-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { shape } from '../../components/shapes.ts'
import { Spoken } from '../../components/spoken.tsx'
import { planCrumbs } from '../../crumb-trail.ts'
import { type Frame, periodInWords } from '../../frame.ts'

type Props = { frame: Frame; view: EditionsView }

export const editionsPage = (frame: Frame, view: EditionsView): string =>
  String(<EditionsPage frame={frame} view={view} />)

/** 計画の版：いまの版と旧版、決めた日と会議、公表。つぎに前の期・次の期と、勘案した国の総合戦略。 */
const EditionsPage = ({ frame, view }: Props) => {
  const { edition, frame: national } = view
  const title = frame.t('lineage.editions-title')
  return (
    <Layout
      frame={frame}
      title={`${title} ${edition.title}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={planCrumbs(frame, edition, title)}
    >
      <h1 id="editions">{title}</h1>
      <p class="sub">
        <Own frame={frame}>{view.current.title}</Own>
      </p>
      <Editions frame={frame} view={view} />
      <Relatives frame={frame} view={view} />
      <section aria-labelledby="national">
        <h2 id="national">{frame.t('lineage.national')}</h2>
        {national ? (
          <FrameFacts frame={frame} national={national} />
        ) : (
          <p class="empty">{frame.t('lineage.no-national')}</p>
        )}
      </section>
      <Starts frame={frame} view={view} />
    </Layout>
  )
}

const Editions = ({ frame, view: { lines, current } }: Props) => {
  const { code } = current.municipality
  return (
    <Scroll labelledby="editions">
      <table class="plain lineage-editions">
        <thead>
          <tr>
            <th scope="col">{frame.t('lineage.col-edition')}</th>
            <th scope="col">{frame.t('lineage.col-state')}</th>
            <th scope="col">{frame.t('lineage.col-decided')}</th>
            <th scope="col">{frame.t('lineage.col-period')}</th>
            <th scope="col">{frame.t('lineage.col-publications')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ edition: each, superseded, publications }) => (
            <tr>
              <th scope="row">
                <a href={frame.to.plan(code, each.id)}>
                  <Own frame={frame}>{each.title}</Own>
                </a>{' '}
                {each.history && <small>{frame.t('lineage.nth', { number: each.history.number })}</small>}
              </th>
              <td class="lineage-state">
                {raw(shape(superseded ? 'not-judged' : 'reached'))}
                {frame.t(superseded ? 'lineage.superseded' : 'lineage.current')}
                {superseded && (
                  <>
                    {' '}
                    <a href={frame.to.comparison(code, current.id, { with: each.id })}>{frame.t('lineage.compare')}</a>
                  </>
                )}
              </td>
              <td>
                <Spoken frame={frame} words={decidedInWords(frame, each)} />
              </td>
              <td>{periodInWords(frame, each.firstYear, each.lastYear)}</td>
              <td>
                {publications.length === 0
                  ? frame.t('lineage.no-publications')
                  : publications.map(({ id, title, publishedAt }) => (
                      <span class="lineage-publication">
                        <a href={frame.to.publication(code, id)}>
                          <Own frame={frame}>{title}</Own>
                        </a>{' '}
                        <small>{publishedAt.slice(0, 10)}</small>
                      </span>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Relatives = ({ frame, view: { relatives, current } }: Props) =>
  relatives.length === 0 ? null : (
    <section aria-labelledby="relatives">
      <h2 id="relatives">{frame.t('lineage.relatives')}</h2>
      <ul class="elsewhere">
        {relatives.map(({ relation, edition: each }) => (
          <li>
            <span class="tag">{frame.t(`lineage.relation-${relation}`)}</span>{' '}
            <a href={frame.to.plan(current.municipality.code, each.id)}>
              <Own frame={frame}>{each.title}</Own>
            </a>{' '}
            <small>{periodInWords(frame, each.firstYear, each.lastYear)}</small>
          </li>
        ))}
      </ul>
    </section>
  )

/** 改訂を始める、次の期を始める。してよい人にだけ。 */
const Starts = ({ frame, view: { current } }: Props) => {
  if (!permits(frame.person, 'revision-edit')) return null
  const { code } = current.municipality
  return (
    <p class="buttons screen-only">
      <a class="button" href={frame.to.startRevision(code, current.id)}>
        {frame.t('lineage.revise')}
      </a>
      <a class="button" href={frame.to.nextPeriod(code, current.id)}>
        {frame.t('lineage.next-start')}
      </a>
    </p>
  )
}
