import { isAbsent, saysSomething } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { printFigure } from '#domain/quantity/print-figure.ts'
import { yearWords } from '../years.ts'
import type { Footnotes } from './footnotes.ts'

/**
 * 値の升目に付ける印：暫定値・見込み、図書の印刷から直した値、改められた実績。
 * 印を付けるのは数の値だけで、ことばの値（「計画策定」）の字は変えない。
 */
export const figureMarks = (figure: Figure | undefined, notes: Footnotes): readonly string[] => {
  if (!figure || figure.value === null || isAbsent(figure)) return []
  return [...statusWords(figure), ...correctionWords(figure)].map(notes.mark)
}

const statusWords = ({ status }: Figure): readonly string[] => {
  if (status === 'provisional') return ['暫定値・速報値。確定した値に改められることがある。']
  return status === 'estimated' ? ['見込みの値。'] : []
}

const correctionWords = (figure: Figure): readonly string[] => {
  if (figure.printed === undefined) return []
  return figure.printed === null || figure.printed.trim() === ''
    ? ['もとの図書には印刷されていない値を、あとから書き足した。']
    : [`もとの図書の印刷は「${figure.printed.trim()}」。確かめて直した値。`]
}

/** その年度の実績の印。ほかの値から改められていれば、前の値も言う。 */
export const actualMarks = (
  { actuals }: Indicator,
  year: number,
  shown: Figure | undefined,
  notes: Footnotes,
): readonly string[] => {
  const marks = figureMarks(shown, notes)
  if (!shown || shown.value === null) return marks
  const before = actuals.filter(
    (each) => each !== shown && each.year === year && each.scope !== 'period' && saysSomething(each),
  )
  if (before.length === 0) return marks
  const words = before.map((each) => printFigure(each)).join('、')
  return [...marks, notes.mark(`${yearWords(year, 'era')}の実績は、${words}から${printFigure(shown)}に改められた。`)]
}
