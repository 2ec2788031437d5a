import type { Message } from '#domain/language/message.ts'
import type { Problem } from '#domain/problem.ts'
import { guideSheet } from '../language/guide.ts'
import { problemAt } from '../meaning/place.ts'
import type { Rows } from './address.ts'
import { type Corner, type Reference, type Rewritten, rewritten, writtenReference } from './references.ts'
import { type Path, type RowMap, runsBetween } from './row-map.ts'

/** シートごとの行の対応。名は大文字と小文字を問わない（Excel と同じ）。 */
export type RowMaps = ReadonlyMap<string, RowMap>

export const mapFor = (maps: RowMaps, sheet: string): RowMap | undefined => maps.get(sheet.toLowerCase())

/** 数式のある所。繰り返しの行の中なら、何件目か。 */
export type Standing = { readonly sheet: string; readonly path?: Path }

/**
 * 行が増え減りした後の数式。同じ件の中の参照は同じ件の行へ、繰り返しの外からの範囲は増えた行のすべてへ。
 * 続かない行の範囲は、足し合わせる関数の中なら並べて書く（間の小計を二重に足さないため、まとめて一つにはしない）。
 */
export const followed = (formula: string, standing: Standing, maps: RowMaps): Rewritten =>
  rewritten(formula, (reference) => followOne(reference, standing, maps, reference.listable))

/** グラフや名前の範囲。数式と違い、升目一つでも増えた行のすべてに広げ、いくつもの範囲を並べてよい。 */
export const spread = (formula: string, standing: Standing, maps: RowMaps): Rewritten =>
  rewritten(formula, (reference) => {
    const followed = followOne(reference, standing, maps, true)
    return typeof followed === 'string' && followed.includes(',') && formula === reference.written
      ? `(${followed})`
      : followed
  })

const followOne = (
  reference: Reference,
  { sheet, path }: Standing,
  maps: RowMaps,
  listable: boolean,
): string | { readonly why: 'cell' | 'range' } => {
  const { first, last, kind } = reference
  // 「書き方」のシートは残らないので、そこを見る数式は行き先がない。
  if (reference.sheet === guideSheet) return { why: 'range' }
  const map = mapFor(maps, reference.sheet ?? sheet)
  if (!map?.changed || first.row === null || last.row === null) return reference.written
  const home = (reference.sheet ?? sheet).toLowerCase() === sheet.toLowerCase()
  const runs = runsBetween(map, first.row, last.row, home ? path : undefined)
  const [only, ...others] = runs
  if (!only) return { why: 'range' }
  if (kind === 'cell' && others.length === 0 && only.from === only.to) return withRows(reference, only)
  if (kind === 'cell' && !listable) return { why: 'cell' }
  if (others.length > 0 && !listable) return { why: 'range' }
  return runs.map((run) => withRows({ ...reference, kind: kind === 'cell' ? 'range' : kind }, run)).join(',')
}

const withRows = (reference: Reference, { from, to }: Rows): string => {
  const at = (corner: Corner, row: number): Corner => ({ ...corner, row })
  return writtenReference(reference, at(reference.first, from), at(reference.last, to))
}

/** 直せない数式の断り。 */
export const formulaProblem = (failed: Extract<Rewritten, { ok: false }>, place: Message): Problem => {
  const { reference, why } = failed
  if (why === 'cell') {
    const cell = reference.slice(reference.lastIndexOf('!') + 1)
    return problemAt(place, 'template-formula-into-loop', { reference, range: `${reference}:${cell}` })
  }
  return problemAt(place, why === 'range' ? 'template-formula-cannot-follow' : 'template-formula-unsupported', {
    reference,
  })
}
