import { permits } from '#domain/people/permission.ts'
import { departmentRoles, roles } from '#domain/people/role.ts'
import type { Problem } from '#domain/problem.ts'
import { problemInWords } from '#domain/problem.ts'
import type { TransferLine, TransferView } from '#operations/people/transfer.ts'
import { Own } from '../../components/own-words.tsx'
import { Done, Field, Refusal, RoleOptions } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { RoleWords } from '../../components/people/role-words.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'
import { namesOf } from './change-page.tsx'

/** 打たれた一人ぶん。 */
export type TransferTyped = {
  readonly kind: string
  readonly department: string
  readonly role: string
  readonly successor: string
}

export type TransferGiven = {
  readonly typed: ReadonlyMap<string, TransferTyped>
  readonly problems: readonly { readonly memberId: string | null; readonly problem: Problem }[]
  readonly done?: string | undefined
}

type Props = { frame: Frame; view: TransferView; given: TransferGiven }

export const transferPage = (frame: Frame, view: TransferView, given: TransferGiven): string =>
  String(<TransferPage frame={frame} view={view} given={given} />)

/** 人事異動の頁。課ごとに畳んだ人の表から、動く人だけを選ぶ。 */
const TransferPage = ({ frame, view, given }: Props) => {
  const { t, to } = frame
  const { municipality } = view
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="transfer"
      title={t('transfer.title')}
      crumbs={[{ words: t('transfer.title') }]}
    >
      <Done words={given.done} />
      {given.problems
        .filter(({ memberId }) => memberId === null)
        .map(({ problem }) => (
          <Refusal frame={frame} problem={problem} />
        ))}
      {view.lines.length === 0 ? (
        <p class="empty">
          {t('transfer.none')} <a href={to.people(municipality.code)}>{t('people.title')}</a>
        </p>
      ) : (
        <form method="post" action={to.transfer(municipality.code)}>
          <p>{t('transfer.lead')}</p>
          <Field id="day" name="day" type="date" label={t('transfer.day')} value={view.day} required />
          <p class="hint">{t('transfer.names-hint')}</p>
          <datalist id="unit-names">
            {namesOf(view.units).map((name) => (
              <option value={name} />
            ))}
          </datalist>
          <datalist id="member-names">
            {view.lines.map((line) => (
              <option value={labelOf(line, view)} />
            ))}
          </datalist>
          {groupsOf(view).map(({ id, name, lines }) => (
            <details open={lines.some(({ member }) => given.typed.has(member.id)) || view.lines.length <= 40}>
              <summary>
                {name === null ? t('transfer.without') : <Own frame={frame}>{name}</Own>}{' '}
                <small>{t('transfer.group-count', { count: lines.length })}</small>
              </summary>
              <table class="people-moves" aria-label={name ?? t('transfer.without')}>
                <thead>
                  <tr>
                    <th scope="col">{t('transfer.person')}</th>
                    <th scope="col">{t('transfer.kind')}</th>
                    <th scope="col">{t('transfer.to')}</th>
                    <th scope="col">{t('transfer.successor')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <Row frame={frame} line={line} given={given} key={id} />
                  ))}
                </tbody>
              </table>
            </details>
          ))}
          <p class="buttons people-bar">
            <button type="submit" name="do" value="check" class="primary">
              {t('transfer.check')}
            </button>
          </p>
        </form>
      )}
    </PeopleFrame>
  )
}

/** 課ごと（初めの課の役で）。課のない人は終わりに。 */
const groupsOf = ({ units, lines }: TransferView) => {
  const byUnit = Map.groupBy(
    lines,
    ({ roles: held }) => held.find(({ departmentId }) => departmentId !== null)?.departmentId,
  )
  const known = new Set(units.map(({ unit }) => unit.id))
  const rest = [...byUnit].filter(([id]) => !known.has(id ?? '')).flatMap(([, its]) => its)
  return [
    ...units.flatMap(({ unit, path }) => {
      const its = byUnit.get(unit.id)
      return its ? [{ id: unit.id, name: path as string | null, lines: its }] : []
    }),
    ...(rest.length > 0 ? [{ id: '', name: null, lines: rest }] : []),
  ]
}

/** 候補に出す人の名。同じ名の人がいれば、メールで。 */
const labelOf = ({ member }: TransferLine, { lines }: TransferView): string => {
  const same = lines.filter((each) => each.member.name === member.name).length
  return same > 1 && member.mail !== null ? member.mail : member.name
}

const Row = ({ frame, line, given }: { frame: Frame; line: TransferLine; given: TransferGiven; key: string }) => {
  const { t } = frame
  const { member, roles: held, owned } = line
  const typed = given.typed.get(member.id)
  const problem = given.problems.find(({ memberId }) => memberId === member.id)?.problem
  const { name, id } = member
  const own = held.find(({ role }) => departmentRoles.includes(role))
  const offered = permits(frame.person, 'people-manage') ? roles : departmentRoles
  return (
    <tr>
      <th scope="row">
        <Own frame={frame}>{name}</Own>
        <small>
          {held.map((role) => (
            <span class="people-role">
              <RoleWords frame={frame} role={role} />
            </span>
          ))}
          {owned > 0 && <span class="people-role">{t('transfer.owns', { count: owned })}</span>}
        </small>
        {problem && (
          <p class="people-refused" role="alert">
            <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
          </p>
        )}
      </th>
      <td>
        <select name={`kind-${id}`} aria-label={t('transfer.kind-of', { name })}>
          {(['stay', 'move', 'leave'] as const).map((kind) => (
            <option value={kind} selected={kind === (typed?.kind ?? 'stay')}>
              {t(`transfer.kind-${kind}`)}
            </option>
          ))}
        </select>
      </td>
      <td class="people-when-moving">
        <div class="people-to">
          <input
            name={`department-${id}`}
            list="unit-names"
            autocomplete="off"
            maxlength={100}
            value={typed?.department ?? ''}
            aria-label={t('transfer.department-of', { name })}
          />
          <select name={`role-${id}`} aria-label={t('transfer.role-of', { name })}>
            <RoleOptions frame={frame} only={offered} chosen={typed?.role ?? own?.role ?? 'editor'} />
          </select>
        </div>
      </td>
      <td class="people-when-changing">
        <input
          name={`successor-${id}`}
          list="member-names"
          autocomplete="off"
          maxlength={254}
          value={typed?.successor ?? ''}
          aria-label={t('transfer.successor-of', { name })}
        />
      </td>
    </tr>
  )
}
