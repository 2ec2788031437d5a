import { inPlanOrder, placeOfOpinion, unanswered } from '#domain/committee/opinions.ts'
import type { Opinion, OpinionAnswer, Referral } from '#domain/committee/referral.ts'
import { gradeName } from '#domain/evaluation/standing-grade.ts'
import { say } from '#domain/language/say.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, refused } from '#domain/problem.ts'
import { dayInWords } from '#domain/year/calendar.ts'
import type { Alongside } from '../../alongside.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Column, Report, RowGroup, Table } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { headingRow, noValue, textCell } from '../cells.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { yearWords } from '../years.ts'

const title = reportTitles['opinion-table']

type Referred = NonNullable<Alongside['referral']>

/**
 * 意見と対応の一覧（外部の推進会議）。意見を計画に出てくる順に並べ、市の対応を添える。
 * 締め切った付議があるときだけ作れる。委員の名は、選んだときだけ載せる（公表の資料では載せない市が多い）。
 *
 * @example opinionTable.make(edition, { ...ordinaryChoices, names: true }, { referral })
 */
export const opinionTable: Form = {
  name: 'opinion-table',
  asks: ['year', 'yearStyle', 'grades', 'names', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices, alongside) => {
    const found = alongside?.referral
    if (found?.referral.status !== 'closed') return refused('report-no-referral')
    if (found.opinions.length === 0) return refused('report-no-opinions', { title: found.referral.title })
    return done(reportOf(edition, choices, found, alongside))
  },
}

const reportOf = (
  edition: Edition,
  choices: ReportChoices,
  found: Referred,
  alongside: Alongside | undefined,
): Report => {
  const { referral } = found
  return headedReport(edition, choices, {
    form: 'opinion-table',
    title,
    sections: [
      {
        key: 'opinions',
        name: '意見と対応',
        paper: choices.paper ?? { size: 'A4', orientation: 'landscape' },
        title,
        lead: leadOf(referral, choices),
        outline: 1,
        blocks: [{ kind: 'table', table: tableOf(edition, choices, found, alongside) }],
        notes: notesOf(edition, found),
      },
    ],
  })
}

/** 会議の名・題・日と、どの年度の実績か。 */
const leadOf = (
  { body, title: referred, meetingOn, year }: Referral,
  { yearStyle }: ReportChoices,
): readonly string[] => [
  `${body}　${referred}${meetingOn === null ? '' : `（${dayInWords(meetingOn, 'ja', true)}）`}`,
  `対象：${yearWords(year, yearStyle)}の実績`,
]

const columnsOf = ({ names, grades }: Shown): readonly Column[] => [
  { key: 'number', width: 3, align: 'center' },
  { key: 'place', width: 12, align: 'start' },
  ...(names ? [{ key: 'member', width: 6, align: 'start' } as const] : []),
  ...(grades ? [{ key: 'grade', width: 4, align: 'center' } as const] : []),
  { key: 'opinion', width: 22, align: 'start' },
  { key: 'kind', width: 6, align: 'center' },
  { key: 'answer', width: 22, align: 'start' },
  { key: 'department', width: 6, align: 'start' },
]

const headings: Readonly<Record<string, string>> = {
  number: 'No.',
  place: '該当箇所',
  member: '委員',
  grade: '委員の評価',
  opinion: '意見',
  kind: '対応区分',
  answer: '対応',
  department: '担当課',
}

type Shown = { readonly names: boolean; readonly grades: boolean }

const tableOf = (
  edition: Edition,
  choices: ReportChoices,
  found: Referred,
  alongside: Alongside | undefined,
): Table => {
  const { content } = edition
  // 委員が区分を一つも付けていなければ、空の列を置かない。
  const shown = { names: choices.names, grades: choices.grades && found.opinions.some(({ grade }) => grade !== null) }
  const columns = columnsOf(shown)
  const ordered = inPlanOrder(content, found.opinions).map((opinion, index) => ({ opinion, number: index + 1 }))
  const bands = Map.groupBy(ordered, ({ opinion }) => bandOf(edition, opinion))
  const answers = new Map(found.answers.map((answer) => [answer.opinionId, answer]))
  return {
    caption: title,
    showCaption: false,
    columns,
    header: [headingRow(columns.map(({ key }) => textCell(headings[key] ?? '')))],
    groups: [...bands].flatMap(([band, own]): readonly RowGroup[] => [
      {
        kind: 'band',
        level: 1,
        rows: [{ cells: [textCell(band, { heading: true, columns: columns.length })] }],
      },
      ...own.map(({ opinion, number }): RowGroup => {
        const values = valuesOf(edition, found, opinion, answers.get(opinion.id), alongside)
        const cells = { ...values, number: String(number) }
        return {
          kind: 'entry',
          rows: [
            {
              cells: columns.map(({ key }) =>
                textCell(cells[key as keyof typeof cells], key === 'place' ? { heading: true } : {}),
              ),
            },
          ],
        }
      }),
    ]),
  }
}

const whole = '計画全体'
const gone = 'いまの計画にない項目'

/** 帯：計画全体、基本目標、どの目標にも属さないもの。 */
const bandOf = ({ content }: Edition, { subject }: Opinion): string => {
  const place = placeOfOpinion(content, subject)
  if (place === null) return whole
  return place === undefined ? gone : (place.goal ?? 'どの目標にも属さないもの')
}

const valuesOf = (
  edition: Edition,
  { departments }: Referred,
  opinion: Opinion,
  answer: OpinionAnswer | undefined,
  alongside: Alongside | undefined,
) => {
  const scale = alongside?.graded?.scales[opinion.subject?.kind ?? 'node'] ?? null
  return {
    place: placeWords(edition, opinion),
    member: opinion.memberName,
    grade: opinion.grade === null ? noValue : gradeName(scale, opinion.grade).symbol,
    opinion: opinion.text === '' ? '（評価のみ）' : opinion.text,
    kind: answer ? answerKindInWords(answer.kind) : noValue,
    answer: answer?.text ?? noValue,
    department: answer?.departmentId ? (departments?.get(answer.departmentId) ?? noValue) : noValue,
  }
}

/** 対応の区分のことば。「反映する」 */
export const answerKindInWords = (kind: OpinionAnswer['kind']): string =>
  say({ code: `committee.kind-${kind}`, params: {} }, 'ja')

/** 該当箇所。帯に出る目標の名は繰り返さない（目標そのものへの意見では「目標の全体」）。 */
const placeWords = (edition: Edition, opinion: Opinion): string => {
  const place = placeOfOpinion(edition.content, opinion.subject)
  if (place === null) return whole
  if (place === undefined) return noValue
  return place.below.length === 0 ? '目標の全体' : place.below.join('／')
}

const notesOf = (edition: Edition, { opinions, answers }: Referred): Report['sections'][number]['notes'] => {
  const left = unanswered(opinions, answers).length
  const lost = opinions.some(({ subject }) => placeOfOpinion(edition.content, subject) === undefined)
  return [
    ...(left > 0 ? [{ mark: null, text: `対応の「―」は、まだ対応を決めていないもの（${left}件）。` }] : []),
    ...(lost ? [{ mark: null, text: `「${gone}」は、意見のあとで計画から除かれた項目へのもの。` }] : []),
  ]
}
