import { type Area, areaOf, writtenArea } from './address.ts'
import { type Path, type RowMap, runsBetween } from './row-map.ts'

/** 範囲の行き先。続かないところで分ける。除かれた行だけなら空。番地でない字（`A:A`）はそのまま。 */
export const areasAfter = (ref: string, map: RowMap, at?: Path): readonly string[] => {
  const area = areaOf(ref)
  if (!area) return [ref]
  return runsBetween(map, area.first.row, area.last.row, at).map(({ from, to }) => withRows(area, from, to))
}

/** 空白で並べた範囲（sqref）の行き先。すべて除かれたら null。 */
export const sqrefAfter = (sqref: string, map: RowMap): string | null => {
  const areas = sqref.split(/\s+/).flatMap((ref) => (ref === '' ? [] : areasAfter(ref, map)))
  return areas.length === 0 ? null : areas.join(' ')
}

/** 一続きでなければならない範囲（表・並べ替え・印刷範囲）の行き先。間の行も含めて包む。 */
export const wholeAfter = (ref: string, map: RowMap, at?: Path): string | null => {
  const area = areaOf(ref)
  if (!area) return ref
  const runs = runsBetween(map, area.first.row, area.last.row, at)
  const [first, last] = [runs[0], runs.at(-1)]
  return first && last ? withRows(area, first.from, last.to) : null
}

const withRows = (area: Area, from: number, to: number): string =>
  writtenArea({ first: { ...area.first, row: from }, last: { ...area.last, row: to } })

/** 範囲の初めの行が、何件目の行か（範囲につけた数式は、左上の升目から見て書かれている）。 */
export const pathAt = (sqref: string, map: RowMap): Path | undefined => {
  const first = areaOf(sqref.trim().split(/\s+/)[0] ?? '')
  const row = first && map.rowsOf(first.first.row)[0]
  return row === undefined ? undefined : map.outputs[row - 1]?.path
}

/** 結合の行き先。両端の行がともに属する繰り返しごとに一つ。繰り返しの外にまたがる結合は、増えた行まで伸びる。 */
export const mergesAfter = (ref: string, map: RowMap): readonly string[] => {
  const area = areaOf(ref)
  if (!area || !map.changed) return [ref]
  const shared = map.blocksOf(area.first.row).filter((block) => map.blocksOf(area.last.row).includes(block))
  const paths = pathsOf(map, area, shared)
  return paths.flatMap((path) => {
    const whole = wholeAfter(ref, map, path)
    return whole?.includes(':') ? [whole] : []
  })
}

/** 範囲の行の行き先の、選んだ繰り返しだけの件（重なりなく）。 */
const pathsOf = (map: RowMap, { first, last }: Area, blocks: readonly number[]): readonly Path[] => {
  if (blocks.length === 0) return [[]]
  const rows = runsBetween(map, first.row, last.row).flatMap(({ from, to }) => map.outputs.slice(from - 1, to))
  const paths = rows.flatMap(({ path, blank }) => (blank ? [] : [path.filter(({ block }) => blocks.includes(block))]))
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()]
}
