import type { Place } from '#domain/provenance.ts'
import type { Line } from '../../document.ts'

/** 数の升目一つ（「1,627」「―」「△5.13％」「暫定値43.1」）。 */
export type NumberCell = { readonly raw: string; readonly place: Place }

/** 数だけの一行。 */
export type NumberLine = { readonly line: Line; readonly cells: readonly NumberCell[] }

/** 数の行一つ。目標の段と実績の段。段が欠けていれば空。 */
export type NumberRow = {
  readonly targets: readonly NumberCell[]
  readonly actuals: readonly NumberCell[]
  /** 段の数がそろわず、どの二行が組かが確かでない。 */
  readonly shaky: boolean
  readonly place: Place
}

const number =
  /^(?:暫定値?|速報値?|見込み?|推計値?|約)?[△▲+＋-－−]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?(?:％|%|ポイント|千人|万人|人|件|戸|棟|社|組|品|枚|円|千円|万円|億円|団体|回|校|か所|ha|km)?$/u
const dash = /^[―－ー—‐–─-]+$/u
const noValue = /^(?:未定|未公表|調査中|集計中|調整中|なし|皆減|皆増|…)$/u

/** 数の升目らしいか。「3年度」は年の見出しなので違う。 */
export const isNumberWord = (word: string): boolean => number.test(word) || dash.test(word) || noValue.test(word)

/**
 * 数だけが並ぶ行なら、その升目。二つ以上の数（または「―」）からなる行だけを取る。
 *
 * @example numberLine(line('11 11 11 11 11 55'))?.cells.length // → 6
 */
export const numberLine = (line: Line): NumberLine | null => {
  const cells = [...line.text.matchAll(/[^\s　]+/gu)].map((match) => ({
    raw: match[0],
    place: { line: line.number, column: match.index + 1, length: match[0].length },
  }))
  return cells.length >= 2 && cells.every(({ raw }) => isNumberWord(raw)) ? { line, cells } : null
}

const says = (cell: NumberCell | undefined): boolean => cell !== undefined && !dash.test(cell.raw)

/**
 * 数の行を、目標の段と実績の段の組にする。集計表では目標の段に年度の数と合計の升目が全部あり、
 * 実績の段は報告する年度と合計だけ（升目が少ない）か、先の年度が「―」で埋まる。
 * 段が一つ欠けても後がずれないように、並び全体の費用が最小の組み方を選ぶ。
 *
 * `full` は目標の段の升目の数（年度の数＋合計）、`reported` は実績の出ている年度の数。
 */
export const pairRows = (lines: readonly NumberLine[], full: number, reported: number): readonly NumberRow[] => {
  const costs = [0]
  const takes: ('target' | 'actual' | 'both')[] = []
  lines.forEach((last, at) => {
    const before = lines[at - 1]
    const choices = [
      { take: 'target' as const, cost: (costs[at] ?? 0) + aloneTarget + asTarget(last, full, reported) },
      { take: 'actual' as const, cost: (costs[at] ?? 0) + aloneActual + asActual(last, full, reported) },
      ...(before
        ? [
            {
              take: 'both' as const,
              cost: (costs[at - 1] ?? 0) + asTarget(before, full, reported) + asActual(last, full, reported),
            },
          ]
        : []),
    ]
    const best = choices.reduce((a, b) => (b.cost < a.cost ? b : a))
    costs.push(best.cost)
    takes.push(best.take)
  })
  return markShaky(rowsBack(lines, takes), full)
}

/** 相手の段のない段の費用。 */
const aloneTarget = 12
const aloneActual = 14

const rowsBack = (
  lines: readonly NumberLine[],
  takes: readonly ('target' | 'actual' | 'both')[],
): readonly NumberRow[] => {
  const rows: NumberRow[] = []
  for (let at = lines.length - 1; at >= 0; at -= takes[at] === 'both' ? 2 : 1) {
    const last = lines[at] ?? null
    if (takes[at] === 'both') rows.push(rowOf(lines[at - 1] ?? null, last))
    else rows.push(takes[at] === 'target' ? rowOf(last, null) : rowOf(null, last))
  }
  return rows.reverse()
}

/** 段の欠けた行があれば、その行と、実績の段が目標の段と同じ長さの行（どちらの段とも読める）は確かでない。 */
const markShaky = (rows: readonly NumberRow[], full: number): readonly NumberRow[] => {
  const half = (row: NumberRow) => row.targets.length === 0 || row.actuals.length === 0
  if (!rows.some(half)) return rows
  return rows.map((row) => ({ ...row, shaky: half(row) || row.actuals.length >= full }))
}

const asTarget = ({ cells }: NumberLine, full: number, reported: number): number => {
  if (cells.length < full) return 20
  if (cells.length > full) return 10
  // 報告の年度にだけ数があり、あとが「―」の行は、実績の段らしい（それでも目標のことがある：初年度だけの目標）。
  return cells.slice(reported, -1).some(says) || !cells.some(says) ? 0 : 1
}

const asActual = ({ cells }: NumberLine, full: number, reported: number): number => {
  if (cells.length > full) return 20
  if (cells.length < full) return Math.abs(cells.length - (reported + 1))
  return cells.slice(reported, -1).some(says) ? 15 : 0
}

const rowOf = (target: NumberLine | null, actual: NumberLine | null): NumberRow => {
  const line = (target ?? actual)?.line
  if (!line) throw new Error('a number row needs a line')
  return { targets: target?.cells ?? [], actuals: actual?.cells ?? [], shaky: false, place: line.place }
}
