import type { Person } from '#domain/people/person.ts'
import { reportingStage } from '#domain/priority/flow.ts'
import { itemGrades } from '#domain/priority/item-grades.ts'
import type { PrioritySheet, ProgressReport, ReportStage, SheetItem } from '#domain/priority/priority-sheet.ts'
import { linesOf } from '#domain/priority/read-sheet.ts'
import { itemsOfSheet, reportOf } from '#domain/priority/sheet-facts.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import type { ReportChange } from '#store/priority-sheets.ts'
import type { App } from '../app.ts'
import { actAs } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { sheetAtHand } from './sheet-at-hand.ts'
import { sheetBlocked } from './step-sheet.ts'

/** 打たれた、項目一つの報告。`figures` は期限・数値目標の行の順。`revision` は見ていた報告の版数（まだなければ 0）。 */
export type TypedReport = {
  readonly itemId: string
  readonly lines: string
  readonly figures: readonly string[]
  readonly grade: string
  readonly revision: number
}

/** 書いた結果。stale と refused の項目は書いていない。ほかは書いてある。 */
export type ReportsSaved = {
  readonly sheet: PrioritySheet
  readonly written: readonly string[]
  readonly stale: readonly { readonly itemId: string; readonly now: ProgressReport }[]
  readonly refused: readonly { readonly itemId: string; readonly problem: Problem }[]
}

/**
 * 中間・期末の報告を書く。項目ごとに版数を見るので、一枚を幾人かで分けて書ける。変わっていない項目は書かない。
 * 断る符号: `not-permitted`・`priority-year.sheet-absent`・`priority-year.blocked-wrong-state`。
 */
export const saveReports = async (
  app: App,
  person: Person,
  code: string,
  sheetId: string,
  stage: ReportStage,
  typed: readonly TypedReport[],
): Promise<Result<ReportsSaved>> =>
  app.store.write(code, actAs(app, person), async (tx): Promise<Result<ReportsSaved>> => {
    const found = await sheetAtHand(tx, person, sheetId, 'priority-write')
    if (!found.ok) return found
    const { sheet, year } = found.value
    if (reportingStage(sheet.state, year) !== stage)
      return { ok: false, problem: sheetBlocked(`report-${stage}`, sheet, ['wrong-state']) }
    const read = typed.flatMap((each) => {
      const item = itemsOfSheet(sheet).find(({ id }) => id === each.itemId)
      return item ? [{ item, ...readReport(each, item, stage) }] : []
    })
    const changed = read.filter(({ item, change }) => change && isChanged(change, reportOf(item, stage)))
    const stale = changed.flatMap(({ item, change }) => {
      const now = reportOf(item, stage)
      return now && change && now.revision !== change.revision ? [{ itemId: item.id, now }] : []
    })
    const changes = changed.flatMap(({ change }) =>
      change && !stale.some(({ itemId }) => itemId === change.itemId) ? [change] : [],
    )
    const written = await tx.prioritySheets.report(sheet, changes)
    return done({
      sheet: (await tx.prioritySheets.get(sheet.id)) ?? sheet,
      written,
      stale,
      refused: read.flatMap(({ item, problem }) => (problem ? [{ itemId: item.id, problem }] : [])),
    })
  })

type Read = { readonly change?: ReportChange; readonly problem?: Problem }

const readReport = (typed: TypedReport, item: SheetItem, stage: ReportStage): Read => {
  const figures = item.targets.map(({ unit }, at) => readNumber(typed.figures[at] ?? '', unit))
  const wrong = figures.indexOf(undefined)
  if (wrong >= 0)
    return {
      problem: refused('priority-year.figure-unreadable', {
        given: typed.figures[wrong] ?? '',
        item: `${item.mark}${item.title}`,
      }).problem,
    }
  return {
    change: {
      itemId: item.id,
      stage,
      lines: linesOf(storable(typed.lines)),
      figures: figures.map((each) => each ?? null),
      grade: itemGrades.includes(typed.grade) ? typed.grade : null,
      revision: typed.revision,
    },
  }
}

/** 打たれた数。空なら null、数でなければ undefined。 */
const readNumber = (typed: string, unit: string | null): string | null | undefined => {
  if (typed.trim() === '') return null
  const { value, status } = readFigure(typed, { year: null, place: { line: 1 }, unit })
  return value !== null && status === 'given' ? value : undefined
}

/** 打たれたものが、いまの報告と違うか。まだない報告では、何か書いてあるか。 */
const isChanged = (change: ReportChange, now: ProgressReport | undefined): boolean => {
  const { lines, figures, grade } = now ?? { lines: [], figures: [], grade: null }
  return (
    lines.join('\n') !== change.lines.join('\n') ||
    grade !== change.grade ||
    change.figures.some((figure, at) => figure !== (figures[at] ?? null))
  )
}
