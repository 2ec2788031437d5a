import type { Figure } from '#domain/quantity/figure.ts'
import type { Frame } from '../frame.ts'
import { shownFigure } from './figure-words.ts'
import { Own } from './own-words.tsx'

/** 値一つ。「―」には、なぜないかを添える。 */
export const FigureText = ({ frame, figure }: { frame: Frame; figure: Figure | null | undefined }) => {
  const { words, why } = shownFigure(frame, figure)
  return why === null ? (
    <Own frame={frame}>{words}</Own>
  ) : (
    <abbr class="none" title={why}>
      {words === '―' ? words : <Own frame={frame}>{words}</Own>}
    </abbr>
  )
}
