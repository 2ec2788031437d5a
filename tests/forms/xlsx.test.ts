import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { Page, Cell as ReadCell } from '#reading/document.ts'
import { openDocument } from '#reading/open-document.ts'
import { placedCells } from '#reports/grid.ts'
import type { Cell, Section } from '#reports/report.ts'
import { everyReport, samples } from './every-report.ts'
import { fileOf } from './round-trip.ts'

// 見本の五市の、作れる帳票のすべてを Excel にして、もう一度読む。

/** 帳票の表の升目を、上の行から、左から。 */
const cellsOf = ({ blocks }: Section): readonly Cell[] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? placedCells([...block.table.header, ...block.table.groups.flatMap(({ rows }) => rows)])
          .toSorted((a, b) => a.row - b.row || a.column - b.column)
          .map(({ cell }) => cell)
      : [],
  )

const shownText = ({ text, marks = [] }: Cell): string => (text + marks.join('')).trim()

const readCells = ({ lines }: Page): readonly ReadCell[] =>
  lines.flatMap(({ cells }) => cells).filter(({ text }) => text !== '')

describe.each(samples)('%s', (sample) => {
  test('どの帳票のどの升目も、字面のとおりに見え、数は数のまま、帳票の順に並ぶ', async () => {
    const reports = everyReport(sample)
    expect(reports.length).toBeGreaterThan(0)
    for (const report of reports) {
      const opened = await openDocument('帳票.xlsx', await fileOf(report, 'xlsx'))
      if (!opened.ok) throw new Error(opened.problem.code)
      expect(opened.value.remarks).toEqual([])
      // 図のある帳票には、図の値のシートが終わりに付く。
      expect(opened.value.pages.length - report.sections.length).toBeOneOf([0, 1])
      report.sections.forEach((section, at) => {
        const page = opened.value.pages[at]
        const read = page ? readCells(page) : []
        let from = 0
        for (const cell of cellsOf(section)) {
          const wanted = shownText(cell)
          if (wanted === '') continue
          const found = read.findIndex(({ text }, index) => index >= from && text === wanted)
          if (found === -1) throw new Error(`${report.form}「${section.name}」に「${wanted}」がない`)
          // 断りが長くて列に入らない数だけは、「####」と出ないように字のまま入る。
          const tooWide = read[found]?.value === undefined && /^△?[\d,.]+\S+ ?[（(].{5,}[）)]$/.test(wanted)
          if (cell.number && !tooWide)
            expect([wanted, Number(read[found]?.value)]).toEqual([wanted, Number(cell.number.value)])
          from = found + 1
        }
      })
    }
  })
})

test('別の読み手で開いても、紙・繰り返す行・文書の情報がそろい、式は一つもない', async () => {
  const [report] = everyReport('152081-ojiya')
  if (!report) throw new Error('小千谷市の帳票が一つもない')
  const book = new ExcelJS.Workbook()
  const bytes = await fileOf(report, 'xlsx')
  await book.xlsx.load(bytes.slice().buffer)
  expect(book.title).toBe(report.title)
  expect(book.creator).toBe(report.municipality)
  const [sheet] = book.worksheets
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
  expect(sheet?.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/)
  expect(sheet?.headerFooter.oddHeader).toContain('資料１')
  let numbers = 0
  sheet?.eachRow((row) => {
    row.eachCell((cell) => {
      expect(cell.formula).toBeUndefined()
      if (cell.type === ExcelJS.ValueType.Number) numbers += 1
    })
  })
  expect(numbers).toBeGreaterThan(500)
})
