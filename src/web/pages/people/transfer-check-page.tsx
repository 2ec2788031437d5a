import type { Problem } from '#domain/problem.ts'
import type { TransferChecked, TransferView } from '#operations/people/transfer.ts'
import { Own } from '../../components/own-words.tsx'
import { Refusal, roleInWords } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'

type Checked = Extract<TransferChecked, { seen: string }>

type Props = {
  frame: Frame
  view: TransferView
  checked: Checked
  typed: readonly (readonly [name: string, value: string])[]
  /** 選び直したもの（引き継ぐ人、代理、その終わりの日）。 */
  chosen: ReadonlyMap<string, string>
  problem?: Problem
}

export const transferCheckPage = (props: Props): string => String(<TransferCheckPage {...props} />)

/** 人事異動を行う前に確かめる頁。だれがどこへ、何をだれに、どの役が空くか。 */
const TransferCheckPage = ({ frame, view, checked, typed, chosen, problem }: Props) => {
  const { t, to } = frame
  const { municipality } = view
  const { plan } = checked
  const nameOf = (id: string | null) => checked.members.find((member) => member.id === id)?.name ?? ''
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="transfer"
      title={t('transfer.check-title')}
      crumbs={[
        { words: t('transfer.title'), href: to.transfer(municipality.code) },
        { words: t('transfer.check-title') },
      ]}
    >
      <Refusal frame={frame} problem={problem} />
      <p class="lead">{t('transfer.check-lead', { day: plan.day })}</p>
      <form method="post" action={to.transfer(municipality.code)}>
        {typed.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seen" value={checked.seen} />
        <Moves frame={frame} checked={checked} />
        {plan.handovers.length > 0 && (
          <section aria-labelledby="handovers">
            <h2 id="handovers">{t('transfer.handovers', { count: plan.handovers.length })}</h2>
            <p>{t('transfer.handover-lead')}</p>
            <Scroll labelledby="handovers">
              <table class="plain people-table">
                <thead>
                  <tr>
                    <th scope="col">{t('transfer.indicator')}</th>
                    <th scope="col">{t('transfer.before')}</th>
                    <th scope="col">{t('transfer.after')}</th>
                  </tr>
                </thead>
                <tbody>
                  {plan.handovers.map(({ owner, from, to: next }) => {
                    const name = checked.names.get(owner.indicatorId) ?? owner.indicatorId
                    return (
                      <tr>
                        <th scope="row">
                          <Own frame={frame}>{name}</Own>
                        </th>
                        <td>
                          <Own frame={frame}>{nameOf(from)}</Own>
                        </td>
                        <td>
                          <PersonChoice
                            frame={frame}
                            checked={checked}
                            name={`hand-${owner.id}`}
                            label={t('transfer.after-of', { name })}
                            chosen={next ?? ''}
                          />
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </Scroll>
          </section>
        )}
        {plan.vacancies.length > 0 && (
          <section aria-labelledby="vacancies" class="notice">
            <h2 id="vacancies">{t('transfer.vacancies')}</h2>
            <p>{t('transfer.vacancies-lead')}</p>
            {plan.vacancies.map(({ departmentId, role }) => {
              const unit = checked.units.find(({ id }) => id === departmentId)
              const label = t('transfer.acting-of', { name: unit?.name ?? '', role: roleInWords(frame, role) })
              return (
                <div class="field">
                  <label for={`act-${role}-${departmentId}`}>
                    <Own frame={frame}>{label}</Own>
                  </label>
                  <PersonChoice
                    frame={frame}
                    checked={checked}
                    name={`act-${role}-${departmentId}`}
                    id={`act-${role}-${departmentId}`}
                    chosen={chosen.get(`act-${role}-${departmentId}`) ?? ''}
                  />
                </div>
              )
            })}
          </section>
        )}
        <Acting frame={frame} checked={checked} chosen={chosen} view={view} />
        <p class="buttons">
          <button type="submit" name="do" value="apply" class="primary">
            {t('transfer.do')}
          </button>
          {(plan.handovers.length > 0 || plan.vacancies.length > 0) && (
            <button type="submit" name="do" value="check">
              {t('transfer.again')}
            </button>
          )}
          <button type="submit" name="do" value="edit">
            {t('transfer.back')}
          </button>
        </p>
      </form>
    </PeopleFrame>
  )
}

/** 代理の終わりの日。空く役があるか、もう代理を選んでいれば尋ねる。選んだ代理は、空かなくなっても送り返す。 */
const Acting = ({ frame, checked, chosen, view }: Pick<Props, 'frame' | 'checked' | 'chosen' | 'view'>) => {
  const shown = new Set(checked.plan.vacancies.map(({ role, departmentId }) => `act-${role}-${departmentId}`))
  const kept = [...chosen].filter(([name, value]) => name.startsWith('act-') && value !== '' && !shown.has(name))
  if (shown.size === 0 && kept.length === 0) return null
  return (
    <>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="acting-to">{frame.t('transfer.acting-to')}</label>
        <input
          id="acting-to"
          name="acting-to"
          type="date"
          value={chosen.get('acting-to') || `${Number(view.day.slice(0, 4)) + 1}-03-31`}
        />
      </div>
    </>
  )
}

const Moves = ({ frame, checked: { plan, members, units } }: Pick<Props, 'frame' | 'checked'>) => {
  const { t } = frame
  const people = [...new Set([...plan.leaving, ...plan.begun.map(({ memberId }) => memberId)])]
  return (
    <ul class="people-moved">
      {people.map((id) => (
        <li>
          <Own frame={frame}>{members.find((member) => member.id === id)?.name ?? ''}</Own> →{' '}
          {plan.leaving.includes(id)
            ? t('transfer.leaves')
            : plan.begun
                .filter(({ memberId }) => memberId === id)
                .map(({ membership }) => (
                  <span class="people-role">
                    <Own frame={frame}>{units.find((unit) => unit.id === membership.departmentId)?.name ?? ''}</Own>{' '}
                    {roleInWords(frame, membership.role)}
                    {membership.acting && <small> {t('people.acting')}</small>}
                  </span>
                ))}
        </li>
      ))}
    </ul>
  )
}

type ChoiceProps = { frame: Frame; checked: Checked; name: string; label?: string; id?: string; chosen: string }

const PersonChoice = ({ frame, checked, name, label, id, chosen }: ChoiceProps) => (
  <select name={name} id={id} aria-label={label}>
    <option value="">{frame.t('transfer.nobody')}</option>
    {checked.members
      .filter(({ status, id: its }) => status !== 'left' && !checked.plan.leaving.includes(its))
      .map((member) => (
        <option value={member.id} selected={member.id === chosen} lang={frame.lang === 'ja' ? undefined : 'ja'}>
          {member.name}
        </option>
      ))}
  </select>
)
