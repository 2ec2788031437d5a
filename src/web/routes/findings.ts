import type { FindingAnswer } from '#domain/findings/finding-answer.ts'
import { type Problem, refused } from '#domain/problem.ts'
import { answerFinding, answersOf, withdrawAnswer } from '#operations/reviews/finding-answers.ts'
import { type FindingFilter, type FindingsView, findingsView, nextKey, pageOfKey } from '#operations/view-findings.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { findingsPage } from '../pages/findings.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'

/** 突合結果の頁。答える人の名が欄に入るので、覚えない。 */
export const findingRoutes: readonly Route[] = [['/:code/plans/:edition/findings', findings]]

/** 突合結果への答え。 */
export const findingActs: readonly Act[] = [['/:code/plans/:edition/findings', answer]]

async function findings(visit: Visit): Promise<Shown> {
  const view = await viewFor(visit, filterIn(visit.query))
  return view ? { html: findingsPage(visit.frame, view, { name: visit.name }) } : { missing: 'trouble.no-plan' }
}

const viewFor = async (visit: Visit, filter: FindingFilter): Promise<FindingsView | undefined> => {
  const { app, shelf, version, param } = visit
  const code = param('code')
  const edition = await shelf.edition(code, param('edition'), version)
  if (!edition) return undefined
  const [newest] = edition.sources
  const source = newest && (await shelf.source(code, newest.sha256))
  return findingsView(edition, source, await answersOf(app, code, edition.id), filter)
}

const filterIn = (text: (name: string) => string | undefined): FindingFilter => {
  const page = text('page') ?? ''
  return {
    level: text('level'),
    state: text('state'),
    code: text('code'),
    page: numberIn(page, 4),
  }
}

/** 答えを残し、次の気づきへ。わけが要るのになければ、書いたものを残したまま尋ねる。 */
async function answer(visit: Visit, form: Form): Promise<Acted> {
  const view = await viewFor(
    visit,
    filterIn((name) => form.text(`in-${name}`)),
  )
  if (!view) return { missing: 'trouble.no-plan' }
  const key = form.text('key')
  const reason = form.text('reason').trim()
  const name = form.text('name').trim().slice(0, 60)
  const problem = view.keys.includes(key)
    ? await kept(visit, view, { key, reason, answer: form.text('answer') }, name)
    : refused('answer-unknown').problem
  if (problem) {
    const html = findingsPage(visit.frame, view, { name, refused: { key, reason, problem } })
    return view.keys.includes(key) ? { html, status: 422 } : { problem }
  }
  return { see: afterwards(visit, view, key), remember: { name } }
}

type Sent = { readonly key: string; readonly reason: string; readonly answer: string }

const kept = async (
  visit: Visit,
  { edition }: FindingsView,
  { key, reason, answer: sent }: Sent,
  name: string,
): Promise<Problem | undefined> => {
  const code = edition.municipality.code
  const { app } = visit
  const who = whoIs(visit, name)
  if (sent === 'withdraw') return problemOf(await withdrawAnswer(app, code, edition.id, key, who))
  const given = answers.find((each) => each === sent)
  if (!given) return refused('form-unreadable').problem
  if (given === 'asked' && reason === '') return refused('answer-needs-whom').problem
  return problemOf(await answerFinding(app, code, edition.id, { key, answer: given, reason }, who))
}

const answers: readonly FindingAnswer['answer'][] = ['leave', 'asked', 'corrected']

const problemOf = (result: { readonly ok: true } | { readonly ok: false; readonly problem: Problem }) =>
  result.ok ? undefined : result.problem

/** 絞り込みを保ったまま、次の気づきのところ。 */
const afterwards = ({ frame }: Visit, { edition, filter, keys }: FindingsView, key: string): string => {
  const next = nextKey(keys, key) ?? key
  // 答えで絞っていると、答えたものは並びから外れ、次のものが前に詰まる。
  const left = filter.state === undefined ? keys : keys.filter((each) => each !== key)
  const page = pageOfKey(left, next)
  const query = { ...filter, page: page === 1 ? undefined : String(page) }
  return `${frame.to.findings(edition.municipality.code, edition.id, query)}#f-${next}`
}
