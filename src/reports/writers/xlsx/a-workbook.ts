import PizZip from 'pizzip'
import { aReport, aSection, aTable } from '../../a-report.ts'
import type { Cell, Report, RowGroup, Table } from '../../report.ts'
import type { WriteOptions } from '../writer.ts'
import { xlsxWriter } from './xlsx.ts'

// 試験のためのブック。

export const options: WriteOptions = { pdfStandard: 'plain', font: 'noto-sans', madeAt: '2026-11-25T09:00:00Z' }

export const written = (report: Report): Promise<Uint8Array> => xlsxWriter.write(report, options)

/** 一覧表だけの章。 */
export const tableSection = aSection({
  name: '一覧表（１）',
  lead: ['（単位：千円）'],
  blocks: [{ kind: 'table', table: aTable() }],
})

/** 升目だけの帳票。 */
export const aGrid = (cells: readonly (readonly Cell[])[], rest: Partial<Table> = {}): Report =>
  aReport({
    documentNumber: null,
    sections: [
      aSection({
        title: null,
        blocks: [
          {
            kind: 'table',
            table: {
              caption: '表',
              showCaption: false,
              columns: Array.from({ length: cells[0]?.length ?? 1 }, (_, at) => ({
                key: `c${at}`,
                width: 10,
                align: 'start',
              })),
              header: [],
              groups: cells.map((row): RowGroup => ({ kind: 'entry', rows: [{ cells: row }] })),
              ...rest,
            },
          },
        ],
      }),
    ],
  })

/** 書いたブックの部品の XML。 */
export const parts = async (report: Report) => {
  const zip = new PizZip(await written(report))
  const files = new Map(Object.entries(zip.files).map(([name, file]) => [name, file.asText()]))
  const sheets = report.sections.map((_, at) => files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? '')
  return {
    files,
    sheets,
    sheet: sheets[0] ?? '',
    workbook: files.get('xl/workbook.xml') ?? '',
    styles: files.get('xl/styles.xml') ?? '',
  }
}
