import type { Municipality } from '#domain/people/municipality.ts'
import { problemInWords } from '#domain/problem.ts'
import type { RosterPreview } from '#operations/people/take-roster.ts'
import { Own } from '../../components/own-words.tsx'
import { roleInWords } from '../../components/people/form-parts.tsx'
import { PeopleFrame } from '../../components/people/people-frame.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; municipality: Municipality; preview: RosterPreview }

export const rosterPage = (frame: Frame, municipality: Municipality, preview: RosterPreview): string =>
  String(<RosterPage frame={frame} municipality={municipality} preview={preview} />)

/** 名簿を取り込む前に確かめる頁。直す行、足す人、変わる人。 */
const RosterPage = ({ frame, municipality, preview }: Props) => {
  const { t, to } = frame
  const { plan } = preview
  const writes = plan.added.length + plan.changed.length + plan.given.length > 0
  return (
    <PeopleFrame
      frame={frame}
      municipality={municipality}
      here="people"
      title={t('people.roster-title')}
      crumbs={[{ words: t('people.title'), href: to.people(municipality.code) }, { words: t('people.roster-title') }]}
    >
      <p class="lead">
        {t('people.roster-counts', {
          added: plan.added.length,
          changed: plan.changed.length,
          given: plan.given.length,
          unchanged: plan.unchanged,
          problems: plan.problems.length,
        })}
      </p>
      {plan.problems.length > 0 && (
        <section class="notice" aria-labelledby="problems">
          <h2 id="problems">{t('people.roster-problems', { count: plan.problems.length })}</h2>
          <ul>
            {plan.problems.map(({ problem }) => (
              <li>
                <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
              </li>
            ))}
          </ul>
          <p>{t('people.roster-problems-lead')}</p>
        </section>
      )}
      {writes ? (
        <form method="post" action={`${to.people(municipality.code)}/roster`}>
          <textarea name="text" hidden readonly aria-label={t('people.roster')}>
            {preview.text}
          </textarea>
          {plan.added.length > 0 && (
            <p>
              <label>
                <input type="checkbox" name="invite" value="yes" checked />
                {t('people.roster-invite', { count: plan.added.length })}
              </label>
            </p>
          )}
          <p class="buttons">
            <button type="submit" name="take" value="yes" class="primary">
              {t('people.roster-take')}
            </button>
            <a class="button" href={to.people(municipality.code)}>
              {t('people.back')}
            </a>
          </p>
        </form>
      ) : (
        <p class="empty">
          {t(plan.problems.length > 0 ? 'people.roster-nothing-good' : 'people.roster-nothing')}{' '}
          <a href={to.people(municipality.code)}>{t('people.back')}</a>
        </p>
      )}
      <People frame={frame} municipality={municipality} preview={preview} />
    </PeopleFrame>
  )
}

/** 足す人と、役の増える人。 */
const People = ({ frame, preview: { plan, units } }: Props) => {
  const { t } = frame
  const rolesOf = Map.groupBy(plan.given, ({ memberId }) => memberId)
  const added = new Set(plan.added.map(({ id }) => id))
  const rows = [
    ...plan.added.map(({ id, name, mail }) => ({ id, name, mail, note: t('people.roster-new') })),
    ...plan.changed.map(({ member, name }) => ({
      id: member.id,
      name,
      mail: member.mail,
      note: member.name === name ? t('people.roster-phone') : t('people.roster-renamed', { before: member.name }),
    })),
  ]
  const others = [...rolesOf.keys()].filter((id) => !added.has(id) && !rows.some((row) => row.id === id)).length
  if (rows.length === 0 && others === 0) return null
  return (
    <Scroll label={t('people.roster-title')}>
      <table class="plain people-table">
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.mail')}</th>
            <th scope="col">{t('people.roles')}</th>
            <th scope="col">{t('people.roster-what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, mail, note }) => (
            <tr>
              <th scope="row">
                <Own frame={frame}>{name}</Own>
              </th>
              <td>{mail ?? '―'}</td>
              <td>
                <ul class="people-roles">
                  {(rolesOf.get(id) ?? []).map(({ membership }) => (
                    <li>
                      <Own frame={frame}>{units.find((unit) => unit.id === membership.departmentId)?.name ?? ''}</Own>{' '}
                      {roleInWords(frame, membership.role)}
                    </li>
                  ))}
                </ul>
              </td>
              <td>
                <Spoken frame={frame} words={note} />
              </td>
            </tr>
          ))}
        </tbody>
        {others > 0 && (
          <tfoot>
            <tr>
              <td colspan={4}>{t('people.roster-more-roles', { count: others })}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </Scroll>
  )
}
