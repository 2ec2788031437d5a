import { fold } from '#domain/search/fold.ts'
import { documentFields } from './document-fields.ts'
import type { Field } from './field.ts'
import { type Format, formats } from './formats.ts'
import { indicatorFields } from './indicator-fields.ts'
import { type Loop, loops } from './loops.ts'
import { nearest } from './nearest.ts'
import { planFields } from './plan-fields.ts'
import { projectFields } from './project-fields.ts'

/** 差し込める名のすべて。手引き（docs/tasks/make-your-own-form.md）の表と同じ（試験で確かめる）。 */
export const fields: readonly Field[] = [...planFields, ...indicatorFields, ...projectFields, ...documentFields]

type Named = { readonly name: string; readonly aliases: readonly string[] }

const indexOf = <T extends Named>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.flatMap((each) => [each.name, ...each.aliases].map((name) => [key(name), each] as const)))

/** 引くときの字面。全角と半角・大文字と小文字・中点の有無で別の名にしない。記号だけの名（％・―）はそのまま。 */
const key = (name: string): string => {
  const folded = fold(name)
  return folded === '' ? name.normalize('NFKC') : folded
}

const fieldIndex = indexOf(fields)
const loopIndex = indexOf(loops)
const formatIndex = indexOf(formats)

export const fieldNamed = (name: string): Field | undefined => fieldIndex.get(key(name))

export const loopNamed = (name: string): Loop | undefined => loopIndex.get(key(name))

export const formatNamed = (name: string): Format | undefined => formatIndex.get(key(name))

const nameCandidates = (all: readonly Named[]) =>
  all.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => ({ name, key: key(each) })))

const candidates = {
  field: nameCandidates(fields),
  loop: nameCandidates(loops),
  format: nameCandidates(formats),
} as const

/** 知らない名に近い、知っている名（近い順に三つまで）。 */
export const nearestNames = (kind: keyof typeof candidates, name: string): readonly string[] =>
  nearest(key(name), candidates[kind])
