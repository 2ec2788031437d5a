import type { CitySummary } from '#operations/view-city.ts'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { type Frame, yearInWords } from '../frame.ts'

type Props = {
  frame: Frame
  cities: readonly CitySummary[]
  q: string
  /** 役を選んで試せる見本の市の団体コード。 */
  samples: readonly string[]
}

/** 市町村。探して、選ぶ。 */
export const CitiesPage = ({ frame, cities, q, samples }: Props) => {
  const found = cities.filter(({ municipality }) => matches(municipality, q))
  return (
    <Layout frame={frame} title={frame.t('cities.title')}>
      <h1>{frame.t('cities.title')}</h1>
      <p class="sub">{frame.t('cities.lead')}</p>
      <form class="filter" method="get" action={frame.to.cities()}>
        <label>
          <span>{frame.t('cities.search')}</span>
          <input type="search" name="q" value={q} autocomplete="off" />
        </label>
        <button type="submit">{frame.t('cities.find')}</button>
        {q !== '' && (
          <a class="clear" href={frame.to.cities()}>
            {frame.t('filter.clear')}
          </a>
        )}
      </form>
      {samples.length > 0 && <p class="start-try">{frame.t('cities.try')}</p>}
      <p>
        <a class="button" href={frame.to.intake()}>
          {frame.t('start.intake')}
        </a>
      </p>
      {found.length === 0 ? (
        <p class="empty">{q === '' ? frame.t('cities.empty') : frame.t('cities.no-match', { q })}</p>
      ) : (
        <Cities frame={frame} cities={found} samples={samples} />
      )}
    </Layout>
  )
}

const matches = ({ name, code }: CitySummary['municipality'], q: string): boolean => {
  const asked = q.normalize('NFKC').trim()
  return asked === '' || name.includes(asked) || code.startsWith(asked)
}

const Cities = ({ frame, cities, samples }: Omit<Props, 'q'>) => (
  <table class="plain cities">
    <thead>
      <tr>
        <th scope="col">{frame.t('cities.name')}</th>
        <th scope="col" class="n">
          {frame.t('cities.plans')}
        </th>
        <th scope="col">{frame.t('cities.latest')}</th>
        <th scope="col" class="code">
          {frame.t('cities.code')}
        </th>
      </tr>
    </thead>
    <tbody>
      {cities.map(({ municipality, plans, latestYear }) => (
        <tr>
          <th scope="row">
            <a href={frame.to.city(municipality.code)}>
              <Own frame={frame}>{municipality.name}</Own>
            </a>
            {samples.includes(municipality.code) && (
              <small>
                <a href={frame.to.demonstration(municipality.code)}>{frame.t('account.try-title')}</a>
              </small>
            )}
          </th>
          <td class="n">{plans}</td>
          <td>
            {latestYear === null ? (
              <abbr class="none" title={frame.t('cities.no-figures')}>
                ―
              </abbr>
            ) : (
              yearInWords(frame, latestYear)
            )}
          </td>
          <td class="code">{municipality.code}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
