import type { PriorityYearsView } from '#operations/priority/year-view.ts'
import { Own } from '../../components/own-words.tsx'
import { PriorityLayout } from '../../components/priority-year/priority-layout.tsx'
import { GradeCounts } from '../../components/priority-year/sheet-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { type Frame, yearInSentence, yearInWords } from '../../frame.ts'

type Props = { frame: Frame; view: PriorityYearsView }

export const yearsPage = (frame: Frame, view: PriorityYearsView): string =>
  String(<YearsPage frame={frame} view={view} />)

/** 重点目標の年の一覧。新しい順。 */
const YearsPage = ({ frame, view }: Props) => {
  const { municipality, years, mayManage, thisYear } = view
  const { t, to } = frame
  const openable = [thisYear, thisYear + 1].filter((year) => !years.some((each) => each.year.year === year))
  return (
    <PriorityLayout frame={frame} municipality={municipality} title={t('priority-year.title')}>
      <p class="sub">{t('priority-year.lead')}</p>
      {years.length === 0 && <p class="empty">{t('priority-year.none')}</p>}
      {years.length > 0 && <Years frame={frame} view={view} />}
      {mayManage && (
        <p class="buttons">
          {openable.map((year, at) => (
            <a class={at === 0 ? 'button primary' : 'button'} href={to.priorityYear(municipality.code, year, 'open')}>
              {t('priority-year.open', { year: yearInSentence(frame, year) })}
            </a>
          ))}
        </p>
      )}
      <Plans frame={frame} view={view} />
    </PriorityLayout>
  )
}

const Years = ({ frame, view: { years, municipality } }: Props) => {
  const { t, to } = frame
  return (
    <Scroll label={t('priority-year.title')}>
      <table class="plain priority-years">
        <thead>
          <tr>
            <th scope="col">{t('priority-year.col-year')}</th>
            <th scope="col" class="n">
              {t('priority-year.col-sheets')}
            </th>
            <th scope="col" class="n">
              {t('priority-year.col-closed')}
            </th>
            <th scope="col" class="n">
              {t('priority-year.col-items')}
            </th>
            <th scope="col">{t('priority-year.grade')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year: { year }, sheets, closed, counts }) => (
            <tr>
              <th scope="row">
                <a href={to.priorityYear(municipality.code, year)}>{yearInWords(frame, year)}</a>
              </th>
              <td class="n">{sheets}</td>
              <td class="n">{closed}</td>
              <td class="n">{counts.items}</td>
              <td>
                <GradeCounts frame={frame} counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** 取り込んだ重点目標一覧表。調書にする道を添える。 */
const Plans = ({ frame, view: { plans, municipality, mayManage } }: Props) => {
  const { t, to } = frame
  if (plans.length === 0) return null
  return (
    <section aria-labelledby="plans">
      <h2 id="plans">{t('priority-year.plans')}</h2>
      <p class="sub">{t('priority-year.plans-lead')}</p>
      <ul class="priority-plans">
        {plans.map(({ id, title, year, taken }) => (
          <li>
            <a href={to.priority(municipality.code, id)}>
              <Own frame={frame}>{title}</Own>
            </a>{' '}
            {year !== null && <small>{yearInWords(frame, year)}</small>}{' '}
            {taken && year !== null && (
              <a href={to.priorityYear(municipality.code, year)}>{t('priority-year.taken-already')}</a>
            )}
            {mayManage && !taken && (
              <a class="button small" href={to.priorityYear(municipality.code, undefined, 'take', { edition: id })}>
                {t('priority-year.take')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
