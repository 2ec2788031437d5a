import { isReferralStep } from '#domain/committee/referral-flow.ts'
import type { Result } from '#domain/problem.ts'
import { problemInWords } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { answerOpinion } from '#operations/committee/answer-opinion.ts'
import { giveOpinions, type OpinionGiven, type OpinionsGiven } from '#operations/committee/give-opinions.ts'
import { opinionTableFile } from '#operations/committee/opinion-table-file.ts'
import { answersView, opinionsView } from '#operations/committee/opinions-view.ts'
import { type ReferralView, referralView } from '#operations/committee/referral-view.ts'
import { referralsView } from '#operations/committee/referrals-view.ts'
import { removeReferral } from '#operations/committee/save-referral.ts'
import { stepReferral } from '#operations/committee/step-referral.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { answersPage } from '../pages/committee/answers-page.tsx'
import { goalPage, sheetPage } from '../pages/committee/goal-page.tsx'
import { opinionsPage } from '../pages/committee/opinions-page.tsx'
import { type ReferralGivenBack, referralPage } from '../pages/committee/referral-page.tsx'
import { referralsPage } from '../pages/committee/referrals-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { committeeFormActs, committeeFormRoutes } from './committee-form.ts'
import { committeePaperActs, committeePaperRoutes } from './committee-paper.ts'

/** 外部の会議への付議と、意見・対応の頁。 */
export const committeeRoutes: readonly Route[] = [
  ['/:code/referrals', list],
  ...committeeFormRoutes,
  ['/:code/referrals/:id', referral],
  ['/:code/referrals/:id/opinions', opinions],
  ['/:code/referrals/:id/answers', answers],
  ...committeePaperRoutes,
  ['/:code/referrals/:id/:file{opinion-table\\.(?:pdf|xlsx|docx|csv|json)}', file],
]

export const committeeActs: readonly Act[] = [
  ...committeeFormActs,
  ['/:code/referrals/:id/step', step],
  ['/:code/referrals/:id/remove', remove],
  ['/:code/referrals/:id/opinions', give],
  ...committeePaperActs,
  ['/:code/referrals/:id/answers', answer],
]

async function list({ app, person, param, frame }: Visit): Promise<Shown> {
  const view = await referralsView(app, person, param('code'))
  return view.ok ? { html: referralsPage(frame, view.value) } : { problem: view.problem }
}

const viewOf = ({ app, person, param }: Visit): Promise<Result<ReferralView>> =>
  referralView(app, person, param('code'), param('id'))

async function referral(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  if (visit.query('goal') === 'all') return { html: sheetPage(visit.frame, view.value) }
  return { html: pageAt(visit, view.value, visit.query('goal') ?? '', { did: visit.query('did') }) }
}

/** 目次か、目標一つの頁。ない目標なら、目次。 */
const pageAt = ({ frame }: Visit, view: ReferralView, key: string, given: ReferralGivenBack): string => {
  if (key === 'loose' && view.loose.length > 0) return goalPage(frame, view, 'loose', given)
  const goal = view.goals.find((each) => each.key === key)
  return goal ? goalPage(frame, view, goal, given) : referralPage(frame, view, given)
}

async function step(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [name, reason] = [form.text('step'), form.text('reason')]
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  if (!isReferralStep(name)) return { missing: 'trouble.no-page' }
  const revision = numberIn(form.text('revision'), 9) ?? 0
  const moved = await stepReferral(app, person, param('code'), param('id'), name, { revision, reason })
  if (moved.ok) return { see: frame.to.referral(param('code'), param('id'), undefined, { did: name }) }
  const status = moved.problem.kind === 'committee.changed-meanwhile' ? 409 : 422
  return { html: referralPage(frame, view.value, { refused: { step: name, reason, problem: moved.problem } }), status }
}

async function remove({ app, person, param, frame }: Visit): Promise<Acted> {
  const removed = await removeReferral(app, person, param('code'), param('id'))
  return removed.ok ? { see: frame.to.referrals(param('code')) } : { problem: removed.problem }
}

/** 打たれた欄のうち、変わったもの。 */
const touched = (form: Form): readonly OpinionGiven[] => {
  const [ids, revisions, was, texts, grades] = ['opinion', 'revision', 'was', 'text', 'grade'].map(form.all)
  return form.all('key').flatMap((key, n) => {
    const given: OpinionGiven = {
      key: key.slice(0, 60),
      opinionId: ids?.[n] || null,
      revision: numberIn(revisions?.[n], 9) ?? 0,
      text: texts?.[n] ?? '',
      grade: grades?.[n] ?? '',
    }
    return was?.[n] === JSON.stringify([given.text, given.grade]) ? [] : [given]
  })
}

/** 意見を書く。台本からの求めには、欄ごとの答えを返す。書けない欄があれば、打ったまま見せる。 */
async function give(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const [goal, then] = [form.text('goal'), form.text('then')]
  const given = await giveOpinions(app, person, code, id, touched(form))
  if (form.text('by') === 'script')
    return { json: given.ok ? forScript(visit, given.value) : { problem: words(visit, given) } }
  if (!given.ok) return { problem: given.problem }
  const { left, withdrawn, saved } = given.value
  if (left.length === 0) {
    // 欄を離れたときに保存が済んでいて、送るものがなくても、目次では保存できたことを言う。
    const isSaved = saved.length > 0 || (withdrawn.length === 0 && then === '')
    const did = isSaved ? 'save' : withdrawn.length > 0 ? 'withdraw' : undefined
    return { see: frame.to.referral(code, id, undefined, { ...(then !== '' && { goal: then }), did }) }
  }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const status = left.some(({ problem }) => /-(meanwhile|gone)$/.test(problem.kind)) ? 409 : 422
  return { html: pageAt(visit, view.value, goal, { left }), status }
}

const words = ({ frame }: Visit, result: Exclude<Result<unknown>, { ok: true }>): string =>
  problemInWords(result.problem, frame.lang)

/** 台本に返す、欄ごとの答え。 */
const forScript = ({ frame }: Visit, { saved, withdrawn, left }: OpinionsGiven) => ({
  saved: saved.map(({ id, revision, at }) => ({
    id,
    revision,
    words: frame.t('committee.saved-at', { time: momentInWords(at) }),
  })),
  withdrawn: withdrawn.length > 0 ? frame.t('committee.did-withdraw') : null,
  left: left.map(({ problem }) => problemInWords(problem, frame.lang)),
})

async function opinions({ app, person, param, frame }: Visit): Promise<Shown> {
  const view = await opinionsView(app, person, param('code'), param('id'))
  return view.ok ? { html: opinionsPage(frame, view.value) } : { problem: view.problem }
}

async function file({ app, person, param, query }: Visit): Promise<Shown> {
  const format = (['pdf', 'xlsx', 'docx', 'csv', 'json'] as const).find((each) => param('file').endsWith(`.${each}`))
  if (!format) return { missing: 'trouble.no-page' }
  const names = query('names') === 'yes'
  const made = await opinionTableFile(app, person, param('code'), param('id'), { format, names })
  return made.ok ? { file: made.value } : { problem: made.problem }
}

async function answers({ app, person, param, query, frame }: Visit): Promise<Shown> {
  const view = await answersView(app, person, param('code'), param('id'))
  if (!view.ok) return { problem: view.problem }
  return { html: answersPage(frame, view.value, undefined, query('did') === 'save') }
}

async function answer(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const given = {
    opinionId: form.text('opinion'),
    revision: numberIn(form.text('revision'), 9) ?? 0,
    kind: form.text('kind'),
    text: form.text('text'),
    departmentId: form.text('department'),
  }
  const written = await answerOpinion(app, person, code, id, given)
  if (!written.ok) return { problem: written.problem }
  if ('saved' in written.value) return { see: frame.to.referral(code, id, 'answers', { did: 'save' }) }
  const view = await answersView(app, person, code, id)
  if (!view.ok) return { problem: view.problem }
  const status = written.value.problem.kind === 'committee.answer-meanwhile' ? 409 : 422
  return { html: answersPage(frame, view.value, { given, ...written.value }), status }
}
