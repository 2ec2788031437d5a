import { type OwnerFilter, ownersView, setOwners, takeProposals } from '#operations/people/owners.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { type OwnersGiven, ownersPage } from '../pages/people/owners-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

export const ownersRoutes: readonly Route[] = [['/:code/owners', page]]

export const ownersActs: readonly Act[] = [['/:code/owners', set]]

const filterIn = ({ query }: Visit): OwnerFilter => ({
  only: query('only'),
  department: query('department'),
  member: query('member'),
  plan: query('plan'),
  q: query('q')?.slice(0, 100),
  page: numberIn(query('page'), 4),
})

const shown = async (visit: Visit, given: Partial<OwnersGiven>, status?: 422): Promise<Shown> => {
  const view = await ownersView(visit.app, visit.person, visit.param('code'), filterIn(visit))
  if (!view.ok) return { problem: view.problem }
  const blank = { chosen: null, department: '', member: '', from: view.value.today, add: false }
  return { html: ownersPage(visit.frame, view.value, { ...blank, ...given }), ...(status && { status }) }
}

async function page(visit: Visit): Promise<Shown> {
  const count = numberIn(visit.query('done'), 6)
  return shown(visit, { done: count === undefined ? undefined : visit.frame.t('owners.done', { count }) })
}

async function set(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const code = param('code')
  const indicatorIds = form.all('indicator')
  const typed = {
    department: form.text('department'),
    member: form.text('member'),
    from: form.text('from'),
    add: form.text('add') === 'yes',
  }
  const result =
    form.text('do') === 'take'
      ? await takeProposals(app, person, code, indicatorIds, typed.from)
      : await setOwners(app, person, code, {
          indicatorIds,
          departmentId: typed.department,
          memberId: typed.member,
          from: typed.from,
          add: typed.add,
        })
  if (!result.ok) return shown(visit, { ...typed, chosen: new Set(indicatorIds), problem: result.problem }, 422)
  const { only, department, member, plan, q } = filterIn(visit)
  return { see: frame.to.owners(code, { only, department, member, plan, q, done: result.value }) }
}
