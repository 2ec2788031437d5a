import type { Municipality } from '#domain/people/municipality.ts'
import {
  hitsPerPage,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
  type SearchView,
} from '#operations/search-city.ts'
import { FigureText } from '../components/figure.tsx'
import { Layout } from '../components/layout.tsx'
import { MarkedWords } from '../components/marked-words.tsx'
import { Own } from '../components/own-words.tsx'
import { State } from '../components/state.tsx'
import { cityCrumbs } from '../crumb-trail.ts'
import { type Frame, yearShort } from '../frame.ts'
import { targetHref } from './search-target.ts'

type Props = { frame: Frame; view: SearchView; municipality: Municipality }

export const searchPage = (frame: Frame, view: SearchView, municipality: Municipality): string =>
  String(<SearchPage frame={frame} view={view} municipality={municipality} />)

/** 探した結果。種類ごとに、よく合うものから。 */
const SearchPage = ({ frame, view, municipality }: Props) => {
  const title = view.asked ? frame.t('search.title-for', { q: view.q }) : frame.t('search.title')
  const [, city] = cityCrumbs(frame, municipality)
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={[
        ...cityCrumbs(frame, municipality).slice(0, 1),
        ...(city ? [{ ...city, href: frame.to.city(municipality.code) }] : []),
        { words: frame.t('search.title') },
      ]}
      q={view.q}
    >
      <h1>{title}</h1>
      <Found frame={frame} view={view} municipality={municipality} />
      {view.groups.map((group) => (
        <Group frame={frame} view={view} municipality={municipality} group={group} />
      ))}
      <Pages frame={frame} view={view} municipality={municipality} />
    </Layout>
  )
}

const kindWord = (frame: Frame, kind: SearchKind): string => frame.t(`search.${kind}`)

/** 何件見つかったかと、種類ごとの数。見つからなければ、どうすればよいか。 */
const Found = ({ frame, view, municipality }: Props) => {
  if (!view.asked) return <p class="empty">{frame.t('search.how')}</p>
  if (view.total === 0) return <p class="empty">{frame.t('search.nothing', { q: view.q, name: municipality.name })}</p>
  return (
    <>
      <p class="summary">{frame.t('search.found', { count: view.total })}</p>
      {view.counts.length > 1 && (
        <nav class="kinds" aria-label={frame.t('search.kinds')}>
          <ul>
            {view.kind !== undefined && (
              <li>
                <a href={frame.to.search(municipality.code, view.q)}>{frame.t('search.all-kinds')}</a>
              </li>
            )}
            {view.counts.map(({ kind, count }) => (
              <li>
                <a
                  href={frame.to.search(municipality.code, view.q, { kind })}
                  aria-current={kind === view.kind ? 'page' : undefined}
                >
                  {frame.t('search.kind-count', { kind: kindWord(frame, kind), count })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {view.kind !== undefined && view.groups.length === 0 && (
        <p class="empty">{frame.t('search.nothing-of-kind', { q: view.q, kind: kindWord(frame, view.kind) })}</p>
      )}
    </>
  )
}

const Group = ({ frame, view, municipality, group }: Props & { group: SearchGroup }) => {
  const { kind, count, hits } = group
  const words = kindWord(frame, kind)
  return (
    <section class="found" aria-labelledby={kind}>
      <h2 id={kind}>
        {words} <small>{count}</small>
      </h2>
      <ol start={(view.page - 1) * hitsPerPage + 1}>
        {hits.map((hit) => (
          <Hit frame={frame} hit={hit} />
        ))}
      </ol>
      {view.kind === undefined && count > hits.length && (
        <p>
          <a href={frame.to.search(municipality.code, view.q, { kind })}>
            {frame.t('search.all-of-kind', { kind: words, count })}
          </a>
        </p>
      )}
    </section>
  )
}

const Hit = ({ frame, hit: { entry, marks, excerpt, indicator } }: { frame: Frame; hit: SearchHit }) => (
  <li>
    <a class="name" href={targetHref(frame, entry)}>
      <MarkedWords frame={frame} text={entry.name} marks={marks} />
    </a>
    {entry.others > 0 && <span class="tag">{frame.t('search.others', { count: entry.others })}</span>}
    {indicator && <Standing frame={frame} indicator={indicator} />}
    {excerpt && (
      <p class="excerpt">
        <MarkedWords frame={frame} text={excerpt.text} marks={excerpt.marks} />
      </p>
    )}
    {entry.target.kind !== 'department' && (
      <p class="path">
        <Own frame={frame}>{entry.path.join(' ＞ ')}</Own>
      </p>
    )}
  </li>
)

/** 指標のいま。探した人は、たいてい値を知りたい。 */
const Standing = ({ frame, indicator: { latest, target } }: { frame: Frame; indicator: Indicated }) =>
  latest ? (
    <p class="now">
      <small>{yearShort(frame, latest.year)}</small> <FigureText frame={frame} figure={latest.actual} />
      {target && (
        <>
          {' '}
          <small>{frame.t('table.target')}</small> <FigureText frame={frame} figure={target} />
        </>
      )}{' '}
      <State frame={frame} standing={latest.standing} />
    </p>
  ) : null

type Indicated = NonNullable<SearchHit['indicator']>

/** 一つの種類の結果が長いとき、百件ずつ。 */
const Pages = ({ frame, view, municipality }: Props) => {
  if (view.pages === 1 || view.kind === undefined) return null
  const count = view.groups[0]?.count ?? 0
  return (
    <nav class="pages" aria-label={frame.t('search.pages')}>
      <ol>
        {Array.from({ length: view.pages }, (_, index) => index + 1).map((page) => (
          <li>
            <a
              href={frame.to.search(municipality.code, view.q, { kind: view.kind, page })}
              aria-current={page === view.page ? 'page' : undefined}
            >
              {frame.t('search.page', { from: (page - 1) * hitsPerPage + 1, to: Math.min(page * hitsPerPage, count) })}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
