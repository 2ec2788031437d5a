import { refused } from '#domain/problem.ts'
import type { ReadingChoices } from '#domain/review/correction.ts'
import type { ReviewView } from '#domain/review/review.ts'
import { chooseReading } from '#operations/reviews/choose-reading.ts'
import { viewReview } from '#operations/reviews/view-review.ts'
import { columnsPageView } from '#operations/reviews-for-pages/view-columns.ts'
import { columnChoicesIn, headerChoiceIn } from '../components/review/column-form.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import type { RefusedColumns } from '../pages/intake/columns-page.tsx'
import { columnsPage } from '../pages/intake/intake-pages.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'

/** 列の読み方の頁。 */
export const columnRoutes: readonly Route[] = [['/:code/reviews/:id/columns', columns]]

/** 列の読み方の送信。 */
export const columnActs: readonly Act[] = [['/:code/reviews/:id/columns', choose]]

async function columns(visit: Visit): Promise<Shown> {
  const { app, shelf, param, query, frame } = visit
  const page = await columnsPageView(app, shelf, param('code'), param('id'), numberIn(query('page'), 4))
  return page ? { html: columnsPage(frame, page) } : { missing: 'trouble.no-review' }
}

/** 列・見出しの行・覚えた読み方を決めて、読み直す。訂正は残る。 */
async function choose(visit: Visit, form: Form): Promise<Acted> {
  const { app, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const view = await viewReview(app, code, id)
  if (!view) return { missing: 'trouble.no-review' }
  const choices = choicesFrom(view, form)
  if ('refused' in choices) return again(visit, form, choices.refused)
  const seen = Number(form.text('seen'))
  const read = await chooseReading(app, code, id, Number.isInteger(seen) ? seen : 0, choices, whoIs(visit, visit.name))
  if (!read.ok) return again(visit, form, { problem: read.problem, table: form.text('table'), form })
  return { see: frame.to.review(code, id, { done: 'read' }) }
}

type Chosen = ReadingChoices | { readonly refused: RefusedColumns }

const choicesFrom = ({ review: { choices }, tables, offer }: ReviewView, form: Form): Chosen => {
  const act = form.text('do')
  if (act === 'offer') return withOffer(choices, offer)
  if (act === 'header') return withHeader(choices, form)
  const table = tables.find(({ key }) => key === form.text('table'))
  if (!table) return refusedWith(form, 'intake-table-gone')
  const own = columnChoicesIn(form, table)
  if (!own.ok) return { refused: { problem: own.problem, table: table.key, form } }
  return { ...choices, columns: [...choices.columns.filter((each) => each.table !== table.key), ...own.value] }
}

const withOffer = (choices: ReadingChoices, offer: ReviewView['offer']): ReadingChoices => {
  const offered = offer?.columns ?? []
  const isOffered = (table: string, column: number) =>
    offered.some((each) => each.table === table && each.column === column)
  return {
    ...choices,
    columns: [...choices.columns.filter(({ table, column }) => !isOffered(table, column)), ...offered],
  }
}

/** 見出しの行を示す。前に同じ表に示した行は、置きかえる。 */
const withHeader = (choices: ReadingChoices, form: Form): Chosen => {
  const header = headerChoiceIn(form)
  if (!header) return refusedWith(form, 'intake-line-needed')
  const was = new Set(form.text('was').split(' ').map(Number))
  const others = choices.headers.filter(
    ({ page, line }) => page !== header.page || (line !== header.line && !was.has(line)),
  )
  return { ...choices, headers: [...others, header] }
}

const refusedWith = (form: Form, code: string): Chosen => ({
  refused: { problem: refused(code).problem, table: form.text('table'), form },
})

/** 打ったものを残したまま、わけを言う。表の欄でなければ、頁の頭で言う。 */
const again = async (visit: Visit, form: Form, why: RefusedColumns): Promise<Acted> => {
  const { app, shelf, param, frame } = visit
  const page = await columnsPageView(app, shelf, param('code'), param('id'), numberIn(form.text('in-page'), 4))
  return page ? { html: columnsPage(frame, page, why), status: 422 } : { missing: 'trouble.no-review' }
}
