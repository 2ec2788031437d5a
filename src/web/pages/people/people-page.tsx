import { treeOn } from '#domain/people/organisation.ts'
import { roles } from '#domain/people/role.ts'
import type { Problem } from '#domain/problem.ts'
import { memberStandings, type PeopleFilter, type PeopleView, type PersonLine } from '#operations/people/people-view.ts'
import { Choice } from '../../components/choice.tsx'
import { Own } from '../../components/own-words.tsx'
import { PageSteps } from '../../components/page-steps.tsx'
import { Done, Field, Refusal, roleInWords } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { RoleWords } from '../../components/people/role-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

/** 足す欄に入れておくものと、断ったわけ。 */
export type PeopleGiven = {
  readonly name: string
  readonly mail: string
  readonly phone: string
  readonly problem?: Problem
  /** 断った欄が名簿のほうか。 */
  readonly roster?: boolean
  readonly done?: string | undefined
}

type Props = { frame: Frame; view: PeopleView; given: PeopleGiven }

export const peoplePage = (frame: Frame, view: PeopleView, given: PeopleGiven): string =>
  String(<PeoplePage frame={frame} view={view} given={given} />)

/** 利用者の一覧。探して開く。管理者は、足す、名簿を取り込む、招く。 */
const PeoplePage = ({ frame, view, given }: Props) => {
  const { t } = frame
  const { municipality, manages } = view
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="people"
      title={t('people.title')}
      crumbs={[{ words: t('people.title') }]}
    >
      <Done words={given.done} />
      {manages && view.total <= 1 && view.units.length === 0 && (
        <p class="lead">
          {t('people.first')} <a href={frame.to.organisation(municipality.code)}>{t('people.first-departments')}</a>
        </p>
      )}
      {manages && <Manage frame={frame} view={view} given={given} />}
      {view.total === 0 ? (
        <p class="empty">{t(manages ? 'people.none' : 'people.none-for-you')}</p>
      ) : (
        <>
          <Filter frame={frame} view={view} />
          <p class="summary">{t('people.count', { shown: view.shown, total: view.total })}</p>
          <PeopleTable frame={frame} view={view} />
          <PageSteps
            frame={frame}
            number={view.page.number}
            of={view.page.of}
            hrefOf={(page) => hrefTo(frame, view, { ...view.filter, page })}
          />
        </>
      )}
    </PeopleFrame>
  )
}

const hrefTo = ({ to }: Frame, { municipality }: PeopleView, filter: PeopleFilter): string =>
  to.people(municipality.code, undefined, filter)

const Filter = ({ frame, view }: Omit<Props, 'given'>) => {
  const { t } = frame
  const { filter } = view
  const asked = filter.q || filter.department || filter.role || filter.standing
  return (
    <form class="filter" method="get" action={frame.to.people(view.municipality.code)}>
      <label>
        <span>{t('people.q')}</span>
        <input type="search" name="q" value={filter.q ?? ''} maxlength={100} />
      </label>
      <Choice
        label={t('people.department')}
        name="department"
        chosen={filter.department}
        all={t('filter.all')}
        options={treeOn(view.units, view.today).map(({ unit, depth }) => [unit.id, '　'.repeat(depth) + unit.name])}
      />
      <Choice
        label={t('people.role')}
        name="role"
        chosen={filter.role}
        all={t('filter.all')}
        options={roles.map((role) => [role, roleInWords(frame, role)])}
      />
      <Choice
        label={t('people.standing')}
        name="standing"
        chosen={filter.standing}
        all={t('people.standing-all')}
        options={memberStandings.map((each) => [each, t(`people.standing-${each}`)])}
      />
      <button type="submit">{t('filter.apply')}</button>
      {asked && (
        <a class="clear" href={frame.to.people(view.municipality.code)}>
          {t('filter.clear')}
        </a>
      )}
    </form>
  )
}

const PeopleTable = ({ frame, view }: Omit<Props, 'given'>) => {
  const { t } = frame
  return (
    <Scroll label={t('people.title')}>
      <table class="plain people-table">
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.roles')}</th>
            <th scope="col">{t('people.phone')}</th>
            <th scope="col">{t('people.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <Row frame={frame} view={view} line={line} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Row = ({ frame, view, line }: Omit<Props, 'given'> & { line: PersonLine }) => {
  const { t, to } = frame
  const { member, roles: held, standing, absent } = line
  return (
    <tr>
      <th scope="row">
        <a href={to.people(view.municipality.code, member.id)}>
          <Own frame={frame}>{member.name}</Own>
        </a>
        {absent && <span class="tag doubt">{t('people.absent')}</span>}
      </th>
      <td>
        {held.length === 0 ? (
          <span class="none">{t(standing === 'left' ? 'people.no-roles' : 'people.no-roles-yet')}</span>
        ) : (
          <ul class="people-roles">
            {held.map((role) => (
              <li>
                <RoleWords frame={frame} role={role} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>{member.phone ?? <span class="none">―</span>}</td>
      <td class={`people-${standing}`}>{t(`people.standing-${standing}`)}</td>
    </tr>
  )
}

const Manage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { code } = view.municipality
  const refused = given.problem
  return (
    <div class="people-manage">
      <details open={refused !== undefined && !given.roster}>
        <summary>{t('people.add')}</summary>
        <form method="post" action={to.people(code)}>
          <Refusal frame={frame} problem={given.roster ? undefined : refused} />
          <Field id="add-name" name="name" label={t('people.name')} value={given.name} required maxlength={60} />
          <Field
            id="add-mail"
            name="mail"
            label={t('people.mail')}
            value={given.mail}
            hint={t('people.mail-hint')}
            maxlength={254}
          />
          <Field id="add-phone" name="phone" label={t('people.phone')} value={given.phone} maxlength={40} />
          <p class="buttons">
            <button type="submit" class="primary">
              {t('people.add-do')}
            </button>
          </p>
        </form>
      </details>
      <details open={(refused !== undefined && given.roster) || view.total <= 1}>
        <summary>{t('people.roster')}</summary>
        <form method="post" action={`${to.people(code)}/roster`} enctype="multipart/form-data">
          <p>
            <Spoken frame={frame} words={t('people.roster-lead')} />{' '}
            <a href={`${to.people(code)}/roster.csv`}>{t('people.roster-template')}</a>
          </p>
          <Refusal frame={frame} problem={given.roster ? refused : undefined} />
          <div class="field">
            <label for="roster">{t('people.roster-file')}</label>
            <p class="hint" id="roster-hint">
              {t('people.roster-hint')}
            </p>
            <input id="roster" name="file" type="file" accept=".csv,.tsv,.txt" aria-describedby="roster-hint" />
          </div>
          <p class="buttons">
            <button type="submit" class="primary">
              {t('people.roster-check')}
            </button>
          </p>
        </form>
      </details>
      {view.uninvited > 0 && (
        <form method="post" action={`${to.people(code)}/invite`}>
          <button type="submit">{t('people.invite-all', { count: view.uninvited })}</button>
        </form>
      )}
    </div>
  )
}
