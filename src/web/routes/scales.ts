import { type SubjectKind, subjectKinds } from '#domain/evaluation/evaluation.ts'
import { presetNamed, presetsFor } from '#domain/evaluation/presets/scale-presets.ts'
import { givenPolicies } from '#domain/evaluation/read-policies.ts'
import { emptyScale, givenScale, rowStep, scaleGiven } from '#domain/evaluation/read-scale.ts'
import { placedFor } from '#domain/evaluation/scale-in-force.ts'
import { numberProblems } from '#domain/evaluation/scale-numbers.ts'
import { previewScales, previewYear } from '#domain/evaluation/scale-preview.ts'
import { scaleProblems } from '#domain/evaluation/scale-problems.ts'
import { suggestedYear } from '#domain/evaluation/scale-years.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import { changePolicies } from '#operations/evaluation/policies.ts'
import { placeScale, removeScale, type ScalesView, scalesView } from '#operations/evaluation/scales.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { type EditGiven, editPage } from '../pages/scales/edit-page.tsx'
import { policiesPage } from '../pages/scales/policies-page.tsx'
import { presetsPage } from '../pages/scales/presets-page.tsx'
import { scalesPage } from '../pages/scales/scales-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { filledPolicies, policiesIn, scaleIn } from './scales-form.ts'

/** 評価区分と見直しの決まりの頁。 */
export const scaleRoutes: readonly Route[] = [
  ['/:code/plans/:edition/scales', list],
  ['/:code/plans/:edition/scales/presets', presets],
  ['/:code/plans/:edition/scales/edit', edit],
  ['/:code/plans/:edition/scales/policies', policies],
]

export const scaleActs: readonly Act[] = [
  ['/:code/plans/:edition/scales/try', tryOut],
  ['/:code/plans/:edition/scales/edit', save],
  ['/:code/plans/:edition/scales/remove', remove],
  ['/:code/plans/:edition/scales/policies', savePolicies],
]

const viewOf = ({ app, person, param }: Visit) => scalesView(app, person, param('code'), param('edition'))

const thisYear = ({ app }: Visit): number => fiscalYearOf(dayInJapan(app.now())).startYear

const subjectIn = (text: string | undefined): SubjectKind => subjectKinds.find((each) => each === text) ?? 'indicator'

async function list(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const done = (['placed', 'removed', 'policies'] as const).find((each) => each === visit.query('done'))
  return { html: scalesPage({ frame: visit.frame, view: view.value, thisYear: thisYear(visit), said: { done } }) }
}

async function presets(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const { edition } = view.value
  const subject = subjectIn(visit.query('subject'))
  const year = previewYear(edition)
  const found = presetsFor(subject)
  const counted = subject === 'indicator' && year !== undefined
  const previews = counted
    ? previewScales(
        edition,
        year,
        found.map(({ scale }) => scale),
      )
    : []
  const shown = found.map((preset, at) => ({ preset, preview: previews[at] }))
  return { html: presetsPage({ frame: visit.frame, edition, subject, year, presets: shown }) }
}

/** 見本（preset）、置いてある区分（from）、何もないところから。 */
async function edit(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  return editing(visit, view.value, startOf(visit, view.value))
}

const startOf = (visit: Visit, { edition, scales, graded }: ScalesView): EditGiven => {
  const subject = subjectIn(visit.query('subject'))
  const preset = presetNamed(visit.query('preset') ?? '')
  const from = numberIn(visit.query('from'), 4)
  const placed = scales.find((each) => each.subject === subject && each.fromYear === from)
  const judged = graded.filter((each) => each.judged).map(({ year }) => year)
  const free = suggestedYear(edition, judged, thisYear(visit))
  // 置いた年度がもう評価されていれば、次の年度から置くことになる。
  const fromYear = placed && !judged.some((year) => year >= placed.fromYear) ? placed.fromYear : free
  const there = scales.find((each) => each.subject === subject && each.fromYear === fromYear)
  const scale = preset ? givenScale(preset.scale) : placed ? givenScale(placed.scale) : emptyScale
  return { subject, fromYear: String(fromYear), revision: there?.revision ?? 0, scale }
}

type Said = Partial<Pick<Parameters<typeof editPage>[0], 'problem' | 'meanwhile'>>

const editing = (visit: Visit, view: ScalesView, given: EditGiven, said: Said = {}, status?: 409 | 422): Shown => {
  const { edition, scales } = view
  const scale = scaleGiven(given.scale)
  const year = previewYear(edition)
  const readable = numberProblems(scale).length === 0 && scale.grades.length > 0
  const [of] =
    readable && year !== undefined && given.subject === 'indicator' ? previewScales(edition, year, [scale]) : []
  const preview = of && year !== undefined ? { year, of } : undefined
  const placed = scales.find((each) => each.subject === given.subject && String(each.fromYear) === given.fromYear)
  const troubles = isUntouched(given) ? [] : scaleProblems(scale)
  const html = editPage({ frame: visit.frame, edition, given, preview, troubles, placed, ...said })
  return status ? { html, status } : { html }
}

/** 何もないところから作り始めたばかりなら、まだ直すところとは言わない。 */
const isUntouched = ({ scale }: EditGiven): boolean =>
  scale.name === '' && scale.grades.every(({ code, label }) => code === '' && label === '')

const givenIn = (form: Form): EditGiven => ({
  subject: subjectIn(form.text('subject')),
  fromYear: form.text('from').normalize('NFKC').trim(),
  revision: numberIn(form.text('revision'), 9) ?? 0,
  scale: rowStep(scaleIn(form), form.text('do')),
})

/** 例と直すところを見る（何も書かない）。行の操作もここでする。 */
async function tryOut(visit: Visit, form: Form): Promise<Acted> {
  const view = await viewOf(visit)
  return view.ok ? editing(visit, view.value, givenIn(form)) : { problem: view.problem }
}

async function save(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId] = [param('code'), param('edition')]
  // 行の操作のボタンは、保存でなく、欄を並べ直すだけ。
  if (form.text('do') !== '') return tryOut(visit, form)
  const given = givenIn(form)
  const asked = { ...given, fromYear: numberIn(given.fromYear, 4) ?? 0, scale: scaleGiven(given.scale) }
  const placed = await placeScale(app, person, code, editionId, asked)
  if (placed.ok && 'placed' in placed.value)
    return { see: frame.to.scales(code, editionId, undefined, { done: 'placed' }) }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: placed.ok ? view.problem : placed.problem }
  if (!placed.ok) return editing(visit, view.value, given, { problem: placed.problem }, 422)
  if ('meanwhile' in placed.value) return editing(visit, view.value, given, { meanwhile: placed.value.meanwhile }, 409)
  return editing(visit, view.value, given, {}, 422)
}

async function remove(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId] = [param('code'), param('edition')]
  const removed = await removeScale(app, person, code, editionId, {
    subject: subjectIn(form.text('subject')),
    fromYear: numberIn(form.text('from'), 4) ?? 0,
    revision: numberIn(form.text('revision'), 9) ?? 0,
  })
  if (removed.ok) return { see: frame.to.scales(code, editionId, undefined, { done: 'removed' }) }
  const view = await viewOf(visit)
  if (!view.ok || removed.problem.kind === 'scales.absent') return { problem: removed.problem }
  const said = { problem: removed.problem }
  return { html: scalesPage({ frame, view: view.value, thisYear: thisYear(visit), said }), status: 422 }
}

const scaleNow = (visit: Visit, { scales }: ScalesView) =>
  placedFor(scales, 'indicator', thisYear(visit))?.scale ?? null

async function policies(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const { edition, policies: now } = view.value
  const scale = scaleNow(visit, view.value)
  const given = givenPolicies(scale?.grades ?? [], now)
  return { html: policiesPage({ frame: visit.frame, edition, scale, given, revision: now.revision, troubles: [] }) }
}

async function savePolicies(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId] = [param('code'), param('edition')]
  const given = filledPolicies(policiesIn(form), form.text('fill'))
  const revision = numberIn(form.text('revision'), 9) ?? 0
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const page = { frame, edition: view.value.edition, scale: scaleNow(visit, view.value), given, revision }
  if (form.text('fill') !== '') return { html: policiesPage({ ...page, troubles: [] }) }
  const changed = await changePolicies(app, person, code, editionId, given, revision)
  if (!changed.ok) return { problem: changed.problem }
  if ('changed' in changed.value) return { see: frame.to.scales(code, editionId, undefined, { done: 'policies' }) }
  if ('troubles' in changed.value)
    return { html: policiesPage({ ...page, troubles: changed.value.troubles }), status: 422 }
  return { html: policiesPage({ ...page, troubles: [], meanwhile: changed.value.meanwhile }), status: 409 }
}
