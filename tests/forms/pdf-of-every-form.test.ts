import { describe, expect, test } from 'vitest'
import type { Message } from '#domain/language/message.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { forms } from '#reports/forms/forms.ts'
import type { Report } from '#reports/report.ts'
import { pdfWriter } from '#reports/writers/pdf/pdf.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'

// 見本の五つの市の、作れるすべての様式を PDF にして、升目の字が一つ残らず紙にあるかを確かめる。
// 三つの注文（規格なし・PDF/UA-1・PDF/A-2a）のどれでも組める。

const editions = ['012262-sunagawa', '052124-daisen', '152081-ojiya', '202037-ueda', '412058-imari'] as const

const claims = { plain: /%PDF-1\.7/, 'ua-1': /pdfuaid:part/, 'a-2a': /pdfaid:conformance/ } as const

describe.each(editions)('%s', (name) => {
  const edition = sampleEdition(name)
  const made = forms.flatMap((form) => {
    const report = form.make(edition, ordinaryChoices)
    return report.ok ? [report.value] : []
  })

  test('作れる様式がある', () => {
    expect(made.length).toBeGreaterThan(0)
  })

  test.each(made.map((report) => [report.form, report] as const))('%s', async (_, report) => {
    const told: Message[] = []
    for (const [pdfStandard, claim] of Object.entries(claims) as [keyof typeof claims, RegExp][]) {
      const bytes = await pdfWriter.write(report, {
        pdfStandard,
        font: 'noto-sans',
        madeAt: '2026-04-01T00:00:00Z',
        warn: (message) => told.push(message),
      })
      expect(Buffer.from(bytes).toString('latin1')).toMatch(claim)
      if (pdfStandard === 'plain') expect(await missingIn(bytes, report)).toEqual([])
    }
    expect(told).toEqual([])
  })
})

/** 紙に見つからない升目の字。 */
const missingIn = async (bytes: Uint8Array, report: Report): Promise<readonly string[]> => {
  const everything = (await pdfTextWithoutSpaces(bytes)).join('')
  return cellTexts(report).filter((text) => !everything.includes(text))
}

const cellTexts = ({ sections }: Report): readonly string[] => [
  ...new Set(
    sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'table' ? [...block.table.header, ...block.table.groups.flatMap(({ rows }) => rows)] : [],
      )
      .flatMap(({ cells }) => cells.map(({ text }) => withoutSpaces(text))),
  ),
]
