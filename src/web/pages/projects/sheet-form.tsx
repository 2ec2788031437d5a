import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { PlanNode } from '#domain/plan/draft.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { ProjectView } from '#operations/view-projects-sheet.ts'
import { Own } from '../../components/own-words.tsx'
import { implementersHtml } from '../../components/project-rows.ts'
import { SourceLink } from '../../components/source-link.tsx'
import { nodeId } from '../../crumb-trail.ts'
import { type Frame, periodInWords } from '../../frame.ts'

type Props = { frame: Frame; view: ProjectView }

/** 個票の上の部分。項目の名を左に、印刷された順に並べる。印刷されていない項目は出さない。 */
export const SheetForm = ({ frame, view }: Props) => {
  const { edition, project, paths } = view
  return (
    <dl class="sheet-form">
      {project.subName && (
        <>
          <Item label={frame.t('sheet.upper')}>
            <Own frame={frame}>{project.name}</Own>
          </Item>
          <Item label={frame.t('sheet.lower')}>
            <Own frame={frame}>{project.subName}</Own>
          </Item>
        </>
      )}
      {paths.length > 0 && (
        <Item label={frame.t('sheet.goals')}>
          <ul>
            {paths.map((path) => (
              <li>
                <a href={goalHref(frame, view, path.at(-1))}>
                  <Own frame={frame}>{path.map(nodeInWords).join(' ＞ ')}</Own>
                </a>
              </li>
            ))}
          </ul>
        </Item>
      )}
      {Object.entries(project.tags).map(([kind, values]) => (
        <div>
          <dt lang="ja">{kind}</dt>
          <dd>
            {values.map((value) => (
              <>
                <a class="chip" href={frame.to.tags(edition.municipality.code, kind, value)} lang="ja">
                  {value}
                </a>{' '}
              </>
            ))}
          </dd>
        </div>
      ))}
      {project.implementers.length > 0 && (
        <Item label={frame.t('projects.implementers')}>
          <Own frame={frame}>{raw(implementersHtml(frame, edition.municipality, project.implementers))}</Own>
        </Item>
      )}
      {project.period && (
        <Item label={frame.t('projects.period')}>{periodInWords(frame, project.period.from, project.period.to)}</Item>
      )}
      {project.content && (
        <Item label={frame.t('projects.content')}>
          <Own frame={frame}>{project.content}</Own>
        </Item>
      )}
      <Item label={frame.t('sheet.place')}>
        <SourceLink frame={frame} edition={edition} place={project.place} />
      </Item>
    </dl>
  )
}

const Item = ({ label, children }: { label: string; children?: Child }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** 計画の木の、その目標のところへ。 */
const goalHref = (frame: Frame, { edition }: ProjectView, node: PlanNode | undefined): string =>
  `${frame.to.plan(edition.municipality.code, edition.id)}${node ? `#${nodeId(node)}` : ''}`
