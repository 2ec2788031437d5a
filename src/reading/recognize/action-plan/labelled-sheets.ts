import type { Line } from '../../document.ts'
import { type GoalTitle, goalHeading } from './goals.ts'
import { startsLabels } from './labelled-rows.ts'
import { headingOf } from './rows.ts'

/** 項目の名を左に置いた個票一枚。`goal` は上にある基本目標の見出し。 */
export type LabelledSheet = { readonly goal: GoalTitle | null; readonly lines: readonly Line[] }

/** 図書の行を、左に名のある個票と、頁ごとの残りの行に分ける。個票は次の個票か、表計算の次のシートまで。 */
export const labelledSheets = (
  pages: readonly (readonly Line[])[],
): { readonly sheets: readonly LabelledSheet[]; readonly rest: readonly (readonly Line[])[] } => {
  const sheets: LabelledSheet[] = []
  const rest: (readonly Line[])[] = []
  for (const lines of pages) {
    const starts = lines.flatMap((_, at) => (startsLabels(lines, at) ? [at] : []))
    rest.push(lines.slice(0, starts[0] ?? lines.length))
    for (const [index, start] of starts.entries()) {
      const above = lines.slice(starts[index - 1] ?? 0, start)
      sheets.push({
        goal: goalAbove(above) ?? sheets.at(-1)?.goal ?? null,
        lines: lines.slice(start, starts[index + 1]),
      })
    }
  }
  return { sheets, rest }
}

const goalAbove = (lines: readonly Line[]): GoalTitle | undefined =>
  lines
    .flatMap((line) => {
      const heading = headingOf(line)
      return heading ? (goalHeading(heading) ?? []) : []
    })
    .at(-1)
