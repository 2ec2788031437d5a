import type { DepartmentPlan, RoundPlan } from '#domain/collection/round-plan.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'

type Props = { frame: Frame; plan: RoundPlan }

/** 課ごとに届くもの。指標の名は畳んである。 */
export const PreviewDepartments = ({ frame, plan: { departments } }: Props) => {
  const { t } = frame
  if (departments.length === 0) return null
  return (
    <section aria-labelledby="departments-title">
      <h2 id="departments-title">{t('rounds.preview-departments')}</h2>
      <Scroll labelledby="departments-title">
        <table class="plain rounds-preview">
          <thead>
            <tr>
              <th scope="col">{t('rounds.preview-department')}</th>
              <th scope="col">{t('rounds.preview-items')}</th>
              <th scope="col" class="n">
                {t('rounds.preview-fields')}
              </th>
              <th scope="col">{t('rounds.preview-people')}</th>
              <th scope="col">{t('rounds.preview-heads')}</th>
            </tr>
          </thead>
          <tbody>
            {departments.map((department) => (
              <Department frame={frame} department={department} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const Department = ({ frame, department }: { frame: Frame; department: DepartmentPlan }) => {
  const { t, lang } = frame
  const { unit, items, fields, owners, clerks, heads } = department
  const of = (kind: 'indicator' | 'project') => items.filter((item) => item.kind === kind).length
  const counts = [
    ...(of('indicator') > 0 ? [t('rounds.preview-indicators', { count: of('indicator') })] : []),
    ...(of('project') > 0 ? [t('rounds.preview-projects', { count: of('project') })] : []),
  ]
  return (
    <tr>
      <th scope="row">
        <Own frame={frame}>{unit.name}</Own>
      </th>
      <td>
        <details>
          <summary>{counts.join(lang === 'ja' ? '・' : ', ')}</summary>
          <ol class="rounds-items">
            {items.map(({ name, unit: measured }) => (
              <li>
                <Own frame={frame}>
                  {name}
                  {measured && <small>（{measured}）</small>}
                </Own>
              </li>
            ))}
          </ol>
        </details>
      </td>
      <td class="n">{fields}</td>
      <td>
        <People frame={frame} names={[...new Set([...owners, ...clerks])]} />
      </td>
      <td>
        <People frame={frame} names={heads} />
      </td>
    </tr>
  )
}

const People = ({ frame, names }: { frame: Frame; names: readonly string[] }) =>
  names.length === 0 ? (
    <span class="none">{frame.t('rounds.nobody')}</span>
  ) : (
    <Own frame={frame}>{names.join('、')}</Own>
  )
