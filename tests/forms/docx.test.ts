import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import type { Report, Table } from '#reports/report.ts'
import { everyReport, samples } from './every-report.ts'
import { fileOf } from './round-trip.ts'

// 見本の五市の、作れる帳票のすべてを Word にして、別の読み手（mammoth）で読む。

const tablesOf = ({ sections }: Report): readonly Table[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))

const rowsOf = ({ header, groups }: Table) => [...header, ...groups.flatMap(({ rows }) => rows)]

/** 読み手の HTML の表を、行ごとの「字（広がり）」にする。 */
const readTables = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd]((?: \w+="\d+")*)>(.*?)<\/t[hd]>/gs)]
        .map(([, spans = '', cell = '']) => plain(cell) + spans)
        .join('|'),
    ),
  )

const plain = (html: string): string =>
  html
    .replace(/<br \/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const written = (table: Table): readonly string[] =>
  rowsOf(table).map(({ cells }) =>
    cells
      .map(({ text, marks = [], columns = 1, rows = 1 }) => {
        const across = columns > 1 ? ` colspan="${columns}"` : ''
        const down = rows > 1 ? ` rowspan="${rows}"` : ''
        return text + marks.join('') + across + down
      })
      .join('|'),
  )

describe.each(samples)('%s', (sample) => {
  test('どの帳票の表も、字と広がりが帳票のとおりに読める', async () => {
    const reports = everyReport(sample)
    expect(reports.length).toBeGreaterThan(0)
    for (const report of reports) {
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await fileOf(report, 'docx')) })
      expect(readTables(value)).toEqual(tablesOf(report).map(written))
    }
  })
})
