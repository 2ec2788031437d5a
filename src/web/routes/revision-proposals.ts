import { entryIn } from '#domain/revision/apply-changes.ts'
import { decideProposal } from '#operations/revision/decide-proposal.ts'
import { revisionView } from '#operations/revision/revision-view.ts'
import type { Refusal } from '../components/revisions/refused.tsx'
import type { Form } from '../form.ts'
import { type ProposalsGiven, proposalsPage, shownIn } from '../pages/revisions/proposals-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { typedJson } from './typed-json.ts'

/** 見直しの案を決めていく頁。 */
export const proposalRoutes: readonly Route[] = [['/:code/revisions/:id/proposals', proposals]]

export const proposalActs: readonly Act[] = [['/:code/revisions/:id/decide', decide]]

const viewOf = ({ app, person, param }: Visit) => revisionView(app, person, param('code'), param('id'))

async function proposals(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const show = visit.query('show') ?? 'undecided'
  const [first] = shownIn(view.value, { show })
  return { html: proposalsPage(visit.frame, view.value, { show, at: visit.query('at') ?? first?.indicator.id }) }
}

const decisions = ['accepted', 'changed', 'refused'] as const

/** 決めて、次の案へ。目標を書かずに受け入れたら、直す頁・代わりの指標を入れる頁へ。 */
async function decide(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id, indicatorId] = [param('code'), param('id'), form.text('indicatorId')]
  const [reason, target, at] = [form.text('reason'), form.text('target'), form.text('at')]
  const decision = decisions.find((each) => each === form.text('decision')) ?? 'accepted'
  const shown = typedJson(form.text('shown'))
  const done = await decideProposal(app, person, code, id, {
    indicatorId,
    decision,
    reason,
    typed: /^\d+$/.test(at) && decision !== 'refused' && target.trim() !== '' ? { [`targets.${at}.raw`]: target } : {},
    shown,
    seen: Number(form.text('seen')) || 0,
    confirmed: form.text('confirmed') === 'yes',
  })
  if (done.ok && done.value.kind === 'decided') return next(visit, indicatorId, done.value.next)
  const problem = done.ok ? undefined : done.problem
  if (problem?.kind === 'not-permitted' || problem?.kind === 'revision-absent') return { problem }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const theirs = done.ok && done.value.kind === 'decided-meanwhile' ? done.value.theirs : undefined
  const refusal = problem
    ? ({ kind: 'problem', problem } as const)
    : done.ok && !theirs
      ? (done.value as Refusal)
      : undefined
  const given: ProposalsGiven = { show: 'undecided', typed: { indicatorId, target, reason, refusal, theirs } }
  const clashed = theirs !== undefined || refusal?.kind === 'meanwhile'
  return { html: proposalsPage(frame, view.value, given), status: clashed ? 409 : 422 }
}

const next = async (visit: Visit, indicatorId: string, to: 'stay' | 'edit' | 'replace'): Promise<Acted> => {
  const { param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  if (to === 'edit') return { see: frame.to.planRevision(code, id, 'edit', { on: 'indicator', id: indicatorId }) }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  if (to === 'replace') {
    const under = entryIn(view.value.draft.content, 'indicator', indicatorId)?.node ?? ''
    return { see: frame.to.planRevision(code, id, 'edit', { on: 'indicator', under, replaces: indicatorId }) }
  }
  const all = view.value.grading.proposals
  const from = all.findIndex(({ indicator }) => indicator.id === indicatorId)
  const following = [...all.slice(from + 1), ...all.slice(0, from)]
  const undecided = new Set(view.value.left.undecided)
  const at = following.find((proposal) => undecided.has(proposal))?.indicator.id
  // #p-… を付けない。番地に断片があると、ブラウザーは次の欄に焦点を置かない（HTML 標準 autofocus）。
  const href = frame.to.planRevision(code, id, 'proposals', at ? { at } : {})
  return { see: href }
}
