import { type Problem, problemInWords } from '#domain/problem.ts'
import type { AcceptLine, AcceptView } from '#operations/collection/accept-view.ts'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

/** まとめて受理した答え。除いたものは、課の名とわけ。 */
export type AcceptGiven = {
  readonly accepted: number
  readonly left: readonly { readonly department: string; readonly problem: Problem }[]
}

type Props = { frame: Frame; view: AcceptView; given: AcceptGiven | undefined }

export const acceptPage = (frame: Frame, view: AcceptView, given?: AcceptGiven): string =>
  String(<AcceptPage frame={frame} view={view} given={given} />)

/** 課長の確認の済んだ回答を、まとめて受理する。 */
const AcceptPage = ({ frame, view, given }: Props) => {
  const { municipality, round, lines } = view
  const title = frame.t('flow.accept-title')
  const board = frame.to.round(municipality.code, round.id)
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: frame.t('work.title'), href: frame.to.work(municipality.code) },
        { words: round.title, href: board, own: true },
        { words: title },
      )}
    >
      <h1>{title}</h1>
      <p class="sub">
        <Own frame={frame}>{round.title}</Own>
      </p>
      <Told frame={frame} given={given} />
      <p class="summary">
        {frame.t('flow.accept-counts', { ready: lines.length, pending: view.pending, accepted: view.accepted })}
      </p>
      {lines.length === 0 ? (
        <p class="empty">
          {frame.t(view.pending > 0 ? 'flow.accept-none-yet' : 'flow.accept-all-done')}{' '}
          <a href={board}>{frame.t('flow.to-board')}</a>
        </p>
      ) : (
        <Choose frame={frame} view={view} />
      )}
    </Layout>
  )
}

const Told = ({ frame, given }: { frame: Frame; given: AcceptGiven | undefined }) =>
  given === undefined ? null : (
    <>
      {given.accepted > 0 && (
        <p class="flow-done" role="status">
          {frame.t('flow.accepted-together', { count: given.accepted })}
        </p>
      )}
      {given.left.length > 0 && (
        <div class="notice" role="alert">
          <h2>{frame.t('flow.left-out', { count: given.left.length })}</h2>
          <ul>
            {given.left.map(({ department, problem }) => (
              <li>
                <Own frame={frame}>{department}</Own>：
                <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )

const Choose = ({ frame, view: { municipality, round, lines } }: { frame: Frame; view: AcceptView }) => (
  <form method="post" action={frame.to.roundPart(municipality.code, round.id, 'accept')}>
    <Scroll label={frame.t('flow.accept-title')}>
      <table class="flow-accept">
        <thead>
          <tr>
            <th scope="col">{frame.t('flow.col-choose')}</th>
            <th scope="col">{frame.t('flow.col-department')}</th>
            <th scope="col" class="n">
              {frame.t('flow.col-items')}
            </th>
            <th scope="col" class="n">
              {frame.t('flow.col-absent')}
            </th>
            <th scope="col" class="n">
              {frame.t('flow.col-provisional')}
            </th>
            <th scope="col" class="n">
              {frame.t('flow.col-confirmed')}
            </th>
            <th scope="col" class="n">
              {frame.t('flow.col-returns')}
            </th>
            <th scope="col">{frame.t('flow.col-approved')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line frame={frame} code={municipality.code} line={line} />
          ))}
        </tbody>
      </table>
    </Scroll>
    <p class="buttons">
      <button type="submit" class="primary" accesskey="a">
        {frame.t('flow.accept-chosen')}
      </button>
    </p>
    <p class="sub">{frame.t('flow.accept-hint')}</p>
  </form>
)

const Line = ({ frame, code, line }: { frame: Frame; code: string; line: AcceptLine }) => {
  const { response, department } = line
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          name="chosen"
          value={`${response.id} ${response.revision}`}
          checked
          aria-label={frame.t('flow.choose', { department })}
        />
      </td>
      <th scope="row">
        <a href={frame.to.responsePart(code, response.id, 'review')}>
          <Own frame={frame}>{department}</Own>
        </a>
      </th>
      <td class="n">{line.items}</td>
      <td class="n">{line.absent}</td>
      <td class="n">{line.provisional}</td>
      <td class="n">{line.confirmed}</td>
      <td class="n">{line.returns}</td>
      <td>
        <Own frame={frame}>{response.lastBy ?? '―'}</Own>
        {line.unseen && <span class="tag">{frame.t('flow.unseen')}</span>}
      </td>
    </tr>
  )
}
