import { say } from '#domain/language/say.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { departmentRoles, type Role } from '#domain/people/role.ts'
import type { Problem } from '#domain/problem.ts'
import type { DemonstrationChoices } from '#operations/accounts/demonstration.ts'
import { Refusal } from '../../components/account/fields.tsx'
import { Layout } from '../../components/layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

type Given = { readonly choices: DemonstrationChoices; readonly refused?: Problem | undefined }
type Props = { frame: Frame; municipality: Municipality; given: Given }

/** 見本で役を選ぶ頁。 */
export const demonstrationPage = (frame: Frame, municipality: Municipality, given: Given): string =>
  String(<Demonstration frame={frame} municipality={municipality} given={given} />)

const Demonstration = ({ frame, municipality, given: { choices, refused } }: Props) => {
  const { t, to, person } = frame
  const { code, name } = municipality
  const action = to.demonstration(code)
  return (
    <Layout
      frame={frame}
      title={t('account.try-title')}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: t('account.try-title') })}
    >
      <h1>{t('account.try-title')}</h1>
      <p class="lead">
        <Spoken frame={frame} words={t('account.try-lead', { name })} />
      </p>
      <Refusal frame={frame} problem={refused} />
      {person.kind === 'demonstration' && (
        <form method="post" action={`${action}/end`} class="account-said">
          <p>
            <Spoken frame={frame} words={t('account.try-now', { name: person.name })} />
          </p>
          <button type="submit">{t('account.try-end')}</button>
        </form>
      )}
      <p>{t('account.try-order')}</p>
      <DepartmentRoles frame={frame} action={action} choices={choices} />
      <section aria-labelledby="city-roles">
        <h2 id="city-roles">{t('account.try-city')}</h2>
        <form method="post" action={action}>
          <Roles frame={frame} roles={choices.roles.filter((role) => !departmentRoles.includes(role))} />
        </form>
      </section>
    </Layout>
  )
}

/** 役のボタンと、その役でできること。 */
const Roles = ({ frame, roles }: { frame: Frame; roles: readonly Role[] }) => (
  <ul class="account-roles">
    {roles.map((role) => (
      <li>
        <button type="submit" name="role" value={role} aria-describedby={`about-${role}`}>
          {roleName(frame, role)}
        </button>
        <span id={`about-${role}`}>{frame.t(`account.try-about-${role}`)}</span>
      </li>
    ))}
  </ul>
)

const roleName = ({ lang }: Frame, role: Role): string => say({ code: `role-${role}`, params: {} }, lang)

const DepartmentRoles = ({
  frame,
  action,
  choices: { departments },
}: {
  frame: Frame
  action: string
  choices: DemonstrationChoices
}) => {
  const { t } = frame
  return (
    <section aria-labelledby="department-roles">
      <h2 id="department-roles">{t('account.try-department')}</h2>
      <form method="post" action={action}>
        {departments.length > 0 && (
          <div class="field">
            <label for="department">{t('account.try-choose')}</label>
            <select id="department" name="department" lang={frame.lang === 'ja' ? undefined : 'ja'}>
              {departments.map(({ id, name }) => (
                <option value={id}>{name}</option>
              ))}
            </select>
          </div>
        )}
        <Roles frame={frame} roles={departmentRoles} />
      </form>
    </section>
  )
}
