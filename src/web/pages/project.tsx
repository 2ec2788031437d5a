import type { Project } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import { figuresIn, type ProjectView } from '#operations/view-projects.ts'
import { FigureText } from '../components/figure.tsx'
import { IndicatorLines } from '../components/indicator-lines.tsx'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { Scroll } from '../components/scroll.tsx'
import { SourceLink } from '../components/source-link.tsx'
import { planCrumbs } from '../crumb-trail.ts'
import { type Frame, periodInWords, yearInWords, yearShort } from '../frame.ts'

type Props = { frame: Frame; view: ProjectView }

/** 個票。 */
export const ProjectPage = ({ frame, view }: Props) => {
  const { edition, project, lines } = view
  const code = edition.municipality.code
  const [head] = planCrumbs(frame, edition, project.name).slice(-1)
  return (
    <Layout
      frame={frame}
      title={project.name}
      municipality={edition.municipality}
      edition={edition}
      crumbs={[
        ...planCrumbs(frame, edition, project.name).slice(0, 3),
        { words: frame.t('projects.title'), href: frame.to.projects(code, edition.id) },
        { words: head?.words ?? project.name, own: true },
      ]}
    >
      <p class="sub">
        {frame.t(`projects.${project.shownIn}`)} {project.number !== null && `No. ${project.number}`}
      </p>
      <h1>
        <Own frame={frame}>{project.name}</Own>
      </h1>
      {project.subName && (
        <p class="lead">
          <Own frame={frame}>{project.subName}</Own>
        </p>
      )}
      <Facts frame={frame} view={view} />
      {lines.length > 0 && (
        <section aria-labelledby="indicators">
          <h2 id="indicators">{frame.t('projects.indicators')}</h2>
          <IndicatorLines frame={frame} edition={edition} lines={lines} />
          <YearTable frame={frame} view={view} />
        </section>
      )}
      <Years frame={frame} project={project} />
      <SameAs frame={frame} view={view} />
    </Layout>
  )
}

const Facts = ({ frame, view: { edition, project, paths } }: Props) => (
  <dl class="facts">
    {project.content && (
      <div>
        <dt>{frame.t('projects.content')}</dt>
        <dd>
          <Own frame={frame}>{project.content}</Own>
        </dd>
      </div>
    )}
    {paths.length > 0 && (
      <div>
        <dt>{frame.t('counts.goal')}</dt>
        <dd>
          <ul>
            {paths.map((path) => (
              <li>
                <Own frame={frame}>{path.map(nodeInWords).join(' ＞ ')}</Own>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    )}
    {Object.entries(project.tags).map(([tag, values]) => (
      <div>
        <dt lang="ja">{tag}</dt>
        <dd>
          <Own frame={frame}>{values.join('・')}</Own>
        </dd>
      </div>
    ))}
    {project.implementers.length > 0 && (
      <div>
        <dt>{frame.t('projects.implementers')}</dt>
        <dd>
          <Own frame={frame}>{project.implementers.join('、')}</Own>
        </dd>
      </div>
    )}
    {project.period && (
      <div>
        <dt>{frame.t('projects.period')}</dt>
        <dd>{periodInWords(frame, project.period.from, project.period.to)}</dd>
      </div>
    )}
    <div>
      <dt>{frame.t('facts.source')}</dt>
      <dd>
        <SourceLink frame={frame} edition={edition} place={project.place} />
      </dd>
    </div>
  </dl>
)

/** 指標 × 年度。目標の段と実績の段。 */
const YearTable = ({ frame, view: { lines, years } }: Props) =>
  years.length === 0 ? null : (
    <Scroll labelledby="indicators">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{frame.t('table.indicator')}</th>
            <th scope="col">
              <span class="unseen">{frame.t('table.line')}</span>
            </th>
            {years.map((year) => (
              <th scope="col" class="n">
                <abbr title={yearInWords(frame, year)}>{yearShort(frame, year)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        {lines.map(({ indicator }) => (
          <tbody>
            {(['target', 'actual'] as const).map((line) => (
              <tr>
                {line === 'target' && (
                  <th scope="rowgroup" rowspan={2}>
                    <Own frame={frame}>{indicator.name}</Own>
                  </th>
                )}
                <th scope="row">{frame.t(`table.${line}`)}</th>
                {years.map((year) => (
                  <td class="n">
                    <FigureText frame={frame} figure={figuresIn(indicator, year)[line]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  )

const Years = ({ frame, project }: { frame: Frame; project: Project }) =>
  project.years.length === 0 ? null : (
    <section aria-labelledby="years">
      <h2 id="years">{frame.t('projects.years')}</h2>
      <dl class="facts" lang={frame.lang}>
        {project.years.map(({ year, items }) => (
          <div>
            <dt>{yearInWords(frame, year)}</dt>
            <dd>
              <ul lang="ja">
                {items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )

const SameAs = ({ frame, view: { edition, sameAs } }: Props) =>
  sameAs.length === 0 ? null : (
    <section aria-labelledby="same">
      <h2 id="same">{frame.t('projects.same')}</h2>
      <ul>
        {sameAs.map((each) => (
          <li>
            <span class="tag">{frame.t(`projects.${each.shownIn}`)}</span>{' '}
            <a href={frame.to.project(edition.municipality.code, edition.id, each.id)}>
              <Own frame={frame}>{each.name}</Own>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
