import { invitationDays } from '#domain/people/invitation.ts'
import { isValidOn, treeOn } from '#domain/people/organisation.ts'
import type { Problem } from '#domain/problem.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import { nextApril } from '#domain/year/day.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { PersonView } from '#operations/people/people-view.ts'
import { Own } from '../../components/own-words.tsx'
import { Done, Field, Refusal, RoleOptions, UnitOptions } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { RoleWords } from '../../components/people/role-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'

/** 断った欄のまとまり。 */
export type PersonPart =
  | 'details'
  | 'role'
  | 'end-role'
  | 'absence'
  | 'leave'
  | 'bring-back'
  | 'invite'
  | 'revoke'
  | 'reset'

export type PersonGiven = {
  readonly part?: PersonPart
  readonly problem?: Problem
  /** 打たれたままの欄。 */
  readonly typed?: Readonly<Record<string, string>>
  readonly done?: string | undefined
  /** いま作った招き（か、合言葉の作り直し）の番地。一度だけ見せる。 */
  readonly link?: { readonly href: string; readonly words: string; readonly mail: string | null }
}

type Props = { frame: Frame; view: PersonView; given: PersonGiven }

export const personPage = (frame: Frame, view: PersonView, given: PersonGiven): string =>
  String(<PersonPage frame={frame} view={view} given={given} />)

/** 利用者一人。役、招き、不在、名と宛先、去る。 */
const PersonPage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { municipality, line, manages } = view
  const { member } = line
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="people"
      title={member.name}
      crumbs={[
        { words: t('people.title'), href: to.people(municipality.code) },
        { words: member.name, own: true },
      ]}
    >
      <Done words={given.done} />
      {given.link && <LinkOnce frame={frame} link={given.link} />}
      <dl class="people-facts">
        <dt>{t('people.mail')}</dt>
        <dd>{member.mail ?? t('people.no-mail')}</dd>
        <dt>{t('people.phone')}</dt>
        <dd>{member.phone ?? '―'}</dd>
        <dt>{t('people.standing')}</dt>
        <dd>{t(`people.standing-${line.standing}`)}</dd>
        {member.absence && (
          <>
            <dt>{t('people.absence')}</dt>
            <dd>{t('people.days', { from: member.absence.from, to: member.absence.to ?? t('people.days-open') })}</dd>
          </>
        )}
        <dt>{t('people.owned')}</dt>
        <dd>
          {view.owned.length === 0 ? (
            t('people.owned-none')
          ) : (
            <a href={to.owners(municipality.code, { member: member.id })}>
              {t('people.owned-count', { count: view.owned.length })}
            </a>
          )}
        </dd>
      </dl>
      <Roles frame={frame} view={view} given={given} />
      {manages && <Manage frame={frame} view={view} given={given} />}
    </PeopleFrame>
  )
}

const LinkOnce = ({ frame, link }: { frame: Frame; link: NonNullable<PersonGiven['link']> }) => (
  <section class="people-link" aria-labelledby="link-once">
    <h2 id="link-once">{link.words}</h2>
    <p>{frame.t('people.link-once')}</p>
    <input readonly value={link.href} aria-label={link.words} />
    {link.mail && <p>{link.mail}</p>}
  </section>
)

const daysInWords = ({ t, lang }: Frame, { from, to }: { from: string; to: string | null }): string =>
  t('people.days', {
    from: dayInWords(from, lang, true),
    to: to === null ? t('people.days-open') : dayInWords(to, lang, true),
  })

const Roles = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { line, manages, municipality, today } = view
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t('people.roles')}</h2>
      <Refusal frame={frame} problem={given.part === 'end-role' ? given.problem : undefined} />
      {line.roles.length === 0 && <p class="empty small">{t('people.no-roles-yet')}</p>}
      {line.roles.length > 0 && (
        <Scroll labelledby="roles">
          <table class="plain people-table">
            <tbody>
              {line.roles.map((role) => (
                <tr>
                  <th scope="row">
                    <RoleWords frame={frame} role={role} />
                  </th>
                  <td>{daysInWords(frame, role)}</td>
                  {manages && (
                    <td>
                      <form
                        method="post"
                        action={to.personAct(municipality.code, line.member.id, 'end-role')}
                        class="people-inline"
                      >
                        <input type="hidden" name="membership" value={role.id} />
                        <label>
                          <span>{t('people.end-day')}</span>
                          <input type="date" name="to" value={role.to ?? today} required />
                        </label>
                        <button type="submit" class="small">
                          {t('people.end-role')}
                        </button>
                      </form>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {view.past.length > 0 && (
        <details>
          <summary>{t('people.past', { count: view.past.length })}</summary>
          <ul>
            {view.past.map((role) => (
              <li>
                <RoleWords frame={frame} role={{ ...role, to: null }} /> <small>{daysInWords(frame, role)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const Manage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { member } = view.line
  const act = (name: PersonPart) => to.personAct(view.municipality.code, member.id, name)
  const refusedIn = (part: PersonPart) => (given.part === part ? given.problem : undefined)
  const typed = (part: PersonPart, name: string, otherwise: string): string =>
    given.part === part ? (given.typed?.[name] ?? otherwise) : otherwise
  if (member.status === 'left')
    return (
      <form method="post" action={act('bring-back')}>
        <Refusal frame={frame} problem={refusedIn('bring-back')} />
        <p>{t('people.left-lead')}</p>
        <p class="buttons">
          <button type="submit">{t('people.bring-back')}</button>
        </p>
      </form>
    )
  const units = treeOn(view.units, view.today)
  const upcoming = view.units.filter((unit) => unit.validFrom > view.today && isValidOn(unit, unit.validFrom))
  return (
    <div class="people-manage">
      <details open={given.part === 'role' || view.line.roles.length === 0}>
        <summary>{t('people.give-role')}</summary>
        <form method="post" action={act('role')}>
          <Refusal frame={frame} problem={refusedIn('role')} />
          <div class="field">
            <label for="role">{t('people.role')}</label>
            <select id="role" name="role">
              <RoleOptions frame={frame} chosen={typed('role', 'role', 'editor')} />
            </select>
          </div>
          <div class="field">
            <label for="department">{t('people.department')}</label>
            <p class="hint" id="department-hint">
              {t('people.department-hint')}
            </p>
            <select id="department" name="department" aria-describedby="department-hint">
              <option value="">―</option>
              <UnitOptions
                frame={frame}
                units={[...units, ...upcoming.map((unit) => ({ unit, depth: 0, path: unit.name }))]}
                chosen={typed('role', 'department', '')}
              />
            </select>
          </div>
          <div class="people-two">
            <Field
              id="from"
              name="from"
              type="date"
              label={t('people.from')}
              value={typed('role', 'from', view.today)}
              required
            />
            <Field id="to" name="to" type="date" label={t('people.to')} value={typed('role', 'to', '')} />
          </div>
          <p>
            <label>
              <input type="checkbox" name="acting" value="yes" checked={typed('role', 'acting', '') === 'yes'} />
              {t('people.acting-choice')}
            </label>
          </p>
          <p class="buttons">
            <button type="submit" class="primary">
              {t('people.give-role-do')}
            </button>
          </p>
        </form>
      </details>
      {member.accountId === null && <Invitation frame={frame} view={view} given={given} />}
      {member.accountId !== null && (
        <details open={given.part === 'reset'}>
          <summary>{t('people.reset')}</summary>
          <form method="post" action={act('reset')}>
            <Refusal frame={frame} problem={refusedIn('reset')} />
            <p>{t('people.reset-lead')}</p>
            <p class="buttons">
              <button type="submit">{t('people.reset-do')}</button>
            </p>
          </form>
        </details>
      )}
      <details open={given.part === 'absence'}>
        <summary>{t('people.absence')}</summary>
        <form method="post" action={act('absence')}>
          <Refusal frame={frame} problem={refusedIn('absence')} />
          <p>{t('people.absence-lead')}</p>
          <div class="people-two">
            <Field
              id="absent-from"
              name="from"
              type="date"
              label={t('people.absent-from')}
              value={typed('absence', 'from', member.absence?.from ?? '')}
            />
            <Field
              id="absent-to"
              name="to"
              type="date"
              label={t('people.absent-to')}
              value={typed('absence', 'to', member.absence?.to ?? '')}
            />
          </div>
          <p class="buttons">
            <button type="submit">{t('people.absence-do')}</button>
          </p>
        </form>
      </details>
      <details open={given.part === 'details'}>
        <summary>{t('people.details')}</summary>
        <form method="post" action={act('details')}>
          <Refusal frame={frame} problem={refusedIn('details')} />
          <input type="hidden" name="seen-name" value={member.name} />
          <input type="hidden" name="seen-mail" value={member.mail ?? ''} />
          <input type="hidden" name="seen-phone" value={member.phone ?? ''} />
          <Field
            id="name"
            name="name"
            label={t('people.name')}
            value={typed('details', 'name', member.name)}
            required
            maxlength={60}
          />
          <Field
            id="mail"
            name="mail"
            label={t('people.mail')}
            value={typed('details', 'mail', member.mail ?? '')}
            maxlength={254}
          />
          <Field
            id="phone"
            name="phone"
            label={t('people.phone')}
            value={typed('details', 'phone', member.phone ?? '')}
            maxlength={40}
          />
          <p class="buttons">
            <button type="submit" class="primary">
              {t('people.details-do')}
            </button>
          </p>
        </form>
      </details>
      <details open={given.part === 'leave'}>
        <summary>{t('people.leave')}</summary>
        <form method="post" action={act('leave')}>
          <Refusal frame={frame} problem={refusedIn('leave')} />
          <p>
            {t('people.leave-lead')} <a href={to.transfer(view.municipality.code)}>{t('people.leave-transfer')}</a>
          </p>
          <Field
            id="leave-day"
            name="day"
            type="date"
            label={t('people.leave-day')}
            value={typed('leave', 'day', lastOfYear(view.today))}
            required
          />
          <p class="buttons">
            <button type="submit" class="danger">
              {t('people.leave-do')}
            </button>
          </p>
        </form>
      </details>
    </div>
  )
}

/** 年度の終わり。 */
const lastOfYear = (today: string): string => `${nextApril(today).slice(0, 4)}-03-31`

const Invitation = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { invitation, line, municipality } = view
  const { member } = line
  return (
    <section aria-labelledby="invitation">
      <h2 id="invitation">{t('people.invitation')}</h2>
      <Refusal frame={frame} problem={given.part === 'invite' || given.part === 'revoke' ? given.problem : undefined} />
      <p>
        {invitation ? (
          <>
            {t('people.invited', { at: momentInWords(invitation.madeAt), until: momentInWords(invitation.expiresAt) })}{' '}
            <Own frame={frame}>{invitation.madeBy}</Own>
          </>
        ) : (
          t('people.invite-lead', { days: invitationDays })
        )}
      </p>
      <div class="buttons">
        <form method="post" action={to.personAct(municipality.code, member.id, 'invite')}>
          <button type="submit" class={invitation ? undefined : 'primary'}>
            {t(invitation ? 'people.invite-again' : 'people.invite-do')}
          </button>
        </form>
        {invitation && (
          <form method="post" action={to.personAct(municipality.code, member.id, 'revoke')}>
            <button type="submit" class="danger">
              {t('people.revoke')}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}
