import type { Params } from '#domain/language/message.ts'
import type { Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Place } from '#domain/provenance.ts'

/** 気づきの種。どの事業についてかは、番号と id が決まってから添える。 */
export type Doubt = {
  readonly level: Note['level']
  readonly code: string
  readonly params: Params
  readonly places: readonly Place[]
}

export const doubt = (level: Note['level'], code: string, params: Params, places: readonly Place[]): Doubt => ({
  level,
  code,
  params,
  places,
})

export const noteOf = ({ level, code, params, places }: Doubt, about: readonly string[]): Note =>
  note(level, code, params, places, about)
