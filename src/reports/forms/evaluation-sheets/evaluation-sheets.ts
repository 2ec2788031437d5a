import { type GradedPlan, gradedOf } from '#domain/evaluation/graded-plan.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodeInWords, nodesById, pathTo } from '#domain/plan/outline.ts'
import { done, refused } from '#domain/problem.ts'
import type { Alongside } from '../../alongside.ts'
import type { ReportChoices } from '../../choices.ts'
import type { ReportNote, Section } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { chosenIndicators, narrowedWords } from '../chosen.ts'
import { evaluatedIn } from '../evaluated-in.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { plainNote } from '../remarks/footnotes.ts'
import { yearWords } from '../years.ts'
import type { EvaluationSheet } from './sheet.ts'
import { directionTable, figureTable, headTable, opinionTable, stageTable } from './sheet-tables.ts'

const title = reportTitles['evaluation-sheets']

/**
 * 評価調書。施策を評価する計画では施策ごと、ほかは指標ごとに、A4 縦一枚。項目の名を左に、区分を右に大きく、
 * 段ごとの評価、今後の方向性（□ から選ぶ形）、会議の意見の欄。
 */
export const evaluationSheets: Form = {
  name: 'evaluation-sheets',
  asks: ['year', 'goals', 'departments', 'yearStyle', 'documentNumber', 'asOf'],
  make: (edition, choices, alongside) => {
    const graded = evaluatedIn(alongside, choices)
    const { year, yearStyle } = choices
    if (!graded) {
      return year === null
        ? refused('report-no-evaluation-yet')
        : refused('report-no-evaluation', { year: yearWords(year, yearStyle) })
    }
    const sheets = sheetsOf(edition, choices, graded)
    if (sheets.length === 0) return refused('report-no-chosen-indicators', { form: title })
    return done(
      headedReport(edition, choices, {
        form: 'evaluation-sheets',
        title,
        sections: sheets.map((sheet, at) => sectionOf(edition, choices, graded, sheet, at + 1, alongside ?? {})),
      }),
    )
  },
}

/** 施策に評価区分があるか、もう施策の評価があれば、指標をじかに持つ節ごと。なければ指標ごと。 */
const sheetsOf = (edition: Edition, choices: ReportChoices, graded: GradedPlan): readonly EvaluationSheet[] => {
  const { content } = edition
  const nodes = nodesById(content)
  const indicators = chosenIndicators(edition, choices).filter(({ repeatOf }) => repeatOf === null)
  const evaluatesNodes =
    graded.scales.node !== null ||
    content.nodes.some(({ id }) => (graded.subjects.get(id)?.evaluations.length ?? 0) > 0)
  if (!evaluatesNodes)
    return indicators.flatMap((indicator): readonly EvaluationSheet[] => {
      const its = gradedOf(graded, indicator)
      if (!its) return []
      const { name, departments, node } = indicator
      return [{ name, departments, path: pathTo(nodes, node), graded: its, kind: 'indicator', indicators: [indicator] }]
    })
  const byNode = Map.groupBy(indicators, ({ node }) => node)
  return content.nodes.flatMap((node): readonly EvaluationSheet[] => {
    const [own, its] = [byNode.get(node.id) ?? [], graded.subjects.get(node.id)]
    if (own.length === 0 || !its) return []
    const departments = [...new Set(own.flatMap((each) => each.departments))]
    const path = pathTo(nodes, node.parent)
    return [{ name: nodeInWords(node), departments, path, graded: its, kind: 'node', indicators: own }]
  })
}

const sectionOf = (
  edition: Edition,
  choices: ReportChoices,
  graded: GradedPlan,
  sheet: EvaluationSheet,
  number: number,
  alongside: Alongside,
): Section => ({
  key: `sheet-${number}`,
  name: `${number} ${sheet.name}`,
  paper: { size: 'A4', orientation: 'portrait' },
  title: `${title}（${yearWords(graded.year, choices.yearStyle)}実績）`,
  lead: narrowedWords(edition, choices),
  outline: 1,
  blocks: [
    headTable(sheet, graded),
    figureTable(edition, sheet, graded),
    stageTable(sheet, graded),
    ...directionTable(sheet, alongside.directions ?? []),
    opinionTable(sheet, alongside),
  ],
  notes: notesOf(graded),
})

const notesOf = ({ status }: GradedPlan): readonly ReportNote[] => [
  plainNote('評価は、区分を付けたいちばんあとの段のもの。だれも付けていない指標は、決まりのとおりに求めた区分。'),
  ...(status === 'open' ? [plainNote('評価の途中の資料で、まだ確定していない。')] : []),
]
