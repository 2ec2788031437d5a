import {
  changePassword,
  confirmTwoFactor,
  endOtherSessions,
  ownAccount,
  renewBackupCodes,
  startTwoFactor,
  stopTwoFactor,
} from '#operations/accounts/own-account.ts'
import type { SignedIn } from '#operations/accounts/who.ts'
import type { Form } from '../form.ts'
import type { WebCode } from '../frame.ts'
import { type AccountGiven, accountPage } from '../pages/account/account-page.tsx'
import { type TwoFactorGiven, twoFactorPage } from '../pages/account/two-factor-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { entering } from './account-entering.ts'

/** 自分の口座の頁。 */
export const ownRoutes: readonly Route[] = [
  ['/account', own((visit, signedIn) => shown(visit, signedIn, { said: sayings[visit.query('said') ?? ''] }))],
  ['/account/two-factor', own(async (visit, { twoFactor }) => page(visit, { on: twoFactor }))],
]

export const ownActs: readonly Act[] = [
  ['/account/password', own(password)],
  ['/account/two-factor', own(start)],
  ['/account/two-factor/confirm', own(confirm)],
  ['/account/two-factor/off', own(off)],
  ['/account/backup-codes', own(renew)],
  ['/account/sessions', own(endOthers)],
]

const sayings: Readonly<Record<string, WebCode>> = {
  password: 'account.password-changed',
  on: 'account.two-factor-now-on',
  off: 'account.two-factor-now-off',
  others: 'account.others-ended',
}

const noForm: Form = {
  text: () => '',
  all: () => [],
  file: async () => undefined,
  files: async () => [],
  entries: () => [],
}

type OwnMaker = (visit: Visit, signedIn: SignedIn, form: Form) => Promise<Acted>

/** ログインした人だけの頁。パスワードの入った送信を見せ直さないように、門でなくここで、ログインの頁へ送る。 */
function own(make: OwnMaker) {
  return async (visit: Visit, form: Form = noForm): Promise<Acted> =>
    visit.signedIn ? make(visit, visit.signedIn, form) : { see: visit.frame.to.login(visit.frame.to.account()) }
}

const shown = async (visit: Visit, signedIn: SignedIn, given: AccountGiven): Promise<Shown> => {
  const html = accountPage(visit.frame, await ownAccount(visit.app, signedIn), given)
  return given.refused ? { html, status: 422 } : { html }
}

const secretIn = (form: Form, name: string): string => form.text(name).slice(0, 512)

async function password(visit: Visit, signedIn: SignedIn, form: Form): Promise<Acted> {
  const [current, next] = [secretIn(form, 'currentPassword'), secretIn(form, 'newPassword')]
  const changed = await changePassword(visit.app, visit.caller, signedIn, current, next)
  if (!changed.ok) return shown(visit, signedIn, { refused: changed.problem })
  return entering(visit, `${visit.frame.to.account()}?said=password`, changed.value)
}

const page = async ({ frame }: Visit, given: TwoFactorGiven): Promise<Shown> => {
  const html = twoFactorPage(frame, given)
  return given.refused ? { html, status: 422 } : { html }
}

async function start(visit: Visit, signedIn: SignedIn, form: Form): Promise<Acted> {
  const { twoFactor: on } = signedIn
  const started = await startTwoFactor(visit.app, visit.caller, signedIn, secretIn(form, 'currentPassword'))
  if (!started.ok) return page(visit, { on, refused: { at: 'on', problem: started.problem } })
  return page(visit, { on, start: started.value })
}

async function confirm(visit: Visit, signedIn: SignedIn, form: Form): Promise<Acted> {
  const confirmed = await confirmTwoFactor(visit.app, visit.caller, signedIn, form.text('code').slice(0, 20))
  if (confirmed.ok) return entering(visit, `${visit.frame.to.account()}?said=on`, confirmed.value)
  const codes = form.text('codesSecret').slice(0, 1000).split(' ')
  const start = { uri: form.text('uriSecret').slice(0, 1000), codes }
  return page(visit, { on: signedIn.twoFactor, start, refused: { at: 'confirm', problem: confirmed.problem } })
}

async function renew(visit: Visit, signedIn: SignedIn, form: Form): Promise<Acted> {
  const { twoFactor: on } = signedIn
  const renewed = await renewBackupCodes(visit.app, visit.caller, signedIn, secretIn(form, 'renewPassword'))
  if (!renewed.ok) return page(visit, { on, refused: { at: 'renew', problem: renewed.problem } })
  return page(visit, { on, codes: renewed.value })
}

async function off(visit: Visit, signedIn: SignedIn, form: Form): Promise<Acted> {
  const { twoFactor: on } = signedIn
  const stopped = await stopTwoFactor(visit.app, visit.caller, signedIn, secretIn(form, 'stopPassword'))
  if (!stopped.ok) return page(visit, { on, refused: { at: 'off', problem: stopped.problem } })
  return entering(visit, `${visit.frame.to.account()}?said=off`, stopped.value)
}

async function endOthers(visit: Visit, signedIn: SignedIn): Promise<Acted> {
  await endOtherSessions(visit.app, signedIn)
  return { see: `${visit.frame.to.account()}?said=others` }
}
