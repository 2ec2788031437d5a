import type { Edition } from '#domain/plan/edition.ts'
import { done } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Section } from '../../report.ts'
import { textCell } from '../cells.ts'
import { comparisonSection } from '../comparison-table/comparison-table.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { overviewSections } from '../revision-overview/revision-overview.ts'

/**
 * 意見募集（パブリックコメント）の資料。素案の表紙、意見の出しかた、改訂概要、新旧対照表を一つに綴じる。
 * 市民に見せるものなので、庁内のよりどころ（市長指示）は載せない。意見公募手続は行政手続法 39 条にならい、
 * 案と、関連する資料と、提出先と期間を、はじめの紙に書く。
 *
 * @example publicComment.make(案の版, { ...ordinaryChoices, commentPeriod: '令和6年1月10日から2月9日まで' }, { revised })
 */
export const publicComment: Form = {
  name: 'public-comment',
  asks: ['commentPeriod', 'commentTo', 'extent', 'goals', 'yearStyle', 'documentNumber', 'asOf'],
  make: (edition, choices, alongside = {}) => {
    const told: ReportChoices = { ...choices, audience: 'public', findings: false, paper: null }
    const comparison = comparisonSection(edition, told, alongside)
    if (!comparison.ok) return comparison
    const overview = overviewSections(edition, { ...told, goals: null }, alongside, '改訂の概要')
    if (!overview.ok) return overview
    const sections = [cover(edition, told), howTo(edition, told), ...overview.value, comparison.value]
    return done(headedReport(edition, choices, { form: 'public-comment', title: titleOf(edition), sections }))
  },
}

/** 改訂後の題が「（改訂版）」などと言っていれば、改訂と二度言わない。 */
const draftWords = ({ title }: Edition): string => (title.includes('改訂') ? '（素案）' : '改訂（素案）')

const titleOf = (edition: Edition): string => `${edition.title}　${draftWords(edition)}`

const paper = { size: 'A4', orientation: 'portrait' } as const

const cover = (edition: Edition, { asOf }: ReportChoices): Section => ({
  key: 'cover',
  name: '表紙',
  paper,
  title: null,
  lead: [],
  outline: 0,
  blocks: [
    {
      kind: 'cover',
      lines: [
        { text: edition.title, size: 'large' },
        { text: draftWords(edition), size: 'large' },
        { text: 'ご意見を募集します', size: 'middle' },
        { text: [asOf, edition.municipality.name].filter(Boolean).join('　'), size: 'small' },
      ],
    },
  ],
  notes: [],
})

/** 意見の出しかた。書かれていない欄は「（未記入）」と書き、印刷してから気づかないようにする。 */
const howTo = (edition: Edition, { commentPeriod, commentTo }: ReportChoices): Section => ({
  key: 'how-to',
  name: '意見の募集',
  paper,
  title: '意見の募集について',
  lead: [],
  outline: 1,
  blocks: [
    {
      kind: 'paragraphs',
      paragraphs: [
        `${edition.municipality.name}は、「${edition.title}」の改訂を進めています。この素案について、皆さまのご意見をお寄せください。`,
      ],
    },
    table([
      ['募集する期間', commentPeriod ?? notGiven],
      ['提出先と方法', commentTo ?? notGiven],
      ['この資料', '改訂の概要と、新旧対照表'],
    ]),
  ],
  notes: [],
})

const notGiven = '（未記入）'

const table = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'table',
  table: {
    caption: '意見の募集',
    showCaption: false,
    columns: [
      { key: 'what', width: 10, align: 'start' },
      { key: 'value', width: 40, align: 'start' },
    ],
    header: [],
    groups: rows.map(([what, value]) => ({
      kind: 'entry',
      rows: [{ cells: [textCell(what, { heading: true }), textCell(value)] }],
    })),
  },
})
