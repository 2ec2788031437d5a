import type { Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import type { WorkView } from '#operations/collection/waiting.ts'
import type { GradeGlance, StandingInYear } from '#operations/evaluation/grade-glance.ts'
import type { CitySummary, CityView } from '#operations/view-city.ts'
import type { IndicatorView } from '#operations/view-indicator.ts'
import type { PlanView } from '#operations/view-plan.ts'
import type { ProgressView } from '#operations/view-progress.ts'
import type { ProjectsView } from '#operations/view-projects.ts'
import type { ProjectView } from '#operations/view-projects-sheet.ts'
import type { SourceView } from '#operations/view-source.ts'
import type { Frame, WebCode } from './frame.ts'
import { CitiesPage } from './pages/cities.tsx'
import { CityPage } from './pages/city.tsx'
import { IndicatorPage } from './pages/indicator.tsx'
import { PlanPage } from './pages/plan.tsx'
import { ProgressPage } from './pages/progress-table.tsx'
import { ProjectPage } from './pages/project.tsx'
import { ProjectsPage } from './pages/projects.tsx'
import { SourcePage } from './pages/source.tsx'
import { TroublePage } from './pages/trouble.tsx'
import { type Kept, NotPermittedPage, SignInAgainPage } from './pages/turned-away.tsx'

/** 見せる値を HTML の文字にする。頁は値だけで決まり、ほかを読みに行かない。 */
export const citiesPage = (
  frame: Frame,
  cities: readonly CitySummary[],
  q: string,
  samples: readonly string[] = [],
): string => String(<CitiesPage frame={frame} cities={cities} q={q} samples={samples} />)

export const cityPage = (
  frame: Frame,
  view: CityView,
  work?: WorkView,
  canTry = false,
  grades?: ReadonlyMap<string, GradeGlance>,
): string => String(<CityPage frame={frame} view={view} work={work} canTry={canTry} grades={grades} />)

export const planPage = (frame: Frame, view: PlanView, grades?: GradeGlance): string =>
  String(<PlanPage frame={frame} view={view} grades={grades} />)

export const progressPage = (frame: Frame, view: ProgressView): string =>
  String(<ProgressPage frame={frame} view={view} />)

export const indicatorPage = (frame: Frame, view: IndicatorView, grades?: readonly StandingInYear[]): string =>
  String(<IndicatorPage frame={frame} view={view} grades={grades} />)

export const projectsPage = (frame: Frame, view: ProjectsView): string =>
  String(<ProjectsPage frame={frame} view={view} />)

export const projectPage = (frame: Frame, view: ProjectView): string =>
  String(<ProjectPage frame={frame} view={view} />)

export const sourcePage = (frame: Frame, view: SourceView, municipality: { code: string; name: string }): string =>
  String(<SourcePage frame={frame} view={view} municipality={municipality} />)

export const signInAgainPage = (frame: Frame, kept: Kept): string =>
  String(<SignInAgainPage frame={frame} kept={kept} />)

/** その市の役のある人には、仕事へ戻る道も見せる。 */
export const notPermittedPage = (frame: Frame, code?: string): string =>
  String(<NotPermittedPage frame={frame} code={frame.person.grants.length > 0 ? code : undefined} />)

export const troublePage = (frame: Frame, title: WebCode, why: WebCode | Message): string => {
  const sentence = typeof why === 'string' ? frame.t(why) : say(why, frame.lang)
  return String(<TroublePage frame={frame} title={title} sentence={sentence} />)
}
