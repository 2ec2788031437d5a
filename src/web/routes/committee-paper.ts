import { subjectKey, wholePlan } from '#domain/committee/subject-key.ts'
import { giveOpinions, type OpinionOf } from '#operations/committee/give-opinions.ts'
import { type OpinionsView, paperView } from '#operations/committee/opinions-view.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { type PaperTyped, paperPage } from '../pages/committee/paper-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 紙の意見を、委員の名で入れる頁。 */
export const committeePaperRoutes: readonly Route[] = [['/:code/referrals/:id/paper', paper]]

export const committeePaperActs: readonly Act[] = [['/:code/referrals/:id/paper', enter]]

async function paper({ app, person, param, query, frame }: Visit): Promise<Shown> {
  const view = await paperView(app, person, param('code'), param('id'))
  if (!view.ok) return { problem: view.problem }
  const saved = query('saved')?.slice(0, 60)
  return { html: paperPage({ frame, view: view.value, typed: startOf(view.value, query), saved }) }
}

/** 欄の初め：直す意見か、さきの委員の次の意見。 */
const startOf = ({ lines }: OpinionsView, query: Visit['query']): PaperTyped => {
  const line = lines.find(({ opinion, paper: own }) => own && opinion.id === query('opinion'))
  if (!line) {
    const [member, name] = [query('member') ?? '', (query('name') ?? '').slice(0, 60)]
    return { member, name, key: wholePlan, text: '', grade: '', opinionId: null, revision: 0 }
  }
  const { id, revision, memberId, memberName, subject, text, grade } = line.opinion
  return {
    member: memberId ?? '',
    name: memberId === null ? memberName : '',
    key: subjectKey(subject),
    text,
    grade: grade ?? '',
    opinionId: id,
    revision,
  }
}

async function enter(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const typed: PaperTyped = {
    member: form.text('member'),
    name: form.text('name'),
    key: form.text('key'),
    text: form.text('text'),
    grade: form.text('grade'),
    opinionId: form.text('opinion') || null,
    revision: numberIn(form.text('revision'), 9) ?? 0,
  }
  const of: OpinionOf = typed.member === '' ? { name: typed.name } : { memberId: typed.member }
  const { opinionId, revision, key, text, grade } = typed
  const given = await giveOpinions(app, person, code, id, [{ key, opinionId, revision, text, grade }], of)
  const left = given.ok ? given.value.left[0] : undefined
  if (given.ok && !left) {
    if (opinionId !== null) return { see: frame.to.referral(code, id, 'opinions') }
    const saved = given.value.saved[0]?.memberName
    return { see: frame.to.referral(code, id, 'paper', { member: typed.member, name: typed.name, saved }) }
  }
  const view = await paperView(app, person, code, id)
  if (!view.ok) return { problem: view.problem }
  const problem = given.ok ? left?.problem : given.problem
  const now = left?.problem.kind === 'committee.opinion-meanwhile' ? left.now?.text : undefined
  const retyped = left?.now ? { ...typed, revision: left.now.revision } : typed
  return {
    html: paperPage({ frame, view: view.value, typed: retyped, problem, now }),
    status: now === undefined ? 422 : 409,
  }
}
