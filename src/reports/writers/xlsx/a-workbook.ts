import PizZip from 'pizzip'
import { aSection, aTable } from '../../a-report.ts'
import type { Report } from '../../report.ts'
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
