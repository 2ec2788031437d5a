import { describe, expect, test } from 'vitest'
import { aNode, anEvaluated, anEvaluation, aPlacedScale } from '#domain/evaluation/a-graded-edition.ts'
import type { EditionScale, Evaluation, EvaluationYear } from '#domain/evaluation/evaluation.ts'
import { gradedPlan } from '#domain/evaluation/graded-plan.ts'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { problemInWords } from '#domain/problem.ts'
import type { Alongside } from '../../alongside.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import { datasets } from '../../data/datasets.ts'
import type { Report } from '../../report.ts'
import { gradeSummary } from '../grade-summary/grade-summary.ts'
import { notesInWords, rowsInWords, tablesIn } from '../rows/an-edition.ts'
import { evaluationSheets } from './evaluation-sheets.ts'

const edition = anEvaluated(
  [
    { ...anIndicator({ name: '起業件数', target: '100件', actual: '101件' }), node: 'm1', departments: ['商工課'] },
    { ...anIndicator({ name: '来場者数', target: '100人', actual: '85人' }), node: 'm1' },
    { ...anIndicator({ name: '講座数', target: '100回', actuals: { 2023: '―' } }), node: 'g1' },
  ],
  [aNode('g1'), aNode('m1', 'g1')],
)
const opened: EvaluationYear = {
  editionId: 'e',
  year: 2023,
  status: 'open',
  openedAt: '2024-04-01T00:00:00.000Z',
  closedAt: null,
  settled: null,
  revision: 1,
}
const given: readonly Evaluation[] = [
  anEvaluation({ grade: 'A', text: '相談が増えた。' }),
  anEvaluation({ stage: 'office', grade: 'B', reason: '一時の伸び', direction: 'keep' }),
]
const directions = ['拡充', '継続', '改善'].map((label, at) => ({
  code: ['expand', 'keep', 'improve'][at] ?? '',
  label,
  meaning: '',
}))

const beside = (
  evaluationYear: EvaluationYear | null = opened,
  scales: readonly EditionScale[] = [aPlacedScale()],
  evaluations = given,
): Alongside => ({ graded: gradedPlan(edition, 2023, { scales, evaluations, evaluationYear }), directions })

const made = (alongside: Alongside, choices: Partial<ReportChoices> = {}, form = evaluationSheets): Report => {
  const report = form.make(edition, { ...ordinaryChoices, ...choices }, alongside)
  if (!report.ok) throw new Error(problemInWords(report.problem))
  return report.value
}
const rows = (report: Report, section: number, table: number) => rowsInWords(tablesIn(report.sections[section])[table])

describe('指標ごとの評価調書', () => {
  const report = made(beside())

  test('一つの指標に A4 縦一枚', () => {
    expect(report.sections.map(({ name, paper }) => [name, paper.size, paper.orientation])).toEqual([
      ['1 起業件数', 'A4', 'portrait'],
      ['2 来場者数', 'A4', 'portrait'],
      ['3 講座数', 'A4', 'portrait'],
    ])
    expect(report.sections[0]?.title).toBe('評価調書（令和5年度実績）')
  })

  test('頭の右に、立っている区分を大きく', () => {
    expect(rows(report, 0, 0)).toEqual([
      '基本目標｜基本目標1 g1の題｜評価｜B\n順調',
      '施策｜m1の題',
      '指標｜起業件数',
      '担当｜商工課',
    ])
  })

  test('目標・実績・達成率・機械の判定と、そのわけ', () => {
    expect(rows(report, 0, 1)[0]).toBe('起業件数｜100件｜101件｜101.0％｜A 達成｜B 順調')
    expect(rows(report, 0, 1)[1]).toMatch(/^判定のわけ｜101％/)
    // 実績のない年度は、順位の外の区分。
    expect(rows(report, 2, 1)[0]).toBe('講座数｜100回｜―｜―｜－ 評価困難｜－ 評価困難')
  })

  test('段ごとの評価を、段の順に。方向性は □ から選ぶ形', () => {
    expect(rows(report, 0, 2)).toEqual(['担当課｜A 達成｜―｜相談が増えた。', '企画課｜B 順調｜一時の伸び｜―'])
    expect(rows(report, 0, 3)).toEqual(['今後の方向性｜□拡充　■継続　□改善'])
    expect(rows(report, 1, 2)).toEqual(['まだだれも評価していない。'])
  })

  test('会議の意見は、なければ書き込む欄', () => {
    expect(rows(report, 0, 4)).toEqual(['外部の会議の意見｜\n\n\n'])
  })

  test('評価の途中なら、そうと断る', () => {
    expect(notesInWords(report.sections[0]).at(-1)).toContain('まだ確定していない')
  })
})

test('施策に評価区分を置いた計画では、指標をじかに持つ施策ごと', () => {
  const scales = [aPlacedScale(), aPlacedScale({ id: 'n', subject: 'node' })]
  const own = anEvaluation({ subject: { kind: 'node', id: 'm1' }, stage: 'headquarters', grade: 'A', reason: '' })
  const report = made(beside(opened, scales, [own]))
  expect(report.sections.map(({ name }) => name)).toEqual(['1 基本目標1 g1の題', '2 m1の題'])
  expect(rows(report, 1, 0)[0]).toBe('基本目標｜基本目標1 g1の題｜評価｜A\n達成')
  expect(rows(report, 1, 1)).toHaveLength(2)
})

test('評価を始めていない計画、評価のない年度は断る', () => {
  for (const [alongside, choices, code] of [
    [{}, {}, 'report-no-evaluation-yet'],
    [beside(null), {}, 'report-no-evaluation-yet'],
    [beside(), { year: 2022 }, 'report-no-evaluation'],
  ] as const)
    expect(evaluationSheets.make(edition, { ...ordinaryChoices, ...choices }, alongside)).toMatchObject({
      ok: false,
      problem: { code },
    })
})

describe('評価区分集計表は、しるべの中の評価を数える', () => {
  const report = made(beside(), {}, gradeSummary)

  test('立っている区分の数と割合。順位の外の区分は自分の欄', () => {
    const [table] = tablesIn(report.sections[0])
    expect(table?.header[0]?.cells.map(({ text }) => text)).toEqual([
      '基本目標',
      '種類',
      'A',
      'B',
      'C',
      'D',
      '－',
      '計',
    ])
    expect(rowsInWords(table).at(-2)).toBe('合計｜KPI｜0｜1｜1｜0｜1｜3')
    expect(rowsInWords(table).at(-1)).toBe('（0.0％）｜（33.3％）｜（33.3％）｜（0.0％）｜（33.3％）｜（100.0％）')
  })

  test('平均は、単純・上限つき・中央値を、それと言って、いくつからかとともに', () => {
    expect(notesInWords(report.sections[0]).at(-1)).toBe(
      '注　達成率の単純な平均は93.0％、100％を超える率を100％とした平均は92.5％、中央値は93.0％。率のある2指標から求め、率のない1指標は入っていない。',
    )
  })

  test('確定していない評価を、確定したように見せない', () => {
    expect(notesInWords(report.sections[0]).join()).toContain('まだ確定していない')
  })
})

describe('データ', () => {
  const settled = { i1: { code: 'B', label: '順調', from: 'office' } } as const
  const closed: EvaluationYear = { ...opened, status: 'closed', closedAt: '2024-06-01T00:00:00.000Z', settled }
  const table = (name: string, alongside: Alongside) => {
    const found = datasets.find((each) => each.name === name)?.make(edition, alongside)
    if (!found) throw new Error(`no dataset ${name}`)
    const at = (column: string) => found.columns.findIndex((each) => each.name === column)
    return found.rows.map((row) => (columns: readonly string[]) => columns.map((column) => row[at(column)]))
  }

  test('確定した評価だけを、段ごとに縦に。機械の判定も一行', () => {
    expect(table('evaluations', beside())).toEqual([])
    const rowsOf = table('evaluations', beside(closed))
    expect(rowsOf.slice(0, 3).map((row) => row(['subject_name', 'stage', 'grade', 'is_standing', 'reason']))).toEqual([
      ['起業件数', 'mechanical', 'A', '0', null],
      ['起業件数', 'self', 'A', '0', null],
      ['起業件数', 'office', 'B', '1', '一時の伸び'],
    ])
  })

  test('区分の符号表と、数えた表', () => {
    expect(table('evaluation-scales', beside(closed)).map((row) => row(['grade', 'grade_name', 'grade_rank']))).toEqual(
      [
        ['A', '達成', '1'],
        ['B', '順調', '2'],
        ['C', 'やや遅れ', '3'],
        ['D', '遅れ', '4'],
        ['-', '評価困難', null],
      ],
    )
    const counted = table('grades', beside(closed)).map((row) => row(['grade', 'count']))
    expect(counted).toContainEqual(['B', '1'])
  })
})
