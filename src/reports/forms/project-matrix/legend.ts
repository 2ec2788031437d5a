import type { Edition } from '#domain/plan/edition.ts'
import { editionGoals, type ProjectRow, tagValues } from '#domain/plan/project-rows.ts'
import { isSdgKind, sdgGoal } from '#domain/plan/sdg.ts'
import type { Block, Row } from '../../report.ts'
import { textCell } from '../cells.ts'
import { sdgTitle } from '../sdg-title.ts'

/**
 * 表の上の凡例。番号の意味のうち、計画から分かるもの（基本目標の題、SDGs の題）だけを書く。
 * 視点の番号の意味は図書の凡例にあり、版は番号だけを持つので、ここでは作らない。
 */
export const legend = (edition: Edition, rows: readonly ProjectRow[]): readonly Block[] => {
  const lines = [...goalLine(edition), ...sdgLine(rows)]
  if (lines.length === 0) return []
  const columns = [
    { key: 'what', width: 12, align: 'start' },
    { key: 'meanings', width: 80, align: 'start' },
  ] as const
  return [
    {
      kind: 'table',
      table: { caption: '凡例', showCaption: false, columns, header: [], groups: [{ kind: 'entry', rows: lines }] },
    },
  ]
}

const line = (what: string, meanings: string): Row => ({
  cells: [textCell(what, { heading: true }), textCell(meanings)],
})

const goalLine = (edition: Edition): readonly Row[] => {
  const goals = editionGoals(edition)
  const words = goals.map(({ number, key, title }, index) => `${number === null ? index + 1 : key}：${title}`)
  return goals.length === 0 ? [] : [line(goals[0]?.level ?? '', words.join('\n'))]
}

const sdgLine = (rows: readonly ProjectRow[]): readonly Row[] => {
  const numbers = rows.flatMap((row) =>
    Object.keys(row.tags)
      .filter(isSdgKind)
      .flatMap((kind) => tagValues(row, kind).flatMap((value) => sdgGoal(kind, value) ?? [])),
  )
  const words = [...new Set(numbers)].toSorted((a, b) => a - b).map((goal) => `${goal}：${sdgTitle(goal)}`)
  return words.length === 0 ? [] : [line('関連するSDGs', words.join('　'))]
}
