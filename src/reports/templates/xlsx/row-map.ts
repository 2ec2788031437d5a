import type { Step } from '../language/pairing.ts'
import type { OpenTag } from '../language/tags.ts'
import type { Frames } from '../vocabulary/scope.ts'
import { lastSheetRow, type Rows, runsOf } from './address.ts'

/** 差し込んだ後の一行。`path` は、どの繰り返しの何件目か。`blank` は、一件もない繰り返しに残した空の行。 */
export type OutputRow = {
  readonly template: number
  readonly frames: Frames
  readonly path: Path
  readonly blank: boolean
}

export type Path = readonly Turn[]

type Turn = { readonly block: number; readonly turn: number }

/** ひな形の行と、差し込んだ後の行の対応。どちらも 1 から数える。 */
export type RowMap = {
  /** 行が増え減りするか。しなければ、参照も図もそのままでよい。 */
  readonly changed: boolean
  readonly outputs: readonly OutputRow[]
  /** 増え減りする部分の、ひな形での行数。 */
  readonly height: number
  /** ひな形の行の行き先。`at` があれば、同じ繰り返しの同じ件の中のものだけ。除かれた行なら空。 */
  readonly rowsOf: (row: number, at?: Path) => readonly number[]
  /** その行の属する繰り返し（外から）。 */
  readonly blocksOf: (row: number) => readonly number[]
}

/** 一行も増え減りしないシート。 */
export const unchangedRows: RowMap = {
  changed: false,
  outputs: [],
  height: 0,
  rowsOf: (row) => [row],
  blocksOf: () => [],
}

/** 何行まで作るか。これを超えたら、超えた印を持って投げずに返す。 */
export type LaidOut =
  | { readonly ok: true; readonly rows: readonly OutputRow[] }
  | { readonly ok: false; readonly open: OpenTag }

type Layout = {
  readonly isMarker: (row: number) => boolean
  readonly frames: (open: OpenTag, frames: Frames) => readonly Frames[]
  readonly limit: number
}

/**
 * 行を並べる。いちばん外の繰り返しに一件もなければ、表の枠が崩れず、合計の数式が行き先を失わないように、
 * 空の行を一つ残す。
 */
export const layOut = (steps: readonly Step[], { isMarker, frames, limit }: Layout): LaidOut => {
  const rows: OutputRow[] = []
  let over: OpenTag | null = null
  const walk = (within: readonly Step[], now: Frames, path: Path): void => {
    for (const step of within) {
      if (over) return
      if (step.kind === 'unit') {
        const template = step.at + 1
        if (!isMarker(template)) rows.push({ template, frames: now, path, blank: false })
        continue
      }
      const turns = frames(step.open, now)
      turns.forEach((each, turn) => {
        if (!over) walk(step.steps, each, [...path, { block: step.id, turn }])
        if (rows.length > limit) over ??= step.open
      })
      if (turns.length === 0 && path.length === 0 && step.open.what === 'loop') {
        const template = firstRow(step.steps, isMarker)
        if (template !== undefined)
          rows.push({ template, frames: now, path: [{ block: step.id, turn: 0 }], blank: true })
      }
    }
  }
  walk(steps, {}, [])
  return over ? { ok: false, open: over } : { ok: true, rows }
}

/** 繰り返しの中の、印だけでない初めの行。 */
const firstRow = (steps: readonly Step[], isMarker: (row: number) => boolean): number | undefined => {
  for (const step of steps) {
    const found =
      step.kind === 'unit' ? (isMarker(step.at + 1) ? undefined : step.at + 1) : firstRow(step.steps, isMarker)
    if (found !== undefined) return found
  }
  return undefined
}

/** 並べた行から、行の対応を作る。 */
export const rowMapOf = (steps: readonly Step[], height: number, outputs: readonly OutputRow[]): RowMap => {
  const blocks = blocksByRow(steps)
  const blocksOf = (row: number): readonly number[] => blocks.get(row) ?? []
  const byRow = new Map<number, number[]>()
  const byPlace = new Map<string, number[]>()
  outputs.forEach(({ template, path }, index) => {
    push(byRow, template, index + 1)
    push(byPlace, placeKey(template, path), index + 1)
  })
  const delta = outputs.length - height
  const changed = delta !== 0 || outputs.some(({ template }, index) => template !== index + 1)
  const rowsOf = (row: number, at: Path = []): readonly number[] => {
    if (row > height) return [row + delta]
    const own = blocksOf(row)
    const shared = at.filter(({ block }) => own.includes(block))
    if (shared.length === own.length) return byPlace.get(placeKey(row, shared)) ?? []
    const all = byRow.get(row) ?? []
    return shared.length === 0 ? all : all.filter((each) => agrees(outputs[each - 1]?.path ?? [], shared))
  }
  return { changed, outputs, height, rowsOf, blocksOf }
}

const push = <K>(map: Map<K, number[]>, key: K, value: number): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const placeKey = (row: number, path: Path): string =>
  `${row}|${path.map(({ block, turn }) => `${block}:${turn}`).join('/')}`

const agrees = (path: Path, shared: Path): boolean =>
  shared.every(({ block, turn }) => path.some((each) => each.block === block && each.turn === turn))

const blocksByRow = (steps: readonly Step[], chain: readonly number[] = []): ReadonlyMap<number, readonly number[]> =>
  new Map(
    steps.flatMap((step): readonly (readonly [number, readonly number[]])[] =>
      step.kind === 'unit' ? [[step.at + 1, chain]] : [...blocksByRow(step.steps, [...chain, step.id])],
    ),
  )

/** 範囲の行の行き先を、続いた並びにして上から。除かれた行だけの範囲なら空。 */
export const runsBetween = (map: RowMap, from: number, to: number, at?: Path): readonly Rows[] => {
  if (!map.changed) return [{ from, to }]
  const found: number[] = []
  for (let row = from; row <= Math.min(to, map.height); row += 1) found.push(...map.rowsOf(row, at))
  const delta = map.outputs.length - map.height
  const runs = runsOf(found)
  if (to <= map.height) return runs
  const tail = { from: Math.max(from, map.height + 1) + delta, to: Math.min(lastSheetRow, to + delta) }
  const last = runs.at(-1)
  return last && last.to + 1 >= tail.from ? [...runs.slice(0, -1), { from: last.from, to: tail.to }] : [...runs, tail]
}
