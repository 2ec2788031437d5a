import { giveInstruction } from '#operations/priority/give-instruction.ts'
import { hearingSteps, hearingView, isHearingStage } from '#operations/priority/hearing-view.ts'
import { stepSheet } from '#operations/priority/step-sheet.ts'
import type { HearingTyped } from '../components/hearing/hearing-give.tsx'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { type HearingGiven, hearingPage } from '../pages/hearing/hearing-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** ヒアリングの画面。 */
export const hearingRoutes: readonly Route[] = [['/:code/hearing/:sheet', hearing]]

export const hearingActs: readonly Act[] = [
  ['/:code/hearing/:sheet', give],
  ['/:code/hearing/:sheet/heard', heard],
]

async function hearing(visit: Visit): Promise<Shown> {
  return hearingWith(visit, visit.query('stage'), { told: numberIn(visit.query('told'), 7) })
}

const viewOf = async (visit: Visit, stage: string | undefined) => {
  const { app, person, shelf, version, param } = visit
  const code = param('code')
  return hearingView(app, person, code, { sheetId: param('sheet'), stage }, await shelf.editions(code, version))
}

async function hearingWith(
  visit: Visit,
  stage: string | undefined,
  given: HearingGiven,
  status: 200 | 409 | 422 = 200,
): Promise<Shown> {
  const view = await viewOf(visit, stage)
  return view.ok ? { html: hearingPage(visit.frame, view.value, given), status } : { problem: view.problem }
}

/** 指示を記して、同じ目標のところに戻る。 */
async function give(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, sheetId, stage] = [param('code'), param('sheet'), visit.query('stage')]
  const typed = {
    at: form.text('at'),
    id: form.text('id'),
    on: form.text('on'),
    text: form.text('text'),
    due: form.text('due'),
  }
  const asked = { ...typed, sheetId, departmentId: '', year: undefined, stage: stage ?? 'other' }
  const told = await giveInstruction(app, person, code, asked)
  if (told.ok) {
    const here = frame.to.hearing(code, sheetId, { stage, told: told.value.number })
    return { see: `${here}#g-${encodeURIComponent(typed.at)}` }
  }
  return hearingWith(
    visit,
    stage,
    { refused: { typed: await keptTyped(visit, stage, typed), problem: told.problem } },
    422,
  )
}

/** 目標が調書から消えていれば、書いたものを部局全体の欄に戻す。 */
const keptTyped = async (visit: Visit, stage: string | undefined, typed: HearingTyped): Promise<HearingTyped> => {
  const view = await viewOf(visit, stage)
  const stands = view.ok && view.value.goals.some(({ goal }) => goal.id === typed.at)
  return stands ? typed : { ...typed, at: 'whole', on: '' }
}

/** ヒアリングを終えて、次の部局へ。終わりの部局なら、同じ画面に。 */
async function heard(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, sheetId, stage] = [param('code'), param('sheet'), form.text('stage')]
  if (!isHearingStage(stage)) return { missing: 'trouble.no-page' }
  const before = await viewOf(visit, stage)
  const asked = { revision: Number(form.text('revision')) || 0 }
  const moved = await stepSheet(app, person, code, sheetId, hearingSteps[stage], asked)
  if (moved.ok) {
    const next = before.ok ? (before.value.next?.sheetId ?? sheetId) : sheetId
    return { see: frame.to.hearing(code, next, { stage }) }
  }
  if (moved.problem.kind === 'not-permitted' || !before.ok) return { problem: moved.problem }
  return hearingWith(visit, stage, { refused: { typed: null, problem: moved.problem } }, 409)
}
