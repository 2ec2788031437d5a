import { municipalityCode } from '#domain/people/municipality.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { Correction } from '#domain/review/correction.ts'
import { readYear } from '#domain/year/read-year.ts'
import { chooseReading } from '#operations/reviews/choose-reading.ts'
import { discardReview, reopenReview } from '#operations/reviews/close-review.ts'
import { editReview, undoEdit } from '#operations/reviews/edit-review.ts'
import { reviewChangesSince } from '#operations/reviews/list-reviews.ts'
import { moveReview } from '#operations/reviews/move-review.ts'
import { viewReview } from '#operations/reviews/view-review.ts'
import { conflictsSince } from '#operations/reviews-for-pages/conflicts.ts'
import {
  indicatorChoices,
  municipalityOf,
  type ReviewPageView,
  reviewPageView,
} from '#operations/reviews-for-pages/view-review-page.ts'
import { newCity } from '../components/review/choose-city.tsx'
import { formNames } from '../components/review/review-head.tsx'
import { correctionsIn, fieldList, type Sent, wasName, wholeRowIn } from '../components/review/row-form.ts'
import { rowInWords } from '../components/review/row-words.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { conflictPage, reviewPage } from '../pages/intake/intake-pages.tsx'
import { isSaid, type Said } from '../pages/intake/review-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'
import { ownPath } from './settings.ts'

/** 見直しの頁と、変わったかを尋ねる番地。 */
export const reviewRoutes: readonly Route[] = [
  ['/:code/reviews/:id', review],
  ['/:code/reviews/:id/changes', changes],
]

/** 見直しへの送信。 */
export const reviewActs: readonly Act[] = [
  ['/:code/reviews/:id/edit', edit],
  ['/:code/reviews/:id/undo', undo],
  ['/:code/reviews/:id/form', form],
  ['/:code/reviews/:id/heading', heading],
  ['/:code/reviews/:id/move', move],
  ['/:code/reviews/:id/discard', discard],
  ['/:code/reviews/:id/reopen', reopen],
  ['/:code/reviews/:id/name', rename],
]

const asks = ({ param }: Visit) => [param('code'), param('id')] as const

async function review(visit: Visit): Promise<Shown> {
  const { query } = visit
  const page = await pageFor(visit, {
    row: query('row'),
    at: query('at'),
    order: query('order') === 'document' ? 'document' : undefined,
    state: query('state'),
    page: numberIn(query('page'), 9),
    since: numberIn(query('since'), 9),
  })
  if (!page) return { missing: 'trouble.no-review' }
  const said = query('done')
  return { html: reviewPage(visit.frame, page, { ...(await givenFor(visit)), said: isSaid(said) ? said : undefined }) }
}

const pageFor = (visit: Visit, asked: Parameters<typeof reviewPageView>[4]): Promise<ReviewPageView | undefined> => {
  const [code, id] = asks(visit)
  return reviewPageView(visit.app, visit.shelf, code, id, asked)
}

const givenFor = async ({ shelf, name }: Visit) => ({
  name,
  municipalities: (await shelf.municipalities()).map(({ code, name: city }) => ({ code, name: city })),
})

/** 台本が十秒ごとに尋ねる。変わっていなければ空。 */
async function changes(visit: Visit): Promise<Shown> {
  const [code, id] = asks(visit)
  const since = numberIn(visit.query('since'), 9)
  const changed = since === undefined ? undefined : await reviewChangesSince(visit.app, code, id, since)
  return { json: changed ?? {} }
}

const seenIn = (form: Form): number => numberIn(form.text('seen'), 9) ?? 0

/** いまの並び方と絞り込み。 */
const listedAs = (form: Form) => ({
  order: form.text('in-order') === 'document' ? 'document' : undefined,
  state: form.text('in-state') === '' ? undefined : form.text('in-state'),
})

/** 行の訂正を加える。「このとおり」なら次の確かでない行へ、ほかは同じ行に戻る。 */
async function edit(visit: Visit, form: Form): Promise<Acted> {
  const { app, frame } = visit
  const [code, id] = asks(visit)
  const view = await viewReview(app, code, id)
  if (!view) return { missing: 'trouble.no-review' }
  const row = form.text('row')
  const sent = sentIn(visit, form, row, view.rows)
  if (!sent.ok) return refusedEdit(visit, form, sent.problem)
  const corrections = sent.value.map(({ correction }) => correction)
  const edited = await editReview(app, code, id, seenIn(form), corrections, whoIs(visit, visit.name))
  if (!edited.ok) {
    return edited.problem.kind === 'review-edited-meanwhile'
      ? conflicted(visit, form, sent.value)
      : refusedEdit(visit, form, edited.problem)
  }
  const said = saidOf(form, corrections)
  const page = said === 'checked' ? await pageFor(visit, { ...listedAs(form), row }) : undefined
  const next = page?.chosen?.next ?? row
  const since = edited.value.others.length > 0 ? seenIn(form) : undefined
  return { see: `${frame.to.review(code, id, { ...listedAs(form), row: next, done: said, since })}#panel` }
}

const saidOf = (form: Form, corrections: readonly Correction[]): Said => {
  const act = form.text('do')
  if (act === 'accept') return 'checked'
  if (act === 'leave-out') return 'left-out'
  return corrections.length === 0 ? 'nothing' : 'saved'
}

/** 送られた訂正。食い違いの頁で「相手の値を残す」とした欄は入れない。 */
const sentIn = (
  { frame }: Visit,
  form: Form,
  row: string,
  rows: ReviewPageView['view']['rows'],
): Result<readonly Sent[]> => {
  const skip = new Set(form.all('conflict').filter((source) => form.text(`keep ${source}`) !== 'mine'))
  const words = indicatorChoices(rows, (each) => rowInWords(frame, each))
  const fields = correctionsIn(form, row, words, skip)
  if (!fields.ok) return fields
  const whole = skip.has('do') ? undefined : wholeRowIn(form, row)
  return done([...fields.value, ...(whole ? [{ source: 'do', correction: whole }] : [])])
}

/** 打ったものを残したまま、わけを言う。 */
const refusedEdit = async (visit: Visit, form: Form, problem: Problem): Promise<Acted> => {
  const page = await pageFor(visit, { ...listedAs(form), row: form.text('row') })
  if (!page) return { missing: 'trouble.no-review' }
  const given = { ...(await givenFor(visit)), refused: { problem, typed: form, seen: seenIn(form) } }
  return { html: reviewPage(visit.frame, page, given), status: 422 }
}

/** ほかの人が同じところを変えていた。両方を並べて、選んでもらう。 */
const conflicted = async (visit: Visit, form: Form, sent: readonly Sent[]): Promise<Acted> => {
  const { app, shelf, frame } = visit
  const [code, id] = asks(visit)
  const corrections = sent.map(({ correction }) => correction)
  const [conflicts, view, municipality] = await Promise.all([
    conflictsSince(app, code, id, seenIn(form), corrections),
    viewReview(app, code, id),
    municipalityOf(shelf, code),
  ])
  if (!view || !municipality) return { missing: 'trouble.no-review' }
  return { html: conflictPage({ frame, municipality, view, conflicts, sent, form }), status: 409 }
}

/** 訂正の取り消し。もう取り消してあれば（二度押し）、そのまま見せる。 */
async function undo(visit: Visit, form: Form): Promise<Acted> {
  const [code, id] = asks(visit)
  const undone = await undoEdit(visit.app, code, id, numberIn(form.text('number'), 9) ?? 0, whoIs(visit, visit.name))
  if (!undone.ok && undone.problem.kind !== 'review-edit-absent') return { problem: undone.problem }
  const row = form.text('row')
  const see = visit.frame.to.review(code, id, { row, done: 'undone' })
  return { see: row === '' ? see : `${see}#panel` }
}

/** 別の様式として読む。空なら、見分けに任せる。 */
async function form(visit: Visit, sent: Form): Promise<Acted> {
  const [code, id] = asks(visit)
  const view = await viewReview(visit.app, code, id)
  if (!view) return { missing: 'trouble.no-review' }
  const chosen = formNames.find((each) => each === sent.text('form')) ?? null
  const choices = { ...view.review.choices, form: chosen }
  const read = await chooseReading(visit.app, code, id, seenIn(sent), choices, whoIs(visit, visit.name))
  if (!read.ok) return { problem: read.problem }
  return { see: visit.frame.to.review(code, id, { done: 'read' }) }
}

/** 計画の見出しと、市の名を直す。変えた欄だけ。 */
async function heading(visit: Visit, form: Form): Promise<Acted> {
  const [code, id] = asks(visit)
  const corrections: Correction[] = []
  for (const field of form.all(fieldList)) {
    const text = form.text(field).trim()
    if (text === form.text(wasName(field)).trim()) continue
    if (field === 'title' || field === 'kind' || field === 'municipality')
      corrections.push({ what: 'heading', field, text })
    if (field !== 'firstYear' && field !== 'lastYear') continue
    const year = text === '' ? null : readYear(text)?.year
    if (year === undefined) return { problem: refused('intake-year-unreadable', { text: text.slice(0, 40) }).problem }
    corrections.push({ what: 'heading', field, year })
  }
  const edited = await editReview(visit.app, code, id, seenIn(form), corrections, whoIs(visit, visit.name))
  if (!edited.ok) return { problem: edited.problem }
  return { see: visit.frame.to.review(code, id, { done: 'heading' }) }
}

async function move(visit: Visit, form: Form): Promise<Acted> {
  const [code, id] = asks(visit)
  const city = form.text('city')
  const asked = municipalityCode(city === newCity || city === '' ? form.text('new-code') : city)
  if (!asked.ok) return { problem: asked.problem }
  const name = form.text('new-name').trim().slice(0, 60)
  const moved = await moveReview(visit.app, code, id, asked.value, whoIs(visit, visit.name), name)
  if (!moved.ok) return { problem: moved.problem }
  return { see: visit.frame.to.review(asked.value, moved.value.id, { done: 'moved' }) }
}

async function discard(visit: Visit): Promise<Acted> {
  const [code, id] = asks(visit)
  const closed = await discardReview(visit.app, code, id, whoIs(visit, visit.name))
  if (!closed.ok && closed.problem.kind !== 'review-not-open') return { problem: closed.problem }
  return { see: visit.frame.to.intake(code) }
}

async function reopen(visit: Visit): Promise<Acted> {
  const [code, id] = asks(visit)
  const opened = await reopenReview(visit.app, code, id, whoIs(visit, visit.name))
  return opened.ok ? { see: visit.frame.to.review(code, id) } : { problem: opened.problem }
}

/** 作業する人の名を覚える。 */
async function rename(visit: Visit, form: Form): Promise<Acted> {
  const [code, id] = asks(visit)
  const name = form.text('name').trim().slice(0, 60)
  return { see: ownPath(form.text('back')) ?? visit.frame.to.review(code, id), remember: { name } }
}
