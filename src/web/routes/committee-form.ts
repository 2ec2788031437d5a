import type { ReferralGiven } from '#domain/committee/read-referral.ts'
import { editReferralForm, newReferralForm } from '#operations/committee/referrals-view.ts'
import { saveReferral } from '#operations/committee/save-referral.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { referralFormPage } from '../pages/committee/form-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 付議を作る・直す頁。 */
export const committeeFormRoutes: readonly Route[] = [
  ['/:code/referrals/new', fresh],
  ['/:code/referrals/:id/edit', edit],
]

export const committeeFormActs: readonly Act[] = [
  ['/:code/referrals/new', save],
  ['/:code/referrals/:id/edit', save],
]

async function fresh({ app, person, param, query, frame }: Visit): Promise<Shown> {
  const form = await newReferralForm(app, person, param('code'), query('edition'))
  if (!form.ok) return { problem: form.problem }
  return { html: referralFormPage({ frame, form: form.value, given: form.value.given, troubles: [] }) }
}

async function edit({ app, person, param, frame }: Visit): Promise<Shown> {
  const form = await editReferralForm(app, person, param('code'), param('id'))
  if (!form.ok) return { problem: form.problem }
  return { html: referralFormPage({ frame, form: form.value, given: form.value.given, troubles: [] }) }
}

/** 作る・直す。直すところがあれば打ったまま見せ、ほかの人が先に変えていれば両方を見せる。 */
async function save(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const given = givenIn(sent)
  const target = id === '' ? { editionId: sent.text('edition') } : { referralId: id }
  const saved = await saveReferral(app, person, code, target, given, numberIn(sent.text('revision'), 9) ?? 0)
  if (!saved.ok) return { problem: saved.problem }
  if ('saved' in saved.value) return { see: frame.to.referral(code, saved.value.saved.id, undefined, { did: 'save' }) }
  const form = await (id === ''
    ? newReferralForm(app, person, code, sent.text('edition'))
    : editReferralForm(app, person, code, id))
  if (!form.ok) return { problem: form.problem }
  const troubles = 'troubles' in saved.value ? saved.value.troubles : []
  const meanwhile = 'meanwhile' in saved.value ? saved.value.meanwhile : undefined
  const html = referralFormPage({ frame, form: form.value, given, troubles, meanwhile })
  return { html, status: meanwhile ? 409 : 422 }
}

const givenIn = (sent: Form): ReferralGiven => ({
  title: sent.text('title'),
  body: sent.text('body'),
  year: sent.text('year'),
  meetingOn: sent.text('meetingOn'),
  closesOn: sent.text('closesOn'),
  guidance: sent.text('guidance'),
  chooses: sent.text('whom') === 'chosen',
  subjects: sent.all('subject').flatMap((keys) => keys.split(' ')),
})
