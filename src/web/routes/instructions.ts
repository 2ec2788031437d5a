import { isInstructionStep } from '#domain/priority/instruction-flow.ts'
import { giveInstruction } from '#operations/priority/give-instruction.ts'
import { instructionFile, instructionFormats, instructionsPrintPage } from '#operations/priority/instruction-files.ts'
import { stepInstruction } from '#operations/priority/step-instruction.ts'
import { instructionsView, instructionView } from '#operations/priority/view-instructions.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { type InstructionGivenHere, instructionPage } from '../pages/instructions/instruction-page.tsx'
import { type GivenHere, instructionsPage } from '../pages/instructions/instructions-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { hearingActs, hearingRoutes } from './hearing.ts'

/** 市長指示事項と、ヒアリングの頁。 */
export const instructionRoutes: readonly Route[] = [
  ['/:code/instructions', list],
  ['/:code/instructions/print', print],
  ['/:code/instructions/:file{file\\.(?:pdf|xlsx|docx|csv|json)}', file],
  ['/:code/instructions/:id', one],
  ...hearingRoutes,
]

export const instructionActs: readonly Act[] = [
  ['/:code/instructions', give],
  ['/:code/instructions/:id/answer', step],
  ['/:code/instructions/:id/step', step],
  ...hearingActs,
]

/** 番地に載った絞り込み。 */
const instructionsAsked = ({ query }: Visit) => ({
  year: numberIn(query('year'), 4),
  departmentId: query('department') || undefined,
  state: query('state'),
})

async function list(visit: Visit): Promise<Shown> {
  const told = numberIn(visit.query('told'), 7)
  const department = (visit.query('to') ?? '').slice(0, 60)
  return listWith(visit, told === undefined ? {} : { told: { number: told, department } })
}

async function listWith(visit: Visit, given: GivenHere, status: 200 | 422 = 200): Promise<Shown> {
  const view = await instructionsView(visit.app, visit.person, visit.param('code'), instructionsAsked(visit))
  return view.ok ? { html: instructionsPage(visit.frame, view.value, given), status } : { problem: view.problem }
}

async function print(visit: Visit): Promise<Shown> {
  const page = await instructionsPrintPage(visit.app, visit.person, visit.param('code'), instructionsAsked(visit))
  return page.ok ? { file: page.value } : { problem: page.problem }
}

async function file(visit: Visit): Promise<Shown> {
  const format = instructionFormats.find((each) => visit.param('file') === `file.${each}`)
  if (!format) return { missing: 'trouble.no-page' }
  const { app, person, param } = visit
  const made = await instructionFile(app, person, param('code'), instructionsAsked(visit), format)
  return made.ok ? { file: made.value } : { problem: made.problem }
}

async function give(visit: Visit, form: Form): Promise<Acted> {
  const code = visit.param('code')
  const typed = {
    id: form.text('id'),
    text: form.text('text'),
    due: form.text('due'),
    departmentId: form.text('department'),
    stage: form.text('stage'),
  }
  const told = await giveInstruction(visit.app, visit.person, code, { ...typed, sheetId: '', on: '', year: undefined })
  if (!told.ok) return listWith(visit, { refused: { typed, problem: told.problem } }, 422)
  const view = await instructionView(visit.app, visit.person, code, told.value.id)
  const to = view.ok ? view.value.line.department : ''
  return { see: visit.frame.to.instructions(code, { told: told.value.number, to }) }
}

async function one(visit: Visit): Promise<Shown> {
  const done = visit.query('done') ?? ''
  return oneWith(visit, isInstructionStep(done) ? { done } : {})
}

async function oneWith(visit: Visit, given: InstructionGivenHere, status: 200 | 409 | 422 = 200): Promise<Shown> {
  const view = await instructionView(visit.app, visit.person, visit.param('code'), visit.param('id'))
  return view.ok ? { html: instructionPage(visit.frame, view.value, given), status } : { problem: view.problem }
}

/** 一歩進める。番地は権限の表の行いごとに分かれ（対応は部局、ほかは市長）、どの一歩かはボタンが言う。 */
async function step(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id, name] = [param('code'), param('id'), form.text('step')]
  if (!isInstructionStep(name)) return { missing: 'trouble.no-page' }
  const typed = { text: form.text('text'), due: form.text('due'), departmentId: form.text('department') }
  const together = form.text('together') !== ''
  const asked = { ...typed, together, revision: Number(form.text('revision')) || 0 }
  const moved = await stepInstruction(app, person, code, id, name, asked)
  if (moved.ok) return { see: frame.to.instruction(code, id, undefined, { done: name }) }
  const { kind } = moved.problem
  if (kind === 'not-permitted' || kind === 'instructions.absent') return { problem: moved.problem }
  const status = kind === 'instructions.moved-meanwhile' || kind === 'instructions.wrong-state' ? 409 : 422
  return oneWith(visit, { refused: { step: name, ...typed, problem: moved.problem } }, status)
}
