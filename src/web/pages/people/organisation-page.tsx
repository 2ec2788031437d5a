import { parentOn } from '#domain/people/organisation.ts'
import type { WrittenDepartment } from '#domain/people/propose-owners.ts'
import type { Problem } from '#domain/problem.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { OrganisationLine, OrganisationView } from '#operations/people/organisation.ts'
import { Own } from '../../components/own-words.tsx'
import { Done, Field, Refusal, UnitOptions } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import type { Frame } from '../../frame.ts'
import { namesOf } from './change-page.tsx'

export type OrganisationGiven = {
  readonly name: string
  readonly parent: string
  readonly phone: string
  readonly from: string
  readonly problem?: Problem
  readonly done?: string | undefined
  /** 並びと電話を直しているところか。 */
  readonly editing: boolean
}

type Props = {
  frame: Frame
  view: OrganisationView
  proposed: readonly WrittenDepartment[]
  given: OrganisationGiven
}

export const organisationPage = (props: Props): string => String(<OrganisationPage {...props} />)

/** 課の木。その日の姿と、人と指標の数。課がなければ、計画に書かれた名から作る。 */
const OrganisationPage = ({ frame, view, proposed, given }: Props) => {
  const { t, to } = frame
  const { municipality, changesDepartments: changes, lines, day } = view
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="organisation"
      title={t('organisation.title')}
      crumbs={[{ words: t('organisation.title') }]}
    >
      <Done words={given.done} />
      <Refusal frame={frame} problem={given.problem} />
      {lines.length > 0 && view.ownerless > 0 && (
        <p>
          <a href={to.owners(municipality.code, { only: 'none' })}>
            {t('organisation.ownerless', { count: view.ownerless })}
          </a>
        </p>
      )}
      {view.units.length === 0 ? (
        <p class="empty">{t(changes ? 'organisation.none' : 'organisation.none-for-you')}</p>
      ) : (
        <>
          <form class="filter" method="get" action={to.organisation(municipality.code)}>
            <label>
              <span>{t('organisation.day')}</span>
              <input type="date" name="day" value={day} />
            </label>
            <button type="submit">{t('organisation.show')}</button>
          </form>
          <p class="summary">
            {t('organisation.as-of', { day: dayInWords(day, frame.lang, true), count: lines.length })}
          </p>
          {changes && day === view.today && (
            <p>
              <a href={to.organisation(municipality.code, given.editing ? {} : { edit: 'yes' })}>
                {t(given.editing ? 'organisation.edit-hide' : 'organisation.edit-show')}
              </a>
            </p>
          )}
          <Tree frame={frame} view={view} editing={given.editing && changes} />
        </>
      )}
      {changes && (
        <div class="people-manage">
          {proposed.length > 0 && <Start frame={frame} view={view} proposed={proposed} />}
          <AddOne frame={frame} view={view} given={given} />
        </div>
      )}
      <History frame={frame} view={view} />
    </PeopleFrame>
  )
}

const Tree = ({ frame, view, editing }: { frame: Frame; view: OrganisationView; editing: boolean }) =>
  editing ? <Editing frame={frame} view={view} /> : <Reading frame={frame} view={view} />

const Reading = ({ frame, view }: { frame: Frame; view: OrganisationView }) => {
  const { t, to } = frame
  const { code } = view.municipality
  return (
    <Scroll label={t('organisation.title')}>
      <table class="plain people-tree">
        <thead>
          <tr>
            <th scope="col">{t('organisation.name')}</th>
            <th scope="col">{t('organisation.phone')}</th>
            <th scope="col">{t('organisation.approvers')}</th>
            <th scope="col">{t('organisation.editors')}</th>
            <th scope="col" class="n">
              {t('organisation.indicators')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map(({ unit, depth, approvers, editors, indicators }) => (
            <tr>
              <th scope="row" class={depthOf(depth)}>
                <a href={to.people(code, undefined, { department: unit.id })}>
                  <Own frame={frame}>{unit.name}</Own>
                </a>
              </th>
              <td>{unit.phone ?? <span class="none">―</span>}</td>
              <td>
                <Names frame={frame} names={approvers} missing={indicators > 0} />
              </td>
              <td>
                <Names frame={frame} names={editors} missing={indicators > 0} />
              </td>
              <td class="n">
                {indicators > 0 ? (
                  <a href={to.owners(code, { department: unit.id })}>{indicators}</a>
                ) : (
                  <span class="none">0</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const depthOf = (depth: number): string => `people-depth-${Math.min(depth, 4)}`

/** 書き違いと、部と課の上下を直す。一行が一つの送信。 */
const Editing = ({ frame, view }: { frame: Frame; view: OrganisationView }) => {
  const { t } = frame
  const nameById = new Map(view.lines.map((line, at) => [line.unit.id, namesOf(view.lines)[at] ?? '']))
  return (
    <>
      <p>{t('organisation.edit-lead')}</p>
      <datalist id="unit-names">
        {[...nameById.values()].map((name) => (
          <option value={name} lang={frame.lang === 'ja' ? undefined : 'ja'} />
        ))}
      </datalist>
      <ul class="people-editing">
        {view.lines.map((line) => {
          const parent = parentOn(view.units, line.unit, view.day)
          return <EditOne frame={frame} view={view} line={line} parent={nameById.get(parent ?? '') ?? ''} />
        })}
      </ul>
    </>
  )
}

type EditProps = { frame: Frame; view: OrganisationView; line: OrganisationLine; parent: string }

const EditOne = ({ frame, view, line: { unit, depth }, parent }: EditProps) => {
  const { t, to } = frame
  const { name } = unit
  const fields = [
    ['name', name, 'organisation.name', 'organisation.name-of'],
    ['parent', parent, 'organisation.parent', 'organisation.parent-of'],
    ['phone', unit.phone ?? '', 'organisation.phone', 'organisation.phone-of'],
  ] as const
  return (
    <li class={depthOf(depth)}>
      <form method="post" action={`${to.organisation(view.municipality.code)}/unit`} class="people-inline">
        <input type="hidden" name="id" value={unit.id} />
        {fields.map(([field, value, label, of]) => (
          <label>
            <span>{t(label)}</span>
            <input
              name={field}
              value={value}
              maxlength={100}
              autocomplete="off"
              list={field === 'parent' ? 'unit-names' : undefined}
              aria-label={t(of, { name })}
            />
          </label>
        ))}
        <button type="submit" name="do" value="correct" class="small">
          {t('organisation.save')}
        </button>
        <button type="submit" name="do" value="up" class="small" aria-label={t('organisation.up', { name })}>
          ↑
        </button>
        <button type="submit" name="do" value="down" class="small" aria-label={t('organisation.down', { name })}>
          ↓
        </button>
      </form>
    </li>
  )
}

/** 三人まで名を出す。指標を持つのに人のいない課は、目立たせる。 */
const Names = ({ frame, names, missing }: { frame: Frame; names: readonly string[]; missing: boolean }) => {
  const { t } = frame
  if (names.length === 0)
    return missing ? <span class="people-missing">{t('organisation.nobody')}</span> : <span class="none">―</span>
  return (
    <>
      <Own frame={frame}>{names.slice(0, 3).join('、')}</Own>
      {names.length > 3 && <small> {t('organisation.more', { count: names.length - 3 })}</small>}
    </>
  )
}

const Start = ({ frame, view, proposed }: Pick<Props, 'frame' | 'view' | 'proposed'>) => {
  const { t, to } = frame
  const [own, outside] = [proposed.filter((each) => each.own), proposed.filter((each) => !each.own)]
  const ticked = view.units.length === 0
  return (
    <details open={ticked}>
      <summary>{t('organisation.start')}</summary>
      <form method="post" action={`${to.organisation(view.municipality.code)}/start`}>
        <p>{t('organisation.start-lead')}</p>
        <Ticks frame={frame} names={own} ticked={ticked} />
        {outside.length > 0 && (
          <details>
            <summary>{t('organisation.start-outside', { count: outside.length })}</summary>
            <Ticks frame={frame} names={outside} ticked={false} />
          </details>
        )}
        <Field
          id="start-from"
          name="from"
          type="date"
          label={t('organisation.from')}
          value={firstOfYear(view.today)}
          required
        />
        <p class="buttons">
          <button type="submit" class="primary">
            {t('organisation.start-do')}
          </button>
        </p>
      </form>
    </details>
  )
}

/** 年度の初めの日。 */
const firstOfYear = (today: string): string => {
  const year = Number(today.slice(0, 4))
  return `${today.slice(5) < '04-01' ? year - 1 : year}-04-01`
}

type TickProps = { frame: Frame; names: readonly WrittenDepartment[]; ticked: boolean }

const Ticks = ({ frame, names, ticked }: TickProps) => (
  <ul class="people-ticks">
    {names.map(({ name, indicators }) => (
      <li>
        <label>
          <input type="checkbox" name="name" value={name} checked={ticked} />
          <Own frame={frame}>{name}</Own>
          {indicators > 0 && <small> {frame.t('organisation.start-count', { count: indicators })}</small>}
        </label>
      </li>
    ))}
  </ul>
)

const AddOne = ({ frame, view, given }: Pick<Props, 'frame' | 'view' | 'given'>) => {
  const { t, to } = frame
  return (
    <details open={given.problem !== undefined}>
      <summary>{t('organisation.add')}</summary>
      <form method="post" action={to.organisation(view.municipality.code)}>
        <p>{t('organisation.go-change')}</p>
        <Field id="unit-name" name="name" label={t('organisation.name')} value={given.name} required maxlength={60} />
        <div class="field">
          <label for="unit-parent">{t('organisation.parent')}</label>
          <select id="unit-parent" name="parent">
            <option value="">{t('organisation.top')}</option>
            <UnitOptions frame={frame} units={view.lines} chosen={given.parent} />
          </select>
        </div>
        <Field id="unit-phone" name="phone" label={t('organisation.phone')} value={given.phone} maxlength={40} />
        <Field id="unit-from" name="from" type="date" label={t('organisation.from')} value={given.from} required />
        <p class="buttons">
          <button type="submit" class="primary">
            {t('organisation.add-do')}
          </button>
        </p>
      </form>
    </details>
  )
}

const History = ({ frame, view }: Pick<Props, 'frame' | 'view'>) => {
  const { t } = frame
  if (view.changes.length === 0) return null
  const nameOf = (id: string) => view.units.find((unit) => unit.id === id)?.name ?? ''
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('organisation.history')}</h2>
      <ul class="people-history">
        {view.changes.slice(0, 100).map(({ day, kind, successions, note }) => (
          <li>
            {day} <span class="tag">{t(`change.fate-${kind}`)}</span>
            <Own frame={frame}>
              {[...new Set(successions.map(({ from }) => nameOf(from)))].join('、')} →{' '}
              {successions.map(({ to }) => nameOf(to)).join('、') || t('organisation.history-end')}
              {note && <small> {note}</small>}
            </Own>
          </li>
        ))}
      </ul>
    </section>
  )
}
