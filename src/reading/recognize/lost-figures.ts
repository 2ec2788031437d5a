import type { Note } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { Line } from '../document.ts'

/**
 * 図か表があるはずなのに、下に何もない見出し。「基本目標ごとの評価割合」の円グラフのように、
 * 図は文章への変換で失われる。すぐ次の行が別の見出し（○・■・(1)）か、もう行がないときだけ言う。
 */
export const lostFigureNotes = (lines: readonly Line[]): readonly Note[] => {
  const written = lines.filter(({ text }) => text.trim() !== '')
  return written.flatMap((line, index) => {
    const next = written[index + 1]
    const isLost = promisesFigure(line) && (next === undefined || opensSection(next))
    return isLost ? [note('warning', 'heading-without-content', { title: line.text.trim() }, [line.place])] : []
  })
}

const filled = ({ cells }: Line): number => cells.filter(({ text }) => text !== '').length

/** 「…の割合」「…の推移」「…グラフ」で終わる、升目一つの短い行。文（。で終わる）は見出しではない。 */
const promisesFigure = (line: Line): boolean =>
  filled(line) === 1 &&
  line.text.length <= 60 &&
  /(?:割合|推移|構成比|グラフ|図)(?:[（(][^（）()]*[）)])*\s*$/.test(line.text.trim())

const opensSection = (line: Line): boolean =>
  filled(line) === 1 && /^(?:[○◯●◎■□◆◇▼]|[（(]?[0-9０-９]+[)）.．])/.test(line.text.trim())
