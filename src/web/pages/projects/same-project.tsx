import { raw } from 'hono/html'
import type { Project } from '#domain/plan/draft.ts'
import { goalsOf } from '#domain/plan/outline.ts'
import type { DifferingField, Spelling } from '#domain/plan/same-project.ts'
import type { ProjectView } from '#operations/view-projects-sheet.ts'
import { Own } from '../../components/own-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { shape } from '../../components/shapes.ts'
import { SourceLink } from '../../components/source-link.tsx'
import { type Frame, periodInWords } from '../../frame.ts'

type Props = { frame: Frame; view: ProjectView }

/** 同じ事業が図書のどこに載っているか。食い違うところは形と語で言い、どの行にもつなぐ。 */
export const SameProject = ({ frame, view }: Props) => {
  const { rows, fields, findings } = view.group
  return rows.length < 2 ? null : (
    <section aria-labelledby="same">
      <h2 id="same">{frame.t('sheet.same')}</h2>
      <p>
        {frame.t('sheet.same-lead', { count: rows.length })} {fields.size === 0 && frame.t('sheet.same-agree')}{' '}
        {findings.length > 0 && <a href="#notes">{frame.t('sheet.same-findings')}</a>}
      </p>
      {fields.size > 0 && (
        <ul class="differences">
          {fields.has('name') && <NameDiffers frame={frame} view={view} />}
          {fields.has('period') && <li>{sentence(frame, 'sheet.period-differs')}</li>}
          {fields.has('goals') && <li>{sentence(frame, 'sheet.goals-differ')}</li>}
        </ul>
      )}
      <Scroll labelledby="same">
        <table class="plain same-project">
          <thead>
            <tr>
              <th scope="col">{frame.t('projects.printed-in')}</th>
              <th scope="col">{frame.t('projects.name')}</th>
              <th scope="col">{frame.t('sheet.goals')}</th>
              <th scope="col">{frame.t('projects.period')}</th>
              <th scope="col">{frame.t('projects.implementers')}</th>
              <th scope="col">{frame.t('sheet.place')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row frame={frame} view={view} row={row} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const sentence = (frame: Frame, code: 'sheet.name-differs' | 'sheet.period-differs' | 'sheet.goals-differ') => (
  <strong class="differs">
    {raw(shape('differs'))}
    {frame.t(code)}
  </strong>
)

const NameDiffers = ({ frame, view }: Props) => (
  <li>
    {sentence(frame, 'sheet.name-differs')}{' '}
    {view.spellings.map((spelling, index) => (
      <>
        {index > 0 && ' ／ '}
        <SpellingWords frame={frame} view={view} spelling={spelling} />
      </>
    ))}
  </li>
)

/** 「企業立地助奨事業」（取組事業一覧 91） */
const SpellingWords = ({ frame, view: { edition }, spelling: { name, rows } }: Props & { spelling: Spelling }) => (
  <>
    <Own frame={frame}>「{name}」</Own>（
    {rows.map((row, index) => (
      <>
        {index > 0 && '、'}
        <a href={frame.to.project(edition.municipality.code, edition.id, row.id)}>{placeName(frame, row)}</a>
      </>
    ))}
    ）
  </>
)

const placeName = (frame: Frame, { shownIn, number, listNumber }: Project): string => {
  const at = shownIn === 'matrix' ? listNumber : number
  return `${frame.t(`projects.${shownIn}`)}${at === null ? '' : ` No. ${at}`}`
}

const Row = ({ frame, view, row }: Props & { row: Project }) => {
  const { edition, project, group } = view
  return (
    <tr class={row === project ? 'here' : undefined}>
      <th scope="row">
        {row === project ? (
          <>
            {placeName(frame, row)} <span class="tag">{frame.t('sheet.this')}</span>
          </>
        ) : (
          <a href={frame.to.project(edition.municipality.code, edition.id, row.id)}>{placeName(frame, row)}</a>
        )}
      </th>
      <td>
        <Marked fields={group.fields} field="name" />
        <Own frame={frame}>{[row.name, row.subName ?? ''].filter((each) => each !== '').join(' ／ ')}</Own>
      </td>
      <td>
        <Marked fields={group.fields} field="goals" />
        <Own frame={frame}>{goalNumbers(view, row)}</Own>
      </td>
      <td>
        {row.period && (
          <>
            <Marked fields={group.fields} field="period" />
            {periodInWords(frame, row.period.from, row.period.to)}
          </>
        )}
      </td>
      <td>
        <Own frame={frame}>{row.implementers.join('、')}</Own>
      </td>
      <td>
        <SourceLink frame={frame} edition={edition} place={row.place} />
      </td>
    </tr>
  )
}

const Marked = ({ fields, field }: { fields: ReadonlySet<DifferingField>; field: DifferingField }) =>
  fields.has(field) ? <span class="differs">{raw(shape('differs'))}</span> : null

/** 「1・2」 */
const goalNumbers = ({ edition }: ProjectView, { nodes }: Project): string =>
  goalsOf(edition.content)
    .filter((goal) => goal.nodes.some(({ id }) => nodes.includes(id)))
    .map(({ number, title }) => number ?? title)
    .join('・')
