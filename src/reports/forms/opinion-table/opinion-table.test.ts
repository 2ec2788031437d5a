import { expect, test } from 'vitest'
import type { Opinion, OpinionAnswer, Referral } from '#domain/committee/referral.ts'
import { problemInWords } from '#domain/problem.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import type { Alongside } from '../../alongside.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import { opinionTable } from './opinion-table.ts'

const ojiya = sampleEdition('152081-ojiya')
const indicator = ojiya.content.indicators.find(({ repeatOf, node }) => repeatOf === null && node !== null)
const goal = ojiya.content.nodes.find(({ level }) => level.includes('基本目標'))
if (!indicator || !goal) throw new Error('an indicator and a goal were expected in the sample')

const referral: Referral = {
  id: 'r',
  editionId: ojiya.id,
  year: 2023,
  title: '令和6年度第1回',
  body: '推進会議',
  meetingOn: '2024-11-20',
  closesOn: null,
  guidance: '',
  subjects: [],
  status: 'closed',
  releasedAt: '2024-11-01T00:00:00.000Z',
  closedAt: '2024-11-21T00:00:00.000Z',
  revision: 3,
}

const opinion = (id: string, subject: Opinion['subject'], text: string, grade: string | null = null): Opinion => ({
  id,
  referralId: 'r',
  subject,
  memberId: null,
  memberName: '白川花子',
  text,
  grade,
  revision: 1,
  at: `2024-11-1${id}T00:00:00.000Z`,
  by: '白川花子',
})

const answer: OpinionAnswer = {
  opinionId: '2',
  kind: 'adopted',
  text: '次の年度から改めます。',
  departmentId: 'd',
  revision: 1,
  at: '2024-12-01T00:00:00.000Z',
  by: '企画課',
}

const opinions = [
  opinion('1', { kind: 'node', id: '00000000-0000-4000-8000-000000000000' }, '消えた項目への意見'),
  opinion('2', { kind: 'indicator', id: indicator.id }, '件数より質を', 'B'),
  opinion('3', { kind: 'node', id: goal.id }, ''),
  opinion('4', null, '図を増やしてほしい'),
]

const alongside = (more: Partial<NonNullable<Alongside['referral']>> = {}): Alongside => ({
  referral: { referral, opinions, answers: [answer], departments: new Map([['d', '商工課']]), ...more },
})

const made = (choices: Partial<ReportChoices> = {}, given: Alongside = alongside()) => {
  const report = opinionTable.make(ojiya, { ...ordinaryChoices, ...choices }, given)
  if (!report.ok) throw new Error(problemInWords(report.problem))
  const [section] = report.value.sections
  const block = section?.blocks[0]
  if (!section || block?.kind !== 'table') throw new Error('one table was expected')
  const rows = block.table.groups.map(({ kind, rows: own }) => [kind, ...(own[0]?.cells.map(({ text }) => text) ?? [])])
  return { section, header: block.table.header[0]?.cells.map(({ text }) => text), rows }
}

test('計画の順に、目標の帯の下に。番号は通し、対応のない升目は「―」', () => {
  const { rows, section, header } = made({ grades: false })
  expect(header).toEqual(['No.', '該当箇所', '意見', '対応区分', '対応', '担当課'])
  const bands = rows.filter(([kind]) => kind === 'band').map(([, text]) => text)
  expect(bands[0]).toBe('計画全体')
  expect(bands.at(-1)).toBe('いまの計画にない項目')
  expect(
    rows
      .filter(([kind]) => kind === 'entry')
      .map(([, number, , text, kind, said, unit]) => [number, text, kind, said, unit]),
  ).toEqual([
    ['1', '図を増やしてほしい', '―', '―', '―'],
    ['2', '（評価のみ）', '―', '―', '―'],
    ['3', '件数より質を', '反映する', '次の年度から改めます。', '商工課'],
    ['4', '消えた項目への意見', '―', '―', '―'],
  ])
  expect(section.lead).toEqual(['推進会議　令和6年度第1回（令和6年11月20日（水））', '対象：令和5年度の実績'])
  expect(section.notes.map(({ text }) => text)).toEqual([
    '対応の「―」は、まだ対応を決めていないもの（3件）。',
    '「いまの計画にない項目」は、意見のあとで計画から除かれた項目へのもの。',
  ])
})

test('委員の名は、選んだときだけ。委員が区分を付けていなければ、評価の列は置かない', () => {
  expect(JSON.stringify(made())).not.toContain('白川花子')
  expect(made({ names: true }).header).toContain('委員')
  expect(JSON.stringify(made({ names: true }))).toContain('白川花子')
  expect(made().header).toContain('委員の評価')
  expect(made({}, alongside({ opinions: [opinion('4', null, '全体')] })).header).not.toContain('委員の評価')
})

test('締め切った付議がないか、意見がなければ、わけを言って断る', () => {
  const refusal = (given?: Alongside) => {
    const result = opinionTable.make(ojiya, ordinaryChoices, given)
    return result.ok ? '' : result.problem.kind
  }
  expect(refusal()).toBe('report-no-referral')
  expect(refusal(alongside({ referral: { ...referral, status: 'released' } }))).toBe('report-no-referral')
  expect(refusal(alongside({ opinions: [] }))).toBe('report-no-opinions')
})
