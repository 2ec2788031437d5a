import type { Problem } from '#domain/problem.ts'
import type { OwnerFilter, OwnerLine, OwnersView } from '#operations/people/owners.ts'
import { Choice } from '../../components/choice.tsx'
import { Own } from '../../components/own-words.tsx'
import { PageSteps } from '../../components/page-steps.tsx'
import { Done, Field, Refusal, UnitOptions } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'

export type OwnersGiven = {
  readonly chosen: ReadonlySet<string> | null
  readonly department: string
  readonly member: string
  readonly from: string
  readonly add: boolean
  readonly problem?: Problem
  readonly done?: string | undefined
}

type Props = { frame: Frame; view: OwnersView; given: OwnersGiven }

export const ownersPage = (frame: Frame, view: OwnersView, given: OwnersGiven): string =>
  String(<OwnersPage frame={frame} view={view} given={given} />)

/** 指標と担当。選んでまとめて決める。担当のないものには、図書の字からの案を添え、初めから選んでおく。 */
const OwnersPage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { municipality, units } = view
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="owners"
      title={t('owners.title')}
      crumbs={[{ words: t('owners.title') }]}
    >
      <Done words={given.done} />
      <Refusal frame={frame} problem={given.problem} />
      {view.total === 0 ? (
        <p class="empty">{t('owners.none')}</p>
      ) : (
        <>
          <p class="lead">
            {t(view.ownerless === 0 ? 'owners.all-owned' : 'owners.summary', {
              total: view.total,
              ownerless: view.ownerless,
            })}
            {view.ownerless > 0 && view.filter.only !== 'none' && (
              <>
                {' '}
                <a href={to.owners(municipality.code, { only: 'none' })}>{t('owners.show-ownerless')}</a>
              </>
            )}
          </p>
          {units.length === 0 && (
            <p class="empty">
              {t('owners.no-units')} <a href={to.organisation(municipality.code)}>{t('owners.go-units')}</a>
            </p>
          )}
          <Filter frame={frame} view={view} />
          {view.lines.length === 0 ? (
            <p class="empty">{t('owners.no-match')}</p>
          ) : view.changesOwners && units.length > 0 ? (
            <form method="post" action={to.owners(municipality.code, asked(view.filter))}>
              <Table frame={frame} view={view} given={given} choosing={true} />
              <SetOwners frame={frame} view={view} given={given} />
            </form>
          ) : (
            <Table frame={frame} view={view} given={given} choosing={false} />
          )}
          <PageSteps
            frame={frame}
            number={view.page.number}
            of={view.page.of}
            hrefOf={(page) => to.owners(municipality.code, asked({ ...view.filter, page }))}
          />
        </>
      )}
    </PeopleFrame>
  )
}

const asked = ({ only, department, member, plan, q, page }: OwnerFilter) => ({
  only,
  department,
  member,
  plan,
  q,
  page,
})

const Filter = ({ frame, view }: Omit<Props, 'given'>) => {
  const { t, to } = frame
  const { filter } = view
  return (
    <form class="filter" method="get" action={to.owners(view.municipality.code)}>
      <label>
        <span>{t('owners.indicator')}</span>
        <input type="search" name="q" value={filter.q ?? ''} maxlength={100} />
      </label>
      <Choice
        label={t('owners.only')}
        name="only"
        chosen={filter.only}
        all={t('filter.all')}
        options={[['none', `${t('owners.only-none')} ${view.ownerless}`]]}
      />
      {view.units.length > 0 && (
        <Choice
          label={t('people.department')}
          name="department"
          chosen={filter.department}
          all={t('filter.all')}
          options={view.units.map(({ unit, depth }) => [unit.id, '　'.repeat(depth) + unit.name])}
        />
      )}
      {view.plans.length > 1 && (
        <Choice
          label={t('owners.plan')}
          name="plan"
          chosen={filter.plan}
          all={t('filter.all')}
          options={view.plans.map(({ id, title }) => [id, title])}
        />
      )}
      {filter.member && <input type="hidden" name="member" value={filter.member} />}
      <button type="submit">{t('filter.apply')}</button>
      {(filter.q || filter.only || filter.department || filter.plan || filter.member) && (
        <a class="clear" href={to.owners(view.municipality.code)}>
          {t('filter.clear')}
        </a>
      )}
      <span class="summary">{t('owners.shown', { count: view.shown })}</span>
    </form>
  )
}

const Table = ({ frame, view, given, choosing }: Props & { choosing: boolean }) => {
  const { t } = frame
  return (
    <Scroll label={t('owners.title')}>
      <table class="plain people-owners">
        <thead>
          <tr>
            {choosing && <td class="people-tick" />}
            <th scope="col">{t('owners.indicator')}</th>
            <th scope="col">{t('owners.written')}</th>
            <th scope="col">{t('owners.now')}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <Row frame={frame} view={view} given={given} line={line} choosing={choosing} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Row = ({ frame, view, given, line, choosing }: Props & { choosing: boolean; line: OwnerLine }) => {
  const { t, to } = frame
  const { indicatorId, name, owners, proposal, edition } = line
  const sure = owners.length === 0 && proposal?.sure === true
  return (
    <tr>
      {choosing && (
        <td class="people-tick">
          <input
            type="checkbox"
            name="indicator"
            value={indicatorId}
            checked={given.chosen === null ? sure : given.chosen.has(indicatorId)}
            aria-label={t('owners.choose', { name })}
          />
        </td>
      )}
      <th scope="row">
        <a href={to.indicator(view.municipality.code, edition.id, indicatorId)}>
          <Own frame={frame}>{name}</Own>
        </a>
        {view.plans.length > 1 && (
          <small>
            {' '}
            <Own frame={frame}>{edition.title}</Own>
          </small>
        )}
      </th>
      <td>{proposal?.written ? <Own frame={frame}>{proposal.written}</Own> : <span class="none">―</span>}</td>
      <td>
        {owners.length === 0 ? (
          <>
            <span class="people-missing">{t('owners.nobody')}</span> <Proposal frame={frame} view={view} line={line} />
          </>
        ) : (
          <ul class="people-roles">
            {owners.map(({ departmentId, memberId }) => (
              <li>
                <Own frame={frame}>
                  {view.units.find(({ unit }) => unit.id === departmentId)?.unit.name ?? ''}{' '}
                  {view.members.find(({ id }) => id === memberId)?.name ?? ''}
                </Own>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

const Proposal = ({ frame, view, line: { proposal } }: Omit<Props, 'given'> & { line: OwnerLine }) => {
  const unit = view.units.find((each) => each.unit.id === proposal?.departmentId)?.unit
  if (!proposal || !unit) return null
  return (
    <small>
      <Own frame={frame}>{frame.t(proposal.sure ? 'owners.proposed' : 'owners.maybe', { name: unit.name })}</Own>
    </small>
  )
}

const SetOwners = ({ frame, view, given }: Props) => {
  const { t } = frame
  const proposals = view.lines.some(({ owners, proposal }) => owners.length === 0 && proposal?.departmentId)
  return (
    <section aria-labelledby="set" class="people-set">
      <h2 id="set">{t('owners.set')}</h2>
      {proposals && (
        <p class="buttons">
          <button type="submit" name="do" value="take" class="primary">
            {t('owners.take')}
          </button>
        </p>
      )}
      <div class="people-two">
        <div class="field">
          <label for="department">{t('people.department')}</label>
          <select id="department" name="department">
            <option value="">―</option>
            <UnitOptions frame={frame} units={view.units} chosen={given.department} />
          </select>
        </div>
        <div class="field">
          <label for="member">{t('owners.member')}</label>
          <select id="member" name="member">
            <option value="">{t('transfer.nobody')}</option>
            {view.members.map(({ id, name }) => (
              <option value={id} selected={id === given.member} lang={frame.lang === 'ja' ? undefined : 'ja'}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Field id="from" name="from" type="date" label={t('owners.from')} value={given.from} required />
      </div>
      <p>
        <label>
          <input type="checkbox" name="add" value="yes" checked={given.add} />
          {t('owners.add')}
        </label>
      </p>
      <p class="buttons">
        <button type="submit" name="do" value="set">
          {t('owners.set-do')}
        </button>
      </p>
    </section>
  )
}
