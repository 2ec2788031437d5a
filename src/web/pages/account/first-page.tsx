import type { Problem } from '#domain/problem.ts'
import { Buttons, Field, NewPassword, Refusal } from '../../components/account/fields.tsx'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import type { Frame } from '../../frame.ts'

export type FirstCity = { readonly code: string; readonly name: string; readonly demonstration: boolean }

export type FirstGiven = {
  readonly token: string
  readonly cities: readonly FirstCity[]
  readonly name: string
  readonly mail: string
  /** 選んだ市（空なら新しい市）。 */
  readonly chosen: string
  readonly newCode: string
  readonly newName: string
  readonly planner: boolean
  readonly refused?: Problem | undefined
}

/** 初めの管理者を作る頁。 */
export const firstPage = (frame: Frame, given: FirstGiven): string => String(<First frame={frame} given={given} />)

const First = ({ frame, given }: { frame: Frame; given: FirstGiven }) => {
  const { t, to } = frame
  return (
    <Layout frame={frame} title={t('account.first-title')}>
      <h1>{t('account.first-title')}</h1>
      <p class="lead">{t('account.first-lead')}</p>
      <form method="post" action={to.first(given.token)}>
        <Refusal frame={frame} problem={given.refused} />
        <fieldset>
          <legend>{t('account.first-city')}</legend>
          <City frame={frame} given={given} />
        </fieldset>
        <fieldset>
          <legend>{t('account.first-who')}</legend>
          <Field frame={frame} name="name" label="account.name" value={given.name} autocomplete="name" maxlength={60} />
          <Field
            frame={frame}
            name="mail"
            label="account.mail"
            hint="account.mail-hint"
            type="email"
            value={given.mail}
            autocomplete="username"
            maxlength={255}
          />
          <NewPassword frame={frame} />
          <p>
            <label>
              <input type="checkbox" name="planner" value="yes" checked={given.planner} />
              {t('account.also-planner')}
            </label>
          </p>
        </fieldset>
        <Buttons frame={frame} words="account.first-do" />
      </form>
    </Layout>
  )
}

const City = ({ frame, given: { cities, chosen, newCode, newName } }: { frame: Frame; given: FirstGiven }) => {
  const { t } = frame
  return (
    <>
      {cities.length > 0 && (
        <div class="field">
          <label for="chosen">{t('account.choose-city')}</label>
          {cities.some(({ demonstration }) => demonstration) && (
            <p class="hint" id="chosen-hint">
              {t('account.sample-hint')}
            </p>
          )}
          <select id="chosen" name="chosen">
            <option value="" selected={chosen === ''}>
              {t('account.new-city')}
            </option>
            {cities.map(({ code, name, demonstration }) => (
              <option value={code} selected={chosen === code}>
                <Own frame={frame}>{demonstration ? t('account.sample-city', { name }) : name}</Own>
              </option>
            ))}
          </select>
        </div>
      )}
      <Field
        frame={frame}
        name="newCode"
        label="account.city-code"
        value={newCode}
        inputmode="numeric"
        required={false}
        maxlength={12}
        autocomplete="off"
      />
      <Field
        frame={frame}
        name="newName"
        label="account.city-name"
        value={newName}
        required={false}
        maxlength={60}
        autocomplete="off"
      />
    </>
  )
}
