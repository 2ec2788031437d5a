import { raw } from 'hono/html'
import { itemGrades } from '#domain/priority/item-grades.ts'
import type { PrioritySheetState, SheetTarget } from '#domain/priority/priority-sheet.ts'
import type { SheetCounts } from '#domain/priority/sheet-facts.ts'
import { printFigure, printNumber } from '#domain/quantity/print-figure.ts'
import type { LinkedFigure } from '#operations/priority/sheet-view.ts'
import { type Frame, yearInSentence } from '../../frame.ts'
import { gradeMeanings } from '../priority-goals.tsx'
import { type Shape, shape } from '../shapes.ts'

const shapes: Readonly<Record<PrioritySheetState, Shape>> = {
  setting: 'not-judged',
  proposed: 'up',
  confirmed: 'on-the-way',
  'interim-reported': 'up',
  'interim-heard': 'on-the-way',
  'final-reported': 'up',
  closed: 'reached',
}

/** 調書の状態。形と語。 */
export const SheetMark = ({
  frame,
  state,
  returned,
}: {
  frame: Frame
  state: PrioritySheetState
  returned: boolean
}) => (
  <span class={`priority-mark ${returned ? 'returned' : state}`}>
    {raw(shape(returned ? 'behind' : shapes[state]))}
    {frame.t(`what-sheet-${state}`)}
    {returned && `（${frame.t('priority-year.returned')}）`}
  </span>
)

/** 評価のことば。市の区分でない印（図書の「◯」など）は、印だけ。 */
export const gradeWords = ({ t }: Frame, grade: string): string => {
  const meaning = gradeMeanings[grade]
  return meaning ? t(meaning) : ''
}

/** ◎○△× 一つ。印とことば。なければ「―」と、そのわけ。 */
export const GradeMark = ({ frame, grade }: { frame: Frame; grade: string | null }) =>
  grade === null ? (
    <span class="none">
      ― <small>{frame.t('priority-year.no-grade')}</small>
    </span>
  ) : (
    <span class="priority-grade">
      <span class="letter">{grade}</span> <small>{gradeWords(frame, grade)}</small>
    </span>
  )

/** 評価の数。一つもない区分は書かない。 */
export const GradeCounts = ({ frame, counts }: { frame: Frame; counts: SheetCounts }) => {
  const found = itemGrades.filter((grade) => (counts.grades[grade] ?? 0) > 0)
  return (
    <ul class="priority-counts">
      {found.map((grade) => (
        <li>
          {frame.t('priority-year.grade-count', {
            symbol: grade,
            label: gradeWords(frame, grade),
            count: counts.grades[grade] ?? 0,
          })}
        </li>
      ))}
      {counts.none > 0 && (
        <li class="none">
          {frame.t('priority-year.col-none')} {counts.none}
        </li>
      )}
    </ul>
  )
}

/** 報告された数を、目標の単位で。 */
export const figureInWords = (value: string, { unit }: Pick<SheetTarget, 'unit'>): string =>
  `${printNumber(value)}${unit ?? ''}`

/** つながった指標の、いちばん新しい実績。「令和6年度 12件」 */
export const newestInWords = (frame: Frame, { newest }: LinkedFigure): string =>
  newest === null
    ? frame.t('priority-year.indicator-no-figure')
    : frame.t('priority-year.indicator-newest', {
        year: yearInSentence(frame, newest.year),
        figure: printFigure(newest.actual),
      })
