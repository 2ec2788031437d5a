import type { FutureDirection } from '#domain/evaluation/evaluation.ts'
import { type GradedPlan, gradedOf } from '#domain/evaluation/graded-plan.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { gradeInWords, gradeName, mechanicalCode } from '#domain/evaluation/standing-grade.ts'
import { achievementIn, targetShown } from '#domain/indicator/achievement.ts'
import { actualFor } from '#domain/indicator/figures.ts'
import { say } from '#domain/language/say.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { Alongside } from '../../alongside.ts'
import type { Block, Cell, Column, Row } from '../../report.ts'
import { figureCell, headingRow, noValue, numberCell, textCell } from '../cells.ts'
import { type EvaluationSheet, stageNames } from './sheet.ts'

const table = (
  caption: string,
  columns: readonly Column[],
  header: readonly Row[],
  rows: readonly Row[],
  showCaption = true,
): Block => ({
  kind: 'table',
  table: { caption, showCaption, columns, header, groups: rows.map((row) => ({ kind: 'entry', rows: [row] })) },
})

/** 印とことば。区分がなければ「―」。 */
const gradeWords = (scale: Scale | null, code: string | null): string =>
  code === null ? noValue : gradeInWords(scale, code)

/** 上の部分。項目の名を左に、立っている区分を右に大きく。 */
export const headTable = (sheet: EvaluationSheet, graded: GradedPlan): Block => {
  const { path, name, departments, graded: its, kind } = sheet
  const [goal, ...rest] = path
  const lines = [
    ['基本目標', goal ? nodeInWords(goal) : ''],
    ...rest.map((node) => [node.level, nodeInWords(node)]),
    [kind === 'node' ? '評価する施策' : '指標', name],
    ['担当', departments.join('、')],
  ]
  const standing = its.standing
    ? `${gradeName(graded.scales[kind], its.standing.code).symbol}\n${its.standing.label}`
    : '評価なし'
  const rows = lines.map(
    ([item = '', value = ''], at): Row => ({
      cells: [
        textCell(item, { heading: true }),
        textCell(value === '' ? noValue : value),
        ...(at === 0
          ? [
              textCell('評価', { heading: true, rows: lines.length, align: 'center' }),
              textCell(standing, { rows: lines.length, align: 'center', tone: 'strong' }),
            ]
          : []),
      ],
    }),
  )
  return {
    kind: 'table',
    table: {
      caption: '評価の対象',
      showCaption: false,
      columns: [
        { key: 'item', width: 9, align: 'start' },
        { key: 'value', width: 27, align: 'start' },
        { key: 'grade-head', width: 5, align: 'center' },
        { key: 'grade', width: 9, align: 'center' },
      ],
      header: [],
      groups: [{ kind: 'entry', rows }],
    },
  }
}

/** 指標の目標・実績・達成率・機械の判定・評価。指標の調書では、判定のわけも。 */
export const figureTable = (edition: Edition, { indicators, kind }: EvaluationSheet, graded: GradedPlan): Block =>
  table(
    '指標の目標と実績',
    [
      { key: 'indicator', width: 18, align: 'start' },
      { key: 'target', width: 8, align: 'end' },
      { key: 'actual', width: 8, align: 'end' },
      { key: 'rate', width: 6, align: 'end' },
      { key: 'computed', width: 8, align: 'center' },
      { key: 'grade', width: 8, align: 'center' },
    ],
    [headingRow(['指標', '目標', '実績', '達成率', '機械の判定', '評価'].map((words) => textCell(words)))],
    [
      ...indicators.map((indicator) => figureRow(edition, indicator, graded)),
      ...(kind === 'indicator' ? indicators.flatMap((indicator) => workingRow(indicator, graded)) : []),
    ],
  )

const figureRow = (edition: Edition, indicator: Indicator, graded: GradedPlan): Row => {
  const { year, scales } = graded
  const its = gradedOf(graded, indicator)
  return {
    cells: [
      textCell(indicator.name, { heading: true }),
      figureCell(targetShown(indicator, year, edition.rules)),
      figureCell(actualFor(indicator, year)),
      rateCell(edition, indicator, year),
      textCell(gradeWords(scales.indicator, mechanicalCode(its?.mechanical ?? null))),
      textCell(its?.standing ? gradeWords(scales.indicator, its.standing.code) : '評価なし', { tone: 'strong' }),
    ],
  }
}

const rateCell = (edition: Edition, indicator: Indicator, year: number): Cell => {
  const achievement = achievementIn(indicator, year, edition.rules, edition)
  if (achievement.kind === 'rate') return numberCell(achievement.shown, '％')
  if (achievement.kind === 'manual') return textCell(`${achievement.shown}％`)
  return textCell(achievement.kind === 'judged' ? (achievement.met ? '達成' : '未達成') : noValue)
}

const workingRow = (indicator: Indicator, graded: GradedPlan): readonly Row[] => {
  const mechanical = gradedOf(graded, indicator)?.mechanical
  if (!mechanical) return []
  return [{ cells: [textCell('判定のわけ', { heading: true }), textCell(say(mechanical.working), { columns: 5 })] }]
}

/** 段ごとの評価。書かれた段だけを、段の順に。 */
export const stageTable = ({ graded: its, kind }: EvaluationSheet, graded: GradedPlan): Block =>
  table(
    '段ごとの評価',
    [
      { key: 'stage', width: 8, align: 'start' },
      { key: 'grade', width: 8, align: 'center' },
      { key: 'reason', width: 17, align: 'start' },
      { key: 'text', width: 23, align: 'start' },
    ],
    [headingRow(['段', '評価', '理由', '成果・課題'].map((words) => textCell(words)))],
    its.evaluations.length === 0
      ? [{ cells: [textCell('まだだれも評価していない。', { columns: 4 })] }]
      : its.evaluations.map(({ stage, grade, reason, text }) => ({
          cells: [
            textCell(stageNames[stage], { heading: true }),
            textCell(gradeWords(graded.scales[kind], grade)),
            textCell(reason === '' ? noValue : reason),
            textCell(text === '' ? noValue : text),
          ],
        })),
  )

/** 今後の方向性。市の選びを並べ、選んだものに印（■）。方向性を置いていない計画では、出さない。 */
export const directionTable = (
  { graded: { evaluations } }: EvaluationSheet,
  directions: readonly FutureDirection[],
): readonly Block[] => {
  if (directions.length === 0) return []
  const chosen = evaluations.findLast(({ direction }) => direction !== null)?.direction
  const words = directions.map(({ code, label }) => `${code === chosen ? '■' : '□'}${label}`).join('　')
  return [
    table(
      '今後の方向性',
      [
        { key: 'item', width: 11, align: 'start' },
        { key: 'choices', width: 45, align: 'start' },
      ],
      [],
      [{ cells: [textCell('今後の方向性', { heading: true }), textCell(words)] }],
      false,
    ),
  ]
}

/** 会議の意見の欄。締め切った付議の意見があれば書き、なければ書き込めるように空けておく。 */
export const opinionTable = ({ graded: { subject } }: EvaluationSheet, { referral }: Alongside): Block => {
  const opinions = (referral?.opinions ?? []).filter((each) => each.subject?.id === subject.id && each.text !== '')
  const answers = new Map(referral?.answers.map((answer) => [answer.opinionId, answer.text]))
  const words = opinions.map(({ id, text }) => {
    const answer = answers.get(id)
    return answer ? `${text}\n→ ${answer}` : text
  })
  return table(
    '外部の会議の意見',
    [
      { key: 'item', width: 11, align: 'start' },
      { key: 'opinion', width: 45, align: 'start' },
    ],
    [],
    [
      {
        cells: [
          textCell('外部の会議の意見', { heading: true }),
          textCell(words.length > 0 ? words.join('\n') : '\n\n\n'),
        ],
      },
    ],
    false,
  )
}
