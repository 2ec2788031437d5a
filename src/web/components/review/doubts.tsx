import { raw } from 'hono/html'
import { say } from '#domain/language/say.ts'
import type { Note } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { shape } from '../shapes.ts'
import { Spoken } from '../spoken.tsx'
import { PlaceWords } from './place-words.tsx'
import { stateShapes } from './row-words.ts'

/** 行の状態。形と語、そのつぎに色。 */
export const RowState = ({ frame, state }: { frame: Frame; state: ReviewRow['state'] }) => (
  <span class={`row-state ${state}`}>
    {raw(shape(stateShapes[state]))}
    {frame.t(`review-state.${state}`)}
  </span>
)

/** 行の疑いを一つのことばで。一覧に出す。 */
export const firstDoubt = (
  frame: Frame,
  { notes, indicator, state }: ReviewRow,
): { words: string; own: boolean } | null => {
  if (state !== 'doubtful' && state !== 'likely') return null
  const [note] = notes.filter(({ level }) => level !== 'info')
  if (note) return { words: say({ code: note.code, params: note.params }, frame.lang), own: false }
  const broken = [indicator?.baseline, ...(indicator?.targets ?? []), ...(indicator?.actuals ?? [])].find(
    (figure) => figure?.status === 'unreadable',
  )
  if (broken) return { words: frame.t('review.unreadable', { raw: broken.raw }), own: false }
  const [evidence] = indicator?.certainty?.evidence ?? []
  return evidence === undefined ? null : { words: evidence, own: true }
}

/** この行の疑いと気づきのすべて。 */
export const Doubts = ({ frame, row }: { frame: Frame; row: ReviewRow }) => {
  const evidence = row.indicator?.certainty?.level === 'certain' ? [] : (row.indicator?.certainty?.evidence ?? [])
  if (evidence.length + row.notes.length === 0) return null
  return (
    <ul class="doubts">
      {evidence.map((why) => (
        <li>
          <Own frame={frame}>{why}</Own>
        </li>
      ))}
      {row.notes.map((note) => (
        <li class={note.level}>
          <NoteWords frame={frame} note={note} />
        </li>
      ))}
    </ul>
  )
}

const marks = { error: 'differs', warning: 'doubt', info: 'not-judged' } as const

type NoteProps = {
  frame: Frame
  note: Note
  /** その所在を読んだ行へ。 */
  hrefOf?: (place: Place) => string | undefined
}

/** 気づき一つ。重さの語と形、一文、所在。 */
export const NoteWords = ({ frame, note, hrefOf }: NoteProps) => (
  <>
    <strong class="weight">
      {raw(shape(marks[note.level]))}
      {frame.t(`note.${note.level}`)}
    </strong>{' '}
    <Spoken frame={frame} words={say({ code: note.code, params: note.params }, frame.lang)} />
    {note.places.slice(0, 5).map((place) => (
      <small>
        {' '}
        <PlaceWords frame={frame} place={place} href={hrefOf?.(place)} />
      </small>
    ))}
  </>
)

type ListProps = { frame: Frame; notes: readonly Note[]; hrefOf?: (place: Place) => string | undefined }

/** この数までの重い気づきは、開かなくても見せる。 */
const shownNotes = 2

/** どの行のものでもない気づき。重いものを先に少しだけ、残りは開けば見える。 */
export const NoteList = ({ frame, notes, hrefOf }: ListProps) => {
  const weights = ['error', 'warning', 'info'] as const
  const inOrder = weights.flatMap((weight) => notes.filter(({ level }) => level === weight))
  const heavy = inOrder.filter(({ level }) => level !== 'info').slice(0, shownNotes)
  const rest = inOrder.slice(heavy.length)
  const list = (its: readonly Note[]) => (
    <ul class="doubts warnings">
      {its.map((note) => (
        <li class={note.level}>
          <NoteWords frame={frame} note={note} {...(hrefOf && { hrefOf })} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {heavy.length > 0 && list(heavy)}
      {rest.length > 0 && (
        <details>
          <summary>
            {frame.t(heavy.length > 0 ? 'review.more-warnings' : 'review.warnings', { count: rest.length })}
          </summary>
          {list(rest)}
        </details>
      )}
    </>
  )
}
