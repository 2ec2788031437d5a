import { municipalityCode } from '#domain/people/municipality.ts'
import { permits } from '#domain/people/permission.ts'
import { refused } from '#domain/problem.ts'
import { openReview } from '#operations/reviews/open-review.ts'
import { intakeView } from '#operations/reviews-for-pages/view-intake.ts'
import { newCity } from '../components/review/choose-city.tsx'
import type { Form } from '../form.ts'
import type { IntakeField, IntakeGiven } from '../pages/intake/intake-page.tsx'
import { intakePage } from '../pages/intake/intake-pages.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'
import { adoptionActs, adoptionRoutes } from './intake-adoptions.ts'
import { columnActs, columnRoutes } from './intake-columns.ts'
import { reviewActs, reviewRoutes } from './intake-reviews.ts'

/** 取込みの頁。 */
export const intakeRoutes: readonly Route[] = [
  ['/intake', intake],
  ['/:code/intake', intake],
  ...reviewRoutes,
  ...columnRoutes,
  ...adoptionRoutes,
]

/** 取込みの送信。 */
export const intakeActs: readonly Act[] = [
  ['/intake', upload, tooLarge],
  ['/:code/intake', upload, tooLarge],
  ...reviewActs,
  ...columnActs,
  ...adoptionActs,
]

const codeIn = ({ param }: Visit): string | undefined => (param('code') === '' ? undefined : param('code'))

async function intake(visit: Visit): Promise<Shown> {
  const code = codeIn(visit)
  const view = await intakeView(visit.app, visit.shelf, code)
  if (!view) return { missing: 'trouble.no-city', params: { code: code ?? '' } }
  const [only] = view.municipalities
  const city = code ?? (view.municipalities.length === 1 ? (only?.code ?? '') : '')
  return { html: intakePage(visit.frame, view, { city, newCode: '', newName: '', name: visit.name }) }
}

/** ファイルを受け取って見直しを始める。断るときは、選んだ市と名を残したまま、何がいけないかを言う。 */
async function upload(visit: Visit, form: Form): Promise<Acted> {
  const sent = sentIn(form)
  const refusal = (field: IntakeField, ...why: Parameters<typeof refused>) =>
    again(visit, { ...sent, refused: { field, problem: refused(...why).problem } })
  if (sent.name === '') return refusal('name', 'intake-name-needed')
  const asked = chosenCode(sent)
  if (asked === undefined) return refusal('city', 'intake-city-twice', { code: sent.newCode })
  if (asked === '') return refusal('city', 'intake-city-needed')
  const checked = municipalityCode(asked)
  if (!checked.ok) return again(visit, { ...sent, refused: { field: 'city', problem: checked.problem } })
  const code = checked.value
  // 市を選んで送るこの頁だけは、門が市を知らない。選ばれた市で、してよいかを見る。
  if (!permits(await visit.personIn(code), 'plan-import')) return refusal('city', 'city-not-yours', { code })
  const file = await form.file('file')
  if (!file) return refusal('file', 'intake-file-needed')
  const opened = await openReview(
    visit.app,
    code,
    { file: file.name, bytes: file.bytes },
    whoIs(visit, sent.name),
    sent.newName === '' ? {} : { name: sent.newName },
  )
  if (!opened.ok) {
    const field = opened.problem.kind === 'review-city-name-needed' ? 'city' : 'file'
    return again(visit, { ...sent, refused: { field, problem: opened.problem } })
  }
  return { see: visit.frame.to.review(code, opened.value.id), remember: { name: sent.name } }
}

const sentIn = (form: Form) => ({
  city: form.text('city'),
  newCode: form.text('new-code').trim(),
  newName: form.text('new-name').trim().slice(0, 60),
  name: form.text('name').trim().slice(0, 60),
})

/** 大きすぎるファイル。選んだ市と名は残す。 */
function tooLarge(visit: Visit, form: Form): Promise<Acted> {
  const { problem } = refused('upload-too-large', { limit: '50MB' })
  return again(visit, { ...sentIn(form), refused: { field: 'file', problem } }, 413)
}

/** 選び欄の市か、団体コードの欄に打った市。両方あって違えば、どちらか決められない（undefined）。 */
const chosenCode = ({ city, newCode }: IntakeGiven): string | undefined => {
  if (city === newCity || city === '') return newCode
  return newCode === '' || newCode === city ? city : undefined
}

const again = async (visit: Visit, given: IntakeGiven, status: 413 | 422 = 422): Promise<Acted> => {
  const code = codeIn(visit)
  const view = await intakeView(visit.app, visit.shelf, code)
  if (!view) return { missing: 'trouble.no-city', params: { code: code ?? '' } }
  return { html: intakePage(visit.frame, view, given), status }
}
