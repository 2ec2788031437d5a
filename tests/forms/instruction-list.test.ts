import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { type InstructionFormat, instructionFile } from '#operations/priority/instruction-files.ts'
import { answerInstruction } from '#operations/priority/step-instruction.ts'
import { openDocument } from '#reading/open-document.ts'
import { instructed, someSheets } from '../year/a-hearing.ts'
import { aYear, type Year } from '../year/a-year.ts'
import { kindOf, ok } from '../year/round-steps.ts'
import { pdfTextWithoutSpaces, withoutSpaces } from './pdf-text.ts'
import { adoptedSample, fileOf, reportOf } from './round-trip.ts'

let year: Year
let sheets: readonly PrioritySheet[]
const text = '移住の相談（12回以上）から定住までの道筋を、①庁内②市民の順に示すこと。'
const answer = '10月に検討会を置いた。\n12月に案を示す。'

beforeAll(async () => {
  year = await aYear({ sections: 2, indicators: 1, open: false })
  sheets = await someSheets(year)
  const [first, second] = sheets
  if (!first || !second) throw new Error('two sheets were expected')
  const item = first.goals[0]?.items[0]?.id ?? ''
  const given = ok(await instructed(year, first, { text, on: item, due: '2026-10-31' }))
  ok(await instructed(year, second, { text: '期限を過ぎる指示', due: '2026-04-30' }))
  const clerk = year.sections[0]?.clerk
  if (!clerk) throw new Error('a clerk was expected')
  ok(await answerInstruction(year.app, clerk, year.code, given.id, { revision: 1, text: answer }))
})
afterAll(() => year?.app.close())

const made = async (format: InstructionFormat, state = 'open', person = year.people.executive) =>
  ok(await instructionFile(year.app, person, year.code, { state }, format))
const cells = async (bytes: Uint8Array): Promise<readonly string[]> =>
  stringsIn(ok(await openDocument('一覧.xlsx', bytes)))
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

describe('市長指示事項 対応状況一覧', () => {
  const wanted = () => [
    text,
    '中間ヒアリング',
    `重点目標1　${sheets[0]?.goals[0]?.title}`,
    `①${sheets[0]?.goals[0]?.items[0]?.title}`,
    '令和8年10月31日（土）',
    answer,
    '報告あり・確認待ち',
    '期限を過ぎる指示',
    '部局全体',
    '対応待ち',
    '期限を過ぎています',
    ...year.sections.map(({ name }) => name),
  ]

  test.each(['xlsx', 'pdf'] as const)('%s の字に、指示・時期・目標・期限・対応・状態のすべてがある', async (format) => {
    const { bytes, fileName } = await made(format)
    const found = format === 'pdf' ? await pdfTextWithoutSpaces(bytes) : await cells(bytes)
    const all = withoutSpaces(found.join('\n'))
    expect(wanted().filter((word) => !all.includes(withoutSpaces(word)))).toEqual([])
    expect(fileName).toMatch(/対応状況一覧.*\.(xlsx|pdf)$/)
  })

  test('期限の早い順。部局の人のファイルには、ほかの部局のものは入らない', async () => {
    const read = async (person = year.people.executive) =>
      JSON.parse(new TextDecoder().decode((await made('json', 'open', person)).bytes))
    const rows = (data: unknown) =>
      stringsIn(data).filter((each) => each === '期限を過ぎる指示' || each.startsWith('移住の相談'))
    expect(rows(await read()).map((each) => each.slice(0, 4))).toEqual(['期限を過', '移住の相'])
    expect(rows(await read(year.sections[0]?.clerk)).map((each) => each.slice(0, 4))).toEqual(['移住の相'])
  })

  test('CSV は、期限が ISO の日、状態が符号とことば', async () => {
    const csv = new TextDecoder().decode((await made('csv')).bytes)
    const [heading = '', first = ''] = csv.replace(/^\uFEFF/, '').split('\r\n')
    expect(heading.split(',')).toEqual(
      expect.arrayContaining(['department', 'year', 'due_date', 'state', 'state_name', 'answer']),
    )
    expect(first).toContain('2026-04-30')
    expect(first).toContain('open,対応待ち')
  })

  test('合うものがなければ、作らずにわけを言う', async () => {
    const none = await instructionFile(year.app, year.people.executive, year.code, { state: 'withdrawn' }, 'pdf')
    expect(kindOf(none)).toBe('report-no-instructions')
    const reviewer = await instructionFile(year.app, year.people.reviewer, year.code, {}, 'pdf')
    expect(kindOf(reviewer)).toBe('not-permitted')
  })
})

test('図書から取り込んだだけの上田市でも、書かれた指示を、対応を書き込む欄とともに', async () => {
  const edition = await adoptedSample('202037-ueda')
  const report = reportOf(edition, 'instruction-list')
  const [block] = report.sections[0]?.blocks ?? []
  const rows =
    block?.kind === 'table' ? block.table.groups.map(({ rows: [row] }) => row?.cells.map((cell) => cell.text)) : []
  expect(rows).toHaveLength(edition.content.instructions.length)
  expect(rows.map((row) => row?.[2])).toEqual(edition.content.instructions)
  expect(rows[0]?.slice(0, 2)).toEqual(['1', '政策企画部'])
  expect((await fileOf(report, 'docx')).byteLength).toBeGreaterThan(1000)
})
