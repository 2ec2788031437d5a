import { raw } from 'hono/html'
import { type Standing, standings } from '#domain/indicator/standing.ts'
import type { Counts, PlanView } from '#operations/view-plan.ts'
import type { Frame } from '../frame.ts'
import { Own } from './own-words.tsx'
import { shape } from './shapes.ts'
import { shareBar } from './share-bar.ts'

type Props = { frame: Frame; view: PlanView }

/** 基本目標を一行ずつ。達成・順調・遅れ・判定なしの数は、そこだけに絞った一覧表へつながる。 */
export const GoalCounts = ({ frame, view }: Props) => (
  <>
    <table class="counts">
      <thead>
        <tr>
          <th scope="col">{frame.t('counts.goal')}</th>
          <th scope="col" class="bar">
            <span class="unseen">{frame.t('counts.share')}</span>
          </th>
          {standings.map((standing) => (
            <th scope="col" class="n">
              <span class={`state ${standing}`}>
                {raw(shape(standing))}
                {frame.t(`standing.${standing}`)}
              </span>
            </th>
          ))}
          <th scope="col" class="n">
            {frame.t('counts.all')}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.goals.map(({ goal, counts, total }) => (
          <tr>
            <th scope="row">
              <Own frame={frame}>{goal.words}</Own>
            </th>
            <td class="bar">{raw(shareBar(counts))}</td>
            <Cells frame={frame} view={view} counts={counts} goal={goal.key} />
            <td class="n">{total}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{frame.t('counts.total')}</th>
          <td class="bar">{raw(shareBar(view.counts))}</td>
          <Cells frame={frame} view={view} counts={view.counts} />
          <td class="n">{standings.reduce((sum, standing) => sum + view.counts[standing], 0)}</td>
        </tr>
      </tfoot>
    </table>
    <details class="meaning">
      <summary>{frame.t('counts.meaning')}</summary>
      <dl>
        {standings.map((standing) => (
          <>
            <dt class={`state ${standing}`}>
              {raw(shape(standing))}
              {frame.t(`standing.${standing}`)}
            </dt>
            <dd>{frame.t(`standing-means.${standing}`)}</dd>
          </>
        ))}
      </dl>
      <p>{frame.t('counts.once')}</p>
    </details>
  </>
)

const Cells = ({ frame, view, counts, goal }: Props & { counts: Counts; goal?: string }) => (
  <>
    {standings.map((standing) => (
      <td class="n">
        <Count frame={frame} view={view} standing={standing} count={counts[standing]} goal={goal} />
      </td>
    ))}
  </>
)

type CountProps = Props & { standing: Standing; count: number; goal: string | undefined }

const Count = ({ frame, view: { edition, year }, standing, count, goal }: CountProps) =>
  count === 0 ? (
    <>0</>
  ) : (
    <a
      href={frame.to.progress(edition.municipality.code, edition.id, { goal, standing, year: year ?? undefined })}
      aria-label={frame.t('counts.link', { standing: frame.t(`standing.${standing}`), count })}
    >
      {count}
    </a>
  )
