import { setImmediate } from 'node:timers/promises'
import type { Chart, Report, Section } from '../../report.ts'
import type { WriteOptions, Writer } from '../writer.ts'
import type { FormatBook } from './cell-content.ts'
import { chartDataSection } from './chart.ts'
import { type Around, sectionRows } from './section-rows.ts'
import { type BuiltSheet, builtSheet } from './sheet.ts'
import { sheetNames } from './sheet-names.ts'
import { bookFont, standardSize, styleBook } from './styles.ts'

/**
 * 帳票を Excel のブックにする。章一つがシート一枚で、紙に刷れば PDF とほぼ同じ資料になり、数は数のまま入る。
 * 字面は帳票のとおりに見え、式は一つも入らない。同じ帳票と同じ `madeAt` からは、同じバイト列ができる。
 */
export const xlsxWriter: Writer = {
  format: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  write: async (report, options) => {
    const sheets = await builtSheets(report, options)
    // 書き手の道具は、書くときにだけ読み込む。
    const { writeXlsx } = await import('hucre/xlsx')
    const { settled } = await import('./settled.ts')
    const madeAt = new Date(options.madeAt)
    const book = await writeXlsx({
      sheets: sheets.map(({ sheet }) => sheet),
      namedRanges: sheets.flatMap(({ names }) => names),
      defaultFont: { ...bookFont, size: standardSize },
      properties: {
        title: report.title,
        subject: report.plan,
        creator: report.municipality,
        company: report.municipality,
        created: madeAt,
        modified: madeAt,
      },
    })
    return settled(
      book,
      sheets.map(({ numberTexts }) => numberTexts),
    )
  },
}

/** シートを一枚ずつ組む。一枚ごとに、取り止められていないかを見る。 */
const builtSheets = async (report: Report, { signal, progress }: WriteOptions): Promise<readonly BuiltSheet[]> => {
  const styleFor = styleBook()
  const data = chartDataSection(chartsIn(report))
  const names = sheetNames([...report.sections, ...(data ? [data] : [])].map(({ name }) => name))
  const dataSheet = names[report.sections.length] ?? ''
  const around = aroundOf(report, names, data, dataSheet)
  const built: BuiltSheet[] = []
  for (const [at, section] of report.sections.entries()) {
    await setImmediate()
    signal?.throwIfAborted()
    built.push(builtSheet(section, names[at] ?? section.name, around, styleFor))
    progress?.(at + 1, report.sections.length)
  }
  return data ? [...built, builtSheet(data, dataSheet, around, styleFor)] : built
}

const chartsIn = ({ sections }: Report): readonly Chart[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])))

/** 図の値の表がシートのどの行に来るかを先に組んで確かめ、図に教える。 */
const aroundOf = (report: Report, sheets: readonly string[], data: Section | undefined, dataSheet: string): Around => {
  const formats: FormatBook = { formats: new Set() }
  const around = { report, sheets, formats, chartData: { sheet: dataSheet, rowOf: new Map<Chart, number>() } }
  const rows = data ? sectionRows(data, around).tables : []
  const rowOf = new Map(chartsIn(report).map((chart, at) => [chart, rows[at] ?? 0]))
  return { ...around, chartData: { sheet: dataSheet, rowOf } }
}
