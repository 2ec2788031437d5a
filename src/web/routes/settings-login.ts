import {
  checkProvider,
  type LoginSettingView,
  loginSettingView,
  removeLoginSetting,
  saveLoginSetting,
} from '#operations/accounts/login-setting.ts'
import type { Form } from '../form.ts'
import { type LoginSettingGiven, loginSettingPage } from '../pages/account/login-setting-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 市のログインの設定。 */
export const loginSettingRoutes: readonly Route[] = [['/:code/settings/login', setting]]

export const loginSettingActs: readonly Act[] = [
  ['/:code/settings/login', save],
  ['/:code/settings/login/remove', remove],
]

const nothing: LoginSettingView = { issuer: '', clientId: '', label: '', passwordAllowed: true }

async function setting(visit: Visit): Promise<Shown> {
  const { app, person, param, query } = visit
  const view = await loginSettingView(app, person, param('code'))
  if (!view.ok) return view
  const given = { setting: view.value ?? nothing, kept: view.value !== null }
  if (query('said') === 'removed') return page(visit, { ...given, said: 'account.settings-removed' })
  if (query('said') !== 'saved') return page(visit, given)
  const checked = await checkProvider(app, person, param('code'))
  if (checked.ok) return page(visit, { ...given, said: 'account.settings-saved' })
  return page(visit, { ...given, said: 'account.settings-saved-but', doubt: checked.problem })
}

const page = async (
  { shelf, frame, caller, param }: Visit,
  given: Omit<LoginSettingGiven, 'redirect'>,
): Promise<Shown> => {
  const code = param('code')
  const city = (await shelf.municipalities()).find((each) => each.code === code)
  if (!city) return { missing: 'trouble.no-city', params: { code } }
  const html = loginSettingPage(frame, city, { ...given, redirect: `${caller.origin}/${code}/oidc/callback` })
  return given.refused ? { html, status: 422 } : { html }
}

async function save(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const text = (name: string) => form.text(name).slice(0, 500)
  const typed = {
    issuer: text('issuer'),
    clientId: text('clientId'),
    label: text('label'),
    passwordAllowed: form.text('passwordAllowed') === 'yes',
  }
  const saved = await saveLoginSetting(app, person, param('code'), { ...typed, clientSecret: text('clientSecret') })
  if (saved.ok) return { see: `${frame.to.citySettings(param('code'), 'login')}?said=saved` }
  const view = await loginSettingView(app, person, param('code'))
  if (!view.ok) return view
  return page(visit, { setting: typed, kept: view.value !== null, refused: saved.problem })
}

async function remove({ app, person, frame, param }: Visit): Promise<Acted> {
  const removed = await removeLoginSetting(app, person, param('code'))
  return removed.ok ? { see: `${frame.to.citySettings(param('code'), 'login')}?said=removed` } : removed
}
