import { raw } from 'hono/html'
import { standings } from '#domain/indicator/standing.ts'
import type { TagCount, TagKind, TagKindView, TagsView } from '#operations/view-tags.ts'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { Scroll } from '../components/scroll.tsx'
import { shareBar } from '../components/share-bar.ts'
import { State } from '../components/state.tsx'
import { TagName } from '../components/tag-name.tsx'
import { cityPlaceCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: TagsView }

export const tagsPage = (frame: Frame, view: TagsView): string => String(<TagsPage frame={frame} view={view} />)

export const tagKindPage = (frame: Frame, view: TagKindView): string =>
  String(<TagKindPage frame={frame} view={view} />)

/** 市の印の一覧。種類ごとに、どの値がいくつの事業に付いているか。 */
const TagsPage = ({ frame, view: { municipality, kinds } }: Props) => {
  const title = frame.t('tags.title')
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: title })}
    >
      <h1>{title}</h1>
      {kinds.length === 0 ? <p class="empty">{frame.t('tags.empty')}</p> : <p class="sub">{frame.t('tags.lead')}</p>}
      {kinds.map((kind, index) => (
        <Kind frame={frame} code={municipality.code} kind={kind} id={`k-${index + 1}`} />
      ))}
    </Layout>
  )
}

type KindProps = { frame: Frame; code: string; kind: TagKind; id: string }

const Kind = ({ frame, code, kind, id }: KindProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>
      <a href={frame.to.tags(code, kind.kind)}>
        <Own frame={frame}>{kind.kind}</Own>
      </a>
    </h2>
    <p class="summary">
      {frame.t('tags.kind-counts', { projects: kind.projects, of: kind.of })}{' '}
      <a href={frame.to.tags(code, kind.kind)}>{frame.t('tags.kind-more')}</a>
    </p>
    {kind.bare && <p class="sub">{frame.t('tags.bare')}</p>}
    <ul class="tag-list">
      {kind.values.map((tag) => (
        <li>
          <a href={frame.to.tags(code, kind.kind, tag.value)}>
            <TagName frame={frame} tag={tag} />
          </a>{' '}
          <small>{frame.t('tags.chip-count', { count: tag.projects })}</small>
        </li>
      ))}
    </ul>
  </section>
)

/** 印の種類一つ。値ごとの事業と指標の数。 */
const TagKindPage = ({ frame, view: { municipality, kind } }: { frame: Frame; view: TagKindView }) => (
  <Layout
    frame={frame}
    title={kind.kind}
    municipality={municipality}
    crumbs={cityPlaceCrumbs(
      frame,
      municipality,
      { words: frame.t('tags.title'), href: frame.to.tags(municipality.code) },
      { words: kind.kind, own: true },
    )}
  >
    <h1>
      <Own frame={frame}>{kind.kind}</Own>
    </h1>
    <p class="lead">{frame.t('tags.kind-counts', { projects: kind.projects, of: kind.of })}</p>
    {kind.bare && <p class="sub">{frame.t('tags.bare')}</p>}
    <Scroll label={kind.kind}>
      <table class="plain tags">
        <thead>
          <tr>
            <th scope="col">{frame.t('tags.value')}</th>
            <th scope="col" class="n">
              {frame.t('tags.projects')}
            </th>
            <th scope="col" class="n">
              {frame.t('tags.indicators')}
            </th>
            <th scope="col" class="bar">
              <span class="unseen">{frame.t('tags.share')}</span>
            </th>
            {standings.map((standing) => (
              <th scope="col" class="n">
                <State frame={frame} standing={standing} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kind.values.map((tag) => (
            <Row frame={frame} code={municipality.code} kind={kind.kind} tag={tag} />
          ))}
        </tbody>
      </table>
    </Scroll>
    <p class="sub">{frame.t('tags.latest')}</p>
    {kind.unused.length > 0 && (
      <>
        <p>{frame.t('tags.unused')}</p>
        <ul class="tag-list">
          {kind.unused.map((goal) => (
            <li>
              {goal} {frame.t(`sdg.${goal}`)}
            </li>
          ))}
        </ul>
      </>
    )}
  </Layout>
)

const Row = ({ frame, code, kind, tag }: { frame: Frame; code: string; kind: string; tag: TagCount }) => (
  <tr>
    <th scope="row">
      <a href={frame.to.tags(code, kind, tag.value)}>
        <TagName frame={frame} tag={tag} />
      </a>
    </th>
    <td class="n">{tag.projects}</td>
    <td class="n">{tag.indicators}</td>
    <td class="bar">{raw(shareBar(tag.counts))}</td>
    {standings.map((standing) => (
      <td class="n">{tag.counts[standing]}</td>
    ))}
  </tr>
)
