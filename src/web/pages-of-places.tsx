import type { DepartmentsView, DepartmentView } from '#operations/view-departments.ts'
import type { PriorityView } from '#operations/view-priority.ts'
import type { RevisionView } from '#operations/view-revision.ts'
import type { Frame } from './frame.ts'
import { DepartmentPage } from './pages/department.tsx'
import { DepartmentsPage } from './pages/departments.tsx'
import { PriorityPage } from './pages/priority.tsx'
import { RevisionPage } from './pages/revision.tsx'

/** 重点目標・改訂・担当課・印の頁を、HTML の文字に。 */
export const priorityPage = (frame: Frame, view: PriorityView): string =>
  String(<PriorityPage frame={frame} view={view} />)

export const revisionPage = (frame: Frame, view: RevisionView): string =>
  String(<RevisionPage frame={frame} view={view} />)

export const departmentsPage = (frame: Frame, view: DepartmentsView): string =>
  String(<DepartmentsPage frame={frame} view={view} />)

export const departmentPage = (frame: Frame, view: DepartmentView): string =>
  String(<DepartmentPage frame={frame} view={view} />)
