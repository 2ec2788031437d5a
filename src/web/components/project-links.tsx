import type { EditionHeading } from '#domain/plan/edition.ts'
import type { ProjectRow } from '#domain/plan/project-rows.ts'
import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'

type Props = { frame: Frame; edition: EditionHeading; projects: readonly ProjectRow[] }

/** 事業の名の並び。同じ事業は一度だけ。 */
export const ProjectLinks = ({ frame, edition, projects }: Props) => (
  <ul class="project-links">
    {projects.map(({ project, implementers }) => (
      <li>
        <a href={frame.to.project(edition.municipality.code, edition.id, project.id)}>
          <Own frame={frame}>{project.name}</Own>
        </a>{' '}
        <small>
          <Own frame={frame}>{implementers.join('、')}</Own>
        </small>
      </li>
    ))}
  </ul>
)
