import type { ProjectYear } from '#domain/plan/draft.ts'
import type { ProjectView } from '#operations/view-projects-sheet.ts'
import { SourceLink } from '../../components/source-link.tsx'
import { type Frame, yearInWords } from '../../frame.ts'

type Props = { frame: Frame; view: ProjectView }

/** 年度ごとの実績・予定。広い画面と印刷では年度を横に並べ、狭い画面では縦に重ねる。 */
export const SheetYears = ({ frame, view }: Props) =>
  view.project.years.length === 0 ? null : (
    <section aria-labelledby="years">
      <h2 id="years">{frame.t('projects.years')}</h2>
      <ol class="year-items">
        {view.project.years.map((year) => (
          <li>
            <h3>{yearInWords(frame, year.year)}</h3>
            <Items frame={frame} view={view} year={year} />
          </li>
        ))}
      </ol>
    </section>
  )

const Items = ({ frame, view, year: { items, place } }: Props & { year: ProjectYear }) =>
  items.length === 0 ? (
    <p class="none">{frame.t('sheet.year-empty')}</p>
  ) : (
    <>
      <ul lang="ja">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      {place && (
        <small class="screen-only">
          <SourceLink frame={frame} edition={view.edition} place={place} />
        </small>
      )}
    </>
  )
