import { memberNamed, unitNamed } from '#domain/people/named.ts'
import { departmentRoles, isRole } from '#domain/people/role.ts'
import type { Moving, Transfer } from '#domain/people/transfer.ts'
import { type Problem, refused } from '#domain/problem.ts'
import { checkTransfer, type TransferView, transfer, transferView } from '#operations/people/transfer.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { transferCheckPage } from '../pages/people/transfer-check-page.tsx'
import { type TransferGiven, type TransferTyped, transferPage } from '../pages/people/transfer-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

export const transferRoutes: readonly Route[] = [['/:code/transfer', page]]

export const transferActs: readonly Act[] = [['/:code/transfer', transferring]]

const nothing: TransferGiven = { typed: new Map(), problems: [] }

const viewOn = (visit: Visit, day: string | undefined) =>
  transferView(visit.app, visit.person, visit.param('code'), day)

async function page(visit: Visit): Promise<Shown> {
  const { query, frame } = visit
  const view = await viewOn(visit, query('day'))
  if (!view.ok) return { problem: view.problem }
  const [people, handovers] = [numberIn(query('people'), 5), numberIn(query('handovers'), 6)]
  const done =
    people !== undefined && handovers !== undefined ? frame.t('transfer.done', { people, handovers }) : undefined
  return { html: transferPage(frame, view.value, { ...nothing, done }) }
}

/** 確かめる・行う・直しに戻る。 */
async function transferring(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const code = param('code')
  const view = await viewOn(visit, form.text('day'))
  if (!view.ok) return { problem: view.problem }
  const typed = typedIn(form)
  const edit = (problems: TransferGiven['problems'], status?: 422): Acted => ({
    html: transferPage(frame, view.value, { typed, problems }),
    ...(status && { status }),
  })
  if (form.text('do') === 'edit') return edit([])
  const read = readMoves(typed, view.value)
  if (read.problems.length > 0) return edit(read.problems, 422)
  const asked = askedIn(form, read.moves)
  const applied = form.text('do') === 'apply' ? await transfer(app, person, code, asked, form.text('seen')) : undefined
  if (applied?.ok) return { see: frame.to.transfer(code, applied.value) }
  const checked = await checkTransfer(app, person, code, asked)
  if (!checked.ok) return edit([{ memberId: null, problem: checked.problem }], 422)
  if ('problems' in checked.value) return edit(checked.value.problems, 422)
  const html = transferCheckPage({
    frame,
    view: view.value,
    checked: checked.value,
    typed: hiddenOf(form, typed),
    chosen: new Map(form.entries().filter(([name]) => /^(?:act-|acting-to$)/.test(name))),
    ...(applied && { problem: applied.problem }),
  })
  return applied ? { html, status: 409 } : { html }
}

const typedIn = (form: Form): ReadonlyMap<string, TransferTyped> =>
  new Map(
    form.entries().flatMap(([name, kind]) => {
      const id = /^kind-(.+)$/.exec(name)?.[1]
      if (id === undefined || (kind !== 'move' && kind !== 'leave')) return []
      const typed = {
        kind,
        department: form.text(`department-${id}`).slice(0, 100),
        role: form.text(`role-${id}`),
        successor: form.text(`successor-${id}`).slice(0, 254),
      }
      return [[id, typed] as const]
    }),
  )

/** 動く人の欄だけを送り返す。 */
const hiddenOf = (form: Form, typed: ReadonlyMap<string, TransferTyped>) => [
  ['day', form.text('day')] as const,
  ...[...typed].flatMap(([id, { kind, department, role, successor }]) => [
    [`kind-${id}`, kind] as const,
    [`department-${id}`, department] as const,
    [`role-${id}`, role] as const,
    [`successor-${id}`, successor] as const,
  ]),
]

type Refused = { readonly memberId: string; readonly problem: Problem }

/** 打たれた課と人の名を引く。 */
const readMoves = (typed: ReadonlyMap<string, TransferTyped>, view: TransferView) => {
  const members = view.lines.map(({ member }) => member)
  const moves: Moving[] = []
  const problems: Refused[] = []
  for (const [memberId, { kind, department, role, successor }] of typed) {
    const name = members.find(({ id }) => id === memberId)?.name ?? ''
    const refuse = (code: string, words: string) =>
      problems.push({ memberId, problem: refused(code, { name, words }).problem })
    const asked = isRole(role) ? role : null
    const needsUnit = kind === 'move' && asked !== null && departmentRoles.includes(asked)
    const unit = needsUnit ? unitNamed(view.units, department) : null
    const next = successor.trim() === '' ? null : memberNamed(members, successor)
    if (unit === 'none') refuse('transfer-unknown-department', department)
    else if (unit === 'several') refuse('transfer-several-departments', department)
    else if (next === 'none') refuse('transfer-unknown-successor', successor)
    else if (next === 'several') refuse('transfer-several-successors', successor)
    else
      moves.push({
        memberId,
        kind: kind === 'leave' ? 'leave' : 'move',
        departmentId: unit?.id ?? null,
        role: kind === 'leave' ? null : asked,
        successorId: next?.id ?? null,
      })
  }
  return { moves, problems }
}

const askedIn = (form: Form, moves: readonly Moving[]): Transfer => {
  const entries = form.entries()
  const choices = entries.flatMap(([name, value]) => {
    const id = /^hand-(.+)$/.exec(name)?.[1]
    return id === undefined ? [] : [[id, value] as const]
  })
  const acting = entries.flatMap(([name, memberId]) => {
    const found = /^act-(editor|approver)-(.+)$/.exec(name)
    const role = found?.[1] ?? ''
    return found && isRole(role) && memberId !== '' ? [{ role, departmentId: found[2] ?? '', memberId }] : []
  })
  const to = form.text('acting-to')
  return { day: form.text('day'), moves, choices: new Map(choices), acting, actingTo: to === '' ? null : to }
}
