import { raw } from 'hono/html'
import { say } from '#domain/language/say.ts'
import type { Note } from '#domain/plan/draft.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import type { Frame } from '../frame.ts'
import { shape } from './shapes.ts'
import { SourceLink } from './source-link.tsx'

type Props = { frame: Frame; edition: EditionHeading; notes: readonly Note[] }

const marks = { error: 'differs', warning: 'doubt', info: 'not-judged' } as const

/** 気づき。重さの語と形、一文、所在。 */
export const Notes = ({ frame, edition, notes }: Props) => (
  <ul class="notes">
    {notes.map((note) => (
      <li class={note.level}>
        <strong>
          {raw(shape(marks[note.level]))}
          {frame.t(`note.${note.level}`)}
        </strong>{' '}
        <span>{say({ code: note.code, params: note.params }, frame.lang)}</span>{' '}
        {note.places.map((place) => (
          <>
            <SourceLink frame={frame} edition={edition} place={place} />{' '}
          </>
        ))}
      </li>
    ))}
  </ul>
)
