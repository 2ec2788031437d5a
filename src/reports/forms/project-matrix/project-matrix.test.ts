import { describe, expect, test } from 'vitest'
import type { Edition } from '#domain/plan/edition.ts'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import type { Section, Table } from '../../report.ts'
import { projectMatrix } from './project-matrix.ts'

const imari = sampleEdition('412058-imari')

const sectionOf = (edition: Edition, choices: Partial<ReportChoices> = {}): Section => {
  const report = projectMatrix.make(edition, { ...ordinaryChoices, ...choices })
  if (!report.ok) throw new Error(problemInWords(report.problem))
  const [section] = report.value.sections
  if (!section) throw new Error('no section')
  return section
}

const tableOf = ({ blocks }: Section): Table => {
  const [block] = blocks
  if (block?.kind !== 'table') throw new Error('no table')
  return block.table
}

const rowsOf = (section: Section): readonly (readonly string[])[] =>
  tableOf(section).groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))

describe('伊万里市の取組事業一覧', () => {
  const section = sectionOf(imari)

  test('二段の見出し：番号のある組は下の段に番号を並べ、ほかは二段をまたぐ', () => {
    const [top, numbers] = tableOf(section).header
    expect(top?.cells.map(({ text, columns = 1, rows = 1 }) => [text, columns, rows])).toEqual([
      ['No.', 1, 2],
      ['事務事業名', 1, 2],
      ['基本目標', 4, 1],
      ['新たな視点', 2, 1],
      ['シティプロモーションの視点', 5, 1],
      ['関連するSDGs', 1, 2],
      ['重点施策', 1, 2],
    ])
    expect(numbers?.cells.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '1', '2', '1', '2', '3', '4', '5'])
    expect(top?.cells.at(-1)?.vertical).toBe(true)
  })

  test('印刷された 54 事業を、印刷された順に。印は●、SDGs は番号', () => {
    const rows = rowsOf(section)
    expect(rows).toHaveLength(55)
    expect(rows[0]).toEqual([
      '1',
      '障害児生活適応施設（ひまわり園）管理運営事業',
      ...['', '', '●', '', '●', '', '', '', '', '', ''],
      '4',
      '●',
    ])
  })

  test('計は、列ごとに印のある事業の数', () => {
    const rows = rowsOf(section)
    const [words, ...counts] = rows.at(-1) ?? []
    const marked = Array.from({ length: 13 }, (_, at) =>
      String(rows.slice(0, -1).filter((row) => row[at + 2] !== '').length),
    )
    expect(words).toBe('計（54事業）')
    expect(counts).toEqual(marked)
    expect(counts).toEqual(['27', '12', '17', '3', '14', '1', '19', '15', '17', '8', '10', '31', '20'])
  })

  test('番号の意味のうち、計画から分かるものを上に書く', () => {
    expect(section.lead[0]).toBe('基本目標1：産業振興により「活気あふれるまち」をつくる')
    expect(section.lead.at(-1)).toContain('4 質の高い教育をみんなに')
    expect(section.lead).toHaveLength(5)
  })

  test('どの事業にも付かない番号の列も落とさない（番号がずれないように）', () => {
    const projects = imari.content.projects.map((each) =>
      each.shownIn === 'matrix' ? { ...each, tags: { シティプロモーションの視点: ['5'] } } : each,
    )
    const [, numbers] = tableOf(sectionOf({ ...imari, content: { ...imari.content, projects } })).header
    expect(numbers?.cells.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '1', '2', '3', '4', '5'])
  })

  test('基本目標を選べば、その目標に印のある事業だけを並べ、計もその事業の数', () => {
    expect(rowsOf(sectionOf(imari, { goals: ['4'] })).map(([first]) => first)).toEqual([
      '61',
      '62',
      '63',
      '計（3事業）',
    ])
  })
})

describe('取組事業一覧のない図書', () => {
  test('節ごとに事業を並べた図書は、節を帯にして一つの事業を一行に', () => {
    const section = sectionOf(sampleEdition('012262-sunagawa'))
    const kinds = tableOf(section).groups.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'entry')).toHaveLength(48)
    expect(kinds[0]).toBe('band')
    expect(section.paper).toEqual({ size: 'A4', orientation: 'portrait' })
    expect(section.notes).toEqual([])
  })

  test('個票だけの図書は、関連施策も列にして、事業を一つ一行に', () => {
    const projects = imari.content.projects.filter(({ shownIn }) => shownIn === 'sheet')
    const section = sectionOf({ ...imari, content: { ...imari.content, projects } })
    expect(tableOf(section).header[0]?.cells.map(({ text }) => text)).toContain('総合計画の関連施策')
    expect(rowsOf(section).filter(([number]) => number === '66')).toHaveLength(1)
  })

  test('事業のない計画では、何を取り込めばよいかを言って断る', () => {
    const report = projectMatrix.make(sampleEdition('202037-ueda'), ordinaryChoices)
    expect(report.ok ? '' : problemInWords(report.problem)).toContain('取り込んでください')
  })
})
