import { problemInWords } from '#domain/problem.ts'
import { figureKeysOf } from '#domain/review/keys.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import { adoptReview } from '#operations/reviews/adopt-review.ts'
import { undoAdoption } from '#operations/reviews/adoptions.ts'
import { openReviewOfEdition } from '#operations/reviews/open-review-of-edition.ts'
import { viewReview } from '#operations/reviews/view-review.ts'
import {
  type AdoptionPageView,
  adoptionOfReview,
  adoptionPageView,
  differencePageView,
} from '#operations/reviews-for-pages/view-difference.ts'
import { placeText } from '../components/review/correct-button.tsx'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { adoptionPage, differencePage, undoPage } from '../pages/intake/intake-pages.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'

/** 差分と、取り込んだ記録の頁。 */
export const adoptionRoutes: readonly Route[] = [
  ['/:code/reviews/:id/difference', difference],
  ['/:code/adoptions/:id', adoption],
  ['/:code/adoptions/:id/undo', confirm],
]

/** 取り込みと取り消し、取り込んである版を直すために開くこと。 */
export const adoptionActs: readonly Act[] = [
  ['/:code/reviews/:id/adopt', adopt],
  ['/:code/adoptions/:id/undo', undo],
  ['/:code/plans/:edition/correct', correct],
]

const asked = ({ query }: Visit) => {
  const page = query('page')
  return { part: query('part'), page: numberIn(page, 4) }
}

async function difference(visit: Visit): Promise<Shown> {
  const { app, shelf, param, frame } = visit
  const page = await differencePageView(app, shelf, param('code'), param('id'), asked(visit))
  return page ? { html: differencePage(frame, page) } : { missing: 'trouble.no-review' }
}

const viewFor = (visit: Visit): Promise<AdoptionPageView | undefined> =>
  adoptionPageView(visit.app, visit.shelf, visit.param('code'), visit.param('id'), asked(visit))

async function adoption(visit: Visit): Promise<Shown> {
  const page = await viewFor(visit)
  return page ? { html: adoptionPage(visit.frame, page) } : { missing: 'trouble.no-adoption' }
}

async function confirm(visit: Visit): Promise<Shown> {
  const page = await viewFor(visit)
  if (!page) return { missing: 'trouble.no-adoption' }
  return { html: page.record.undoable ? undoPage(visit.frame, page) : adoptionPage(visit.frame, page) }
}

/** 取り込む。二度押したら、初めの取り込みの記録を見せる。 */
async function adopt(visit: Visit, form: Form): Promise<Acted> {
  const { app, shelf, param, frame, name } = visit
  const [code, id] = [param('code'), param('id')]
  const adopted = await adoptReview(app, code, id, Number(form.text('seen')) || 0, whoIs(visit, name))
  if (adopted.ok) return { see: frame.to.adoption(code, adopted.value.id) }
  const earlier = adopted.problem.kind === 'review-already-adopted' && (await adoptionOfReview(app, code, id))
  if (earlier) return { see: frame.to.adoption(code, earlier) }
  const page = await differencePageView(app, shelf, code, id, {})
  if (!page) return { missing: 'trouble.no-review' }
  const status = adopted.problem.kind === 'review-changed-before-adopting' ? 409 : 422
  return { html: differencePage(frame, page, problemInWords(adopted.problem, frame.lang)), status }
}

/** 取り消す。もう取り消してあれば、そのことを見せる。 */
async function undo(visit: Visit): Promise<Acted> {
  const { app, param, frame, name } = visit
  const [code, id] = [param('code'), param('id')]
  const undone = await undoAdoption(app, code, id, whoIs(visit, name))
  if (!undone.ok && undone.problem.kind === 'adoption-absent') return { missing: 'trouble.no-adoption' }
  if (!undone.ok && undone.problem.kind !== 'adoption-already-undone') return { problem: undone.problem }
  return { see: frame.to.adoption(code, id) }
}

/** 取り込んである版を直すために開く。値の所在があれば、その行と値を選んで見せる。 */
async function correct(visit: Visit, form: Form): Promise<Acted> {
  const { app, param, frame, name } = visit
  const code = param('code')
  const opened = await openReviewOfEdition(app, code, param('edition'), whoIs(visit, name))
  if (!opened.ok) return { missing: 'trouble.no-plan' }
  const { id } = opened.value
  const place = form.text('place')
  if (place === '') return { see: frame.to.review(code, id) }
  const view = await viewReview(app, code, id)
  const found = view && rowAt(view.rows, place)
  return { see: found ? `${frame.to.review(code, id, found)}#panel` : frame.to.review(code, id) }
}

/** その所在の値、なければ名のある行。 */
const rowAt = (rows: readonly ReviewRow[], place: string): { row: string; at?: string } | undefined => {
  for (const row of rows) {
    const figure = row.indicator && figureKeysOf(row.indicator).find((each) => placeText(each.figure.place) === place)
    if (figure) return { row: row.key, at: figure.key }
  }
  const named = rows.find((row) => placeText(row.place) === place)
  return named && { row: named.key }
}
