import type { Legend, PriorityGoal } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { instructionOwners } from '#domain/plan/instruction-owners.ts'
import { printedProgress } from '#domain/priority/printed-progress.ts'
import { itemsOfSheet, reportOf as progressOf } from '#domain/priority/sheet-facts.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { Alongside } from '../../alongside.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Paper, Report, ReportNote, Section } from '../../report.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { yearWords } from '../years.ts'
import { type GoalTableChoices, goalTable } from './goal-table.ts'
import { instructionTable, responsesIn } from './instruction-table.ts'

/**
 * 重点目標一覧表（中間報告調書・期末報告調書）。部局一つを一つの章にし、評価基準と市長指示事項を添える。
 *
 * @example priorityGoals.make(edition, { ...ordinaryChoices, stage: 'final' }) // 期末報告調書
 */
export const priorityGoals: Form = {
  name: 'priority-goals',
  asks: ['year', 'departments', 'yearStyle', 'grades', 'stage', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices, alongside = {}) => {
    const goals = chosenGoals(edition, choices)
    return goals.ok ? done(reportOf(edition, choices, goals.value, alongside)) : goals
  },
}

/** 選ばれた年度と部局の重点目標。ないものを選ばれたら、あるものを言って断る。 */
const chosenGoals = (
  { title, content: { priorityGoals: all } }: Edition,
  { year, departments }: ReportChoices,
): Result<readonly PriorityGoal[]> => {
  if (all.length === 0) return refused('report-no-priority-goals', { plan: title })
  const years = [...new Set(all.flatMap((goal) => goal.year ?? []))].toSorted((a, b) => a - b)
  if (year !== null && years.length > 0 && !years.includes(year))
    return refused('report-no-priority-goals-in-year', {
      year: fiscalYearInWords({ startYear: year }),
      known: years.map((startYear) => fiscalYearInWords({ startYear })).join('・'),
    })
  const newest = year ?? years.at(-1) ?? null
  const yearly = all.filter((goal) => goal.year === null || goal.year === newest)
  const known = [...new Set(yearly.map(({ department }) => department))]
  const strange = departments?.find((department) => !known.includes(department))
  if (strange !== undefined)
    return refused('report-department-without-goals', { department: strange, known: known.join('・') })
  return done(yearly.filter(({ department }) => departments === null || departments.includes(department)))
}

const stageTitles = {
  goals: '重点目標一覧表',
  interim: '重点目標一覧表（中間報告調書）',
  final: '重点目標一覧表（期末報告調書）',
} as const

const reportOf = (
  edition: Edition,
  choices: ReportChoices,
  goals: readonly PriorityGoal[],
  alongside: Alongside,
): Report => {
  const title = stageTitles[choices.stage]
  const table = tableChoices(choices, alongside)
  const instructionBlocks = (department: string | null): readonly Block[] => {
    const texts = owned.filter((each) => each.department === department).map(({ text }) => text)
    if (texts.length === 0) return []
    const responseOf = responsesIn(alongside.instructions, department)
    return [{ kind: 'table', table: instructionTable(texts, table, responseOf) }]
  }
  const owned = instructionOwners(edition.content)
  const common = owned.filter(({ department }) => department === null)
  const head = { paper: paperOf(choices), title, outline: 1 } as const
  return headedReport(edition, choices, {
    form: 'priority-goals',
    title,
    sections: [
      ...[...Map.groupBy(goals, ({ department }) => department)].map(
        ([department, own], index): Section => ({
          ...head,
          key: `department-${index + 1}`,
          name: department === '' ? '重点目標' : department,
          lead: leadOf(department, own, edition, choices),
          blocks: [
            { kind: 'table', table: goalTable(own, table) },
            ...legendBlocks(edition.content.legends ?? [], choices),
            ...instructionBlocks(department),
          ],
          notes: notesFor(own, choices, alongside),
        }),
      ),
      // どの部局への指示か分からないものを、どれかの部局の調書に入れない。
      ...(common.length > 0
        ? [
            {
              ...head,
              key: 'instructions',
              name: '市長指示事項',
              lead: [],
              blocks: instructionBlocks(null),
              notes: [],
            },
          ]
        : []),
    ],
  })
}

const paperOf = ({ paper }: ReportChoices): Paper => paper ?? { size: 'A3', orientation: 'landscape' }

/** 「担当部局名：政策企画部」と「【平成29年度重点目標】」。 */
const leadOf = (
  department: string,
  goals: readonly PriorityGoal[],
  { title }: Edition,
  { yearStyle }: ReportChoices,
): readonly string[] => {
  const year = goals.find((goal) => goal.year !== null)?.year ?? null
  const yearly = year === null ? null : yearWords(year, yearStyle)
  return [
    ...(department === '' ? [] : [`担当部局名：${department}`]),
    ...(yearly === null
      ? []
      : [`【${title.includes(yearly) && title.includes('重点目標') ? title : `${yearly}重点目標`}】`]),
  ]
}

type Stage = Pick<ReportChoices, 'stage' | 'grades'>

/** 調書から作るときは、期末の報告を項目の id で引く。中間の報告が一つもなければ、中間の欄は置かない。 */
const tableChoices = ({ stage, grades }: ReportChoices, { sheets }: Alongside): GoalTableChoices => {
  if (!sheets) return { stage, grades }
  const items = sheets.flatMap(itemsOfSheet)
  const finals = new Map(
    items.flatMap((item) => {
      const report = progressOf(item, 'final')
      return report ? [[item.id, { lines: printedProgress(item, report), grade: report.grade }] as const] : []
    }),
  )
  return {
    stage,
    grades,
    finalOf: (id) => finals.get(id),
    besideInterim: items.some((item) => progressOf(item, 'interim') !== undefined),
  }
}

/** 評価基準。図書に書かれたとおり、評価の欄のすぐ下に置く。 */
const legendBlocks = (legends: readonly Legend[], { stage, grades }: Stage): readonly Block[] =>
  grades && stage !== 'goals' && legends.length > 0
    ? [{ kind: 'paragraphs', paragraphs: legends.map((legend) => `※ 評価基準　${legendWords(legend)}`) }]
    : []

const legendWords = ({ marks, meanings }: Legend): string =>
  marks.map((mark, index) => `［${mark}：${meanings[index] ?? ''}］`).join('　')

/** 「―」のわけ。 */
const notesFor = (
  goals: readonly PriorityGoal[],
  { stage, grades }: Stage,
  { sheets }: Alongside,
): readonly ReportNote[] => {
  const reported = stage !== 'goals'
  const items = goals.flatMap((goal) => goal.items)
  const blanks = [
    ...(items.some(({ targets }) => targets.length === 0) ? ['期限・数値目標'] : []),
    ...(reported && items.some(({ progress }) => progress.length === 0) ? ['進捗状況'] : []),
    ...(reported && grades && items.some(({ grade }) => grade === null) ? ['評価'] : []),
  ]
  return blanks.length === 0
    ? []
    : [{ mark: '※', text: `「―」は、${sheets ? 'まだ' : 'もとの図書に'}${blanks.join('・')}が書かれていないもの。` }]
}
