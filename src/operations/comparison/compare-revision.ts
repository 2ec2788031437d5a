import type { Person } from '#domain/people/person.ts'
import { done, type Result } from '#domain/problem.ts'
import type { Revision } from '#domain/revision/revision.ts'
import type { Alongside } from '#reports/alongside.ts'
import type { ReportChoices } from '#reports/choices.ts'
import type { Report } from '#reports/report.ts'
import type { ReportName } from '#reports/report-name.ts'
import type { App } from '../app.ts'
import { makeReport } from '../reports/make-report.ts'
import { type RevisionView, revisionView } from '../revision/revision-view.ts'
import { type ComparisonFilter, type ComparisonView, comparisonView } from './comparison-view.ts'

export type RevisionComparison = ComparisonView & { readonly revision: Revision; readonly view: RevisionView }

/** 改訂の案から作る様式。 */
export const revisionForms = [
  'comparison-table',
  'revision-overview',
  'public-comment',
] as const satisfies readonly ReportName[]
export type RevisionForm = (typeof revisionForms)[number]

/** 改訂の案の新旧。断る符号は `revisionView` と同じ。 */
export const revisionComparison = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  filter: ComparisonFilter = {},
): Promise<Result<RevisionComparison>> => {
  const view = await revisionView(app, person, code, id)
  if (!view.ok) return view
  const { base, draft, changes, revision } = view.value
  return done({ ...comparisonView(base, draft, changes, filter), revision, view: view.value })
}

/**
 * 改訂の案の帳票（新旧対照表・改訂概要・意見募集資料）。決める前の案なので、公表の記録には残らない。
 * 断る符号は `revisionView` と、様式のもの。
 */
export const revisionReport = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  form: RevisionForm,
  choices: ReportChoices,
): Promise<Result<Report>> => {
  const view = await revisionView(app, person, code, id)
  return view.ok ? makeReport(view.value.draft, form, choices, alongsideDraft(view.value)) : view
}

const alongsideDraft = ({ base, changes, grading }: RevisionView): Alongside => ({
  revised: { base, changes, policies: grading.policies },
  ...(grading.graded && { graded: grading.graded }),
})
