import type { TagCount, TagPlan, TagView } from '#operations/view-tags.ts'
import { IndicatorLines } from '../components/indicator-lines.tsx'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { ProjectLinks } from '../components/project-links.tsx'
import { TagName, tagName } from '../components/tag-name.tsx'
import { cityPlaceCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: TagView }

export const tagPage = (frame: Frame, view: TagView): string => String(<TagPage frame={frame} view={view} />)

/** 印一つ。付いている事業と、その指標がどこまで来ているか。 */
const TagPage = ({ frame, view }: Props) => {
  const { municipality, kind, tag, plans } = view
  const { code } = municipality
  return (
    <Layout
      frame={frame}
      title={`${kind.kind} ${tagName(frame, tag)}`}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: frame.t('tags.title'), href: frame.to.tags(code) },
        { words: kind.kind, href: frame.to.tags(code, kind.kind), own: true },
        { words: tag.value, own: true },
      )}
    >
      <h1>
        <small>
          <Own frame={frame}>{kind.kind}</Own>
        </small>{' '}
        <TagName frame={frame} tag={tag} />
      </h1>
      <p class="lead">{countsInWords(frame, tag)}</p>
      {plans.map((plan) => (
        <Plan frame={frame} plan={plan} />
      ))}
      <p class="sub">{frame.t('tags.latest')}</p>
      <Neighbours frame={frame} view={view} />
    </Layout>
  )
}

const countsInWords = (frame: Frame, { projects, indicators, counts }: TagCount): string =>
  indicators === 0
    ? frame.t('tag.counts-projects', { projects })
    : frame.t('tag.counts', {
        projects,
        indicators,
        reached: counts.reached,
        onTheWay: counts['on-the-way'],
        behind: counts.behind,
        notJudged: counts['not-judged'],
      })

const Plan = ({ frame, plan: { edition, written, projects, lines } }: { frame: Frame; plan: TagPlan }) => {
  const { code } = edition.municipality
  return (
    <section aria-labelledby={`p-${edition.id}`} class="of-plan">
      <h2 id={`p-${edition.id}`}>
        <a href={frame.to.plan(code, edition.id)}>
          <Own frame={frame}>{edition.title}</Own>
        </a>
      </h2>
      <h3>{frame.t('tag.projects', { count: projects.length })}</h3>
      <p class="ways">
        <a href={frame.to.projects(code, edition.id, { mark: `${written.kind}:${written.value}` })}>
          {frame.t('tag.in-projects')}
        </a>
      </p>
      <ProjectLinks frame={frame} edition={edition} projects={projects.map(({ row }) => row)} />
      {lines.length > 0 && <h3>{frame.t('tag.indicators', { count: lines.length })}</h3>}
      <IndicatorLines frame={frame} edition={edition} lines={lines} />
    </section>
  )
}

const Neighbours = ({ frame, view: { municipality, kind, before, after } }: Props) => {
  const hrefOf = ({ value }: TagCount) => frame.to.tags(municipality.code, kind.kind, value)
  return before || after ? (
    <nav class="neighbours" aria-label={frame.t('tag.neighbours')}>
      {before && (
        <a href={hrefOf(before)} rel="prev">
          <small>{frame.t('tag.before')}</small>
          <TagName frame={frame} tag={before} />
        </a>
      )}
      {after && (
        <a href={hrefOf(after)} rel="next">
          <small>{frame.t('tag.after')}</small>
          <TagName frame={frame} tag={after} />
        </a>
      )}
    </nav>
  ) : null
}
