import { raw } from 'hono/html'
import type { Note } from '#domain/plan/draft.ts'
import type { FindingState } from '#operations/view-findings.ts'
import type { Frame } from '../frame.ts'
import { type Shape, shape } from './shapes.ts'

const levelShapes = { error: 'differs', warning: 'doubt', info: 'not-judged' } as const

/** 気づきの重さ。形と語。 */
export const LevelMark = ({ frame, level }: { frame: Frame; level: Note['level'] }) => (
  <span class={`level ${level}`}>
    {raw(shape(levelShapes[level]))}
    {frame.t(`note.${level}`)}
  </span>
)

const stateShapes: Readonly<Record<FindingState, Shape>> = {
  open: 'not-judged',
  asked: 'on-the-way',
  leave: 'reached',
  corrected: 'reached',
}

/** 答えの有無。形と語。 */
export const FindingStateMark = ({ frame, state }: { frame: Frame; state: FindingState }) => (
  <span class={`answer-state ${state}`}>
    {raw(shape(stateShapes[state]))}
    {frame.t(`finding-state.${state}`)}
  </span>
)
