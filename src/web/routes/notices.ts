import type { Municipality } from '#domain/people/municipality.ts'
import type { MailSettingAsked } from '#operations/notices/mail-setting.ts'
import { changeMailSetting, mailSettingView, mailTroubles } from '#operations/notices/mail-setting.ts'
import { noticesView, seeNotices } from '#operations/notices/notices-view.ts'
import { sendTestMail } from '#operations/notices/send-now.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { type MailOutcome, type MailTyped, mailPage } from '../pages/notices/mail-page.tsx'
import { noticesPage } from '../pages/notices/notices-page.tsx'
import { settingsPage } from '../pages/notices/settings-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 通知・設定の入口・メールの設定の頁。 */
export const noticesRoutes: readonly Route[] = [
  ['/:code/notices', notices],
  ['/:code/settings', settings],
  ['/:code/settings/mail', mail],
]

export const noticesActs: readonly Act[] = [
  ['/:code/notices/seen', seen],
  ['/:code/settings/mail', changeMail],
  ['/:code/settings/mail/test', testMail],
]

const cityOf = async ({ shelf, param }: Visit): Promise<Municipality | undefined> => {
  const found = (await shelf.municipalities()).find(({ code }) => code === param('code'))
  return found && { code: found.code, name: found.name }
}

const noCity = ({ param }: Visit): Shown => ({ missing: 'trouble.no-city', params: { code: param('code') } })

async function notices(visit: Visit): Promise<Shown> {
  const city = await cityOf(visit)
  if (!city) return noCity(visit)
  const before = numberIn(visit.query('before'), 9)
  const view = await noticesView(visit.app, visit.person, city.code, { all: visit.query('of') === 'all', before })
  if (!view.ok) return { problem: view.problem }
  return { html: noticesPage(visit.frame, city, view.value, before !== undefined) }
}

async function seen(visit: Visit, form: Form): Promise<Acted> {
  const code = visit.param('code')
  await seeNotices(visit.app, visit.person, code, numberIn(form.text('upto'), 9) ?? 0)
  return { see: visit.frame.to.notices(code) }
}

async function settings(visit: Visit): Promise<Shown> {
  const city = await cityOf(visit)
  if (!city) return noCity(visit)
  return { html: settingsPage(visit.frame, city, await mailTroubles(visit.app, visit.person, city.code)) }
}

const mailShown = async (
  visit: Visit,
  outcome?: MailOutcome,
  typed?: MailTyped,
  status: 200 | 409 | 422 = 200,
): Promise<Shown> => {
  const city = await cityOf(visit)
  if (!city) return noCity(visit)
  const view = await mailSettingView(visit.app, visit.person, city.code)
  if (!view.ok) return { problem: view.problem }
  return { html: mailPage({ frame: visit.frame, city, view: view.value, outcome, typed }), status }
}

async function mail(visit: Visit): Promise<Shown> {
  return mailShown(visit, visit.query('saved') === undefined ? undefined : { kind: 'saved' })
}

/** 断られたら、入れたままの欄とわけを見せる。先に変えられていたら、いまの設定を見せる。 */
async function changeMail(visit: Visit, form: Form): Promise<Acted> {
  const code = visit.param('code')
  const asked = mailAsked(form)
  const changed = await changeMailSetting(visit.app, visit.person, code, asked)
  if (changed.ok) return { see: `${visit.frame.to.citySettings(code, 'mail')}?saved=1` }
  const { problem } = changed
  const outcome: MailOutcome = { kind: 'refused', problem }
  if (problem.code === 'notices.setting-moved') return mailShown(visit, outcome, undefined, 409)
  return mailShown(visit, outcome, asked, 422)
}

const mailAsked = (form: Form): MailSettingAsked => ({
  enabled: form.text('enabled') === 'yes',
  server: form.text('server'),
  host: form.text('host'),
  port: form.text('port'),
  security: form.text('security'),
  userName: form.text('user'),
  fromAddress: form.text('from'),
  password: form.text('password'),
  forgetPassword: form.text('forget') === 'yes',
  revision: numberIn(form.text('revision'), 9) ?? 0,
})

async function testMail(visit: Visit, form: Form): Promise<Acted> {
  const to = form.text('to').trim().slice(0, 254)
  const sent = await sendTestMail(visit.app, visit.person, visit.param('code'), to)
  if (sent.ok) return mailShown(visit, { kind: 'test-sent', to })
  return mailShown(visit, { kind: 'test-failed', to, problem: sent.problem }, undefined, 422)
}
