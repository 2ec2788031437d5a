import { tagValues } from '#domain/plan/project-rows.ts'
import { isSdgKind, sdgGoal } from '#domain/plan/sdg.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, RowGroup } from '../../report.ts'
import { noValue, textCell } from '../cells.ts'
import { sdgTitle } from '../sdg-title.ts'
import { yearWords } from '../years.ts'
import type { Sheet } from './sheet.ts'

/** 個票の上の部分。項目の名を左に。書かれていない欄は「―」。 */
export const headTable = (sheet: Sheet, { yearStyle }: ReportChoices): Block => {
  const { project, nodes, tagKinds } = sheet
  return {
    kind: 'table',
    table: {
      caption: '事業の概要',
      showCaption: false,
      columns: [
        { key: 'item', width: 14, align: 'start' },
        { key: 'value', width: 12, align: 'start' },
        { key: 'second-item', width: 14, align: 'start' },
        { key: 'second-value', width: 12, align: 'start' },
      ],
      header: [],
      groups: [
        numbersLine(sheet),
        line('事務事業名', project.name, 'strong'),
        ...(project.subName ? [line('事業名', project.subName)] : []),
        line(
          '基本目標',
          nodes.map(({ number, title }) => (number === null ? title : `${number}. ${title}`)).join('\n'),
        ),
        ...tagKinds.map((kind) => line(tagLabel(kind), tagWords(kind, tagValues(project, kind)))),
        line('事業主体', project.implementers.join('\n')),
        line('事業期間', periodWords(sheet, yearStyle)),
        line('事業内容', project.content ?? ''),
      ],
    },
  }
}

const line = (item: string, value: string, tone?: 'strong'): RowGroup => ({
  kind: 'entry',
  rows: [
    {
      cells: [
        textCell(item, { heading: true }),
        textCell(value === '' ? noValue : value, { columns: 3, ...(tone && { tone }) }),
      ],
    },
  ],
})

const numbersLine = ({ project: { number, listNumber } }: Sheet): RowGroup => ({
  kind: 'entry',
  rows: [
    {
      cells: [
        textCell('個票No.', { heading: true }),
        textCell(number ?? noValue),
        textCell('取組事業一覧No.', { heading: true }),
        textCell(listNumber ?? noValue),
      ],
    },
  ],
})

const tagLabel = (kind: string): string => (isSdgKind(kind) && !kind.startsWith('関連') ? `関連する${kind}` : kind)

/** SDGs には題を添える。番号だけの視点は番号を並べる（題は図書の凡例にあり、版は番号だけを持つ）。 */
const tagWords = (kind: string, values: readonly string[]): string => {
  if (isSdgKind(kind)) return values.map((value) => withTitle(kind, value)).join('\n')
  return values.join(values.every((value) => /^\d{1,2}$/.test(value)) ? '、' : '\n')
}

const withTitle = (kind: string, value: string): string => {
  const goal = sdgGoal(kind, value)
  return goal !== undefined && /^\d{1,2}$/.test(value) ? `${value} ${sdgTitle(goal)}` : value
}

const periodWords = ({ project: { period } }: Sheet, style: ReportChoices['yearStyle']): string => {
  if (!period) return ''
  const [from, to] = [period.from, period.to].map((year) => (year === null ? '' : yearWords(year, style)))
  return from === to ? (from ?? '') : `${from}～${to}`
}
