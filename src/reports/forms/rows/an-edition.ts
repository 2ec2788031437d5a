import type { Indicator, PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { problemInWords } from '#domain/problem.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import type { Report, Section, Table } from '../../report.ts'
import type { Form } from '../form.ts'

/** 試験のための版。計画期間は令和2～6年度、指標は渡されたもの（id は順の番号）。 */
export const anEdition = (indicators: readonly Indicator[], content: Partial<PlanContent> = {}): Edition => ({
  id: '00000000-0000-4000-8000-000000000001',
  municipality: { code: '152081', name: '青空市' },
  title: '青空市総合戦略',
  kind: '総合戦略',
  form: 'progress-table',
  firstYear: 2020,
  lastYear: 2024,
  rules: { formula: 'ratio-to-final', rounding: { mode: 'half-up', places: 1 }, floor: null, cap: null },
  sources: [],
  content: { ...emptyContent, ...content, indicators: indicators.map((each, at) => ({ ...each, id: `i${at + 1}` })) },
})

/** 試験で作る帳票。作れなければ投げる。 */
export const madeBy = (form: Form, edition: Edition, choices: Partial<ReportChoices> = {}): Report => {
  const made = form.make(edition, { ...ordinaryChoices, ...choices })
  if (!made.ok) throw new Error(problemInWords(made.problem))
  return made.value
}

/** 断られたことば。作れたら「作れた」。 */
export const refusalOf = (form: Form, edition: Edition, choices: Partial<ReportChoices> = {}): string => {
  const made = form.make(edition, { ...ordinaryChoices, ...choices })
  return made.ok ? '作れた' : problemInWords(made.problem)
}

export const tablesIn = (section: Section | undefined): readonly Table[] =>
  section?.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])) ?? []

/** 表の行を、升目の字を「｜」でつないで。印は字の後に付ける。 */
export const rowsInWords = (table: Table | undefined): readonly string[] =>
  (table?.groups ?? []).flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ text, marks = [] }) => text + marks.join('')).join('｜')),
  )

export const notesInWords = (section: Section | undefined): readonly string[] =>
  section?.notes.map(({ mark, text }) => (mark === null ? text : `${mark} ${text}`)) ?? []
