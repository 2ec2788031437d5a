import type { Params } from '../language/message.ts'
import { say } from '../language/say.ts'
import type { Place } from '../provenance.ts'
import type { Note } from './draft.ts'

/** 気づきを書く。文は目録にあるものだけ。`note('warning', 'unit-missing', { name: '高齢者対応型投雪口整備' }, [{ line: 580 }])` */
export const note = (
  level: Note['level'],
  code: string,
  params: Params,
  places: readonly Place[],
  about: readonly string[] = [],
): Note => ({
  level,
  code,
  message: say({ code, params }),
  params,
  places: distinct(places),
  ...(about.length > 0 ? { about } : {}),
})

/** 同じ所在は一度だけ。 */
const distinct = (places: readonly Place[]): readonly Place[] => {
  const keys = places.map((place) => JSON.stringify(place))
  return places.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}
