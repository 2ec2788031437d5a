import { describe, expect, test } from 'vitest'
import type { GradeCount, PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import type { Report, Section, Table } from '../../report.ts'
import { revisionOverview } from './revision-overview.ts'

const daisen = sampleEdition('052124-daisen')

const made = (edition: Edition, choices: Partial<ReportChoices> = {}): Report => {
  const result = revisionOverview.make(edition, { ...ordinaryChoices, ...choices })
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

const refusal = (edition: Edition, choices: Partial<ReportChoices> = {}): string => {
  const result = revisionOverview.make(edition, { ...ordinaryChoices, ...choices })
  return result.ok ? '作れた' : problemInWords(result.problem)
}

const tablesOf = (section: Section | undefined): readonly Table[] =>
  section?.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])) ?? []

const textsOf = ({ groups }: Table): readonly (readonly string[])[] =>
  groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))

const withContent = (change: Partial<PlanContent>): Edition => ({
  ...daisen,
  content: { ...daisen.content, ...change },
})

const goal = (number: string, title: string) => ({
  id: `n-${number}`,
  parent: null,
  level: '基本目標',
  number,
  title,
  text: null,
  place: { line: 1 },
})

const count = (node: string | null, kind: string, counts: GradeCount['counts'], rest: Partial<GradeCount> = {}) => ({
  node,
  class: kind,
  counts,
  total: false,
  place: { line: 1 },
  ...rest,
})

describe('評価の集計', () => {
  const [cross, shares] = tablesOf(made(daisen).sections[0])

  test('印刷された行を印刷の順に。空欄は「―」で、右に行の計', () => {
    expect(cross && textsOf(cross).slice(0, 4)).toEqual([
      ['基本目標1', '数値目標', '―', '2', '―', '―', '2'],
      ['KPI', '8', '9', '3', '―', '20'],
      ['基本目標2', '数値目標', '1', '―', '1', '―', '2'],
      ['KPI', '2', '4', '5', '―', '11'],
    ])
    expect(cross && textsOf(cross).at(-1)).toEqual(['KPI', '18', '21', '15', '1', '55'])
    expect(cross?.header[0]?.cells.map(({ text }) => text)).toEqual([
      '基本目標',
      '区分',
      'A評価',
      'B評価',
      'C評価',
      'D評価',
      '計',
    ])
  })

  test('数は Excel でも数。空欄は数ではない', () => {
    const [first] = cross?.groups[0]?.rows ?? []
    expect(first?.cells.map(({ number }) => number?.value)).toEqual([
      undefined,
      undefined,
      undefined,
      '2',
      undefined,
      undefined,
      '2',
    ])
  })

  test('割合は数の下のかっこに。数のない評価は二行ぶんの「―」一つ', () => {
    expect(shares && textsOf(shares).slice(0, 2)).toEqual([
      ['基本目標1 だいせんの未来を拓く地域産業の振興と新産業を育むまちづくり', '8', '11', '3', '―', '22'],
      ['（36.4％）', '（50.0％）', '（13.6％）'],
    ])
    expect(shares && textsOf(shares).at(-2)).toEqual(['合計', '20', '24', '18', '1', '63'])
    expect(shares?.groups[0]?.rows[0]?.cells[4]?.rows).toBe(2)
  })

  test('合う合計には何も足さず、どの年度の実績かを題に書く', () => {
    const [section] = made(daisen).sections
    expect(section?.blocks[0]).toEqual({ kind: 'heading', level: 2, text: '令和4年度実績における評価（単位：件）' })
    expect(cross && textsOf(cross).some(([name]) => name === '合計（計算）')).toBe(false)
  })

  test('合わない合計は印刷のまま置き、足した数の行と注を添える', () => {
    const grades = daisen.content.grades.map((row) =>
      row.total && row.class === 'KPI' ? { ...row, counts: { ...row.counts, A: 19 } } : row,
    )
    const [section] = made(withContent({ grades })).sections
    const rows = tablesOf(section).slice(0, 1).flatMap(textsOf)
    expect(rows.slice(-2)).toEqual([
      ['KPI', '19', '21', '15', '1', '56'],
      ['合計（計算）', 'KPI', '18', '21', '15', '1', '55'],
    ])
    expect(section?.notes.map(({ text }) => text)).toContain('KPIのA評価は、図書の合計では19件、行を足すと18件。')
  })

  test('合計の印刷されていない表では、足した数を「合計（計算）」と断って添える', () => {
    const grades = daisen.content.grades.filter(({ total }) => !total)
    const [section] = made(withContent({ grades })).sections
    expect(tablesOf(section).slice(0, 1).flatMap(textsOf).slice(-2)).toEqual([
      ['合計（計算）', '数値目標', '2', '3', '3', '―', '8'],
      ['合計（計算）', 'KPI', '18', '21', '15', '1', '55'],
    ])
    expect(section?.notes.map(({ text }) => text)).toContain('KPIの合計は図書に書かれていないため、行を足した。')
  })

  test('ちがう年度の評価を混ぜない。選ばなければ新しい年度', () => {
    const grades = [count('n-1', 'KPI', { A: 1 }, { year: 2021 }), count('n-1', 'KPI', { A: 2 }, { year: 2022 })]
    const edition = withContent({ nodes: [goal('1', 'しごと')], grades, revisionItems: [], revisionRules: [] })
    const counts = (choices: Partial<ReportChoices>) =>
      tablesOf(made(edition, choices).sections[0]).slice(0, 1).flatMap(textsOf)[0]
    expect(counts({})).toEqual(['基本目標1', 'KPI', '2', '2'])
    expect(counts({ year: 2021 })).toEqual(['基本目標1', 'KPI', '1', '1'])
    expect(refusal(edition, { year: 2020 })).toBe(
      '令和2年度の実績の評価は取り込まれていません。評価のある年度を選ぶか、年度を選ばずに作ってください。',
    )
  })

  test('◎○△× の評価と、どの目標か分からない行', () => {
    const edition = withContent({
      nodes: [],
      grades: [count(null, 'KPI', { '◎': 1, '○': null })],
      revisionItems: [],
      revisionRules: [],
    })
    const [section] = made(edition).sections
    const [table] = tablesOf(section)
    expect(table?.header[0]?.cells.map(({ text }) => text)).toEqual(['基本目標', '区分', '◎', '○', '計'])
    expect(table?.columns.map(({ key }) => key)).toEqual(['goal', 'class', 'grade-1', 'grade-2', 'all'])
    expect(table && textsOf(table)[0]).toEqual(['―', 'KPI', '1', '―', '1'])
    expect(section?.notes[1]?.text).toContain('どの目標か決められない行')
  })
})

describe('見直し基準', () => {
  const rules = tablesOf(made(daisen).sections[0])[2]

  test('評価ごとに、基準・修正指標数・修正内容。空欄の指標数は「―」', () => {
    expect(rules && textsOf(rules)[1]).toEqual([
      'B評価',
      '○個別に判断する。',
      '2',
      '○目標値の修正 ・・・ 1指標\n○指標名の修正 ・・・ 1指標',
    ])
    expect(rules && textsOf(rules).map(([, , number]) => number)).toEqual(['14', '2', '―', '―'])
  })

  test('気づきを選べば、修正内容の数と合わない指標数を注にする', () => {
    const notes = (findings: boolean) => made(daisen, { findings }).sections[0]?.notes.map(({ text }) => text) ?? []
    const about = '修正内容には合わせて 9 指標とあります'
    expect(notes(true).filter((text) => text.includes(about))).toHaveLength(1)
    expect(notes(false).filter((text) => text.includes(about))).toEqual([])
  })
})

describe('主な変更内容', () => {
  test('基本目標の帯の下にパッケージ。名を挙げた項目の説明は、幅いっぱいの行', () => {
    const [table] = tablesOf(made(daisen).sections[1])
    expect(table?.groups.filter(({ kind }) => kind === 'band')).toHaveLength(4)
    expect(table && textsOf(table).slice(0, 3)).toEqual([
      ['基本目標1 だいせんの未来を拓く地域産業の振興と新産業を育むまちづくり'],
      [
        '(1)未来を見据えた「だいせん農業」 の確立',
        '○「農業と食に関する活性化基本構想」の内容を更新\n○「スマート農業」を追加\n○森林の管理を追加',
      ],
      ['(2)地場産業の振興と人材の確保', '○中小企業のDXへの支援を追加'],
    ])
    const details = table?.groups
      .at(-1)
      ?.rows.slice(1)
      .map(({ cells }) => cells[0])
    expect(details?.map((cell) => [cell?.columns, cell?.text.split('\n')[0]])).toEqual([
      [2, '「ゼロカーボンシティだいせん」 の実現'],
      [2, '質が高く、持続可能な行政経営 に向けたDXの推進'],
    ])
  })

  test('目標を選べば変更だけが絞られ、評価の集計は全体のまま', () => {
    const report = made(daisen, { goals: ['2'] })
    expect(report.sections[1]?.lead).toEqual([
      '対象：基本目標2 魅力にあふれ愛着と誇りが持てる新たな人の流れを生むまちづくり',
    ])
    expect(tablesOf(report.sections[1])[0]?.groups.map(({ kind }) => kind)).toEqual([
      'band',
      'entry',
      'entry',
      'entry',
      'entry',
    ])
    expect(tablesOf(report.sections[0])[0]?.groups).toHaveLength(5)
    expect(refusal(daisen, { goals: ['9'] })).toBe(
      '基本目標「9」の主な変更内容は、この計画にありません。あるのは 1・2・3・4 です。選び直してください。',
    )
  })

  test('変更の書かれていないパッケージも、図書の順に「―」で並べる', () => {
    const revisionItems = daisen.content.revisionItems.filter(
      (item) => item.package !== '(2)地場産業の振興と人材の確保',
    )
    const [table] = tablesOf(made(withContent({ revisionItems })).sections[1])
    expect(table && textsOf(table)[2]).toEqual(['(2)地場産業の振興と人材の確保', '―'])
  })
})

test('題・資料番号・時点・紙', () => {
  const report = made(daisen, { documentNumber: '資料２', asOf: '令和5年3月末現在' })
  expect([report.title, report.documentNumber, report.asOf]).toEqual([
    '第2期大仙市まち・ひと・しごと創生総合戦略の改訂について（概要）',
    '資料２',
    '令和5年3月末現在',
  ])
  expect(report.sections.map(({ paper }) => paper)).toEqual([
    { size: 'A4', orientation: 'portrait' },
    { size: 'A4', orientation: 'portrait' },
  ])
})

test('評価を載せないことも、変更だけの計画も、作れる', () => {
  expect(tablesOf(made(daisen, { grades: false }).sections[0])).toHaveLength(1)
  const changes = made(withContent({ grades: [], revisionRules: [] }))
  expect(changes.sections.map(({ key, title }) => [key, title])).toEqual([['changes', changes.title]])
})

test('評価も基準も変更もない計画では、何を取り込めばよいかを言う', () => {
  expect(refusal({ ...sampleEdition('152081-ojiya'), title: '小千谷市総合戦略', content: emptyContent })).toBe(
    '「小千谷市総合戦略」には、評価の集計も、見直し基準も、主な変更内容もないため、改訂概要を作れません。改訂概要の図書を取り込むと作れます。',
  )
})
