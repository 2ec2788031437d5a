import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { settable } from '#domain/priority/flow.ts'
import type { PrioritySheet, ReportStage, SheetGoal } from '#domain/priority/priority-sheet.ts'
import { readSheet, type TypedSheet } from '#domain/priority/read-sheet.ts'
import { itemsOfSheet, reportOf } from '#domain/priority/sheet-facts.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { ReportChange } from '#store/priority-sheets.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { indicatorsToLink } from './linked-indicators.ts'
import { sheetAtHand } from './sheet-at-hand.ts'
import { sheetBlocked } from './step-sheet.ts'

/** 書いた結果。stale は、ほかの人が先に書いていた（何も書かない）。troubles は、直してほしいところ（何も書かない）。 */
export type SheetSaved =
  | { readonly kind: 'saved'; readonly sheet: PrioritySheet }
  | { readonly kind: 'stale'; readonly now: PrioritySheet }
  | { readonly kind: 'troubles'; readonly troubles: readonly Problem[] }

/**
 * 重点目標と項目を丸ごと書く。書けるのは設定中だけ。報告や市長指示のある項目は消せない（書き換えはできる）。
 * 断る符号: `not-permitted`・`priority-year.sheet-absent`・`priority-year.blocked-wrong-state`。
 */
export const saveSheet = async (
  app: App,
  person: Person,
  code: string,
  sheetId: string,
  { revision, typed }: { readonly revision: number; readonly typed: TypedSheet },
  editions: readonly Edition[],
): Promise<Result<SheetSaved>> =>
  app.store.write(code, actAs(app, person), async (tx): Promise<Result<SheetSaved>> => {
    const found = await sheetAtHand(tx, person, sheetId, 'priority-write')
    if (!found.ok) return found
    const { sheet } = found.value
    if (!settable(sheet.state)) return { ok: false, problem: sheetBlocked('propose', sheet, ['wrong-state']) }
    if (sheet.revision !== revision) return done({ kind: 'stale', now: sheet })
    const byName = new Map(indicatorsToLink(editions).map(({ id, label }) => [label, id]))
    const read = readSheet(typed, {
      before: sheet,
      indicatorNamed: (name) => byName.get(name),
      newId: app.newId,
    })
    const troubles = [...read.troubles, ...(await lostThings(tx, sheet, read.goals)), ...tooLong(read.goals)]
    if (troubles.length > 0) return done({ kind: 'troubles', troubles })
    const saved = await tx.prioritySheets.save(sheet, storableGoals(read.goals))
    if (!saved) return done({ kind: 'stale', now: sheet })
    await followTargets(tx, sheet, saved)
    return done({ kind: 'saved', sheet: (await tx.prioritySheets.get(sheet.id)) ?? saved })
  })

/** 消える項目に、報告か市長指示があれば断る。 */
const lostThings = async (
  tx: WriteTransaction,
  sheet: PrioritySheet,
  goals: readonly SheetGoal[],
): Promise<readonly Problem[]> => {
  const kept = new Set(itemsOfSheet({ goals }).map(({ id }) => id))
  const gone = itemsOfSheet(sheet).filter(({ id }) => !kept.has(id))
  const goneGoals = sheet.goals.filter(({ id }) => !goals.some((goal) => goal.id === id))
  if (gone.length + goneGoals.length === 0) return []
  const instructed = new Set(
    (await tx.instructions.of({ departmentId: sheet.departmentId, sheetId: sheet.id })).flatMap(({ itemId, goalId }) =>
      itemId === null ? [goalId] : [itemId],
    ),
  )
  return [
    ...gone
      .filter(({ id, reports }) => reports.length > 0 || instructed.has(id))
      .map(({ mark, title }) => refused('priority-year.item-in-use', { item: `${mark}${title}` }).problem),
    ...goneGoals
      .filter(({ id }) => instructed.has(id))
      .map(({ number, title }) => refused('priority-year.item-in-use', { item: `${number} ${title}` }).problem),
  ]
}

/** 題の長さの限り。表の升目に収まらなくなる前に言う。 */
const longest = { title: 200, lines: 50 }

const tooLong = (goals: readonly SheetGoal[]): readonly Problem[] => [
  ...[...goals, ...itemsOfSheet({ goals })].flatMap(({ title }) =>
    title.length > longest.title
      ? [refused('priority-year.title-too-long', { title: `${title.slice(0, 20)}…`, limit: longest.title }).problem]
      : [],
  ),
  ...itemsOfSheet({ goals }).flatMap(({ title, targets, details }) =>
    targets.length > longest.lines || details.length > longest.lines
      ? [refused('priority-year.too-many-lines', { title, limit: longest.lines }).problem]
      : [],
  ),
]

const storableGoals = (goals: readonly SheetGoal[]): readonly SheetGoal[] =>
  goals.map((goal) => ({
    ...goal,
    title: storable(goal.title),
    items: goal.items.map((item) => ({
      ...item,
      title: storable(item.title),
      details: item.details.map(storable),
      targets: item.targets.map((target) => ({ ...target, text: storable(target.text) })),
    })),
  }))

/** 期限・数値目標の行が動いたら、報告の数も、同じ文の行について行く（開け直した調書で）。 */
const followTargets = async (tx: WriteTransaction, before: PrioritySheet, after: PrioritySheet): Promise<void> => {
  const changes = itemsOfSheet(after).flatMap((item): readonly ReportChange[] => {
    const old = itemsOfSheet(before).find(({ id }) => id === item.id)
    const texts = (old?.targets ?? []).map(({ text }) => text)
    const now = item.targets.map(({ text }) => text)
    if (!old || texts.join('\n') === now.join('\n')) return []
    return (['interim', 'final'] as const satisfies readonly ReportStage[]).flatMap((stage) => {
      const report = reportOf(item, stage)
      if (!report) return []
      const figures = now.map((text, at) => report.figures[texts.includes(text) ? texts.indexOf(text) : at] ?? null)
      return [{ ...report, itemId: item.id, stage, figures }]
    })
  })
  if (changes.length > 0) await tx.prioritySheets.report(after, changes)
}
