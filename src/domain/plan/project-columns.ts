import type { Edition } from '#domain/plan/edition.ts'
import type { Goal } from '#domain/plan/outline.ts'
import { byNumber, editionGoals, type ProjectRow } from '#domain/plan/project-rows.ts'

/** 印の種類と、その値。新たな視点の 1・2 のように、値ごとに一つの欄になる。 */
export type MarkColumns = { readonly kind: string; readonly values: readonly string[] }

/** 一覧に出す欄。一つも値のない欄は出さない。 */
export type Columns = {
  readonly goals: readonly Goal[]
  /** すべての印。絞り込みの選び先になる。 */
  readonly marks: readonly MarkColumns[]
  /** 値ごとに欄を立てる印（新たな視点・シティプロモーションの視点）。 */
  readonly ticks: readonly MarkColumns[]
  /** 値を一つの欄に並べる印（SDGs、総合計画の関連施策）。図書の表も、SDGs は番号を升目に書く。 */
  readonly chips: readonly string[]
  readonly priority: boolean
  readonly content: boolean
  readonly implementers: boolean
  readonly listNumber: boolean
  readonly number: boolean
  readonly period: boolean
}

export const columnsOf = (edition: Edition, rows: readonly ProjectRow[]): Columns => {
  const marks = marksIn(rows)
  const ticks = marks.filter(isTicked)
  return {
    goals: editionGoals(edition).filter((goal) => rows.some(({ goals }) => goals.has(goal))),
    marks,
    ticks,
    chips: marks.filter((each) => !ticks.includes(each)).map(({ kind }) => kind),
    priority: rows.some(({ priority }) => priority),
    content: rows.some(({ printed }) => printed.some(({ content }) => content !== null)),
    implementers: rows.some(({ implementers }) => implementers.length > 0),
    listNumber: rows.some(({ printed }) => printed.some(({ listNumber }) => listNumber !== null)),
    number: rows.some(({ printed }) => printed.some(({ number }) => number !== null)),
    period: rows.some(({ printed }) => printed.some(({ period }) => period !== null)),
  }
}

const marksIn = (rows: readonly ProjectRow[]): readonly MarkColumns[] => {
  const kinds = [...new Set(rows.flatMap(({ tags }) => Object.keys(tags)))]
  return kinds.map((kind) => ({
    kind,
    values: [...new Set(rows.flatMap(({ tags }) => tags[kind] ?? []))].toSorted(byNumber),
  }))
}

/** 短い番号だけの、少ない値の印。SDGs は 17 あるので一つの欄に並べる。 */
const isTicked = ({ kind, values }: MarkColumns): boolean =>
  !kind.includes('SDG') && values.length <= 10 && values.every((value) => /^[0-9０-９]{1,2}$/.test(value))
