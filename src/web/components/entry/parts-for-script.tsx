import { say } from '#domain/language/say.ts'
import type { Problem } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { EntryRow, EntryView, ItemRow, TypedWritten } from '#operations/collection/entry-page.ts'
import type { Form } from '../../form.ts'
import type { Frame } from '../../frame.ts'
import { type Cells, cellsIn, cellsInOne, cellsOf, keyOf, standingCells } from './cells.ts'
import { EntryChecks, EntryRate } from './entry-checks.tsx'
import { Conflict } from './entry-field.tsx'
import { Comments, Files } from './entry-more.tsx'
import { EntrySummary } from './entry-summary.tsx'

/** 欄の、保存されている字と版。 */
type Standing = { readonly key: string; readonly was: string; readonly base: number }

/** 食い違い：相手の値（選べば欄に入れる）と、尋ねる文。 */
type Clash = Standing & { readonly cells: Cells; readonly html: string }

/** 台本への答え。頁の部分は、頁を作るのと同じ部品で作った HTML。 */
export type SavedForScript = {
  readonly at: string
  readonly saved: readonly Standing[]
  readonly refused: readonly { readonly key: string; readonly words: string }[]
  readonly clashes: readonly Clash[]
  readonly rows: readonly {
    readonly item: string
    readonly rate: string
    readonly checks: string
    /** 文や資料が要るようになったので、たたんだところを開く。 */
    readonly open: boolean
    /** 資料を付けたか、書き込んだとき。 */
    readonly files?: string
    readonly comments?: string
  }[]
  readonly summary: string
  /** 回答の状態のことば。 */
  readonly state: string
  /** 資料・書き込みの断り。 */
  readonly problems: readonly string[]
}

export type RefusedForScript = { readonly problem: string }

export const rateForScript = (frame: Frame, row: ItemRow, year: number): string =>
  String(<EntryRate frame={frame} row={row} year={year} />)

const saved = (
  frame: Frame,
  view: EntryView,
  form: Form,
  written: TypedWritten,
  { at, problems }: { readonly at: Date; readonly problems: readonly Problem[] },
): SavedForScript => {
  const sent = form.all('key')
  const stuck = new Set([...written.refused, ...written.stale].map(({ change }) => keyOf(change.itemId, change.field)))
  const fields = view.rows.flatMap((row) =>
    row.fields.map(({ field }) => ({ row, field, key: keyOf(row.item.id, field) })),
  )
  const standingOf = (row: EntryRow, field: Parameters<typeof standingCells>[1], key: string): Standing => {
    const { cells, base } = standingCells(row, field)
    return { key, was: cellsInOne(cells), base }
  }
  const attached = form.all('attached')
  const touched = new Set([...sent.map((key) => key.split(' ')[0]), ...attached])
  return {
    at: momentInWords(at.toISOString()).slice(11),
    saved: fields
      .filter(({ key }) => sent.includes(key) && !stuck.has(key))
      .map(({ row, field, key }) => standingOf(row, field, key)),
    refused: written.refused.map(({ change, problem }) => ({
      key: keyOf(change.itemId, change.field),
      words: say(problem, frame.lang),
    })),
    clashes: written.stale.flatMap(({ change, now }) => {
      const key = keyOf(change.itemId, change.field)
      const found = fields.find((each) => each.key === key)
      if (!found) return []
      const field = {
        ...standingOf(found.row, found.field, key),
        cells: cellsIn(form, key),
        problem: undefined,
        theirs: now,
        first: false,
      }
      const html = String(<Conflict frame={frame} field={field} today={view.today} />)
      return [{ ...standingOf(found.row, found.field, key), cells: cellsOf(now ?? undefined), html }]
    }),
    rows: view.rows
      .filter(({ item }) => touched.has(item.id))
      .map((row) => ({
        item: row.item.id,
        rate: row.indicator ? rateForScript(frame, row, view.round.fiscalYear) : '',
        ...(attached.includes(row.item.id) && {
          files: String(<Files shown={{ frame, view }} row={row} />),
          comments: String(<Comments shown={{ frame, view }} row={row} />),
        }),
        checks: String(<EntryChecks frame={frame} row={row} may={view.may.enter} />),
        open: row.missing.some(({ field, why }) => field !== 'actual' && why !== 'question'),
      })),
    state: frame.t(`entry.state-${view.response.state}`),
    summary: String(<EntrySummary frame={frame} view={view} />),
    problems: problems.map((problem) => say(problem, frame.lang)),
  }
}

const refused = (frame: Frame, problem: Problem): RefusedForScript => ({ problem: say(problem, frame.lang) })

export const partsForScript = { saved, refused } as const
