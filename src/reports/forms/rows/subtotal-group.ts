import type { PlanContent } from '#domain/plan/draft.ts'
import { goalsOf } from '#domain/plan/outline.ts'
import { type SubtotalLine, subtotalDiffers, subtotalLine } from '#domain/plan/subtotal-lines.ts'
import type { ReportNote, RowGroup } from '../../report.ts'
import { textCell } from '../cells.ts'
import { type Footnotes, plainNote } from '../remarks/footnotes.ts'

type Counts = { readonly projects: number | null; readonly indicators: number | null }

/** 「（事業数：9、ＫＰＩ数：8）」。事業の載っていない計画では、ＫＰＩ数だけ（0 とは書かない）。 */
const countWords = ({ projects, indicators }: Counts): string => {
  const words = [
    ...(projects === null ? [] : [`事業数：${projects}`]),
    ...(indicators === null ? [] : [`ＫＰＩ数：${indicators}`]),
  ]
  return `（${words.join('、')}）`
}

const countedIn = ({ projects }: PlanContent, { counted }: SubtotalLine): Counts => ({
  projects: projects.length > 0 ? counted.projects : null,
  indicators: counted.indicators,
})

/**
 * 小計（全体なら合計）の行。印刷された数があればそれを書き、数えた数と違えば注に言う。`label` は「小計」「小計（基本目標1）」。
 */
export const subtotalGroup = (
  content: PlanContent,
  line: SubtotalLine,
  label: string,
  columns: number,
  notes: Footnotes,
): RowGroup => {
  const counted = countedIn(content, line)
  const marks = subtotalDiffers(line)
    ? [notes.mark(`図書に印刷された数。表の行を数えると${countWords(counted).slice(1, -1)}。`)]
    : []
  const words = textCell(countWords(line.printed ?? counted), {
    columns: columns - 1,
    align: 'start',
    tone: 'strong',
    ...(marks.length > 0 && { marks }),
  })
  return {
    kind: line.node === null ? 'total' : 'subtotal',
    rows: [{ cells: [textCell(label, { heading: true, align: 'start', tone: 'strong' }), words] }],
  }
}

/** 小計・合計が、表の行を数えた数や、小計を足した数と違って見えるわけ。 */
export const countingNotes = (content: PlanContent): readonly ReportNote[] => {
  const { indicators, projects } = content
  const left = [
    ...(indicators.some(({ class: kind }) => kind.includes('数値目標')) ? ['数値目標'] : []),
    ...(indicators.some(({ repeatOf }) => repeatOf !== null) ? ['再掲の指標'] : []),
    ...(indicators.some(({ counted }) => counted === false) ? ['数えないと断った指標'] : []),
  ]
  const breakdown = indicators.some(({ breakdownOf }) => breakdownOf !== null) ? '内訳の指標は数える。' : ''
  const whole = subtotalLine(content, null).counted.projects
  const sum = goalsOf(content)
    .flatMap(({ nodes }) => nodes)
    .reduce((all, node) => all + subtotalLine(content, node).counted.projects, 0)
  return [
    ...(left.length > 0 || breakdown !== ''
      ? [plainNote(`小計・合計のＫＰＩ数：${left.length > 0 ? `${left.join('・')}は数えない。` : ''}${breakdown}`)]
      : []),
    ...(projects.length > 0 && sum > whole
      ? [plainNote('二つ以上の基本目標に当たる事業は、合計の事業数では一つと数える。')]
      : []),
  ]
}
