import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import type { Opinion } from '#domain/committee/referral.ts'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { writtenReport } from '#operations/reports/make-report.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { dataFiles } from '#reports/data/data-files.ts'
import { opinionTable } from '#reports/forms/opinion-table/opinion-table.ts'
import { pdfText } from './pdf-text.ts'

// 意見と対応の一覧を、どの形にしても、すべての意見と対応が載る。別の読み手で読みなおす。

const edition = sampleEdition('152081-ojiya')
const chosen = edition.content.indicators.filter(({ repeatOf }) => repeatOf === null).slice(0, 40)

const opinions = chosen.map(
  ({ id }, n): Opinion => ({
    id: `o${n}`,
    referralId: 'r',
    subject: { kind: 'indicator', id },
    memberId: null,
    memberName: `委員${n}`,
    text: `意見の${n}番。相談の窓口を、地区ごとに置いてほしい。${'長い意見でも切れない。'.repeat(n % 7)}`,
    grade: null,
    revision: 1,
    at: '2026-05-20T00:00:00.000Z',
    by: `委員${n}`,
  }),
)
const alongside = {
  referral: {
    referral: {
      id: 'r',
      editionId: edition.id,
      year: 2023,
      title: '令和8年度第1回',
      body: '推進会議',
      meetingOn: '2026-05-25',
      closesOn: null,
      guidance: '',
      subjects: [],
      status: 'closed' as const,
      releasedAt: '2026-05-01T00:00:00.000Z',
      closedAt: '2026-05-21T00:00:00.000Z',
      revision: 3,
    },
    opinions,
    answers: opinions.map(({ id }, n) => ({
      opinionId: id,
      kind: 'adopted' as const,
      text: `対応の${n}番。令和9年度から行います。`,
      departmentId: null,
      revision: 1,
      at: '2026-06-01T00:00:00.000Z',
      by: '企画課',
    })),
  },
}
const made = opinionTable.make(edition, { ...ordinaryChoices, names: true }, alongside)
if (!made.ok) throw new Error(problemInWords(made.problem))
const report = made.value

const plain = (text: string): string => text.replace(/\s/g, '')
const everything = opinions.flatMap(({ text, memberName }, n) => [
  text,
  memberName,
  `対応の${n}番。令和9年度から行います。`,
])
const missingIn = (text: string): readonly string[] => everything.filter((each) => !plain(text).includes(plain(each)))
const options = { madeAt: '2026-06-01T00:00:00.000Z' }

describe('意見と対応の一覧', () => {
  test('Excel', async () => {
    const book = new ExcelJS.Workbook()
    const { bytes } = await writtenReport(report, 'xlsx', options)
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    const cells: string[] = []
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.text))))
    expect(missingIn(cells.join('|'))).toEqual([])
  })

  test('Word', async () => {
    const { bytes } = await writtenReport(report, 'docx', options)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(missingIn(value)).toEqual([])
  })

  test('PDF は、どの頁にも見出しがあり、紙の上の字がそろう', async () => {
    const { bytes } = await writtenReport(report, 'pdf', options)
    const pages = await pdfText(bytes)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(plain(page)).toContain('対応区分')
    // 升目の中で折れた字は、並びの中でとなりの升目と混ざる。どの番号の意見も対応も、始まりの字を持つ。
    const text = plain(pages.join(''))
    expect(opinions.filter((_, n) => !text.includes(`意見の${n}番`) || !text.includes(`対応の${n}番`))).toEqual([])
  })

  test('データは一行に一つの意見。委員の名は入らない', async () => {
    const files = await dataFiles(edition, ['opinions'], 'csv', alongside)
    if (!files.ok) throw new Error(problemInWords(files.problem))
    const csv = Buffer.from(
      files.value.find(({ fileName }) => fileName.endsWith('_opinions.csv'))?.bytes ?? new Uint8Array(),
    ).toString('utf8')
    expect(csv.trim().split('\r\n')).toHaveLength(opinions.length + 1)
    expect(csv).toContain('意見の0番')
    expect(csv).not.toContain('委員0')
  })
})
