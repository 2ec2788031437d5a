import type { Table } from '../../report.ts'
import { bodySize } from './measure.ts'

/**
 * シートの列。表が一つなら表の列そのもの。いくつもの表を一枚に置くときは、どの表も紙の幅いっぱいに置けるように、
 * すべての表の縦の線で列を刻む（升目は刻んだ列の結合になる）。
 */
export type SheetColumns = {
  /** 列の広さ（pt）。 */
  readonly widths: readonly number[]
  /** 表ごとの、縦の線の列の番号（列の数＋1 個、左端は 0）。 */
  readonly edges: readonly (readonly number[])[]
}

/** 紙より広い表を縮めるのは、字が読める七割まで。それより広い表は、列を狭めて折り返す。 */
const smallestScale = 0.7

/** この近さ（pt）の線は一本にする。大きいほうから試す。 */
const nearness = [4, 2, 1, 0.01] as const

/** 文だけのシートの列。一列だけの広い升目は、直すときに列を分けられず、頁の縮小も効きにくい。 */
const proseColumns = 10

export const sheetColumns = (tables: readonly Table[], pageWidth: number): SheetColumns => {
  const wanted = Math.max(...tables.map((table) => total(table) * bodySize), pageWidth)
  const width = Math.min(wanted, pageWidth / smallestScale)
  if (tables.length === 0)
    return { widths: Array.from({ length: proseColumns }, () => width / proseColumns), edges: [] }
  const positions = tables.map((table) => positionsOf(table, width))
  const lines = tables.length === 1 ? (positions[0] ?? []) : gathered(positions)
  return {
    widths: lines.slice(1).map((at, index) => at - (lines[index] ?? 0)),
    edges: positions.map((each) => each.map((at) => nearest(lines, at))),
  }
}

const total = ({ columns }: Table): number => columns.reduce((sum, { width }) => sum + width, 0)

const positionsOf = (table: Table, width: number): readonly number[] => {
  const unit = width / total(table)
  let at = 0
  return [
    0,
    ...table.columns.map((column) => {
      at += column.width * unit
      return at
    }),
  ]
}

/** 近い線を一本にする。表の列がつぶれるなら、もっと近い線だけを一本にする。 */
const gathered = (positions: readonly (readonly number[])[]): readonly number[] => {
  const all = positions.flat().sort((a, b) => a - b)
  const tries = nearness.map((near) => thinned(all, near))
  return tries.find((lines) => positions.every((each) => keepsColumns(each, lines))) ?? thinned(all, 0)
}

const thinned = (all: readonly number[], near: number): readonly number[] => {
  const lines: number[] = []
  for (const at of all) if (lines.length === 0 || at - (lines.at(-1) ?? 0) > near) lines.push(at)
  return lines
}

const keepsColumns = (positions: readonly number[], lines: readonly number[]): boolean =>
  new Set(positions.map((at) => nearest(lines, at))).size === positions.length

const nearest = (lines: readonly number[], at: number): number =>
  lines.reduce((best, line, index) => (Math.abs(line - at) < Math.abs((lines[best] ?? 0) - at) ? index : best), 0)
