import { isValidOn, parentOn } from '#domain/people/organisation.ts'
import { type FateLine, type ReorganisationPlan, unitsAfter } from '#domain/people/reorganisation-plan.ts'
import type { Problem } from '#domain/problem.ts'
import type { ReorganisationView } from '#operations/people/reorganise.ts'
import { Own } from '../../components/own-words.tsx'
import { Refusal } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'

export type Checked = {
  readonly plan: ReorganisationPlan
  readonly seen: string
  readonly names: ReadonlyMap<string, string>
  readonly past: boolean
}

type Props = {
  frame: Frame
  view: ReorganisationView
  checked: Checked
  /** 打たれた欄すべて（そのまま送り返す）。 */
  typed: readonly (readonly [name: string, value: string])[]
  choices: ReadonlyMap<string, number>
  problem?: Problem
}

export const changeCheckPage = (props: Props): string => String(<ChangeCheckPage {...props} />)

/** 機構改革を行う前に確かめる頁。課ごとに、どうなり、何が移るか。分割の指標は、行き先を選ぶ。 */
const ChangeCheckPage = ({ frame, view, checked, typed, choices, problem }: Props) => {
  const { t, to } = frame
  const { municipality } = view
  const { plan } = checked
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="change"
      title={t('change.check-title')}
      crumbs={[
        { words: t('change.title'), href: to.organisationChange(municipality.code) },
        { words: t('change.check-title') },
      ]}
    >
      <Refusal frame={frame} problem={problem} />
      <p class="lead">{t('change.check-lead', { day: plan.day })}</p>
      <p class={checked.past ? 'notice' : undefined}>
        {t(checked.past ? 'change.past' : 'change.future', { day: plan.day })}
      </p>
      <form method="post" action={to.organisationChange(municipality.code)}>
        {typed.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seen" value={checked.seen} />
        <Scroll label={t('change.check-title')}>
          <table class="plain people-changes">
            <thead>
              <tr>
                <th scope="col">{t('change.department')}</th>
                <th scope="col">{t('change.fate')}</th>
                <th scope="col">{t('change.words')}</th>
                <th scope="col">{t('change.follows')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.lines.map((line) => (
                <tr>
                  <th scope="row">
                    <Own frame={frame}>{line.unit.name}</Own>
                  </th>
                  <td>{t(`change.fate-${line.fate}`)}</td>
                  <td>
                    {line.successors.length === 0 ? (
                      t('change.no-successor')
                    ) : (
                      <To frame={frame} view={view} plan={plan} line={line} />
                    )}
                  </td>
                  <td>{followsOf(frame, line)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <Warnings frame={frame} view={view} plan={plan} />
        <Created frame={frame} view={view} plan={plan} />
        {plan.lines
          .filter(({ successors, owned }) => successors.length > 1 && owned.length > 0)
          .map((line) => (
            <Choose frame={frame} view={view} checked={checked} line={line} choices={choices} />
          ))}
        <p class="buttons">
          <button type="submit" name="do" value="apply" class="primary">
            {t('change.do')}
          </button>
          <button type="submit" name="do" value="edit">
            {t('change.back')}
          </button>
        </p>
      </form>
    </PeopleFrame>
  )
}

const after = (view: ReorganisationView, plan: ReorganisationPlan) =>
  unitsAfter(
    view.units,
    plan.created,
    new Map(plan.lines.map(({ unitId, successors }) => [unitId, successors])),
    plan.day,
  )

/** 「福祉部／健康課」。 */
const pathOf = (view: ReorganisationView, plan: ReorganisationPlan, id: string): string => {
  const units = after(view, plan)
  const unit = units.find((each) => each.id === id)
  if (!unit) return ''
  const parent = units.find((each) => each.id === parentOn(units, unit, plan.day))
  return parent && isValidOn(parent, plan.day) ? `${parent.name}／${unit.name}` : unit.name
}

const To = ({
  frame,
  view,
  plan,
  line,
}: {
  frame: Frame
  view: ReorganisationView
  plan: ReorganisationPlan
  line: FateLine
}) => <Own frame={frame}>{line.successors.map((id) => pathOf(view, plan, id)).join('、')}</Own>

const followsOf = ({ t }: Frame, { owned, people, answering }: FateLine): string => {
  const parts = [
    ...(owned.length > 0 ? [t('change.owned', { count: owned.length })] : []),
    ...(people > 0 ? [t('change.people', { count: people })] : []),
    ...(answering ? [t('change.answering')] : []),
  ]
  return parts.length === 0 ? t('change.nothing-follows') : parts.join(t('people.comma'))
}

/** 気をつけること：分割の役、二人になる課長。 */
const Warnings = ({ frame, view, plan }: { frame: Frame; view: ReorganisationView; plan: ReorganisationPlan }) => {
  const { t } = frame
  const heads = [
    ...Map.groupBy(
      plan.memberships.begun.filter(({ membership }) => membership.role === 'approver' && !membership.acting),
      ({ membership }) => membership.departmentId ?? '',
    ),
  ].filter(([, its]) => its.length > 1)
  const splits = plan.lines.some(({ successors, people }) => successors.length > 1 && people > 0)
  if (heads.length === 0 && !splits) return null
  return (
    <ul class="people-warnings">
      {splits && <li>{t('change.choose-people')}</li>}
      {heads.map(([id, its]) => (
        <li>
          <Own frame={frame}>{t('change.heads', { name: pathOf(view, plan, id), count: its.length })}</Own>
        </li>
      ))}
    </ul>
  )
}

const Created = ({ frame, view, plan }: { frame: Frame; view: ReorganisationView; plan: ReorganisationPlan }) =>
  plan.created.length === 0 ? null : (
    <p>
      {frame.t('change.created')}
      {frame.lang === 'ja' ? '：' : ': '}
      <Own frame={frame}>{plan.created.map(({ id }) => pathOf(view, plan, id)).join('、')}</Own>
    </p>
  )

type ChooseProps = Pick<Props, 'frame' | 'view' | 'checked' | 'choices'> & { line: FateLine }

const Choose = ({ frame, view, checked, line, choices }: ChooseProps) => {
  const { t } = frame
  return (
    <fieldset class="people-choose">
      <legend>{t('change.choose', { name: line.unit.name })}</legend>
      <ul>
        {line.owned.map((owner) => (
          <li>
            <label>
              <Own frame={frame}>{checked.names.get(owner.indicatorId) ?? owner.indicatorId}</Own>
              <select name={`to-${owner.id}`}>
                {line.successors.map((id, index) => (
                  <option
                    value={String(index)}
                    selected={(choices.get(owner.id) ?? 0) === index}
                    lang={frame.lang === 'ja' ? undefined : 'ja'}
                  >
                    {pathOf(view, checked.plan, id)}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
