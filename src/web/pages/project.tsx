import type { Project } from '#domain/plan/draft.ts'
import type { ProjectView } from '#operations/view-projects-sheet.ts'
import { Layout } from '../components/layout.tsx'
import { Notes } from '../components/notes.tsx'
import { Own } from '../components/own-words.tsx'
import { planCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'
import { SameProject } from './projects/same-project.tsx'
import { SheetForm } from './projects/sheet-form.tsx'
import { RelatedIndicators, SettingIndicators } from './projects/sheet-indicators.tsx'
import { SheetYears } from './projects/sheet-years.tsx'

type Props = { frame: Frame; view: ProjectView }

/** 個票。印刷された一枚のとおりに：項目、年度ごとの実績・予定、設定指標、関連する指標。 */
export const ProjectPage = ({ frame, view }: Props) => {
  const { edition, project, notes } = view
  return (
    <Layout
      frame={frame}
      title={fullName(project)}
      municipality={edition.municipality}
      edition={edition}
      crumbs={[
        ...planCrumbs(frame, edition, project.name).slice(0, 3),
        { words: frame.t('projects.title'), href: partHref(frame, view) },
        { words: fullName(project), own: true },
      ]}
    >
      <p class="sub">
        {frame.t(`projects.${project.shownIn}`)} {numberOf(project)}
      </p>
      <h1>
        <Own frame={frame}>
          {project.name} {project.subName && <span class="lower">{project.subName}</span>}
        </Own>
      </h1>
      <Neighbours frame={frame} view={view} />
      <div class="sheet-page">
        <SheetForm frame={frame} view={view} />
        <SheetYears frame={frame} view={view} />
        <SettingIndicators frame={frame} view={view} />
        <RelatedIndicators frame={frame} view={view} />
      </div>
      <SameProject frame={frame} view={view} />
      {notes.length > 0 && (
        <section aria-labelledby="notes">
          <h2 id="notes">{frame.t('sheet.notes')}</h2>
          <Notes frame={frame} edition={edition} notes={notes} />
        </section>
      )}
    </Layout>
  )
}

/** 上段と下段の名。下段まで言わないと見分けられない個票がある（「保健体育総務事業」が三枚）。 */
const fullName = ({ name, subName }: Project): string => (subName ? `${name} ${subName}` : name)

/** 「No. 1」。取組事業一覧では一覧No.。 */
const numberOf = ({ shownIn, number, listNumber }: Project): string => {
  const at = shownIn === 'matrix' ? listNumber : number
  return at === null ? '' : `No. ${at}`
}

const partHref = (frame: Frame, { edition, project }: ProjectView): string =>
  frame.to.projects(edition.municipality.code, edition.id, {
    part: project.shownIn === 'table' ? undefined : project.shownIn,
  })

/** 印刷された順で前後の行へ。 */
const Neighbours = ({ frame, view: { edition, project, before, after, at } }: Props) => {
  const part = frame.t(`projects.${project.shownIn}`)
  const link = (to: Project, words: string, rel: string) => (
    <a href={frame.to.project(edition.municipality.code, edition.id, to.id)} rel={rel}>
      <small>{words}</small> <Own frame={frame}>{fullName(to)}</Own>
    </a>
  )
  return at.of < 2 ? null : (
    <nav class="neighbours sheet-steps" aria-label={frame.t('sheet.neighbours', { part })}>
      {before && link(before, frame.t('sheet.before'), 'prev')}
      <span>{frame.t('sheet.position', at)}</span>
      {after && link(after, frame.t('sheet.after'), 'next')}
    </nav>
  )
}
