import { describe, expect, test } from 'vitest'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import type { Table } from '../../report.ts'
import { priorityProjects } from './priority-projects.ts'

const imari = sampleEdition('412058-imari')

const tableOf = (edition: Edition, choices: Partial<ReportChoices> = {}): Table => {
  const report = priorityProjects.make(edition, { ...ordinaryChoices, ...choices })
  if (!report.ok) throw new Error(problemInWords(report.problem))
  const [block] = report.value.sections[0]?.blocks ?? []
  if (block?.kind !== 'table') throw new Error('no table')
  return block.table
}

const rowsOf = ({ groups }: Table, kind: string): readonly (readonly string[])[] =>
  groups.flatMap((group) => (group.kind === kind ? group.rows.map(({ cells }) => cells.map(({ text }) => text)) : []))

const only = (edition: Edition, part: string): Edition => ({
  ...edition,
  content: { ...edition.content, projects: edition.content.projects.filter(({ shownIn }) => shownIn === part) },
})

describe('伊万里市の重点施策一覧', () => {
  const table = tableOf(imari)

  test('図書と同じ列に、印刷された 65 行', () => {
    expect(table.header[0]?.cells.map(({ text }) => text)).toEqual([
      'No.',
      '事務事業名',
      '事業内容',
      '事業主体',
      '一覧No.',
    ])
    const rows = rowsOf(table, 'entry')
    expect(rows).toHaveLength(65)
    expect(rows[2]).toEqual([
      '3',
      '伊万里牛振興会支援事業',
      '共励会・PR活動を行う振興会への補助',
      '農業振興課、有田町、JA伊万里',
      '71',
    ])
  })

  test('基本目標ごとに帯が一つ。計は、基本目標ごとに載る同じ事業を一つに数えた数も言う', () => {
    expect(rowsOf(table, 'band')).toEqual([
      ['基本目標1：産業振興により「活気あふれるまち」をつくる'],
      ['基本目標2：地域資源を生かし「行きたいまち」をつくる'],
      ['基本目標3：市民みんなで「子育てしやすいまち」をつくる'],
      ['基本目標4：時代に合った都市づくりで「安心で住みたいまち」をつくる'],
    ])
    const listNumbers = new Set(rowsOf(table, 'entry').map((row) => row[4]))
    expect(rowsOf(table, 'total')).toEqual([[`計（65件。同じ事業を一つに数えると${listNumbers.size}事業）`]])
  })

  test('課と基本目標を選ぶ', () => {
    const chosen = tableOf(imari, { departments: ['農業振興課'], goals: ['2'] })
    expect(rowsOf(chosen, 'entry').map(([number]) => number)).toEqual(['19', '20', '21'])
    expect(rowsOf(chosen, 'total')).toEqual([['計（3事業）']])
  })
})

test('重点施策一覧のない図書では、重点の印のある事業を一度ずつ並べ、当たる基本目標を列にする', () => {
  const table = tableOf(only(imari, 'matrix'))
  expect(table.header[0]?.cells.map(({ text }) => text)).toEqual(['事務事業名', '基本目標', '一覧No.'])
  const rows = rowsOf(table, 'entry')
  expect(rows).toHaveLength(20)
  expect(rows).toContainEqual(['新規就農者支援事業', '1、2', '66'])
  expect(rowsOf(table, 'band')).toEqual([])
})

describe('作れないとき', () => {
  const refusal = (edition: Edition, choices: Partial<ReportChoices> = {}) => {
    const report = priorityProjects.make(edition, { ...ordinaryChoices, ...choices })
    return report.ok ? 'made' : problemInWords(report.problem)
  }

  test('事業のない計画、重点の印のない計画、当てはまる事業のない選び', () => {
    expect(refusal(sampleEdition('052124-daisen'))).toContain('事業が一つもないので、「重点施策一覧」は作れません')
    expect(refusal(sampleEdition('012262-sunagawa'))).toContain('すべての事業の表は「取組事業一覧」で作れます')
    expect(refusal(imari, { goals: ['9'] })).toContain('選びを広げてください')
  })
})
