import { arranged, readArrangement } from '#domain/priority/arrange-sheet.ts'
import { isSheetStep } from '#domain/priority/flow.ts'
import type { ReportStage } from '#domain/priority/priority-sheet.ts'
import { refused } from '#domain/problem.ts'
import { saveReports } from '#operations/priority/save-report.ts'
import { saveSheet } from '#operations/priority/save-sheet.ts'
import { sheetView } from '#operations/priority/sheet-view.ts'
import { stepSheet } from '#operations/priority/step-sheet.ts'
import type { ReportShown } from '../components/priority-year/report-item.tsx'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { editPage } from '../pages/priority-year/edit-page.tsx'
import { reportsIn, typedSheetIn } from '../pages/priority-year/read-forms.ts'
import { closedReportPage, reportPage } from '../pages/priority-year/report-page.tsx'
import { sheetPage } from '../pages/priority-year/sheet-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 調書一枚の頁：見る、目標を書く、報告を書く、一歩進める。 */
export const sheetRoutes: readonly Route[] = [
  ['/:code/priority-sheets/:sheet', sheet],
  ['/:code/priority-sheets/:sheet/edit', edit],
  ['/:code/priority-sheets/:sheet/report', report],
]

export const sheetActs: readonly Act[] = [
  ['/:code/priority-sheets/:sheet/edit', saveGoals],
  ['/:code/priority-sheets/:sheet/report', saveReport],
  ['/:code/priority-sheets/:sheet/step', step],
]

/** いまの版の値（計画の指標と、取り込んだ重点目標）。 */
export const editionsOf = ({ shelf, param, version }: Visit) => shelf.editions(param('code'), version)

const viewOf = async (visit: Visit) =>
  sheetView(visit.app, visit.person, visit.param('code'), visit.param('sheet'), await editionsOf(visit))

async function sheet(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  return view.ok
    ? { html: sheetPage(visit.frame, view.value, { done: visit.query('done') }) }
    : { problem: view.problem }
}

/** 書く頁。書けない段なら、調書の頁へ。 */
async function edit(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const { may, municipality, sheet: at } = view.value
  if (!may.edit) return { see: visit.frame.to.prioritySheet(municipality.code, at.id) }
  const focus = numberIn(visit.query('at'), 3) ?? (at.goals.length === 0 ? 0 : undefined)
  return { html: editPage(visit.frame, view.value, { saved: visit.query('done') === 'saved', focus }) }
}

async function saveGoals(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('sheet')]
  const pressed = form.text('do')
  const read = typedSheetIn(form)
  const arrangement = readArrangement(pressed)
  const typed = arrangement ? arranged(read, arrangement) : read
  const revision = numberIn(form.text('revision'), 9) ?? 0
  const saved = await saveSheet(app, person, code, id, { revision, typed }, await editionsOf(visit))
  if (!saved.ok && saved.problem.kind !== 'priority-year.blocked-wrong-state') return { problem: saved.problem }
  if (saved.ok && saved.value.kind === 'saved') {
    if (pressed === 'leave') return { see: frame.to.prioritySheet(code, id, undefined, { done: 'saved' }) }
    const at = Number(/^add:(\d{1,3})$/.exec(pressed)?.[1] ?? Number.NaN)
    const anchor = Number.isNaN(at) ? (arrangement ? `#g${arrangement.goal}` : '') : ''
    const focus = Number.isNaN(at) ? {} : { at }
    return { see: `${frame.to.prioritySheet(code, id, 'edit', { done: 'saved', ...focus })}${anchor}` }
  }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  if (saved.ok && saved.value.kind === 'stale')
    return { html: editPage(frame, view.value, { typed, conflict: saved.value.now }), status: 409 }
  const troubles = saved.ok ? (saved.value.kind === 'troubles' ? saved.value.troubles : []) : [saved.problem]
  return { html: editPage(frame, view.value, { typed: read, troubles }), status: 422 }
}

/** 番地か欄の言う段。言わなければ、いま書く段。 */
const stageIn = (text: string | undefined, now: ReportStage | null): ReportStage | null =>
  text === 'interim' || text === 'final' ? text : now

async function report(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const { may, municipality, sheet: at } = view.value
  const stage = stageIn(visit.query('stage'), may.report)
  if (stage === null || stage !== may.report) return { see: visit.frame.to.prioritySheet(municipality.code, at.id) }
  return { html: reportPage(visit.frame, view.value, stage, { saved: visit.query('done') === 'saved' }) }
}

/** 保存し、求められていれば提出する。保存できなかった項目があれば、提出はしない。 */
async function saveReport(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('sheet')]
  const stage: ReportStage = form.text('stage') === 'final' ? 'final' : 'interim'
  const typed = reportsIn(form)
  const saved = await saveReports(app, person, code, id, stage, typed)
  if (!saved.ok && saved.problem.kind !== 'priority-year.blocked-wrong-state') return { problem: saved.problem }
  if (!saved.ok) {
    const view = await viewOf(visit)
    return view.ok
      ? { html: closedReportPage(frame, view.value, typed, saved.problem), status: 409 }
      : { problem: view.problem }
  }
  const { stale, refused: wrong } = saved.value
  const whole = stale.length + wrong.length === 0
  const submits = form.text('do') === 'submit'
  if (whole && !submits) return { see: frame.to.prioritySheet(code, id, 'report', { done: 'saved' }) }
  const revision = numberIn(form.text('revision'), 9) ?? 0
  const moved = whole ? await stepSheet(app, person, code, id, `report-${stage}`, { revision }) : undefined
  if (moved?.ok) return { see: frame.to.prioritySheet(code, id, undefined, { done: `report-${stage}` }) }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const typedOf = new Map(typed.map((each) => [each.itemId, each]))
  const items = new Map<string, ReportShown>([
    ...stale.map(({ itemId, now }) => [itemId, { typed: typedOf.get(itemId), stale: now }] as const),
    ...wrong.map(({ itemId, problem: why }) => [itemId, { typed: typedOf.get(itemId), problem: why }] as const),
  ])
  const problem = moved && !moved.ok ? moved.problem : undefined
  return {
    html: reportPage(frame, view.value, stage, { saved: true, items, problem }),
    status: stale.length > 0 ? 409 : 422,
  }
}

async function step(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('sheet')]
  const [name, reason] = [form.text('step'), form.text('reason')]
  if (!isSheetStep(name)) return { problem: refused('priority-year.sheet-absent').problem }
  const revision = numberIn(form.text('revision'), 9) ?? 0
  const moved = await stepSheet(app, person, code, id, name, { revision, reason })
  if (moved.ok) return { see: frame.to.prioritySheet(code, id, undefined, { done: name }) }
  if (moved.problem.kind === 'not-permitted') return { problem: moved.problem }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: moved.problem }
  const status = moved.problem.kind === 'priority-year.moved-meanwhile' ? 409 : 422
  return { html: sheetPage(frame, view.value, { refused: { step: name, reason, problem: moved.problem } }), status }
}
