import type { Note, Project } from '#domain/plan/draft.ts'
import { likeness } from './likeness.ts'

/** 番号を決めるのに使う、個票の印刷された字面。 */
export type Unnumbered = {
  /** 「No. n」と書いてあるとき。 */
  readonly printed: string | null
  readonly names: readonly string[]
  /** 上にある基本目標の節（id）。 */
  readonly goal: string | null
}

/**
 * 個票の番号。printed は書いてあるもの、name は重点施策一覧の名と基本目標が合ったもの、
 * order は前の個票の次の番号としただけのもの。null は決められなかった。
 */
export type Numbered = {
  readonly number: string | null
  readonly how: 'printed' | 'name' | 'order' | 'unknown'
  readonly list: Project | null
}

/**
 * 「No. n」のない個票の番号を、一覧との名・基本目標・並びの合いかたから決める。
 * 一覧の一行は一度しか使わない（同じ事業が基本目標ごとに何度も出る）。
 */
export const numberedSheets = (sheets: readonly Unnumbered[], list: readonly Project[]): readonly Numbered[] => {
  const chosen = new Map<number, Project>()
  const printed = new Set(sheets.flatMap((sheet) => sheet.printed ?? []))
  const free = new Set(list.filter(({ number }) => number !== null && !printed.has(number)))
  for (const { sheet, row } of candidates(sheets, list)) {
    if (chosen.has(sheet) || !free.has(row)) continue
    chosen.set(sheet, row)
    free.delete(row)
  }
  const done: Numbered[] = []
  for (const [index, sheet] of sheets.entries()) done.push(numbered(sheet, chosen.get(index), done, list, printed))
  return done
}

type Candidate = { readonly sheet: number; readonly row: Project; readonly score: number }

/** 一覧が長すぎるときは、並びの近い行だけを見る（時間の限り）。 */
const widest = 100

/** 名の似た組を、似ている順に。同じ基本目標の節にあれば強く、並びが近ければ少し強くみる。 */
const candidates = (sheets: readonly Unnumbered[], list: readonly Project[]): readonly Candidate[] =>
  sheets
    .flatMap((sheet, index) =>
      sheet.printed !== null
        ? []
        : list.flatMap((row, at) => {
            if (list.length > widest && Math.abs(index - at) > widest) return []
            const name = nameScore(sheet.names, row.name)
            const goal = sheet.goal !== null && row.nodes.includes(sheet.goal) ? 0.2 : 0
            const near = 0.1 * (1 - Math.abs(index / sheets.length - at / list.length))
            return name < 0.5 ? [] : [{ sheet: index, row, score: name + goal + near }]
          }),
    )
    .toSorted((a, b) => b.score - a.score)

/** 上段・下段のどちらか、または続けたものが一覧の名と似ている度合い。 */
export const nameScore = (names: readonly string[], listed: string): number =>
  Math.max(0, ...[...names, names.join('')].map((name) => likeness(name, listed)))

const numbered = (
  sheet: Unnumbered,
  chosen: Project | undefined,
  done: readonly Numbered[],
  list: readonly Project[],
  printed: ReadonlySet<string>,
): Numbered => {
  const rowOf = (number: string) => list.find((row) => row.number === number) ?? null
  if (sheet.printed !== null) return { number: sheet.printed, how: 'printed', list: rowOf(sheet.printed) }
  if (chosen) return { number: chosen.number, how: 'name', list: chosen }
  const before = Number(done.at(-1)?.number ?? (done.length === 0 ? 0 : Number.NaN))
  const next = String(before + 1)
  const taken = printed.has(next) || done.some(({ number }) => number === next)
  if (Number.isNaN(before) || taken) return { number: null, how: 'unknown', list: null }
  return { number: next, how: 'order', list: rowOf(next) }
}

/** 番号の気づきの重さ。 */
export const levelOf = (how: Numbered['how']): Note['level'] => (how === 'name' ? 'info' : 'warning')
