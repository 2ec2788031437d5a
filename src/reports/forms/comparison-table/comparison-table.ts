import { say } from '#domain/language/say.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { type Comparison, comparisonOf } from '#domain/revision/comparison.ts'
import type { Alongside } from '../../alongside.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Paper, ReportNote, Section, Table } from '../../report.ts'
import { textCell } from '../cells.ts'
import { narrowedWords } from '../chosen.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { comparisonGroups } from './comparison-rows.ts'

/**
 * 新旧対照表（現行｜改訂後｜理由）。改訂後の木の順に、廃止したものはもとの所に、改めたことばに下線を引く。
 *
 * @example comparisonTable.make(改訂後の版, ordinaryChoices, { revised: { base: 現行の版, changes } })
 */
export const comparisonTable: Form = {
  name: 'comparison-table',
  asks: ['extent', 'audience', 'goals', 'yearStyle', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices, alongside = {}) => {
    const section = comparisonSection(edition, choices, alongside)
    if (!section.ok) return section
    const title = `${edition.title}　新旧対照表`
    return done(
      headedReport(edition, choices, { form: 'comparison-table', title, sections: [{ ...section.value, title }] }),
    )
  },
}

/** 新旧対照表の章。改訂のない版、改めたところのない改訂、選んだ目標に改めたところのないものは断る。 */
export const comparisonSection = (
  edition: Edition,
  choices: ReportChoices,
  { revised }: Alongside,
): Result<Section> => {
  if (!revised) return refused('report-no-comparison', { plan: edition.title })
  const all = choices.extent === 'all'
  const whole = comparisonOf({ base: revised.base, revised: edition, changes: revised.changes }, all)
  if (isEmpty(whole)) return refused('report-nothing-changed', { plan: edition.title })
  const chosen = ofGoals(whole, choices.goals)
  if (isEmpty(chosen)) return refused('report-nothing-changed-in-goals')
  return done({
    key: 'comparison',
    name: '新旧対照表',
    paper: paperOf(choices),
    title: '新旧対照表',
    lead: [
      `現行：${revised.base.title}`,
      `改訂後：${edition.title}`,
      ...narrowedWords(edition, { ...choices, departments: null }),
    ],
    outline: 1,
    blocks: [{ kind: 'table', table: tableOf(chosen, choices) }],
    notes: notesFor(chosen),
  })
}

const paperOf = ({ paper }: ReportChoices): Paper => paper ?? { size: 'A4', orientation: 'landscape' }

const isEmpty = ({ heading, nodes, loose }: Comparison): boolean =>
  heading === null && nodes.length === 0 && loose.length === 0

const ofGoals = (comparison: Comparison, goals: ReportChoices['goals']): Comparison =>
  goals === null
    ? comparison
    : {
        heading: null,
        nodes: comparison.nodes.filter(({ goal }) => goal !== null && goals.includes(goal)),
        loose: [],
      }

const tableOf = (comparison: Comparison, choices: ReportChoices): Table => ({
  caption: '新旧対照表',
  showCaption: false,
  columns: [
    { key: 'item', width: 9, align: 'start' },
    { key: 'before', width: 31, align: 'start' },
    { key: 'after', width: 31, align: 'start' },
    { key: 'reason', width: 17, align: 'start' },
  ],
  header: [{ cells: ['項目', '現行', '改訂後', '理由'].map((text) => textCell(text)) }],
  groups: comparisonGroups(comparison, choices),
})

const notesFor = ({ heading, nodes, loose }: Comparison): readonly ReportNote[] => {
  const entries = [
    ...(heading ? [heading] : []),
    ...nodes.flatMap(({ self, entries: its }) => [self, ...its]),
    ...loose,
  ]
  const kinds = new Set(
    entries.flatMap(({ lines }) =>
      lines.flatMap(({ marks }) => [...marks.before, ...marks.after].map(({ kind }) => kind)),
    ),
  )
  return [
    ...(kinds.has('wording') ? ['comparison-note-underlined' as const] : []),
    ...(kinds.has('moved') ? ['comparison-note-moved' as const] : []),
    ...(kinds.has('writing') ? ['comparison-note-writing' as const] : []),
  ].map((code) => ({ mark: '※', text: say({ code, params: {} }) }))
}
