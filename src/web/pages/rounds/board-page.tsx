import { type BoardFilter, byOrganisation, isIn } from '#domain/collection/board.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { Person } from '#domain/people/person.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { BoardView } from '#operations/collection/board.ts'
import { BoardActs, type UrgeGiven } from '../../components/rounds/board-acts.tsx'
import { BoardHistory } from '../../components/rounds/board-history.tsx'
import { BoardLate } from '../../components/rounds/board-late.tsx'
import { BoardSummary } from '../../components/rounds/board-summary.tsx'
import { BoardTable } from '../../components/rounds/board-table.tsx'
import { BoardWays } from '../../components/rounds/board-ways.tsx'
import { RoundStatus, statusWhen } from '../../components/rounds/round-words.tsx'
import { RoundsLayout } from '../../components/rounds/rounds-layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

/** 絞り込みと並べ方。 */
export type BoardAsked = { readonly state: BoardFilter | undefined; readonly sort: 'due' | 'department' }

export type BoardPageProps = {
  frame: Frame
  municipality: Municipality
  person: Person
  view: BoardView
  asked: BoardAsked
  /** したことの一文（催促した、延ばした…）。 */
  did?: readonly string[]
  given?: UrgeGiven
}

export const boardPage = (props: BoardPageProps): string => String(<BoardPage {...props} />)

/** 進行表。どの課がどこまで来て、だれに電話すればよいか。締切を過ぎたものから。 */
const BoardPage = ({ frame, municipality, person, view, asked, did = [], given }: BoardPageProps) => {
  const { t, lang } = frame
  const { round, lines, manages, today } = view
  const code = municipality.code
  const { state, sort } = asked
  const chosen = state ? lines.filter((line) => isIn(line, state)) : lines
  const shown = sort === 'department' ? chosen.toSorted(byOrganisation) : chosen
  return (
    <RoundsLayout
      frame={frame}
      municipality={municipality}
      title={round.title}
      crumbs={[{ words: round.title, own: true }]}
      wide
    >
      {did.map((words) => (
        <p class="rounds-did" role="status">
          <Spoken frame={frame} words={words} />
        </p>
      ))}
      <p class="rounds-head">
        <RoundStatus frame={frame} status={round.status} /> {statusWhen(frame, round)}
        <span class="rounds-as-of">{t('rounds.as-of', { day: dayInWords(today, lang, true) })}</span>
      </p>
      {lines.length === 0 ? (
        <p class="empty">{t('rounds.board-none')}</p>
      ) : (
        <>
          <BoardSummary frame={frame} view={view} />
          <BoardWays frame={frame} code={code} view={view} asked={asked} />
          {manages && round.status === 'open' ? (
            <form method="post" action={frame.to.roundPart(code, round.id, 'remind')} class="rounds-board-form">
              <BoardTable frame={frame} code={code} person={person} lines={shown} sort={sort} chooses given={given} />
              <BoardActs frame={frame} code={code} view={view} given={given} />
            </form>
          ) : (
            <BoardTable
              frame={frame}
              code={code}
              person={person}
              lines={shown}
              sort={sort}
              chooses={false}
              given={given}
            />
          )}
        </>
      )}
      <BoardLate frame={frame} code={code} view={view} />
      <BoardHistory frame={frame} code={code} view={view} given={given} />
    </RoundsLayout>
  )
}
